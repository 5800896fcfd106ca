"""The part of the day, named or told by a clock."""

import re

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.names import affirmed, names_of
from frontline.speech.plain import plain

_CLOCK = re.compile(
    r"(?<![\w:.,/₹$-])(?:(1[0-2]|0?[1-9])(?:[:.][0-5][0-9])? ?([ap])\.?m\b|"
    r"([01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9:]))(?! ?[ap]\.?m)"
)
"""A regular expression, because a clock's time is known by its form."""


def period(hearing: Hearing) -> Reading:
    """A greeting names no part of the day; "morning and evening" names two, so it is asked again. A bare clock time
    counts only as an answer."""
    text = plain(hearing.text)
    found = affirmed(names_of("period").mentions(text.words), text.words)
    if not found and hearing.asked and text.has_digit:
        found = {_part_of_day(*clock) for clock in _CLOCK.findall(text.text)}
    return Found(value=found.pop()) if len(found) == 1 else None


def _part_of_day(twelve: str, half: str, full: str) -> str:
    hour = int(full) if full else int(twelve) % 12 + (12 if half == "p" else 0)
    if 5 <= hour < 12:
        return "morning"
    if 12 <= hour < 17:
        return "afternoon"
    return "evening" if 17 <= hour < 21 else "night"
