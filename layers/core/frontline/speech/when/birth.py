"""A date of birth, in the middle of other words: where it stands and which day it is."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from frontline.speech.names import numbers_of
from frontline.speech.numbers.spelled import number_at

MONTHS = numbers_of("month")
OLDEST, YOUNGEST = 110, 10
"""Whoever writes two figures of a year is neither older nor younger."""
FIRST = dt.date(1900, 1, 1)

_SIGN = r"(?: ?[-/.,] ?| )"
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_NAMED = rf"(?<![^\W\d_])(?P<month>{_MONTH})\.?(?![^\W\d_]|[\u0900-\u0963])"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4}|\d{2})(?!\d)"
_AFTER_NAME = r"(?: of| ko| को)?[-/., ]{0,3}"
WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d)(?P<year>\d{{4}}){_SIGN}(?P<month>\d{{1,2}}){_SIGN}(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}}){_SIGN}(?P<month>\d{{1,2}}){_SIGN}{_YEAR}",
        rf"(?<!\d){_DAY}{_AFTER_NAME}{_NAMED}[-/., ]{{0,3}}{_YEAR}",
        rf"(?<!\d)(?P<year>\d{{4}})[-/., ]{{0,3}}{_NAMED}[-/., ]{{0,3}}{_DAY}(?!\d)",
        rf"{_NAMED}[-/., ]{{0,3}}{_DAY}[-/., ]{{1,3}}{_YEAR}",
        r"(?<!\d)(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
    )
)
_WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963])+")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
} | {"thirtieth": 30}
_LINKS = frozenset({"of", "the", "ko", "को"})


class Birth(NamedTuple):
    """The day, and the same text without it."""

    day: dt.date
    rest: str


def birth(folded: str, today: dt.date) -> Birth | None:
    """The first date that somebody can have been born on. Days come before months, as in India, unless that cannot be."""
    text = in_figures(folded)
    for pattern in WRITTEN:
        for match in pattern.finditer(text):
            if day := _day(match.groupdict(), today):
                return Birth(day, f"{text[: match.start()]} , {text[match.end() :]}")
    return None


def _day(part: dict[str, str], today: dt.date) -> dt.date | None:
    year, day = _year(part["year"], today), int(part["day"])
    month = int(part["month"]) if part["month"].isdecimal() else MONTHS[part["month"]]
    if month > 12 >= day and part["month"].isdecimal():
        day, month = month, day
    try:
        born = dt.date(year, month, day)
    except ValueError:
        return None
    return born if FIRST <= born < today else None


def _year(written: str, today: dt.date) -> int:
    if len(written) == 4:
        return int(written)
    this_century = 2000 + int(written)
    return this_century if today.year - this_century >= YOUNGEST else this_century - 100


def in_figures(folded: str) -> str:
    """Days and years told in words beside a month's name, as figures: "tees janvari unnis sau pachasi"."""
    for start, end, number in reversed(told_in_words(folded)):
        folded = f"{folded[:start]}{number}{folded[end:]}"
    return folded


def told_in_words(folded: str) -> list[tuple[int, int, int]]:
    """Where days and years are told in words, from left to right, and which numbers they are."""
    words = list(_WORD.finditer(folded))
    told = tuple(word[0] for word in words)
    changed: list[tuple[int, int, int]] = []
    for at, word in enumerate(told):
        if word in MONTHS:
            changed += [*_day_before(told, at), *_year_after(told, at + 1)]
    return [(words[first].start(), words[last - 1].end(), number) for first, last, number in changed]


def _day_before(words: tuple[str, ...], month: int) -> Iterator[tuple[int, int, int]]:
    end = month - 1 if month and words[month - 1] in _LINKS else month
    for start in (end - 2, end - 1):
        if start < 0:
            continue
        number = _ordinal(words[start:end]) or _whole(words[:end], start)
        if number and number <= 31:
            yield start, end, number
            return


def _ordinal(words: tuple[str, ...]) -> int | None:
    last = _ORDINALS.get(words[-1])
    if last is None or len(words) == 1:
        return last
    tens = {"twenty": 20, "thirty": 30}.get(words[0])
    return tens + last if tens and last < 10 else None


def _whole(words: tuple[str, ...], start: int) -> int | None:
    found = number_at(words, start)
    return found[0] if found and found[1] == len(words) else None


def _year_after(words: tuple[str, ...], at: int) -> Iterator[tuple[int, int, int]]:
    """ "unnis sau pachasi", "nineteen eighty five", "two thousand one"."""
    first = number_at(words, at)
    if first is None:
        return
    if first[0] in (19, 20) and (second := number_at(words, first[1])) and second[0] < 100:
        yield at, second[1], first[0] * 100 + second[0]
    elif 1900 <= first[0] < 2100:
        yield at, first[1], first[0]
