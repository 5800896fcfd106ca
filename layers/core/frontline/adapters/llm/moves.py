"""Moves in words that no pattern foresees, told apart as intents are: a line a move over the features of intents, beside those
of the languages' files: which readers hear themselves, and of which lexemes the words are."""

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

from frontline.adapters.llm.features import bucket_of, features
from frontline.adapters.llm.linear import Weights, likelihoods, unpack
from frontline.model.errors import ModelUnavailable
from frontline.model.moment import Moment
from frontline.speech.plain import fold, words_of
from frontline.speech.readers import said, speech
from frontline.speech.sounds import bones, roman

NONE = "none"
MOMENTS: tuple[Moment, ...] = get_args(Moment)
HEARD_AT: Mapping[str, tuple[Moment, ...]] = {
    "asks": ("confirm", "choice"),
    "no_but": ("confirm", "choice", "instruct"),
    "objection": ("slot",),
    "still_not_working": ("nothing", "instruct"),
    "yes_but": ("confirm", "instruct"),
}
"""Where alone these are said; the others everywhere."""
SURE_OF_A_MOVE = 0.35
"""Out of fold, one in a hundred wishes is taken for a move with this."""
_FAMILY = 60
"""Lexemes with more spellings than this say too little of a word to stand for it."""
_LENGTHS = (1, 2, 3, 5, 9, 14)


class Moves:
    """The trained lines, read when something is first asked of them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read: Weights | None = None

    def likeliest(self, text: str, moment: Moment) -> tuple[str, float]:
        """As what learnt from all examples hears it."""
        return likeliest(self._weights(), features_of(text, moment), moment)

    def _weights(self) -> Weights:
        if self._read is None:
            try:
                self._read = unpack(zlib.decompress(self._file.read_bytes()))
            except (OSError, ValueError, zlib.error) as exc:
                raise ModelUnavailable("moves are not trained: python -m frontline.train") from exc
        return self._read


def likeliest(weights: Weights, features: Mapping[int, int], moment: Moment) -> tuple[str, float]:
    """The likeliest of the moves that are made at such a moment, and how likely it is; `none` if it is none."""
    told = likelihoods(weights.scores_of(features), weights.temperature)
    heard = (
        (share, move)
        for move, share in zip(weights.intents, told, strict=False)
        if moment in HEARD_AT.get(move, MOMENTS)
    )
    share, move = max(heard, default=(1.0, NONE))
    return move, share


def features_of(text: str, moment: Moment) -> Counter[int]:
    """How often each feature occurs, those of intents among them; what is open is one."""
    found = features(text)
    told = words_of(fold(text))
    classes = ["^", *(_class(word) for word in told), "$"]
    names = [f"r{reader}" for reader in said(text)]
    names += [f"L{lexeme}" for word in told for lexeme in _lexemes(word)]
    names += [f"P{one} {other}" for one, other in pairwise(classes)]
    names += [f"k{moment}", f"n{sum(len(told) > length for length in _LENGTHS)}"]
    names += [sign for sign, stands in (("?", "?" in text), ("#", any(map(str.isdigit, text)))) if stands]
    found.update(map(bucket_of, names))
    return found


@cache
def _spelled() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """By word, and by what a word begins with: the lexemes that have it as a spelling."""
    whole: dict[str, set[str]] = {}
    begun: dict[str, set[str]] = {}
    for lexeme, spellings in speech().spellings.items():
        for word in (one[0] for one in spellings if len(one) == 1):
            table, spelt = (begun, word[:-1]) if word.endswith("*") else (whole, word)
            table.setdefault(spelt, set()).add(lexeme)
    return _frozen(whole), _frozen(begun)


def _frozen(table: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    return {word: frozenset(lexemes) for word, lexemes in table.items()}


@cache
def _lexemes(word: str) -> frozenset[str]:
    whole, begun = _spelled()
    stems = (begun.get(word[:length], frozenset()) for length in range(2, len(word) + 1))
    return whole.get(word, frozenset()).union(*stems)


@cache
def _class(word: str) -> str:
    """The smallest lexeme that the word is of, or how it sounds."""
    spellings = speech().spellings
    small = [(size, lexeme) for lexeme in _lexemes(word) if (size := len(spellings[lexeme])) <= _FAMILY]
    return min(small)[1] if small else bones(roman(word))
