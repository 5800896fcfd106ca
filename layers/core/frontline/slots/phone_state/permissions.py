"""Whether the messaging app may use the storage, and SMS: each said of itself, of both, or by what a list names and leaves out."""

import re

from frontline.slots.phone_state.claims import Claim, claims
from frontline.slots.phone_state.clauses import spelled
from frontline.slots.phone_state.read_off import NAMED, best, said_of
from frontline.slots.reading import Found, Hearing, Parser, Reading

_LIST = re.compile(r"\b(?:permissions?|allowed|granted|access)\b[^.:\n]{0,40}(?::|\bfor\b|\bto\b)|\bhas permissions?\b")
_TALK = re.compile(r"\b(?:permissions?|access|allow\w*|granted|denied|permitted)\b")
_NAMED = frozenset({"storage", "sms", "other_permission"})


def _permission(subject: str) -> Parser:
    def parse(hearing: Hearing) -> Reading:
        if not hearing.asked and not _TALK.search(spelled(hearing.text)):
            return None
        own = [one for one in said_of(subject, hearing) if one.rank == NAMED]
        both = [one for name in ("permissions", "both") for one in said_of(name, hearing) if hearing.asked]
        value = best(own) or _left_out(subject, hearing) or best(both)
        return None if value is None else Found(value)

    return parse


def _left_out(subject: str, hearing: Hearing) -> str | None:
    """ "permission for: sms", "only SMS": what is not on the list was not granted; "storage is missing": the other is there."""
    told = [claim for claim in claims(hearing.text) if claim.subject in _NAMED]
    if hearing.asked and told and all(claim.subject != subject and _lacking(claim) for claim in told):
        return "granted"
    others = [claim for claim in told if claim.subject != subject and not claim.denied]
    if not hearing.asked or not others or len(others) != len(told):
        return None
    whole = _LIST.search(spelled(hearing.text)) or any(claim.only for claim in others)
    return "missing" if whole and all(_merely_named(claim) for claim in others) else None


def _lacking(claim: Claim) -> bool:
    return claim.denied != (not {"missing", "none", "off", "denied"}.isdisjoint(claim.states))


def _merely_named(claim: Claim) -> bool:
    return claim.only or not {"had", "mentioned", "granted", "on"}.isdisjoint(claim.states)


storage_permission = _permission("storage")
sms_permission = _permission("sms")
