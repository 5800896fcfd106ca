"""Whether a picture message can be sent."""

from frontline.speech.phone_state.claims import claims
from frontline.speech.phone_state.read_off import best, found, said_of
from frontline.speech.reading import Hearing, Reading


def mms(hearing: Hearing) -> Reading:
    """What a report calls a success is one, if it says nothing plainer."""
    value = best(said_of("mms", hearing))
    if value is None and hearing.asked:
        success = next((claim for claim in claims(hearing.text) if claim.subject == "success"), None)
        value = success and ("fails" if ("no" in success.states) != success.denied else "works")
    return found(value)
