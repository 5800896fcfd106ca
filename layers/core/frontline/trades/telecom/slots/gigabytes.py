"""An amount of data in GB, as a plain decimal string."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.names import decimals_of, names_of
from frontline.speech.negation import negated
from frontline.speech.numbers.spelled import number_at
from frontline.speech.plain import LETTER, plain
from frontline.speech.readers import words

_TOKEN = re.compile(
    r"[₹$€£] ?[0-9.,]+|(?<![^\s,:=(])- ?[0-9.]+"
    rf"|([0-9]+(?:\.[0-9]{{1,3}})?|\.[0-9]{{1,3}}|{LETTER}+)"
)
"""The forms of a number, "1.5", ".5", and of a word; what costs money, and what is less than nothing, is neither."""


class _Number(NamedTuple):
    """A number at `said[start:end]`, its unit included; `scaled` when it has one."""

    value: Decimal
    start: int
    end: int
    scaled: bool


def gigabytes(hearing: Hearing) -> Reading:
    """A number that is called GB or MB; a bare one only as the whole answer. Two amounts are nobody's guess, and nothing,
    or less than nothing, is no amount."""
    said = tuple(_TOKEN.findall(plain(hearing.text).text))
    numbers = list(_numbers(said))
    found = {number.value for number in numbers if number.scaled and _meant(number, said)}
    if not found and hearing.asked and not any(number.scaled for number in numbers):
        found = _whole_answer(numbers, said)
    value = found.pop() if len(found) == 1 else Decimal(0)
    return Found(value=f"{value.normalize():f}") if value > 0 else None


def _numbers(said: tuple[str, ...]) -> Iterator[_Number]:
    position = 0
    while position < len(said):
        number = _number_at(said, position)
        if number and not (position and said[position - 1] in words("minus")):
            yield number
        position = number.end if number else position + 1


def _number_at(said: tuple[str, ...], start: int) -> _Number | None:
    """ "do" is two unless it belongs to a verb: "kar do"."""
    counted = _counted(said, start)
    if counted is None:
        return None
    value, end = counted
    if unit := names_of("data_size").at(said, end):
        return _Number(value / (_per_gigabyte(value) if unit.value == "mb" else 1), start, unit.end, scaled=True)
    if start and said[start] in words("two_or_give") and said[start - 1] in words("verb_before_do"):
        return None
    either = end < len(said) and said[end] in words("or")
    return _Number(value, start, end, either and any(names_of("data_size").at(said, at) for at in range(end, end + 4)))


def _counted(said: tuple[str, ...], start: int) -> tuple[Decimal, int] | None:
    """Half numbers are said in many ways: "dedh", "aadha", "half a", "one and a half"."""
    word = said[start]
    if word[:1] == "." or word.isdecimal() or "." in word:
        return (Decimal(word), start + 1) if len(word) < 8 else None
    if half := names_of("half").at(said, start):
        return Decimal(half.value), half.end
    if (whole := number_at(said, start)) is not None:
        more = names_of("and_half").at(said, whole[1])
        return (whole[0] + Decimal(more.value), more.end) if more else (Decimal(whole[0]), whole[1])
    number = decimals_of("number").get(word)
    return (Decimal(str(number)), start + 1) if number else None


def _per_gigabyte(megabytes: Decimal) -> int:
    """People mean half a GB by 500 MB as by 512 MB."""
    return 1024 if megabytes % 256 == 0 else 1000


def _meant(number: _Number, said: Sequence[str]) -> bool:
    """Not what is denied, and not what the plan gives every day."""
    after = said[number.end : number.end + 2]
    day = after[1:] if after and after[0] in words("each_one") else after[:1]
    return words("per_day").isdisjoint(day) and not negated(said, number.start, number.end)


def _whole_answer(numbers: Sequence[_Number], said: Sequence[str]) -> set[Decimal]:
    """Bare numbers, where nothing but empty words is said beside them."""
    inside = {position for number in numbers for position in range(number.start, number.end)}
    beside = {word for position, word in enumerate(said) if position not in inside}
    return {number.value for number in numbers} if beside <= words("around_data") | {""} else set()
