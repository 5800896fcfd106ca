"""What nobody asked for is only heard when it is unmistakable: complaints, wishes and questions say nothing of a switch.

`unasked.<code>.yaml` has the sentences, and below each what it says."""

from collections.abc import Callable, Mapping

import pytest

from frontline.model.base import Value
from frontline.trades.telecom import TRADE
from tests.support.tables import tables

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

CASES: Mapping[str, Mapping[str, str]] = dict(tables(__file__, "unasked"))


@pytest.mark.parametrize("said", CASES)
def test_only_the_unmistakable_is_heard_unasked(hear: Hear, said: str) -> None:
    assert {slot: value for slot in PHONE if (value := hear(slot, said)) is not None} == CASES[said]


def test_every_observation_has_its_parser() -> None:
    assert set(PHONE) <= TRADE.slot_types.keys()
