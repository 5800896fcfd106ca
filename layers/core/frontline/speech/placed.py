"""Words and figures of a folded text, each where it stands: for what reads forms, such as numbers, dates and secrets."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from frontline.speech.pattern import Spelling
from frontline.speech.plain import LETTER, WORDS, fold, words_of
from frontline.speech.readers import spellings, words


class Placed(NamedTuple):
    """A word, or figures, at `text[start:end]`. Whoever looks for dates gives it a kind, and the end of an "of" behind it."""

    said: str
    start: int
    end: int
    kind: str = ""
    reach: int = 0


Part = TypeVar("Part")
_PLACED = re.compile(rf"\d+|{LETTER}+")
"""Figures stand apart from the letters beside them: "12th", "2gb", "30jan85"."""
_SENTENCE_ENDS = "!?;\n"


def placed(text: str) -> list[Placed]:
    """Every word and every row of figures, from left to right."""
    return [Placed(match[0], *match.span()) for match in _PLACED.finditer(text)]


def written(text: str) -> list[Placed]:
    """Every word of a text that is not folded yet, where it stands there; what it says is folded."""
    return [Placed(fold(match[0]), *match.span()) for match in WORDS.finditer(text)]


def split(text: str, lexeme: str, signs: str) -> list[str]:
    """What stands between spellings of this lexeme and these signs, in order."""
    row = written(text)
    said = [one.said for one in row]
    gaps = [(at, at + 1) for at, sign in enumerate(text) if sign in signs]
    at = 0
    while at < len(row):
        length = begins(said, at, lexeme)
        if length:
            gaps.append((row[at].start, row[at + length - 1].end))
        at += length or 1
    parts, start = [], 0
    for first, end in sorted(gaps):
        parts.append(text[start:first])
        start = end
    return [*parts, text[start:]]


def parted(text: str, one: Placed, other: Placed, signs: Iterable[str] = _SENTENCE_ENDS) -> bool:
    """Whether one of these signs, or a point that ends a sentence, stands between two neighbours; ". " among the signs is any
    point but an initial's."""
    gap = text[one.end : other.start]
    if gap in ("", " "):
        return False
    if ". " in gap and not (len(one.said) == 1 and one.said.isalpha()):
        return ". " in signs or one.said not in words("abbreviated") or any(sign in gap for sign in signs)
    return any(sign in gap for sign in signs if sign != ". ")


def sentences(text: str, row: Sequence[Placed], signs: Iterable[str] = _SENTENCE_ENDS) -> Iterator[list[Placed]]:
    """The row, cut where its neighbours are parted."""
    return cut(row, lambda one, other: parted(text, one, other, signs))


def cut(row: Iterable[Part], apart: Callable[[Part, Part], bool]) -> Iterator[list[Part]]:
    """The row, cut where two neighbours are apart."""
    part: list[Part] = []
    for one in row:
        if part and apart(part[-1], one):
            yield part
            part = []
        part.append(one)
    if part:
        yield part


def begins(said: Sequence[str], at: int, lexeme: str) -> int:
    """How many words from there on are a spelling of this lexeme: the longest, or none."""
    listed = _listed(lexeme, 0).get(said[at], ()) if at < len(said) else ()
    return max((len(one) for one in listed if tuple(said[at : at + len(one)]) == one), default=0)


def ends(said: Sequence[str], end: int, lexeme: str) -> int:
    """The same, of the words before `end`."""
    listed = _listed(lexeme, -1).get(said[end - 1], ()) if end else ()
    return max((len(one) for one in listed if tuple(said[max(0, end - len(one)) : end]) == one), default=0)


@cache
def _listed(lexeme: str, place: int) -> Mapping[str, tuple[Spelling, ...]]:
    """Its spellings by their first or last word."""
    found: dict[str, tuple[Spelling, ...]] = {}
    for one in spellings(lexeme):
        found[one[place]] = (*found.get(one[place], ()), one)
    return found


def last_run(text: str) -> list[str]:
    """The words at the end of a text, from its last sign on."""
    return words_of(text[max((at for at, sign in enumerate(text) if _parts(sign)), default=-1) + 1 :])


def first_run(text: str) -> list[str]:
    """The words at the beginning of a text, up to its first sign."""
    return words_of(text[: next((at for at, sign in enumerate(text) if _parts(sign)), None)])


def _parts(sign: str) -> bool:
    return not (sign == " " or sign.isalnum() or "\u0900" <= sign <= "\u0963")
