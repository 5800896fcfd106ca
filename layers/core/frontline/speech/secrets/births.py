"""Where a text tells a date of birth: any date long past, and beside "born" or "dob" whatever can be a part of one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from frontline.speech.placed import Placed, begins, sentences
from frontline.speech.plain import words_of
from frontline.speech.readers import words
from frontline.speech.secrets.places import Taken
from frontline.speech.when.birth import FIRST, YOUNGEST, Written, kinds_of, near, pieces, shape, written

_PARTS = ("DMY", "DMD", "DDY", "DDD", "DM", "MY", "MD", "DD", "M", "6", "8", "Y")
"""What can be a part of a date, the longest first."""
_YEARS = range(1900, 2030)


class Told(NamedTuple):
    """A date in a text, and whether somebody was born on it."""

    start: int
    end: int
    born: bool


def dates(text: str, row: Sequence[Placed], today: dt.date) -> list[Told]:
    """All dates of a folded text, from left to right; no two of them overlap."""
    told = pieces(text, row)
    found = [*_written(text, told, today), *_said_to_be_of_birth(text, told)]
    found.sort(key=lambda one: (not one.born, one.start - one.end))
    taken = Taken()
    return sorted(one for one in found if taken.take(one.start, one.end))


def _written(text: str, told: Sequence[Placed], today: dt.date) -> Iterator[Told]:
    for one in written(text, told):
        year = int(one.year)
        if len(one.year) == 2:
            year += 2000 if 2000 + year <= today.year + 2 else 1900
        if one.on(year) is None or not _stands_alone(text, told, one):
            continue
        long_past = FIRST.year <= year <= today.year - YOUNGEST
        yield Told(told[one.first].start, told[one.last].end, born=long_past and _like_a_date(text, told, one))


def _stands_alone(text: str, told: Sequence[Placed], one: Written) -> bool:
    """Not a part of a longer row of figures, such as a phone number or a time. A whole phone number may stand beside a date;
    what belongs to the same row is shorter."""
    start, end = told[one.first].start, told[one.last].end
    before, after = told[max(0, one.first - 1) : one.first], told[one.last + 1 : one.last + 2]
    gaps = [(text[left.end : start], left) for left in before if text[left.end - 1].isdecimal()]
    gaps += [(text[end : right.start], right) for right in after if text[end - 1].isdecimal()]
    beside = [(gap, other.said) for gap, other in gaps if other.said.isdecimal() and len(gap) == 1 and gap in " .,/-:"]
    if not beside and text[end : end + 1] != "%":
        return True
    return len(one.year) == 4 and not any(len(said) < 3 for gap, said in beside if gap != ":")


def _like_a_date(text: str, told: Sequence[Placed], one: Written) -> bool:
    """A year of two figures is believed where signs tell that it is one, and no unit follows."""
    if len(one.year) == 4:
        return True
    end = told[one.last].end
    after = "".join(words_of(text[end : end + 14])[:1])
    if after in words("money") or after in words("counted") or (one.year[1] == "9" and after in words("belongs")):
        return False
    if not one.month.isdecimal():
        return True
    three = told[one.first : one.last + 1]
    sign, other = (text[left.end : right.start] for left, right in ((three[0], three[1]), (three[1], three[2])))
    if sign != other or sign.strip() in ("/", "-"):
        return sign == other
    before = text[: three[0].start].removesuffix(" ")
    version = one.first > 0 and told[one.first - 1].end == len(before) and told[one.first - 1].said in words("version")
    return sign == "." and all(len(piece.said) == 2 for piece in three) and not version


def _said_to_be_of_birth(text: str, told: Sequence[Placed]) -> Iterator[Told]:
    at = 0
    for sentence in sentences(text, told):
        end = at + len(sentence)
        if _speaks_of_birth([piece.said for piece in sentence]):
            while at < end:
                many = _part_of_a_date(text, told, at, end)
                if many:
                    yield Told(told[at].start, told[at + many - 1].end, born=True)
                at += many or 1
        at = end


def _speaks_of_birth(said: Sequence[str]) -> bool:
    if any(begins(said, at, "born") for at in range(len(said))):
        return True
    whole = " ".join(said)
    return any(stem in whole for stem in words("birth_stem"))


def _part_of_a_date(text: str, told: Sequence[Placed], first: int, end: int) -> int:
    """How many pieces from here on, before `end`, can be a part of one."""
    if told[first].kind == "w":
        return 0
    kinds = shape(kinds_of(told[first : min(end, first + 3)]))
    kinds = kinds[0] + kinds[1:].replace("d", "D")
    for part in _PARTS:
        last = first + len(part) - 1
        if not kinds.startswith(part) or (part == "DDD" and len(told[last].said) != 2):
            continue
        if part == "Y" and int(told[first].said) not in _YEARS:
            continue
        if all(near(text, told, at, named=True) for at in range(first, last)):
            return len(part)
    return 0
