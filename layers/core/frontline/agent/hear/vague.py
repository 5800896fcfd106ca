"""What a message is about that says no more than that: "it's about money", "not working!!!", "hello, I need help". The words are
in the languages' files, under `[subject]` and `[moves]`."""

from collections.abc import Collection, Iterator

from frontline.speech.names import Mention, names_of
from frontline.speech.plain import plain

NOTHING = "nothing"
"""The name of the words that say nothing by themselves."""
_EMPTY = frozenset({"filler", "greeting", "thanks"})
"""Moves that may stand around a subject."""
_LONGEST = 16


def subjects_of(text: str, beside: Collection[str] = ()) -> frozenset[str] | None:
    """The subjects that a message names, if nothing else is in it but words that say nothing, and those of `beside`; None where
    more is said, or not a word."""
    words = plain(text).words
    if not 0 < len(words) <= _LONGEST:
        return None
    named = tuple(names_of("subject").mentions(words))
    covered = {place for one in (*named, *_empty(words)) for place in range(one.start, one.end)}
    if any(place not in covered and word not in beside for place, word in enumerate(words)):
        return None
    return frozenset(one.value for one in named) - {NOTHING}


def greets(text: str) -> bool:
    """Whether a greeting is among its words."""
    return any(one.value == "greeting" for one in _empty(plain(text).words))


def _empty(words: tuple[str, ...]) -> Iterator[Mention]:
    return (one for one in names_of("moves").mentions(words) if one.value in _EMPTY)
