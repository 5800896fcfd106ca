"""Whether somebody tells what a phone shows. While one is being read off, that is no wish for something else: "no plane" is
about a symbol, not a plan."""

import re

from frontline.speech.phone_state.claims import claims
from frontline.speech.plain import plain

_READ_OFF = frozenset(
    {
        "airplane_mode",
        "signal",
        "network_type",
        "network_mode",
        "data_roaming",
        "data_saver",
        "sim",
        "vpn",
        "wifi",
        "wifi_calling",
        "storage",
        "sms",
        "permissions",
        "mmsc",
        "apn",
        "payment_request",
        "battery",
    }
)
_WISH = re.compile(
    r"\b(?:want|wanna|would like|id like|need to|i need|how (?:do|can|much|many)|instead|another|also|as well|can i|could i"
    r"|please (?:activate|enable|switch|turn)|chahiye|chahta|chahti|karna|karwana)\b|चाहिए|चाहता|चाहती|करना"
)


def tells_of_a_phone(text: str) -> bool:
    """Only of what is read off in the settings or the status bar; that pictures or data do not work may be a new matter."""
    said = " ".join(plain(text[:1000]).words)
    return not _WISH.search(said) and any(claim.subject in _READ_OFF for claim in claims(text))
