"""Bars of signal, and decibels: whatever counts them becomes one word, `bars0` to `bars4`, as many as the manual knows."""

from collections.abc import Sequence

from frontline.speech.names import table_of
from frontline.speech.placed import begins
from frontline.speech.readers import words

_EDGES = (120, 110, 100, 90)
"""Below so many decibels under a milliwatt there is one bar more."""


def counted(told: Sequence[str]) -> tuple[str, ...]:
    """ "two of four bars" is `bars2`, and so is "signal: 2"."""
    found: list[str] = []
    place = 0
    while place < len(told):
        level, length = _bars((*told[place : place + 6], *[""] * 6))
        found.append(told[place] if level is None else f"bars{level}")
        place += length
    return tuple(found)


def level_of(word: str) -> int | None:
    number = table_of("handset.counts").get((word,))
    return None if number is None else min(int(number), 4)


def _bars(here: tuple[str, ...]) -> tuple[int | None, int]:
    """How many bars the first words count, and how many words that takes."""
    linked = here[1] == ":"
    if here[0] in words("counts_bars") or (linked and here[0] in words("bar_word")):
        return level_of(here[1 + linked]), 1 if level_of(here[1 + linked]) is None else 2 + linked
    figures = len(here[0]) - len(here[0].lstrip("0123456789"))
    glued, apart = here[0][figures:] in words("decibels"), not here[0][figures:] and here[1] in words("decibels")
    if figures > 1 and (glued or apart):
        return sum(int(here[0][:figures]) < edge for edge in _EDGES), 1 + apart
    level, of_all = level_of(here[0]), begins(here, 1, "of_all")
    after = 2 + of_all if of_all and level_of(here[1 + of_all]) is not None else 1
    after += here[after] in words("of_bars")
    return (level, after + 1) if level is not None and here[after] in words("bar_word") else (None, 1)
