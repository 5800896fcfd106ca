"""Folded text that remembers where each of its characters stood, so that what is found in it is replaced in the original."""

import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from frontline.speech.plain import fold

_KEYCAP = "\u20e3"
_DROPPED = "".join(sign for sign in map(chr, range(128)) if not fold(sign))


class Taken:
    """Stretches that do not overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for span in spans:
            self.take(*span)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing of it is taken."""
        at = bisect_left(self._spans, (end, 0))
        return at == 0 or self._spans[at - 1][1] <= start

    def take(self, start: int, end: int) -> bool:
        """Whether it was free, and is taken now."""
        if free := self.free(start, end):
            insort(self._spans, (start, end))
        return free


class Folded(NamedTuple):
    """`text` as parsers compare it; character `i` of it stood at `starts[i]` to `ends[i]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def folded(text: str) -> Folded:
    """Character by character, each with the marks that belong to it."""
    if text.isascii():
        kept = [at for at, sign in enumerate(text) if sign not in _DROPPED]
        return Folded(fold(text), kept, [at + 1 for at in kept])
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        for letter in _folded(text[start:end]):
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return Folded("".join(letters), starts, ends)


@lru_cache(maxsize=1024)
def _folded(cluster: str) -> str:
    return fold(cluster.replace(_KEYCAP, ""))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.category(text[at]).startswith("M"):
            yield start, at
            start = at
