"""What nobody asked for is only heard when it is unmistakable: complaints, wishes and questions say nothing of a switch."""

from collections.abc import Callable, Mapping

import pytest

from frontline.model.base import Value
from frontline.speech.slot_types import SLOT_TYPES

Hear = Callable[..., Value | None]

PHONE = (
    *(
        "signal",
        "airplane_mode",
        "network_type",
        "mobile_data",
        "data_roaming",
        "sim_status",
        "data_saver",
        "network_mode",
        "vpn",
    ),
    *("wifi_calling", "storage_permission", "sms_permission", "mmsc", "speed", "mms", "payment_request", "done"),
)

CASES: Mapping[str, Mapping[str, str]] = {
    "my phone says no service": {"signal": "none"},
    "I have no signal and airplane mode is off": {"signal": "none", "airplane_mode": "off"},
    "My mobile data is not working": {},
    "my internet is really slow": {},
    "mobile data is on but the internet is slow": {"mobile_data": "on"},
    "I can't send picture messages": {"mms": "fails"},
    "my MMS keep failing": {"mms": "fails"},
    "I want to turn off data roaming": {},
    "please turn on my data roaming": {},
    "how do I turn off airplane mode?": {},
    "is data saver on?": {},
    "should I turn off the VPN?": {},
    "I am abroad and roaming is on": {"data_roaming": "on"},
    "yes": {},
    "no": {},
    "done": {},
    "ok": {},
    "on": {},
    "4 bars": {"signal": "excellent"},
    "my number is 555-123-2002": {},
    "I'm John Smith, born 30 January 1985": {},
    "I want to pay my bill of $75.50": {},
    "my SIM is locked with a PIN": {"sim_status": "locked"},
    "it's working now": {},
    "great, thanks": {},
    "refuel 2 GB please": {},
    "I'd like the 5G plan": {},
    "my line is suspended": {},
    "if airplane mode is on, what happens?": {},
    "a 5G phone": {},
    "speed test says 2 Mbps": {"speed": "poor"},
    "can you check if roaming is enabled": {},
    "VPN is connected": {"vpn": "on"},
    "I use no VPN": {"vpn": "off"},
    "data saver was on yesterday": {},
    "I have a payment request": {"payment_request": "present"},
    "wifi calling is off": {"wifi_calling": "off"},
    "storage permission is granted": {"storage_permission": "granted"},
    "Network Mode Preference: 3g_only": {"network_mode": "3g"},
    "मेरा नेट नहीं चल रहा": {},
    "recharge nahi hua": {},
    "My phone has been showing 'No Service' for a few hours": {"signal": "none"},
    "My mobile data isn't working while I'm travelling in France": {},
    "I'm unable to send MMS": {"mms": "fails"},
    "My mobile data is very slow, sometimes it doesn't work at all": {},
    "hello, my phone number is 555-123-2002, can you help me with my internet?": {},
    "data refuel 2 GB": {},
    "I paid my bill yesterday": {},
    "The picture I sent to my mom was lovely": {},
}


@pytest.mark.parametrize("said", CASES)
def test_only_the_unmistakable_is_heard_unasked(hear: Hear, said: str) -> None:
    assert {slot: value for slot in PHONE if (value := hear(slot, said)) is not None} == CASES[said]


def test_every_observation_has_its_parser() -> None:
    assert set(PHONE) <= SLOT_TYPES.keys()
