"""Whether the messaging app may use the storage, and SMS: each said of itself, of both, or by what a list names and leaves out."""

from frontline.model.reading import Hearing, Parser, Reading
from frontline.speech.readers import said
from frontline.trades.telecom.slots.phone_state.claims import Claim, claims
from frontline.trades.telecom.slots.phone_state.clauses import tokens
from frontline.trades.telecom.slots.phone_state.lists import PERMISSIONS, left_out, listings, named, read_out
from frontline.trades.telecom.slots.phone_state.read_off import best, found, named_of, said_of


def _permission(subject: str) -> Parser:
    def parse(hearing: Hearing) -> Reading:
        own = named_of(subject, hearing)
        if not hearing.asked:
            return found(own) if own and "handset.permits" in said(" ".join(tokens(hearing.text))) else None
        if whole := read_out(hearing.text):
            return found(_word(subject in whole.subjects))
        listed = _word(named(subject, hearing.text, "permissions"))
        value = listed or own or _word(left_out(subject, hearing.text, "permissions")) or _implied(subject, hearing)
        if value is None and not any(one.kind == "permissions" for one in listings(hearing.text)):
            value = best(one for name in ("permissions", "both") for one in said_of(name, hearing))
        return found(value)

    return parse


def _word(granted: bool | None) -> str | None:
    return None if granted is None else "granted" if granted else "missing"


def _implied(subject: str, hearing: Hearing) -> str | None:
    """ "only SMS is allowed": no other was granted; "storage is missing": the other is there."""
    told = [claim for claim in claims(hearing.text) if claim.subject in PERMISSIONS]
    if told and all(claim.subject != subject and _lacking(claim) for claim in told):
        return "granted"
    others = [claim for claim in told if claim.subject != subject and not claim.denied]
    whole = len(others) == len(told) and any(claim.only for claim in others)
    return "missing" if whole and all(_merely_named(claim) for claim in others) else None


def _lacking(claim: Claim) -> bool:
    return claim.denied != (not {"missing", "none", "off", "denied"}.isdisjoint(claim.states))


def _merely_named(claim: Claim) -> bool:
    return claim.only or not {"had", "mentioned", "granted", "on"}.isdisjoint(claim.states)


storage_permission = _permission("storage")
sms_permission = _permission("sms")
