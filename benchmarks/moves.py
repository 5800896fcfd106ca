"""`python benchmarks/moves.py [--moves FILE] [--words]`: how well learned moves are heard, as one JSON document; patterns decide
nothing in it. `--words`: without what the languages' files tell of a message. `--held`: on a fifth of the examples.

The sentences of `tests/acceptance/moves.*.yaml` were written by judges who saw no example; those of `sentences.*.yaml` are
wishes."""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import decompress

import yaml

from frontline.adapters.llm.features import features
from frontline.adapters.llm.linear import Weights, unpack
from frontline.adapters.llm.moves import NONE, SURE_OF_A_MOVE, features_of, likeliest
from frontline.agent.hear.prompt import UNKNOWN
from frontline.model.moment import Moment
from frontline.train.examples import Example, read_examples, split
from frontline.train.moves import learn_moves, read_moves

ACCEPTANCE = Path(__file__).parent.parent / "tests" / "acceptance"
LANGUAGES = ("en", "hi", "hinglish")
Has = Callable[[Example], Mapping[int, int]]


WISHES = frozenset(one.text for one in read_examples())


def by_words(example: Example) -> Mapping[int, int]:
    """Without what the languages' files tell of it, and without the moment."""
    return features(example.text)


def by_all(example: Example) -> Mapping[int, int]:
    return features_of(example.text, example.moment)


class Said(NamedTuple):
    """A sentence, what it is, and the moment it is said at; `wish` if it is none of the judges' for moves."""

    move: str
    language: str
    text: str
    moment: Moment
    wish: bool = False


def judged() -> Iterator[Said]:
    """What judges wrote."""
    for language in LANGUAGES:
        for move, rows in yaml.safe_load((ACCEPTANCE / f"moves.{language}.yaml").read_text(encoding="utf-8")).items():
            yield from (Said(move, language, str(row["say"]), row["open"]) for row in rows)
        for intent, texts in yaml.safe_load(
            (ACCEPTANCE / f"sentences.{language}.yaml").read_text(encoding="utf-8")
        ).items():
            if intent != UNKNOWN:
                yield from (Said(NONE, language, str(text), "nothing", wish=True) for text in texts)


def figures(weights: Weights, has: Has, told: Iterable[Said]) -> dict[str, object]:
    """Recall a language and a move; false alarms of what is no move, and of wishes; one move taken for another."""
    right, all_of, alarms, nones = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    mistaken = moves = 0
    for one in told:
        move, share = likeliest(weights, has(Example(one.move, one.language, one.text, one.moment)), one.moment)
        heard = move if share >= SURE_OF_A_MOVE else NONE
        if one.move == NONE:
            groups = ["wishes"] if one.wish else [one.language, "all"]
            nones.update(groups)
            alarms.update(groups if heard != NONE else [])
            continue
        moves += 1
        mistaken += heard not in (one.move, NONE)
        groups = ["all", one.language, one.move]
        all_of.update(groups)
        right.update(groups if heard == one.move else [])
    found: dict[str, object] = {
        "recall": {name: round(right[name] / all_of[name], 3) for name in sorted(all_of)},
        "false_alarms": {name: round(alarms[name] / nones[name], 4) for name in sorted(nones)},
        "one_for_another": round(mistaken / moves, 4),
    }
    return found


def out_of_fold(examples: Sequence[Example], has: Has) -> dict[str, object]:
    """A fifth of the examples, as what learnt from the other four hears them."""
    learnt, held = split(examples)
    told = [Said(one.intent, one.locale, one.text, one.moment, wish=one.text in WISHES) for one in held]
    return figures(unpack(decompress(learn_moves(learnt, has))), has, told)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python benchmarks/moves.py", description=__doc__)
    parser.add_argument("--moves", type=Path, help="a trained moves.bin")
    parser.add_argument("--words", action="store_true", help="without readers and lexemes")
    parser.add_argument("--held", action="store_true", help="on a fifth of the examples, which it did not learn")
    options = parser.parse_args()
    has: Has = by_words if options.words else by_all
    examples = read_moves()
    if options.held:
        print(json.dumps(out_of_fold(examples, has)))
        return
    data = options.moves.read_bytes() if options.moves else learn_moves(examples, has)
    told, known = list(judged()), {one.text.casefold().strip(" .?!") for one in examples}
    weights = unpack(decompress(data))
    fresh = [one for one in told if one.text.casefold().strip(" .?!") not in known]
    print(
        json.dumps(
            {
                "bytes": len(data),
                "sentences": len(told),
                "judged": figures(weights, has, told),
                "without_those_that_are_examples": figures(weights, has, fresh),
            }
        )
    )


if __name__ == "__main__":
    main()
