"""A day, as an ISO date. Customers report what happened: a day without a year, and "kal", lie in the past."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.names import numbers_of
from frontline.speech.negation import negated, negated_in
from frontline.speech.plain import Plain, plain
from frontline.speech.readers import speech, words
from frontline.speech.when import spoken

_FIGURES = re.compile(
    r"(?<![\w.,/₹$+-])(?:(20[0-9]{2})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])"
    r"|(3[01]|[12][0-9]|0?[1-9])([-/.])(3[01]|[12][0-9]|0?[1-9])(?:\6(20[0-9]{2}|[0-9]{2}))?)(?![\w/-]|[.,][0-9])"
)
"""The form of a day in figures; day and month without a year have one sign between them."""
_NAMED_BY = ("month", "weekday", "day", "span", "month_span")


def date(hearing: Hearing) -> Reading:
    """Two different days are nobody's guess. Unasked, a day needs a month's name, a year or a word like "yesterday"."""
    text = plain(hearing.text)
    named = not _starts().isdisjoint(text.vocabulary)
    if not named and not text.has_digit:
        return None
    days = set(_figures(text.text, hearing))
    if named:
        days |= set(_named(text, hearing))
    if not days and hearing.asked and numbers_of("month_span").keys().isdisjoint(text.vocabulary):
        days = set(_ordinal(text, hearing))
    return Found(value=days.pop().isoformat()) if len(days) == 1 else None


@cache
def _starts() -> frozenset[str]:
    """The words with which a day, or a span of days, begins."""
    return frozenset(name[0] for reader in _NAMED_BY for name in speech().names[reader].anywhere)


def _figures(text: str, hearing: Hearing) -> Iterator[dt.date]:
    """Day before month, as in India, unless that cannot be."""
    for match in _FIGURES.finditer(text):
        year, _, month, day, first, sign, second, last = match.groups()
        if not year and not last and (not hearing.asked or sign == "." or match[0] == "24/7"):
            continue
        if first:
            day, month = (first, second) if int(second) <= 12 else (second, first)
            year = ("20" + last)[-4:] if last else None
        found = _day(int(day), int(month), int(year) if year else None, hearing)
        if found and not negated_in(text, *match.span()):
            yield found


def _named(text: Plain, hearing: Hearing) -> Iterator[dt.date]:
    told, today, taken = text.words, hearing.at.date(), 0
    starts = _starts()
    for position, word in enumerate(told):
        if position < taken or word not in starts:
            continue
        found = (
            spoken.day_word(told, position, today)
            or spoken.span(told, position, today, asked=hearing.asked)
            or spoken.weekday(told, position, today, asked=hearing.asked)
            or _of_month(told, position, hearing)
        )
        if found is None:
            continue
        day, taken = found
        if not negated(told, position, taken):
            yield day


def _of_month(told: tuple[str, ...], at: int, hearing: Hearing) -> tuple[dt.date, int] | None:
    """ "12 Nov", "12th of November 2025", "Nov 12", "12 नवंबर"."""
    month = numbers_of("month").get(told[at])
    if month is None:
        return None
    before = [word for word in told[max(0, at - 3) : at] if word not in words("of_the")]
    day, end = _ordinal_of(before[-1] if before else ""), at + 1
    modal = told[at] in words("month_or_verb") and not hearing.asked
    if day is None and not modal and words("counted_thing").isdisjoint(told[at + 2 : at + 3]):
        day, end = _ordinal_of(told[at + 1] if at + 1 < len(told) else ""), at + 2
    if day is None:
        return None
    after = told[end] if end < len(told) else ""
    year = after if len(after) == 4 and after.startswith("20") and after.isdecimal() else None
    found = _day(day, month, int(year) if year else None, hearing)
    return (found, end + (year is not None)) if found else None


def _ordinal(text: Plain, hearing: Hearing) -> Iterator[dt.date]:
    """ "the 12th", "12 tarikh": the latest one that was."""
    today = hearing.at.date()
    for position, word in enumerate(text.words):
        day, after = _ordinal_of(word), text.words[position + 1 : position + 2]
        if day and (not word.isdecimal() or (after and after[0] in words("day_of_month"))):
            month, year = (
                (today.month, today.year)
                if day <= today.day
                else ((today.month - 2) % 12 + 1, today.year - (today.month == 1))
            )
            found = _day(day, month, year, hearing)
            if found:
                yield found


def _ordinal_of(word: str) -> int | None:
    """Of "12" or "12th"."""
    figures, ending = (word[:-2], word[-2:]) if word[-1:].isalpha() else (word, "")
    if not (figures.isdecimal() and figures.isascii() and len(figures) <= 2):
        return None
    return int(figures) if 1 <= int(figures) <= 31 and (not ending or ending in words("ordinal_ending")) else None


def _day(day: int, month: int, year: int | None, hearing: Hearing) -> dt.date | None:
    """Without a year: the latest that was. "29 Feb" may lie some years back."""
    today = hearing.at.date()
    years = [year] if year else range(today.year, max(dt.MINYEAR, today.year - 8) - 1, -1)
    found = (dt.date(each, month, day) for each in years if day <= _length(each, month))
    return next((each for each in found if year or each <= today), None)


def _length(year: int, month: int) -> int:
    """Days in a month; none in a month that does not exist."""
    return calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
