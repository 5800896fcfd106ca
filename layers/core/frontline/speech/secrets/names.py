"""Whose date of birth it is: the full name that stands beside one."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from frontline.speech.names import numbers_of
from frontline.speech.place.region import named_in_one_word
from frontline.speech.placed import Placed, sentences
from frontline.speech.readers import words
from frontline.speech.secrets.places import Taken

Span = tuple[int, int]

_BREAKS = (*',;:!?\n()[]"“”/|=*\x00', " - ", " -- ", ". ")
_MOST = 4


class _Word(NamedTuple):
    """`called` says that a name follows, `manners` stands around one, `other` is none, `name` may be one."""

    said: str
    start: int
    end: int
    kind: str


class _Candidate(NamedTuple):
    start: int
    end: int
    sure: bool
    full: bool


def names(text: str, row: Sequence[Placed], births: Sequence[Span]) -> Iterator[Span]:
    """Every stretch of the folded text that can be the name of whoever was born then: those that are called one or stand
    where one stands, the full ones before single words; where there are none, whatever could be a full one."""
    if not births:
        return
    found = [one for stretch in _stretches(text, row, births) for one in _in_stretch(*stretch)]
    sure = [one for one in found if one.sure]
    full = [one for one in sure if one.full]
    wanted = full or [*sure, *(one for one in found if one.full)]
    yield from ((one.start, one.end) for one in wanted)


def _stretches(text: str, row: Sequence[Placed], births: Sequence[Span]) -> Iterator[tuple[list[_Word], bool, bool]]:
    """Words that nothing parts, and whether a date of birth stands right before and right behind them."""
    born, others = [Placed("", start, end) for start, end in births], Taken(births)
    whole = sorted([*born, *(one for one in row if others.free(one.start, one.end))], key=lambda one: one.start)
    for part in sentences(text, whole, _BREAKS):
        found, after = list[Placed](), False
        for one in part:
            if one.said:
                found.append(one)
                continue
            if found:
                yield _joined(text, found), after, True
            found, after = [], True
        if found:
            yield _joined(text, found), after, False


def _joined(text: str, row: Sequence[Placed]) -> list[_Word]:
    """Words with their points, hyphens and figures: "k.", "jean-luc", "x1"."""
    spans: list[Span] = []
    for one in row:
        if spans and not text[spans[-1][1] : one.start].strip(".-"):
            spans[-1] = (spans[-1][0], one.end)
        else:
            spans.append((one.start, one.end))
    return [_Word(text[start:end], start, end, _kind(text[start:end].replace(".", ""))) for start, end in spans]


def _kind(word: str) -> str:
    if word in words("called_by_name"):
        return "called"
    if word in words("no_part_of_a_name") or word.isdecimal():
        return "manners"
    return "other" if word in _no_name() or any(letter.isdecimal() for letter in word) else "name"


@cache
def _no_name() -> frozenset[str]:
    return words("no_name").union(words("not_a_place"), numbers_of("month"))


def _in_stretch(said: list[_Word], after_birth: bool, before_birth: bool) -> Iterator[_Candidate]:
    """Sure is what comes after "name is", is alone in its stretch, or stands at the side of the date."""
    places = named_in_one_word()
    others = [at for at, word in enumerate(said) if word.kind == "other"] or [len(said), -1]
    plain = others[-1] < 0
    for first, last in _runs(said):
        if all(word.said in places for word in said[first:last]):
            continue
        called = next((word.kind for word in reversed(said[:first]) if word.kind != "manners"), "") == "called"
        at_left = after_birth and first <= others[0]
        at_right = before_birth and last > others[-1]
        sure = called or at_left or at_right or (plain and last - first <= _MOST)
        begin = max(first, last - _MOST) if at_right and not called else first
        end = min(last, begin + _MOST)
        yield _Candidate(said[begin].start, said[end - 1].end, sure, full=called or last - first > 1)


def _runs(said: list[_Word]) -> Iterator[tuple[int, int]]:
    """The rows of words that may be names."""
    at = 0
    for kind, run in groupby(said, key=lambda word: word.kind):
        many = len(list(run))
        if kind == "name":
            yield at, at + many
        at += many
