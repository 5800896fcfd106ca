"""How fast the mobile data is. The manual names the grades but no figures; for a figure alone we take below 1 Mbps very poor,
below 5 poor, below 25 fair, below 100 good, and from 100 on excellent. A grade that is named with the figure goes first."""

from collections.abc import Iterator
from itertools import takewhile

from frontline.model.reading import Hearing, Reading
from frontline.speech.names import names_of, table_of
from frontline.speech.plain import is_sign
from frontline.speech.readers import said, words
from frontline.trades.telecom.slots.phone_state.clauses import ENDS, tokens
from frontline.trades.telecom.slots.phone_state.read_off import best, found, said_of

_SCALE = {"g": 1000.0, "m": 1.0, "k": 0.001}
_GRADES = ((100.0, "excellent"), (25.0, "good"), (5.0, "fair"), (1.0, "poor"), (0.001, "very_poor"))
_LONGEST = 12
"""Digits of a number."""
_MOST = 100_000
"""Mbps; a greater number alone is none."""
Told = tuple[str, ...]


def speed(hearing: Hearing) -> Reading:
    """Unasked, only a figure with its unit or a speed test's own words count."""
    told = tokens(hearing.text)
    if not hearing.asked and "handset.speed_talk" not in said(" ".join(told)):
        return None
    grades = said_of("speed", hearing)
    grade = best(one for one in grades if not one.weak)
    return found(grade or _of_figure(told, asked=hearing.asked) or best(grades))


def _of_figure(told: Told, *, asked: bool) -> str | None:
    """The last one with its unit, unless it is the way up; a bare one only where a speed was asked for."""
    figures = [(number, unit) for place, number in _numbers(told) if (unit := _unit(told, place))]
    sure = [number * _SCALE[unit] for number, unit in figures if unit != "loose"]
    if sure or not asked:
        return _graded(sure[-1]) if sure else None
    loose = [number for number, _ in figures]
    told = tuple(word for word in told if not is_sign(word))
    alone = [number for _, number in _numbers(told) if len(told) == 1 and not _letters(told[0]) and number < _MOST]
    return _graded([*alone, *loose][-1]) if alone or loose else None


def _numbers(told: Told) -> Iterator[tuple[int, float]]:
    """Each with its place, but for the way up and for what was used."""
    for place, word in enumerate(told):
        number = word[: len(word) - len(_letters(word))].replace(",", ".")
        before = takewhile(lambda one: one not in ENDS and one != ",", reversed(told[max(0, place - 6) : place]))
        if number[:1].isdecimal() and len(number) <= _LONGEST and words("other_way").isdisjoint(before):
            yield place, float(number)


def _letters(word: str) -> str:
    return word.lstrip("0123456789.,")


def _unit(told: Told, place: int) -> str | None:
    """What is named behind the number, or before it ("speed mbps: 275"); `loose` beside words that only may mean a speed."""
    letters = _letters(told[place])
    after = ((letters,) if letters else ()) + told[place + 1 : place + 4]
    behind = next(names_of("handset.units").mentions(after), None)
    if behind and behind.start == 0:
        return behind.value
    if letters or after[:1] == ("%",):
        return None
    before = [word for word in told[max(0, place - 6) : place] if not is_sign(word)]
    unit = table_of("handset.units").get((before[-1],)) if before else None
    if unit in _SCALE:
        return unit
    beside = takewhile(lambda word: word in words("beside_a_speed"), reversed(before))
    return None if words("speed_itself").isdisjoint(beside) else "loose"


def _graded(mbps: float) -> str:
    return next((grade for least, grade in _GRADES if mbps >= least), "none")
