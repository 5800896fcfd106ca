"""The sentences that moves are learned from: a file a move in each language's folder; and what is no move at all."""

import zlib
from collections.abc import Sequence

from frontline.adapters.llm.moves import HEARD_AT, MOMENTS, NONE, features_of
from frontline.agent.hear.prompt import UNKNOWN
from frontline.model.moment import Moment
from frontline.train.examples import PACKAGE, Example, of_folders, read_examples
from frontline.train.learn import Has, learn

OF_LANGUAGES = "speech/languages/*/examples/*.txt"
TEMPERATURE = 4.0
EPOCHS = 5
MOSTLY: tuple[Moment, ...] = ("nothing",) * 5 + ("choice", "slot", "slot", "instruct", "confirm")
"""When a matter is told: seldom where something else is asked."""
LEAST, FAINTEST = 2, 1
"""What one sentence alone has, and what weighs next to nothing, is left out: the file is half as large, and tells as much."""


def learn_moves(
    examples: Sequence[Example], has: Has = lambda example: features_of(example.text, example.moment)
) -> bytes:
    """The file by which moves are heard."""
    return zlib.compress(learn(examples, TEMPERATURE, has=has, epochs=EPOCHS, least=LEAST, faintest=FAINTEST), 9)


def read_moves() -> list[Example]:
    """Those of every move, at one of the moments at which it is made, and as no move what is a wish; what is too vague to be one
    is often a move."""
    told = [at_one_of(HEARD_AT.get(one.intent, MOMENTS), one) for one in of_folders(PACKAGE.glob(OF_LANGUAGES))]
    known = {one.text.casefold() for one in told}
    wishes = (one for one in read_examples() if one.intent != UNKNOWN and one.text.casefold() not in known)
    return [*told, *(at_one_of(MOSTLY, one._replace(intent=NONE)) for one in wishes)]


def at_one_of(moments: Sequence[Moment], one: Example) -> Example:
    """Which of them it is said at, the same each time."""
    return one._replace(moment=moments[zlib.crc32(one.text.encode()) % len(moments)])
