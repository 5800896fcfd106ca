"""A dispute above the limit waits for somebody's decision, through the deployed template."""

import json
from collections.abc import Iterator
from typing import Any

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


@pytest.fixture
def told(stack: Stack) -> Iterator[str]:
    """A queue of the operations people, who want to know what waits for them."""
    sqs, events, bus = stack.client("sqs"), stack.client("events"), stack.outputs["BusName"]
    url = str(sqs.create_queue(QueueName="approvals")["QueueUrl"])
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    pattern = {"source": ["frontline"], "detail-type": ["approval.requested"]}
    events.put_rule(Name="approvals", EventBusName=bus, EventPattern=json.dumps(pattern))
    events.put_targets(Rule="approvals", EventBusName=bus, Targets=[{"Id": "queue", "Arn": arn}])
    yield url
    events.remove_targets(Rule="approvals", EventBusName=bus, Ids=["queue"])
    events.delete_rule(Name="approvals", EventBusName=bus)


def heard(stack: Stack, url: str) -> list[dict[str, Any]]:
    answer = stack.client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10)
    return [json.loads(message["Body"])["detail"] for message in answer.get("Messages", [])]


def test_those_who_decide_are_told_which_order_waits(client: Client, stack: Stack, told: str) -> None:
    order = waiting_order(client)
    (event,) = eventually(lambda: heard(stack, told))
    assert (event["ticket"], event["turn"]) == (client.ticket_id, client.journal()[-1].seq)
    assert event["happened"] == {"name": "approval.requested", "workflow": "charge_dispute", "order": order}
    assert decide(client, event["happened"]["order"], approved=False) == 204
    eventually(lambda: client.ticket()["status"] == "resolved")


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
