"""Bars of signal, and decibels: whatever counts them becomes one word, `bars0` to `bars4`, as many as the manual knows."""

import re
from collections.abc import Sequence

from frontline.speech.plain import word_set

_NUMBERS = {
    word: min(number, 4)
    for number, names in enumerate(
        ("0 zero", "1 one ek", "2 two", "3 three teen", "4 four char chaar", "5 five paanch")
    )
    for word in names.split()
}
_BARS = word_set("bar bars")
_OF_BARS = word_set("full solid signal strong little small tiny green white whole lonely measly")
_DECIBELS = re.compile(r"(\d{2,3})dbm")
_EDGES = (120, 110, 100, 90)
"""Below so many decibels under a milliwatt there is one bar more."""


def counted(words: Sequence[str]) -> tuple[str, ...]:
    """ "two of four bars" is `bars2`, and so is "signal: 2"."""
    told: list[str] = []
    place = 0
    while place < len(words):
        level, length = _bars((*words[place : place + 6], *[""] * 6))
        told.append(words[place] if level is None else f"bars{level}")
        place += length
    return tuple(told)


def _bars(here: tuple[str, ...]) -> tuple[int | None, int]:
    """How many bars the first words count, and how many words that takes."""
    linked = here[1] == ":"
    if here[0] in _BARS | {"signal"} and (linked or here[0] == "signal") and here[1 + linked] in _NUMBERS:
        return _NUMBERS[here[1 + linked]], 2 + linked
    if found := _DECIBELS.fullmatch(here[0] + here[1] if here[1] == "dbm" else here[0]):
        return sum(int(found[1]) < edge for edge in _EDGES), 1 + (here[1] == "dbm")
    if here[0] not in _NUMBERS:
        return None, 1
    out = here[1] == "out"
    after = 3 + out if here[1 + out] == "of" and here[2 + out] in _NUMBERS else 1
    after += here[after] in _OF_BARS
    return (_NUMBERS[here[0]], after + 1) if here[after] in _BARS else (None, 1)
