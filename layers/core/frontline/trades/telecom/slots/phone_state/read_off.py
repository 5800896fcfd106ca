"""How a parser of one subject picks its own out of what was claimed."""

from collections.abc import Iterable
from typing import NamedTuple

from frontline.model.reading import Found, Hearing, Reading
from frontline.trades.telecom.slots.phone_state.claims import Claim, claims
from frontline.trades.telecom.slots.phone_state.lexicon import meanings

NAMED = 2
"""The rank of what names its subject."""


class Said(NamedTuple):
    """One value a subject is said to have. `weak` where it only follows, `rank`: 0 for a mere yes or no."""

    value: str
    weak: bool
    past: bool
    rank: int


def meant(claim: Claim, subject: str) -> str | None:
    """The value that a claim gives this subject."""
    table = meanings(subject)
    return next((table[state][claim.denied] for state in claim.states if state in table), None)


def said_of(subject: str, hearing: Hearing) -> list[Said]:
    """Every value, in order. Unasked, only what names its subject and holds now."""
    found = [one for claim in claims(hearing.text) if (one := _said(claim, subject))]
    return found if hearing.asked else [one for one in found if one.rank == NAMED and not one.past and not one.weak]


def _said(claim: Claim, subject: str) -> Said | None:
    value = meant(claim, subject) if claim.subject in {subject, None} else None
    rank = NAMED if claim.subject else 0 if claim.bare else 1
    return None if value is None else Said(value.rstrip("~"), value.endswith("~"), claim.past, rank)


def best(said: Iterable[Said]) -> str | None:
    """What holds now goes before what was, what names its subject before what does not, the plain before the weak, the last
    before the first."""
    chosen = max(
        enumerate(said),
        key=lambda one: (not one[1].past, one[1].rank > 0, not one[1].weak, one[1].rank, one[0]),
        default=None,
    )
    return chosen[1].value if chosen else None


def named_of(subject: str, hearing: Hearing) -> str | None:
    """The value where the subject is named."""
    return best(one for one in said_of(subject, hearing) if one.rank == NAMED)


def found(value: str | None) -> Reading:
    return None if value is None else Found(value)
