"""Numbers written as words, in English and in Hindi of either script: "do sau", "two hundred", "डेढ़ सौ"."""

from collections.abc import Mapping, Sequence
from functools import cache

from frontline.speech.names import decimals_of, numbers_of
from frontline.speech.readers import words


@cache
def digits() -> Mapping[str, str]:
    """The words for figures, told one by one."""
    return {
        word: str(int(value))
        for word, value in {**decimals_of("number"), **numbers_of("digit")}.items()
        if value in range(10)
    }


@cache
def starts() -> frozenset[str]:
    """The words that a number can begin with."""
    return frozenset().union(decimals_of("number"), decimals_of("more"), numbers_of("scale"))


def number_at(said: Sequence[str], start: int) -> tuple[int, int] | None:
    """The whole number that begins at `start`, and where it ends: "do sau pachas" is 250."""
    if start >= len(said) or said[start] not in starts():
        return None
    units, scales, more = decimals_of("number"), numbers_of("scale"), decimals_of("more")
    total, current, position, bonus = 0.0, 0.0, start, 0.0
    open_to_unit = True
    while position < len(said):
        word = said[position]
        if word in more and position == start:
            bonus = more[word]
        elif word in units and (open_to_unit or (_tens(current) and units[word] in range(1, 10))):
            current, open_to_unit, bonus = current + units[word] + bonus, False, 0.0
        elif word in scales and current < scales[word]:
            current = (current or 1) * scales[word]
            if scales[word] >= 1000:
                total, current = total + current, 0.0
            open_to_unit = True
        elif not (
            (open_to_unit or _tens(current))
            and position > start
            and word in words("and")
            and not units.keys().isdisjoint(said[position + 1 : position + 2])
        ):
            break
        position += 1
    value = total + current
    return (int(value), position) if value == int(value) and value < 10**9 else None


def price_at(said: Sequence[str], start: int) -> tuple[int, int] | None:
    """The same as prices are told: "three ninety nine" is 399."""
    number = number_at(said, start)
    rest = number_at(said, number[1]) if number and 0 < number[0] < 10 else None
    return (number[0] * 100 + rest[0], rest[1]) if number and rest and 10 <= rest[0] <= 99 else number


def _tens(value: float) -> bool:
    """After "twenty" a unit may follow; Hindi says every number below a hundred in one word."""
    return value % 100 in range(20, 100, 10)
