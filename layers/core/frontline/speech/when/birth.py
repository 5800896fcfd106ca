"""A day written out, in the middle of other words: where it stands, and whether somebody can have been born on it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from frontline.speech.names import names_of, numbers_of
from frontline.speech.numbers.spelled import number_at
from frontline.speech.placed import Placed, placed
from frontline.speech.readers import words

YOUNGEST = 10
"""Whoever writes two figures of a year is neither younger nor a century older."""
FIRST = dt.date(1900, 1, 1)
_IN_FIGURES = {" ", *(f"{left}{sign}{right}" for left in ("", " ") for sign in "-/.," for right in ("", " "))}
"""What stands between the figures of a date."""
_CENTURIES = (19, 20)
_SHAPES = {"YDD": (2, 1, 0), "YMD": (2, 1, 0), "YDM": (1, 2, 0), "MDY": (1, 0, 2), "DMY": (0, 1, 2), "DDY": (0, 1, 2)}
"""Where day, month and year stand: a Year in four figures, a Month's name, or one or two Digits."""


class Written(NamedTuple):
    """A date of which the pieces `first` to `last` tell day, month and year."""

    day: str
    month: str
    year: str
    first: int
    last: int

    def on(self, year: int) -> dt.date | None:
        """Days come before months, as in India, unless that cannot be."""
        day = int(self.day)
        month = int(self.month) if self.month.isdecimal() else numbers_of("month")[self.month]
        if month > 12 >= day:
            day, month = month, day
        try:
            return dt.date(year, month, day)
        except ValueError:
            return None


class Birth(NamedTuple):
    """The day, and the same text without it."""

    day: dt.date
    rest: str


def birth(folded: str, today: dt.date) -> Birth | None:
    """The day somebody can have been born on: of years in four figures the earliest, as what else is told has happened since; of
    years in two the first."""
    told, found = pieces(folded, placed(folded)), list[tuple[bool, dt.date, Birth]]()
    for one in written(folded, told):
        year, short = int(one.year), len(one.year) == 2
        if short:
            year += 2000 if today.year - 2000 - year >= YOUNGEST else 1900
        if (day := one.on(year)) and FIRST <= day < today:
            rest = f"{folded[: told[one.first].start]} , {folded[told[one.last].end :]}"
            found.append((short, dt.date.max if short else day, Birth(day, rest)))
    return min(found, key=lambda one: one[:2])[2] if found else None


def pieces(text: str, row: Sequence[Placed]) -> list[Placed]:
    """The row with days and years told in words as figures, "5th" and "5 of" as one, and kinds: `D`, or `d` with an ending, `M`,
    `Y`, `8` and `6` for as many figures together, `w` for any other word."""
    found: list[Placed] = []
    for said, start, end, *_ in _in_figures(row):
        last = found[-1] if found else None
        if last and last.kind == "D" and last.end == start and said in words("ordinal_ending"):
            found[-1] = last._replace(kind="d", end=end, reach=end)
        elif last and last.kind in "dDMY" and said in words("date_link") and text[last.reach : start] == " ":
            found[-1] = last._replace(reach=end)
        else:
            found.append(Placed(said, start, end, _kind(said), end))
    return found


def _kind(said: str) -> str:
    if said in numbers_of("month"):
        return "M"
    return {1: "D", 2: "D", 4: "Y", 6: "6", 8: "8"}.get(len(said), "w") if said.isdecimal() else "w"


def kinds_of(told: Sequence[Placed]) -> str:
    """Their kinds in order."""
    return "".join(piece.kind for piece in told)


def shape(kinds: str) -> str:
    """A day has an ending only beside a month's name."""
    return kinds.replace("d", "D") if "M" in kinds else kinds


def written(text: str, told: Sequence[Placed]) -> Iterator[Written]:
    """Every date that tells day, month and year; the next one of the same shape begins behind it."""
    kinds, done = kinds_of(told), dict.fromkeys(_SHAPES, 0)
    for at, one in enumerate(told):
        if one.kind == "8":
            yield Written(one.said[:2], one.said[2:4], one.said[4:], at, at)
            yield Written(one.said[6:], one.said[4:6], one.said[:4], at, at)
        three = shape(kinds[at : at + 3]).replace("YDd", "YDD")
        if three in ("DMD", "MDD", "DDD") and len(told[at + 2].said) == 2:
            three = f"{three[:2]}Y"
        if at >= done.get(three, at + 1) and all(near(text, told, at + step, named="M" in three) for step in (0, 1)):
            done[three] = at + 3
            day, month, year = (told[at + place].said for place in _SHAPES[three])
            yield Written(day, month, year, at, at + 2)


def near(text: str, told: Sequence[Placed], at: int, *, named: bool) -> bool:
    """Whether this piece and the next stand together as in a date: among figures by one sign, beside a name more loosely."""
    gap = text[told[at].reach if named else told[at].end : told[at + 1].start]
    return (len(gap) <= 4 and not gap.strip("-/., ")) if named else gap in _IN_FIGURES


def _in_figures(row: Sequence[Placed]) -> Iterator[Placed]:
    """Days and years told in words beside a month's name: "tees janvari unnis sau pachasi"."""
    said = tuple(one.said for one in row)
    done = 0
    for month in [at for at, word in enumerate(said) if word in numbers_of("month")]:
        for first, last, number in (*_day_before(said, month), *_after(said, month + 1)):
            if first >= done:
                yield from row[done:first]
                yield Placed(str(number), row[first].start, row[last - 1].end)
                done = last
    yield from row[done:]


def _day_before(said: tuple[str, ...], month: int) -> Iterator[tuple[int, int, int]]:
    end = month - 1 if month and said[month - 1] in words("date_link") else month
    for start in range(max(0, end - 2), end):
        named, whole = names_of("day_ordinal").at(said, start), number_at(said[start:end], 0)
        number = (
            int(named.value) if named and named.end == end else whole[0] if whole and start + whole[1] == end else 0
        )
        if 0 < number <= 31:
            yield start, end, number
            return


def _after(said: tuple[str, ...], at: int) -> Iterator[tuple[int, int, int]]:
    """The year, or day and year: "unnis sau pachasi", "nineteen eighty five", "two thousand one", "thirty eighty five", "pachasi"."""
    named, first = names_of("day_ordinal").at(said, at), number_at(said, at)
    if named or (first and first[0] <= 31 and first[0] not in _CENTURIES):
        day, end = (int(named.value), named.end) if named else first or (0, at)
        if years := list(_year(said, end)):
            yield at, end, day
            yield from years
            return
    yield from _year(said, at)


def _year(said: tuple[str, ...], at: int) -> Iterator[tuple[int, int, int]]:
    first = number_at(said, at)
    if first is None:
        return
    if first[0] in _CENTURIES and (second := number_at(said, first[1])) and second[0] < 100:
        yield at, second[1], first[0] * 100 + second[0]
    elif 1900 <= first[0] < 2100 or (10 <= first[0] < 100 and words("counted_thing").isdisjoint(said[first[1] :][:1])):
        yield at, first[1], first[0]
