"""A phone number, in E.164 where its country is certain; of the country that the organisation serves unless it says otherwise."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.names import numbers_of
from frontline.speech.negation import negated_in
from frontline.speech.numbers.spelled import digits
from frontline.speech.placed import Placed, cut, placed, sentences
from frontline.speech.plain import Plain, plain, words_of
from frontline.speech.readers import words

_WRITTEN_SHAPES = {(10,), (5, 5), (3, 3, 4), (4, 3, 3), (4, 6), (3, 7), (6, 4), (2, 8), (2, 4, 4), (2, 2, 2, 2, 2)}


class _Group(NamedTuple):
    """Digits written together, with a plus if one was written before the first."""

    digits: str
    plus: bool
    start: int
    end: int


def phone(hearing: Hearing) -> Reading:
    """Two different numbers in one message are nobody's guess. Unasked, a run of digits that is called something else,
    or is not grouped the way people write phone numbers, is not one."""
    text = plain(hearing.text)
    if not text.has_digit and text.vocabulary.isdisjoint(digits()) and text.vocabulary.isdisjoint(numbers_of("times")):
        return None
    row = placed(text.text)
    chains = cut(_groups(text.text, row), lambda one, other: _apart(text.text, one, other))
    found = {number for chain in chains for number in _numbers(text.text, row, chain, hearing)}
    if not found:
        found = set(_spoken(text, hearing.calling_code))
    return Found(value=found.pop()) if len(found) == 1 else None


def indian(told: str, *, landline: bool = False) -> bool:
    """Whether these digits are a mobile number of India, or one of a fixed line, written as at home or with the country's code."""
    before, national = told[:-10], told[-10:]
    if len(national) < 10:
        return False
    return (before in ("", "0", "91") and national[0] in "6789") or (
        landline and before == "0" and national[0] in "12345"
    )


def _groups(text: str, row: list[Placed]) -> Iterator[_Group]:
    for one in row:
        if one.said.isdecimal() and one.said.isascii():
            first = one.start
            while first and one.start - first < 2 and text[first - 1] in "+(":
                first -= 1
            yield _Group(one.said, "+" in text[first : one.start], first, one.end)


def _apart(text: str, one: _Group, other: _Group) -> bool:
    """Anything but a short gap: a word, a comma or a colon."""
    gap = text[one.end : other.start]
    return other.plus or not 0 < len(gap) <= 3 or gap.strip(" .()/-") != ""


def _numbers(text: str, row: list[Placed], chain: list[_Group], hearing: Hearing) -> Iterator[str]:
    """Every number in the chain, left to right, longest first: "9876543210 2" holds one."""
    first, asked = 0, hearing.asked
    while first < len(chain):
        last = min(len(chain), first + 15)
        while last > first:
            groups = chain[first:last]
            whole = last - first in (1, len(chain))
            number = _canonical(text, groups, hearing.calling_code, asked=asked) if asked or whole else None
            if number and _is_phone(text, row, groups, asked=asked):
                yield number
                break
            last -= 1
        first = max(last, first + 1)


def _canonical(text: str, groups: list[_Group], calling_code: str, *, asked: bool) -> str | None:
    told, plus = "".join(group.digits for group in groups), groups[0].plus
    if told.startswith("00") and (asked or told.startswith("0091")):
        told, plus = told[2:], True
    if plus:
        return _international(told)
    if (calling_code == "91" or len(told) == 12) and indian(told, landline=asked):
        return "+91" + told[-10:]
    at_home = calling_code == "1"
    if (asked or at_home) and len(told) == 11 and told[0] == "1" and told[1] not in "01":
        return "+" + told
    if len(told) != 10 or told[0] not in ("23456789" if at_home else "2345"):
        return None
    return f"{told[:3]}-{told[3:6]}-{told[6:]}" if asked or at_home or _american(text, groups) else None


def _american(text: str, groups: list[_Group]) -> bool:
    """Abroad: 555-123-2002, (555) 123-2002; with nothing, or only blanks, between its parts where it is called a number or
    introduces who writes."""
    sizes = [len(group.digits) for group in groups]
    if sizes not in ([10], [3, 3, 4]):
        return False
    gaps = {text[one.end : other.start] for one, other in pairwise(groups)}
    if not gaps <= {" "} or text[groups[0].start] == "(":
        return True
    called = words_of(text[max(0, groups[0].start - 40) : groups[0].start])[-4:]
    return text[groups[-1].end :].startswith(":") or not words("called_phone").isdisjoint(called)


def _international(told: str) -> str | None:
    if not 8 <= len(told) <= 15 or told.startswith("0"):
        return None
    national = len(told) - (1 if told.startswith("1") else 2)
    return None if told.startswith(("1", "91")) and national != 10 else "+" + told


def _is_phone(text: str, row: list[Placed], groups: list[_Group], *, asked: bool) -> bool:
    """What stands around the digits may deny them, and unasked may call them something else."""
    start, end = groups[0].start, groups[-1].end
    if negated_in(text, start, end):
        return False
    if asked:
        return True
    before, after = words_of(text[max(0, start - 40) : start])[-4:], words_of(text[end : end + 24])
    sizes = tuple(len(group.digits) for group in groups)
    shaped = groups[0].plus or sizes in _WRITTEN_SHAPES or sizes[1:] in _WRITTEN_SHAPES or len(sizes) == 1
    left, right = text[max(0, start - 1) : start], text[end : end + 1]
    glued = left.isalnum() or left in {"₹", "$", "#", "/"} or right.isalnum()
    counts = after != [] and (after[0] in words("money") or after[0] in words("data_unit"))
    return shaped and not glued and not _is_another(text, row, groups, before) and not counts


def _is_another(text: str, row: list[Placed], groups: list[_Group], before: list[str]) -> bool:
    """Whether the digits are called something else. "bill 98…" is the bill of that line where they are shaped like a
    phone number; "bill number 98…" is not, unless a stop parts the two: "bill, number is 98…"."""
    named = next((word for word in reversed(before) if word not in words("before_number")), "")
    if named not in words("of_line"):
        return named in words("other_number") or "id" in before[-2:]
    mobile = indian("".join(group.digits for group in groups)) or len(groups) > 1
    last = Placed("", groups[0].start, groups[0].end)
    *_, beside = sentences(text, [*[one for one in row if one.end <= last.start][-4:], last], ",;!?\n")
    said = [one.said for one in beside]
    return not mobile or (named in said and not words("number_word").isdisjoint(said))


def _spoken(text: Plain, calling_code: str) -> Iterator[str]:
    """Digits said one by one, "double nine" included."""
    spelled, often = digits(), numbers_of("times")
    said, times, any_word = "", 1, False
    for word in (*text.words, ""):
        any_word = any_word or word in spelled or word in often
        if word in often:
            times = often[word]
        elif word in spelled or (word.isdigit() and word.isascii()):
            said, times = said + spelled.get(word, word) * times, 1
        else:
            if any_word and 10 <= len(said) <= 12:
                whole = [_Group(said, plus=False, start=0, end=len(said))]
                if number := _canonical(said, whole, calling_code, asked=calling_code == "1"):
                    yield number
            said, times, any_word = "", 1, False
