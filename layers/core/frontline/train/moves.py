"""The sentences that moves are learned from: a file a move in each language's folder; and what is no move at all."""

import zlib
from collections.abc import Sequence

from frontline.adapters.llm.moves import NONE, features_of
from frontline.agent.hear.prompt import UNKNOWN
from frontline.train.examples import PACKAGE, Example, of_folders, read_examples
from frontline.train.learn import Has, learn

OF_LANGUAGES = "speech/languages/*/examples/*.txt"
TEMPERATURE = 4.0
EPOCHS = 5
LEAST, FAINTEST = 2, 1
"""What one sentence alone has, and what weighs next to nothing, is left out: the file is half as large, and tells as much."""


def learn_moves(examples: Sequence[Example], has: Has = features_of) -> bytes:
    """The file by which moves are heard."""
    return zlib.compress(learn(examples, TEMPERATURE, has=has, epochs=EPOCHS, least=LEAST, faintest=FAINTEST), 9)


def read_moves() -> list[Example]:
    """Those of every move, and as no move what is a wish; what is too vague to be one is often a move."""
    told = of_folders(PACKAGE.glob(OF_LANGUAGES))
    known = {one.text.casefold() for one in told}
    wishes = (one for one in read_examples() if one.intent != UNKNOWN and one.text.casefold() not in known)
    return [*told, *(one._replace(intent=NONE) for one in wishes)]
