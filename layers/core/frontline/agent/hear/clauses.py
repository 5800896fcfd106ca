"""Splits a message into the clauses that may each carry a wish, so that none of several intents is lost."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from frontline.speech.names import names_of
from frontline.speech.placed import Placed, written
from frontline.speech.readers import words

MOST = 6
LEAST_BESIDE_AND = 3

_END = re.compile(r"(?<=[!?।\n;])|(?<=[^\W\d_]{3}[.])(?=\s)|(?<=[0-9]{2}[.])(?=\s)")
"""Where a sentence ends by its signs: not behind "Rs." and inside of "12.50"."""


class _Joint(NamedTuple):
    """Where two clauses may meet, and how many words each must have for them to part."""

    start: int
    end: int
    least: int


def clauses(text: str) -> tuple[str, ...]:
    """In order, each of at least two words; a fragment stays with its neighbour. "and" parts only what could stand
    alone, three words on both sides: "calls and net" is one trouble. Commas before an "and" are a list's, and part the
    same way; a comma with its "and" parts even two words. The last of MOST keeps the rest."""
    row = written(text)
    starts = [word.start for word in row]
    joints = [*_merged(_candidates(text, row), starts), _Joint(len(text), len(text), 0)]
    pieces: list[str] = []
    begin = 0
    for joint, following in pairwise(joints):
        left = bisect_left(starts, joint.start) - bisect_left(starts, begin)
        right = bisect_left(starts, following.start) - bisect_left(starts, joint.end)
        if min(left, right) >= joint.least and len(pieces) < MOST - 1:
            pieces.append(text[begin : joint.start])
            begin = joint.end
    stripped = (piece.strip(" \t\r\n,;") for piece in (*pieces, text[begin:]))
    return tuple(piece for piece in stripped if piece)


def _merged(candidates: Iterable[_Joint], starts: list[int]) -> Iterator[_Joint]:
    """Candidates in order; those with no word between them (". And also") are one."""
    last: _Joint | None = None
    for joint in sorted(candidates):
        if last is None:
            last = joint
        elif joint.start <= last.end or bisect_left(starts, joint.start) == bisect_left(starts, last.end):
            last = _Joint(last.start, max(last.end, joint.end), min(last.least, joint.least))
        else:
            yield last
            last = joint
    if last:
        yield last


def _candidates(text: str, row: Sequence[Placed]) -> Iterator[_Joint]:
    yield from (_Joint(at.start(), at.start(), 2) for at in _END.finditer(text))
    yield from (joint for joint in _by_words(text, row) if _may_part(text, joint.start))


def _by_words(text: str, row: Sequence[Placed]) -> Iterator[_Joint]:
    spans = [(word.start, word.end) for word in row]
    told = tuple(word.said for word in row)
    for _, first, behind in names_of("also").mentions(told):
        yield _Joint(spans[first][0], spans[first:behind][-1][1], 2)
    last = 0
    for start, end in (span for span, word in zip(spans, told, strict=True) if word in words("and")):
        before = start
        while before and text[before - 1].isspace():
            before -= 1
        if before and text[before - 1] == ",":
            yield _Joint(before - 1, end, 2)
        yield _Joint(start, end, LEAST_BESIDE_AND)
        last = start
    for at in range(last):
        if text[at] == "," and not text[at + 1].isdigit():
            yield _Joint(at, at + 1, LEAST_BESIDE_AND)


def _may_part(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].lower().split()
    return not before or before[-1] not in words("unfinished")
