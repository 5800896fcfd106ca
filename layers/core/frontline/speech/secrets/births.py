"""Where a text tells a date of birth: any date long past, and beside "born" or "dob" whatever can be a part of one."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from frontline.speech.numbers.amount import MONEY, UNITS
from frontline.speech.plain import fold, word_set, words_of
from frontline.speech.secrets.places import Taken
from frontline.speech.when.birth import FIRST, MONTHS, WRITTEN, YOUNGEST, told_in_words

_BORN = re.compile(
    r"(?<![^\W_])(?:d ?\.? ?o ?\.? ?bs?|born|birth ?(?:day|date)?|bday|janm\w*|janam\w*|paida\w*)(?![^\W_])"
    "|(?:" + "|".join(map(fold, ("जन्म", "जनम", "पैदा"))) + ")"
)
_OF = word_set("ka ki ke wala wali का की के वाला वाली")
_SENTENCE = re.compile(r"[!?;]|\.(?= |$)")
_SIGNS = re.compile(r"[0-9](\D{1,3})[0-9]+(\D{1,3})[0-9]+$")
_TWO_FIGURES = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}")
_VERSION = re.compile(r"(?:version|android|ios|os|v|build|firmware) ?$")
_MORE_DIGITS_BEFORE, _MORE_DIGITS_AFTER = re.compile(r"[0-9][ .,/:-]$"), re.compile(r"[ .,/-][0-9]|:[0-9]|%")
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_PARTS = re.compile(
    rf"(?<![0-9])(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of| ko| को)?[-/., ]{{0,3}})?(?<![^\W\d_])(?:{_MONTH})(?![^\W\d_])"
    r"(?:[-/., ]{0,3}(?:[0-9]{4}|[0-9]{1,2})(?![0-9]))?"
    r"|(?<![0-9])[0-9]{1,2}[-/., ]{1,3}[0-9]{1,2}(?:[-/., ]{1,3}(?:[0-9]{4}|[0-9]{2}))?(?![0-9])"
    r"|(?<![0-9])(?:[0-9]{6}|[0-9]{8}|19[0-9]{2}|20[0-2][0-9])(?![0-9])"
)
"""Beside "born": a day and a month, a year, figures written together."""


class Told(NamedTuple):
    """A date in a text, and whether somebody was born on it."""

    start: int
    end: int
    born: bool


def dates(text: str, today: dt.date) -> list[Told]:
    """All dates of a folded text, from left to right; no two of them overlap."""
    figures, places = _in_figures(text)
    found = [*_written(figures, today), *_said_to_be_of_birth(figures)]
    found.sort(key=lambda told: (not told.born, told.start - told.end))
    taken = Taken()
    kept = [told for told in found if taken.take(told.start, told.end)]
    moved = (Told(places[told.start][0], places[told.end - 1][1], told.born) for told in kept)
    return sorted(moved)


def _in_figures(text: str) -> tuple[str, list[tuple[int, int]]]:
    """With words for days and years as figures, and where each character comes from."""
    figures, places, done = "", [], 0
    for start, end, number in told_in_words(text):
        if start < done:
            continue
        figures += f"{text[done:start]}{number}"
        places += [(at, at + 1) for at in range(done, start)] + [(start, end)] * len(str(number))
        done = end
    return figures + text[done:], places + [(at, at + 1) for at in range(done, len(text))]


def _written(text: str, today: dt.date) -> Iterator[Told]:
    for pattern in WRITTEN:
        for match in pattern.finditer(text):
            written = match.groupdict()
            if (year := _year(written, today)) is None or not _stands_alone(text, match):
                continue
            long_past = FIRST.year <= year <= today.year - YOUNGEST
            yield Told(match.start(), match.end(), born=long_past and _like_a_date(text, match))


def _year(written: dict[str, str], today: dt.date) -> int | None:
    """None for what is no day. Two figures are of a year just past or to come if they can be: that is when people pay."""
    year, day = int(written["year"]), int(written["day"])
    month = int(written["month"]) if written["month"].isdecimal() else MONTHS[written["month"]]
    if month > 12 >= day:
        day, month = month, day
    if len(written["year"]) == 2:
        year += 2000 if 2000 + year <= today.year + 2 else 1900
    try:
        dt.date(year, month, day)
    except ValueError:
        return None
    return year


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Not a part of a longer row of figures, such as a phone number or a time."""
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 14]
    if _MORE_DIGITS_BEFORE.search(before) or _MORE_DIGITS_AFTER.match(after):
        return len(match["year"]) == 4 and not _few_digits_beside(text, match)
    return True


def _few_digits_beside(text: str, match: re.Match[str]) -> bool:
    """A whole phone number may stand beside a date; what belongs to the same row is shorter."""
    left, right = (
        re.search(r"([0-9]+)[ .,/-]$", text[max(0, match.start() - 16) : match.start()]),
        re.match(r"[ .,/-]([0-9]+)", text[match.end() : match.end() + 16]),
    )
    return any(beside and len(beside[1]) < 3 for beside in (left, right))


def _like_a_date(text: str, match: re.Match[str]) -> bool:
    """A year of two figures is believed where signs tell that it is one, and no unit follows."""
    if len(match["year"]) == 4:
        return True
    following = words_of(text[match.end() : match.end() + 14])[:1]
    if not (MONEY | UNITS).isdisjoint(following) or (match["year"].endswith("9") and not _OF.isdisjoint(following)):
        return False
    if not match["month"].isdecimal():
        return True
    signs = _SIGNS.search(match[0])
    if signs is None or signs[1] != signs[2]:
        return False
    if signs[1].strip() in ("/", "-"):
        return True
    return _TWO_FIGURES.fullmatch(match[0]) is not None and not _VERSION.search(
        text[max(0, match.start() - 12) : match.start()]
    )


def _said_to_be_of_birth(text: str) -> Iterator[Told]:
    ends = [match.end() for match in _SENTENCE.finditer(text)] + [len(text)]
    start = 0
    for end in ends:
        if _BORN.search(text, start, end):
            for match in _PARTS.finditer(text, start, end):
                yield Told(match.start(), match.end(), born=True)
        start = end
