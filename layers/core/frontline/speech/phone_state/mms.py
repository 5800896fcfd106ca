"""Whether a picture message can be sent."""

from frontline.speech.phone_state.claims import claims
from frontline.speech.phone_state.read_off import best, said_of
from frontline.speech.reading import Found, Hearing, Reading


def mms(hearing: Hearing) -> Reading:
    """What a report calls a success is one, if it says nothing plainer."""
    value = best(said_of("mms", hearing))
    if value is None and hearing.asked:
        value = next(
            (
                "fails" if ("no" in claim.states) != claim.denied else "works"
                for claim in claims(hearing.text)
                if claim.subject == "success"
            ),
            None,
        )
    return None if value is None else Found(value)
