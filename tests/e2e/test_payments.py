"""An overdue bill, paid while the order waits for it, through the deployed template."""

import httpx

from local.stack import Stack
from tests.support.client import Client, eventually
from tests.support.promises import keep_all
from tests.support.world import ACME

NUMBER = "9800000004"


def test_a_bill_paid_by_request_brings_the_line_back(stack: Stack) -> None:
    httpx.post(f"{stack.operator_url}/sandbox/reset", json={}).raise_for_status()
    with Client(stack) as client:
        asked = client.say(f"pay my overdue bill for {NUMBER}", customer={"phone_number": NUMBER})
        assert "₹450.82" in asked["reply"]["text"]
        client.say("yes", customer={"phone_number": NUMBER})
        request = eventually(lambda: open_request(stack))
        httpx.post(f"{stack.operator_url}/sandbox/pay/{request}", json={}).raise_for_status()
        ticket = eventually(lambda: found if (found := client.ticket())["status"] == "resolved" else None)
        assert "is active again" in ticket["reply"]["text"]
        keep_all(client.journal(), ACME)


def open_request(stack: Stack) -> str | None:
    """The payment the customer was asked for."""
    payments = httpx.get(f"{stack.operator_url}/tmf-api/payment/v4/payment", params={"limit": "500"}).json()
    return next((str(one["id"]) for one in payments if one["status"] == "pending"), None)
