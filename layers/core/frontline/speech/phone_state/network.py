"""The generation of network a phone is on, and the best one that its preference includes."""

from frontline.speech.phone_state.claims import Claim, claims
from frontline.speech.phone_state.meanings import MEANINGS
from frontline.speech.phone_state.read_off import best, said_of
from frontline.speech.phone_state.signal import signal
from frontline.speech.phone_state.switches import listed
from frontline.speech.plain import plain as plain_words
from frontline.speech.reading import Found, Hearing, Reading

_LETTERS = {"e": "2g", "h": "3g"}
"""What older phones show instead of a number."""


def network_type(hearing: Hearing) -> Reading:
    """Without a signal there is none."""
    shown = hearing.asked or listed(hearing.text)
    value = best(said_of("network_type", hearing._replace(asked=shown)))
    if value is None and hearing.asked:
        words = plain_words(hearing.text[:60]).words
        value = next((_LETTERS[word] for word in words if word in _LETTERS), None) if len(words) <= 5 else None
        if value is None and signal(hearing) == Found("none"):
            value = "none"
    return None if value is None else Found(value)


def network_mode(hearing: Hearing) -> Reading:
    """ "4g_5g_preferred" includes 5G. What is named last counts: "it was 2G only, I set it to 4G/5G"."""
    allowed = {"network_mode", "network_type", None} if hearing.asked else {"network_mode"}
    told = [claim for claim in claims(hearing.text) if claim.subject in allowed and _best(claim)]
    told = [claim for claim in told if claim.subject == "network_mode"] or told
    told = [claim for claim in told if not claim.past] or (told if hearing.asked else [])
    last = [value for claim in told if claim.sentence == told[-1].sentence and (value := _best(claim))]
    plain = [value for value in last if not value.endswith("~")]
    return Found(max(plain or last).rstrip("~")) if last else None


def _best(claim: Claim) -> str | None:
    meant = next((MEANINGS["network_mode"][state] for state in claim.states if state in MEANINGS["network_mode"]), None)
    return meant[claim.denied] if meant else None
