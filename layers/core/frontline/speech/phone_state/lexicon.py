"""What the languages' files know of phones: things, states, facts, roles of words, and what a state means for a thing."""

from collections.abc import Mapping
from functools import cache

from frontline.speech.names import Vocabulary
from frontline.speech.pattern import Spelling
from frontline.speech.readers import speech

KINDS = ("things", "states", "facts", "roles")
Meaning = tuple[str | None, str | None]
"""A thing's value in this state, and its value where the state is denied. One that ends in `~` is weak: it stands where
nothing plainer is said."""


def named(kind: str) -> Mapping[Spelling, str]:
    """What the section `[handset.kind]` names."""
    return speech().names[f"handset.{kind}"].anywhere


@cache
def vocabulary() -> Vocabulary:
    """Every name of every kind, so that the longest counts: "data saver" is no "data"."""
    return Vocabulary({spelling: kind for kind in KINDS for spelling, kind in named(kind).items()})


def is_known(sign: str) -> bool:
    return not vocabulary().absent(frozenset((sign,)))


@cache
def meanings(thing: str) -> Mapping[str, Meaning]:
    """By state. What no parser asks for has no meaning, but can be in a state."""
    kind = f"means.{thing}" if f"handset.means.{thing}" in speech().names else "means.anything_else"
    return {"_".join(state): _meaning(told) for state, told in named(kind).items()}


def _meaning(told: str) -> Meaning:
    value, denied = (None if one == "-" else one for one in told.split())
    return value, denied
