"""Whether the customer sees the payment request that was sent to their phone."""

import re

from frontline.slots.phone_state.read_off import best, said_of
from frontline.slots.plain import plain
from frontline.slots.reading import Found, Hearing, Reading

_MONEY = re.compile(
    r"[$₹£€] ?\d|\b\d+(?:\.\d\d)? ?(?:usd|dollars|rupees|bucks)\b|\brs\.? ?\d|\bbill [a-z]?\d"
    r"|\bamount\b\D{0,12}\d|\bbill:? \S*\d"
)


def payment_request(hearing: Hearing) -> Reading:
    """An amount answers it as well: who tells it can see it."""
    value = best(said_of("payment_request", hearing))
    if value is None and hearing.asked and "?" not in hearing.text and _MONEY.search(plain(hearing.text).text):
        value = "present"
    return None if value is None else Found(value)
