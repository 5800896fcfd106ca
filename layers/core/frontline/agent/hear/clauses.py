"""Splits a message into the clauses that may each carry a wish, so that none of several intents is lost."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from frontline.speech.plain import word_set

MOST = 6
LEAST_BESIDE_AND = 3

_LETTER = r"[^\W_]|[\u0900-\u0963\u0971-\u097f]"
_WORD = re.compile(rf"(?:{_LETTER})+")
_OPEN, _SHUT = r"(?<!\w)(?<![\u0900-\u097f])(?:", rf")(?!{_LETTER})"
_JOINTS = (
    (re.compile(r"(?<=[!?।\n;])|(?<=[^\W\d_]{3}[.])(?=\s)|(?<=[0-9]{2}[.])(?=\s)"), 2),
    (
        re.compile(
            f"{_OPEN}and also|and another thing|another thing(?: is)?|one more thing|in addition|besides|secondly|"
            f"aur haan|aur ek baat|ek aur baat|ek baat aur|iske alawa|also|plus|"
            f"इसके अलावा|एक और बात|और एक बात|साथ ही{_SHUT}",
            re.IGNORECASE,
        ),
        2,
    ),
    (re.compile(f",\\s*{_OPEN}and|aur|और|तथा{_SHUT}", re.IGNORECASE), 2),
)
_AND = re.compile(f"{_OPEN}and|aur|और|तथा{_SHUT}", re.IGNORECASE)
_COMMA = re.compile(r",(?![0-9])")
_NO_JOINT_AFTER = word_set("""
    i we you he she it they is am are was have has had can could would will should me to do did but
""")


class _Joint(NamedTuple):
    """Where two clauses may meet, and how many words each must have for them to part."""

    start: int
    end: int
    least: int


def clauses(text: str) -> tuple[str, ...]:
    """In order, each of at least two words; a fragment stays with its neighbour. "and" parts only what could stand
    alone, three words on both sides: "calls and net" is one trouble. Commas before an "and" are a list's, and part the
    same way; a comma with its "and" parts even two words. The last of MOST keeps the rest."""
    words = [match.start() for match in _WORD.finditer(text)]
    joints = [*_merged(text, words), _Joint(len(text), len(text), 0)]
    pieces: list[str] = []
    begin = 0
    for joint, following in pairwise(joints):
        left = bisect_left(words, joint.start) - bisect_left(words, begin)
        right = bisect_left(words, following.start) - bisect_left(words, joint.end)
        if min(left, right) >= joint.least and len(pieces) < MOST - 1:
            pieces.append(text[begin : joint.start])
            begin = joint.end
    stripped = (piece.strip(" \t\r\n,;") for piece in (*pieces, text[begin:]))
    return tuple(piece for piece in stripped if piece)


def _merged(text: str, words: list[int]) -> Iterator[_Joint]:
    """Candidates in order; those with no word between them (". And also") are one."""
    last: _Joint | None = None
    for joint in sorted(_candidates(text)):
        if last is None:
            last = joint
        elif joint.start <= last.end or bisect_left(words, joint.start) == bisect_left(words, last.end):
            last = _Joint(last.start, max(last.end, joint.end), min(last.least, joint.least))
        else:
            yield last
            last = joint
    if last:
        yield last


def _candidates(text: str) -> Iterator[_Joint]:
    ands = list(_AND.finditer(text))
    listed = _COMMA.finditer(text, 0, ands[-1].start()) if ands else ()
    for pattern, least in _JOINTS:
        for match in pattern.finditer(text):
            if not match[0] or _may_part(text, match.start()):
                yield _Joint(match.start(), match.end(), least)
    for match in (*ands, *listed):
        if _may_part(text, match.start()):
            yield _Joint(match.start(), match.end(), LEAST_BESIDE_AND)


def _may_part(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].lower().split()
    return not before or before[-1] not in _NO_JOINT_AFTER
