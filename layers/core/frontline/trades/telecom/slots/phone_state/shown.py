"""Whether somebody tells what a phone shows. While one is being read off, that is no wish for something else: "no plane" is
about a symbol, not a plan."""

from frontline.speech.readers import said
from frontline.trades.telecom.slots.phone_state.claims import claims

_READ_OFF = frozenset(
    [
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
    ]
)


def tells_of_a_phone(text: str) -> bool:
    """Only of what is read off in the settings or the status bar; that pictures or data do not work may be a new matter."""
    return "handset.wishes" not in said(text) and any(claim.subject in _READ_OFF for claim in claims(text))
