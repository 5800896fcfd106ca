"""A dispute above the limit waits for somebody's decision, through the deployed template."""

from collections.abc import Iterator

import httpx
import pytest

from local.stack import Stack
from tests.support.client import Client, eventually
from tests.support.promises import keep_all
from tests.support.world import ACME

NUMBER = "9800000015"


@pytest.fixture
def client(stack: Stack) -> Iterator[Client]:
    httpx.post(f"{stack.operator_url}/sandbox/reset", json={}).raise_for_status()
    with Client(stack) as client:
        yield client


def decide(client: Client, order: str, *, approved: bool) -> int:
    return client.http.post(f"/v1/approvals/{order}", json={"approved": approved}).status_code


def waiting_order(client: Client) -> str:
    """Up to the customer's yes; the order's name is in the journal."""
    asked = client.say(f"unexpected charge on my number {NUMBER}", customer={"phone_number": NUMBER})
    assert "Shall I dispute ₹3497" in asked["reply"]["text"]
    assert client.say("yes", customer={"phone_number": NUMBER})["status"] == "in_progress"
    order = client.journal()[-1].order
    assert order is not None
    return order.name


@pytest.mark.parametrize(("approved", "says"), [(True, "Done: ₹3497"), (False, "did not approve")])
def test_an_order_goes_on_with_the_decision(client: Client, *, approved: bool, says: str) -> None:
    order = waiting_order(client)
    assert client.ticket()["status"] == "in_progress"
    eventually(lambda: decide(client, order, approved=approved) == 204)
    ticket = eventually(lambda: found if (found := client.ticket())["status"] == "resolved" else None)
    assert says in ticket["reply"]["text"]
    assert decide(client, order, approved=not approved) == 409
    keep_all(client.journal(), ACME)
