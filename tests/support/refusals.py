"""Refusals, doubts and plain yeses put together from `refusals.yaml`, heard at real confirmations and counted.
`python -m tests.support.refusals [stride]` prints the table; a stride of 10 hears every tenth phrase."""

import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

from frontline.agent.hear.ladder import Readers
from frontline.agent.hear.listener import desk_for
from frontline.agent.hear.understand import understand
from frontline.model.action import Confirm
from frontline.model.message import Said
from frontline.model.turn import Turn
from frontline.ports import Classifier
from frontline.trades import catalogue_of
from tests.support.dialogues import dialogues
from tests.support.playing import play
from tests.support.world import Talk

_BLANK = re.compile(r"\{(\w+)\}")
Kind = Literal["refused", "sign", "doubtful", "ironic", "agreed"]


class Phrase(NamedTuple):
    """What somebody writes at a confirmation, and what it is."""

    language: str
    kind: Kind
    text: str


class Asked(NamedTuple):
    """A turn that asked for consent, with the surroundings of the next one."""

    turn: Turn
    talk: Talk


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    return loaded


LANGUAGES = tuple(name for name in _words() if name != "signs")


def phrases() -> list[Phrase]:
    """Every shape of every language with every word it can hold, each once."""
    made: dict[str, Phrase] = {}
    for language in LANGUAGES:
        words = _words()[language]
        well = {_bare(text) for text in (*words["agreed"], *words["meant_well"])}
        for kind in ("agreed", "doubtful", "ironic"):
            for text in words[kind]:
                made.setdefault(text, Phrase(language, kind, text))
        for text in _filled(words["shapes"], words):
            if _bare(text) not in well:
                made.setdefault(text, Phrase(language, "refused", text))
        signs = _words()["signs"]
        for text in _filled(signs["shapes"], {**words, "sign": signs["refusing"]}):
            made.setdefault(text, Phrase(language, "sign", text))
    return list(made.values())


def _filled(shapes: Iterable[str], words: dict[str, Any]) -> Iterator[str]:
    for shape in shapes:
        names = _BLANK.findall(shape)
        for chosen in itertools.product(*(words[name] for name in names)):
            yield shape.format(**dict(zip(names, chosen, strict=True))).strip()


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+|[\u0900-\u097f]+", text.casefold()))


def confirmations(start: Any, sandbox: Any) -> dict[str, Asked]:
    """The first turn of the dialogues that asks for consent to each order."""
    asked: dict[str, Asked] = {}
    for dialogue in dialogues():
        confirms = {str(step["confirms"]) for step in dialogue.spec["turns"] if "confirms" in step}
        if not confirms - asked.keys():
            continue
        sandbox.switch("reset")
        talks: list[Talk] = []

        def begun(*models: Any, kept: list[Talk] = talks, **options: Any) -> Talk:
            kept.append(start(*models, **options))
            return kept[-1]

        for _, turn, _ in play(dialogue.spec, begun, sandbox):
            if isinstance(turn.action, Confirm):
                asked.setdefault(turn.action.workflow, Asked(turn, talks[-1]))
            if confirms <= asked.keys():
                break
    return asked


def consent_to(text: str, asked: Asked, classifier: Classifier) -> bool | None:
    """What is heard of these words at that confirmation, with the classifier alone."""
    world, turn = asked.talk.world, asked.turn
    catalogue = catalogue_of(world.organisation, world.flows.of(world.organisation, turn.ticket.pins))
    message = turn.message.but(id="next", content=Said(text=text))
    desk = desk_for(world.organisation, catalogue, message, turn.seq + 1)
    return understand(turn.ticket, message, desk, Readers((), classifier)).consent


class Count(NamedTuple):
    """How many phrases of one language and kind were heard as what, and which were heard wrongly."""

    heard: Counter[bool | None]
    wrong: tuple[tuple[str, str], ...]


def counted(asked: dict[str, Asked], classifier: Classifier, stride: int = 1) -> dict[tuple[str, Kind], Count]:
    """Every `stride`th phrase at one confirmation after another; a plain yes is heard at each of them."""
    table: dict[tuple[str, Kind], Count] = {}
    turns = itertools.cycle(asked.items())
    for number, phrase in enumerate(phrases()):
        every = phrase.kind not in ("refused", "sign")
        if not every and number % stride:
            continue
        for workflow, one in asked.items() if every else [next(turns)]:
            heard = consent_to(phrase.text, one, classifier)
            count = table.setdefault((phrase.language, phrase.kind), Count(Counter(), ()))
            wrong = (heard is True) != (phrase.kind == "agreed")
            more = ((workflow, phrase.text),) if wrong else ()
            count.heard[heard] += 1
            table[phrase.language, phrase.kind] = count._replace(wrong=(*count.wrong, *more))
    return table


def main() -> None:
    import tempfile
    from contextlib import closing
    from datetime import UTC, datetime

    from frontline.adapters.llm.classifier import Classifier as Trained
    from frontline.adapters.operator import TmfOperator
    from frontline.train import main as train
    from local.operator import SandboxOperator
    from tests.support.world import START

    sandbox = SandboxOperator(datetime.fromtimestamp(START / 1000, UTC))
    with tempfile.TemporaryDirectory() as folder, sandbox.serve(), closing(TmfOperator(sandbox.url)) as operator:
        train([folder])
        classifier = Trained(Path(folder) / "classifier.bin")

        def start(*models: Any, **options: Any) -> Talk:
            return Talk(operator, classifier, (*models, classifier), **options)

        table = counted(confirmations(start, sandbox), classifier, int(sys.argv[1]) if sys.argv[1:] else 1)
    print(f"{'language':10}{'kind':10}{'heard':>8}{'yes':>8}{'no':>8}{'asked':>8}{'wrong':>8}")
    for (language, kind), count in table.items():
        heard = count.heard
        row = (heard.total(), heard[True], heard[False], heard[None], len(count.wrong))
        print(f"{language:10}{kind:10}" + "".join(f"{number:8}" for number in row))
        for workflow, text in count.wrong[:40]:
            print(f"    {workflow}: {text!r}")


if __name__ == "__main__":
    main()
