"""What the languages' files know of phones: things, states, facts, roles of words, and what a state means for a thing."""

from collections.abc import Mapping
from functools import cache

from frontline.speech.names import Vocabulary, table_of
from frontline.speech.readers import speech

KINDS = ("handset.things", "handset.states", "handset.facts", "handset.roles")
Meaning = tuple[str | None, str | None]
"""A thing's value in this state, and its value where the state is denied. One that ends in `~` is weak: it stands where
nothing plainer is said."""


@cache
def vocabulary() -> Vocabulary:
    """Every name of every kind, so that the longest counts: "data saver" is no "data"."""
    return Vocabulary({spelling: kind for kind in KINDS for spelling, kind in table_of(kind).items()})


def is_known(sign: str) -> bool:
    return not vocabulary().absent(frozenset((sign,)))


@cache
def meanings(thing: str) -> Mapping[str, Meaning]:
    """By state. What no parser asks for has no meaning, but can be in a state."""
    kind = f"handset.means.{thing}"
    kind = kind if kind in speech().names else "handset.means.anything_else"
    return {"_".join(state): _meaning(told) for state, told in table_of(kind).items()}


def _meaning(told: str) -> Meaning:
    value, denied = (None if one == "-" else one for one in told.split())
    return value, denied
