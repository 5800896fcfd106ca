"""The corpus: conversations that tests and scripted customers had, as messages, raw answers and outcomes, and beside it what the
accepted build made of them. `make corpus` records them anew; `make diff` takes them again and shows what is otherwise."""

import argparse
import lzma
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from frontline.adapters.flows.library import Library
from frontline.adapters.llm.classifier import Classifier
from frontline.journal import difference, record
from frontline.journal.difference import KINDS, Difference, Kind, Outline, outline
from frontline.journal.record import Conversation
from frontline.journal.rehear import taken_again
from frontline.journal.replay import Drawn
from frontline.model.organisation import Organisation
from frontline.ports import Flows
from frontline.trades.telecom import TRADE
from frontline.train import main as train
from tests.support import runbook_here
from tests.support.runbook import cases, number_of, run, with_the_rest
from tests.support.world import Talk

FOLDER = Path(__file__).parents[1] / "corpus"
CONVERSATIONS, ACCEPTED, ACCEPTANCES = (
    FOLDER / name for name in ("conversations.jsonl.xz", "accepted.jsonl.xz", "acceptances.yaml")
)
TO_EXPLAIN: tuple[Kind, ...] = ("decision", "order", "money")
PLAYED = (
    "tests/test_conversations.py",
    "tests/test_flows.py",
    "tests/test_flow_attacks.py",
    "tests/test_turn_outages.py",
)
CUSTOMERS = 60


class Acceptance(NamedTuple):
    """Why conversations may be otherwise: one sentence for a class of them, by the names they have in the corpus."""

    why: str
    kinds: frozenset[Kind]
    names: frozenset[str]


def recorded(talk: Talk, name: str) -> Conversation:
    """What came in from outside in one talk. Flows that ship are left out: they are part of a build."""
    shipped = {flow.id for flow in Library().of(talk.organisation, ())}
    flows = (talk.flows or Library()).of(talk.organisation, ())
    own = [flow for flow in flows if flow.id not in shipped or isinstance(talk.flows, Drawn)]
    return record.record(name, talk.journal(), talk.organisation, own)


def append(talks: Iterable[Talk], name: str, file: Path) -> None:
    """For the tests' `--record`: a line for every talk of a test. What was answered without the table cannot be taken
    again from the rows alone."""
    with file.open("a") as lines:
        for number, talk in enumerate(one for one in talks if one.turns):
            if not any(turn.apart for turn in talk.journal()):
                lines.write(record.to_line(recorded(talk, f"{name}{f' {number + 1}' if number else ''}")) + "\n")


class Kept(Flows):
    """The shipped flows that an organisation uses, and those recorded with a conversation."""

    def __init__(self, conversation: Conversation) -> None:
        self._own = conversation.flows

    def of(self, organisation: Organisation, pins: object) -> tuple[object, ...]:  # type: ignore[override]
        del pins
        return (*Library().of(organisation, ()), *self._own) if not self._own else self._own


def conversations() -> Iterator[Conversation]:
    with lzma.open(CONVERSATIONS, "rt") as lines:
        yield from map(record.from_line, lines)


def outlined(conversation: Conversation, classifier: Classifier) -> tuple[Outline, ...]:
    """What this build makes of it."""
    return tuple(outline(turn) for turn in taken_again(conversation, TRADE, classifier, classifier, Kept(conversation)))


def differences(classifier: Classifier) -> Iterator[Difference]:
    """Each conversation, as the accepted build took it and as this one does."""
    with lzma.open(ACCEPTED, "rt") as lines:
        accepted = dict(map(difference.from_line, lines))
    for conversation in conversations():
        now = outlined(conversation, classifier)
        yield difference.difference(conversation.name, accepted.get(conversation.name, ()), now)


def acceptances() -> list[Acceptance]:
    told = yaml.safe_load(ACCEPTANCES.read_text()) or []
    return [Acceptance(one["why"], frozenset(one["kinds"]), frozenset(one["names"])) for one in told]


def unexplained(found: Iterable[Difference], accepted: Iterable[Acceptance]) -> list[Difference]:
    """What has to be accounted for and is not."""
    known = list(accepted)
    return [
        one
        for one in found
        if one.kind in TO_EXPLAIN and not any(one.kind in why.kinds and one.name in why.names for why in known)
    ]


def shown(one: Difference) -> str:
    """One difference, its turn before and after, for a person to look at."""
    rows = [f"{one.kind}: {one.name}, turn {one.turn}"]
    for field in Outline.model_fields:
        then, now = (getattr(side, field, None) if side else None for side in (one.before, one.after))
        if then != now:
            rows += [f"    {field}", f"      - {then}", f"      + {now}"]
    return "\n".join(rows)


def make(folder: Path) -> None:
    """The corpus anew, by playing what is played in tests, and what this build makes of it as what is accepted."""
    lines = folder / "conversations.jsonl"
    command = [sys.executable, "-m", "pytest", "-q", "-x", f"--record={lines}", *PLAYED]
    subprocess.run(command, check=True)
    classifier = trained(folder)
    talks: list[Talk] = []
    options = with_the_rest(argparse.ArgumentParser()).parse_args(["--runs", str(CUSTOMERS), "--seed", "20"])
    with runbook_here.place(classifier, talks.append) as here:
        for at, case, persona, rng in cases(CUSTOMERS, 20, options):
            run(case, persona, here, number_of(20, at), rng)
            append(talks[-1:], f"runbook customer {at}", lines)
    FOLDER.mkdir(exist_ok=True)
    with lzma.open(CONVERSATIONS, "wt", preset=9 | lzma.PRESET_EXTREME) as kept:
        kept.write(lines.read_text())
    accept(classifier)


def accept(classifier: Classifier) -> None:
    """What this build makes of the corpus is what later ones are compared with."""
    with lzma.open(ACCEPTED, "wt", preset=9 | lzma.PRESET_EXTREME) as kept:
        for one in conversations():
            kept.write(difference.to_line(one.name, outlined(one, classifier)) + "\n")
    ACCEPTANCES.write_text("[]\n")


def trained(folder: Path) -> Classifier:
    train([str(folder)])
    return Classifier(folder / "classifier.bin")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.support.corpus", description=__doc__)
    parser.add_argument("command", choices=("make", "diff", "accept"))
    parser.add_argument("--show", type=int, default=20, help="how many unexplained differences to print")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.command == "make":
            make(folder)
            return 0
        classifier = trained(folder)
        if options.command == "accept":
            accept(classifier)
            return 0
        found = list(differences(classifier))
    left = unexplained(found, acceptances())
    sys.stdout.write("".join(f"{shown(one)}\n" for one in left[: options.show]))
    counts = Counter(one.kind for one in found)
    sys.stdout.write("  ".join(f"{kind} {counts[kind]}" for kind in KINDS) + f"  of {len(found)} conversations\n")
    for why in acceptances():
        covered = sum(one.kind in why.kinds and one.name in why.names for one in found)
        sys.stdout.write(f"  {covered} {'/'.join(sorted(why.kinds))}: {why.why}\n")
    if left:
        sys.stdout.write(
            f"{len(left)} differences are not accounted for; say why in {ACCEPTANCES.name}, or mend them.\n"
        )
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
