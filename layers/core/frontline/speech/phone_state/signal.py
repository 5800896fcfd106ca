"""How strong the phone's own signal is: none, poor (one bar), fair (two), good (three), excellent (four or more). Service
whose strength nobody tells counts as good: it is there."""

import re

from frontline.speech.phone_state.read_off import NAMED, best, said_of
from frontline.speech.plain import plain
from frontline.speech.reading import Found, Hearing, Reading

_COUNT = re.compile(r"(?:just |only |about )?(?:([0-5])|zero|one|two|three|four|five)(?: of them)?\W*")
_LEVELS = ("none", "poor", "fair", "good", "excellent", "excellent")
_NUMBERS = {name: number for number, name in enumerate(["zero", "one", "two", "three", "four", "five"])}


def signal(hearing: Hearing) -> Reading:
    """What came back after there was none counts; in airplane mode there is none."""
    said = said_of("signal", hearing)
    value = best(said)
    current = [one for one in said if not one.past]
    if value == "none" and current and current[-1].weak and current[-1].rank == NAMED:
        value = current[-1].value
    if value is None and hearing.asked:
        value = _counted(hearing.text) or _in_airplane_mode(hearing) or _on_a_network(hearing)
    return None if value is None else Found(value)


def _in_airplane_mode(hearing: Hearing) -> str | None:
    named = [one for one in said_of("airplane_mode", hearing) if one.rank == NAMED]
    return "none" if best(named) == "on" else None


def _on_a_network(hearing: Hearing) -> str | None:
    """ "It shows 5G": some signal, then."""
    return "good" if best(said_of("network_type", hearing)) not in (None, "none") else None


def _counted(text: str) -> str | None:
    """A bare number answers how many bars there are."""
    said = plain(text[:40]).text.strip()
    if not (found := _COUNT.fullmatch(said)) or len(text) > 40:
        return None
    return (
        _LEVELS[int(found[1])] if found[1] else next((_LEVELS[n] for name, n in _NUMBERS.items() if name in said), None)
    )
