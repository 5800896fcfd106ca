"""Whether the customer sees the payment request that was sent to their phone."""

import re

from frontline.speech.phone_state.read_off import best, said_of
from frontline.speech.plain import plain
from frontline.speech.reading import Found, Hearing, Reading

_MONEY = re.compile(
    r"[$₹£€] ?\d|\b\d+(?:\.\d\d)? ?(?:usd|dollars|rupees|bucks)\b|\brs\.? ?\d|\bbill [a-z]?\d"
    r"|\bamount\b\D{0,12}\d|\bbill:? \S*\d"
)
_SEES = re.compile(
    r"\b(?:see|seen|saw|have|got|received|found|there is|theres|shows?|showing|came)\b(?: \w+){0,5} requests?\b"
)
_NONE = re.compile(
    r"\b(?:no|not|dont|didnt|cant|cannot|couldnt|nothing|havent|hasnt|isnt|arent|never|any|none|without|where|if)\b"
)


def payment_request(hearing: Hearing) -> Reading:
    """An amount answers it as well: who tells it can see it."""
    value = best(said_of("payment_request", hearing))
    if value is None and hearing.asked and "?" not in hearing.text and _MONEY.search(plain(hearing.text).text):
        value = "present"
    if value is None and hearing.asked and "?" not in hearing.text:
        said = " ".join(plain(hearing.text[:1000]).words)
        value = "present" if _SEES.search(said) and not _NONE.search(said) else None
    return None if value is None else Found(value)
