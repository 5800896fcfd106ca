"""Words of everyday life by what they are about: an author's five examples say "book", and a customer says "novel" or "kitab"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from frontline.speech.names import table_of
from frontline.speech.sounds import roman

BEGINS = 5
"""A word of so many letters stands for all that begin so."""

Spelled = tuple[str, ...]


class Everyday(NamedTuple):
    """The classes of single words, and of several by their first one."""

    single: Mapping[str, str]
    several: Mapping[str, Sequence[tuple[Spelled, str]]]


@cache
def _everyday() -> Everyday:
    single: dict[str, str] = {}
    several: dict[str, list[tuple[Spelled, str]]] = {}
    for spelling, about in table_of("everyday").items():
        first, *more = spelled = tuple(map(roman, spelling))
        if more:
            several.setdefault(first, []).append((spelled, about))
        else:
            single.setdefault(first, about)
    return Everyday(single, several)


def classes(words: Sequence[str]) -> Iterator[str]:
    """What the words of a message are about, of each that any language's file knows."""
    several = _everyday().several
    for at, word in enumerate(words):
        if about := _class_of(word):
            yield about
        for spelled, what in several.get(word, ()):
            if tuple(words[at : at + len(spelled)]) == spelled:
                yield what


def names() -> frozenset[str]:
    """All classes that there are."""
    known = _everyday()
    return frozenset(known.single.values()).union(what for found in known.several.values() for _, what in found)


@lru_cache(maxsize=2048)
def _class_of(word: str) -> str | None:
    """Its own, or that of the longest known word it begins with."""
    single = _everyday().single
    beginnings = (word[:length] for length in range(len(word), BEGINS - 1, -1))
    return single.get(word) or next((single[part] for part in beginnings if part in single), None)
