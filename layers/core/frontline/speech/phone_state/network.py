"""The generation of network a phone is on, and the best one that its preference includes."""

from frontline.speech.phone_state.claims import claims
from frontline.speech.phone_state.lexicon import named
from frontline.speech.phone_state.read_off import best, found, meant, said_of
from frontline.speech.phone_state.signal import signal
from frontline.speech.phone_state.switches import listed
from frontline.speech.plain import plain
from frontline.speech.reading import Found, Hearing, Reading


def network_type(hearing: Hearing) -> Reading:
    """Without a signal there is none."""
    shown = hearing.asked or listed(hearing.text)
    value = best(said_of("network_type", hearing._replace(asked=shown)))
    if value is None and hearing.asked:
        told = plain(hearing.text[:60]).words
        value = next((named("letters")[(word,)] for word in told if (word,) in named("letters")), None)
        value = value if len(told) <= 5 else None
        if value is None and signal(hearing) == Found("none"):
            value = "none"
    return found(value)


def network_mode(hearing: Hearing) -> Reading:
    """ "4g_5g_preferred" includes 5G. What is named last counts: "it was 2G only, I set it to 4G/5G"."""
    allowed = {"network_mode", "network_type", None} if hearing.asked else {"network_mode"}
    told = [
        (one, value) for one in claims(hearing.text) if one.subject in allowed and (value := meant(one, "network_mode"))
    ]
    told = [one for one in told if one[0].subject == "network_mode"] or told
    told = [one for one in told if not one[0].past] or (told if hearing.asked else [])
    last = [value for claim, value in told if claim.sentence == told[-1][0].sentence]
    plain_ones = [value for value in last if not value.endswith("~")]
    return Found(max(plain_ones or last).rstrip("~")) if last else None
