"""A phone number, in E.164 where its country is certain; of the country that the organisation serves unless it says otherwise."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from frontline.speech.negation import negated
from frontline.speech.numbers.spelled import DIGITS
from frontline.speech.plain import Plain, plain, word_set, words_of
from frontline.speech.reading import Found, Hearing, Reading

_GROUP = re.compile(r"[+(]{0,2}[0-9]+")
_GAP = re.compile(r"[ .()/-]{1,3}")
_NATIONAL = re.compile(r"(?:91|0)?[6-9][0-9]{9}")
_ASKED_NATIONAL = re.compile(r"(?:91|0)?[6-9][0-9]{9}|0[1-5][0-9]{9}")
_NORTH_AMERICAN = re.compile(r"1[2-9][0-9]{9}")
_TIMES = {"double": 2, "triple": 3, "डबल": 2, "ट्रिपल": 3}
_SPOKEN = frozenset(DIGITS) | frozenset(_TIMES)
_OTHER_NUMBERS = word_set("""
    order orders txn transaction transactions utr ref reference invoice ticket complaint request otp id customer
    consumer rs inr rupees imei iccid aadhaar aadhar pan sr srn docket ऑर्डर ट्रांजैक्शन शिकायत आईडी
""")
_OF_A_LINE = word_set("bill bills account acc ac upi बिल खाता खाते")
"""What belongs to a line and is named by its number, "my bill 98000 00003", but has numbers of its own too."""
_CALLED = word_set("number phone mobile line cell no nambar नंबर")
_FILLERS = word_set("no num number is id ka hai nambar नंबर है का")
_NUMBERED = word_set("no num number nambar id नंबर")
_STOP = re.compile(r"[,;!?\n]|(?<![a-z])(?!no|num)[a-z]{2,}[.](?=\s)")
_MOBILE = re.compile(r"(?:0|91)?[6-9][0-9]{9}")
_MONEY = word_set("rs rupees rupaye rupee inr रुपये रुपए रु gb mb")
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
    if not text.has_digit and _SPOKEN.isdisjoint(text.vocabulary):
        return None
    found = {number for chain in _chains(text.text) for number in _numbers(text.text, chain, hearing)}
    if not found:
        found = set(_spoken(text, hearing.calling_code))
    return Found(value=found.pop()) if len(found) == 1 else None


def _chains(text: str) -> Iterator[list[_Group]]:
    """Digit groups with nothing but a short gap between them; a word, a comma or a colon parts them."""
    chain: list[_Group] = []
    for match in _GROUP.finditer(text):
        group = _Group(match[0].lstrip("+("), "+" in match[0], match.start(), match.end())
        if chain and (group.plus or not _GAP.fullmatch(text, chain[-1].end, group.start)):
            yield chain
            chain = []
        chain.append(group)
    if chain:
        yield chain


def _numbers(text: str, chain: list[_Group], hearing: Hearing) -> Iterator[str]:
    """Every number in the chain, left to right, longest first: "9876543210 2" holds one."""
    first, asked = 0, hearing.asked
    while first < len(chain):
        last = min(len(chain), first + 15)
        while last > first:
            groups = chain[first:last]
            whole = last - first in (1, len(chain))
            number = _canonical(text, groups, hearing.calling_code, asked=asked) if asked or whole else None
            if number and _is_phone(text, groups, asked=asked):
                yield number
                break
            last -= 1
        first = max(last, first + 1)


def _canonical(text: str, groups: list[_Group], calling_code: str, *, asked: bool) -> str | None:
    digits, plus = "".join(group.digits for group in groups), groups[0].plus
    if digits.startswith("00") and (asked or digits.startswith("0091")):
        digits, plus = digits[2:], True
    if plus:
        return _international(digits)
    at_home_in_india = calling_code == "91" or len(digits) == 12
    if at_home_in_india and (_ASKED_NATIONAL if asked else _NATIONAL).fullmatch(digits):
        return "+91" + digits[-10:]
    at_home_in_america = calling_code == "1"
    if (asked or at_home_in_america) and _NORTH_AMERICAN.fullmatch(digits):
        return "+" + digits
    if len(digits) != 10 or digits[0] not in ("23456789" if at_home_in_america else "2345"):
        return None
    return (
        f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if asked or at_home_in_america or _american(text, groups) else None
    )


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
    return text[groups[-1].end :].startswith(":") or not _CALLED.isdisjoint(called)


def _international(digits: str) -> str | None:
    if not 8 <= len(digits) <= 15 or digits.startswith("0"):
        return None
    national = len(digits) - (1 if digits.startswith("1") else 2)
    return None if digits.startswith(("1", "91")) and national != 10 else "+" + digits


def _is_phone(text: str, groups: list[_Group], *, asked: bool) -> bool:
    """What stands around the digits may deny them, and unasked may call them something else."""
    start, end = groups[0].start, groups[-1].end
    before, after = words_of(text[max(0, start - 40) : start])[-4:], words_of(text[end : end + 24])
    if negated(before, after):
        return False
    if asked:
        return True
    sizes = tuple(len(group.digits) for group in groups)
    shaped = groups[0].plus or sizes in _WRITTEN_SHAPES or sizes[1:] in _WRITTEN_SHAPES or len(sizes) == 1
    left, right = text[max(0, start - 1) : start], text[end : end + 1]
    glued = left.isalnum() or left in {"₹", "$", "#", "/"} or right.isalnum()
    return shaped and not glued and not _is_another(text, groups, before) and not _MONEY & set(after[:1])


def _is_another(text: str, groups: list[_Group], before: list[str]) -> bool:
    """Whether the digits are called something else. "bill 98…" is the bill of that line where they are shaped like a
    phone number; "bill number 98…" is not, unless a stop parts the two: "bill, number is 98…"."""
    named = next((word for word in reversed(before) if word not in _FILLERS), "")
    if named not in _OF_A_LINE:
        return named in _OTHER_NUMBERS or "id" in before[-2:]
    start = groups[0].start
    beside = words_of(_STOP.split(text[max(0, start - 40) : start])[-1])[-4:]
    mobile = _MOBILE.fullmatch("".join(group.digits for group in groups)) or len(groups) > 1
    return not mobile or (named in beside and not _NUMBERED.isdisjoint(beside))


def _spoken(text: Plain, calling_code: str) -> Iterator[str]:
    """Digits said one by one, "double nine" included."""
    said, times, spelled = "", 1, False
    for word in (*text.words, ""):
        spelled = spelled or word in _SPOKEN
        if word in _TIMES:
            times = _TIMES[word]
        elif word in DIGITS or (word.isdigit() and word.isascii()):
            said, times = said + DIGITS.get(word, word) * times, 1
        else:
            if spelled and 10 <= len(said) <= 12:
                number = _canonical(
                    said,
                    [_Group(digits=said, plus=False, start=0, end=len(said))],
                    calling_code,
                    asked=calling_code == "1",
                )
                if number:
                    yield number
            said, times, spelled = "", 1, False
