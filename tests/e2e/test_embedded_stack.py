"""Frontline end to end: the deployed template, its real endpoint, and things that break at the worst moment."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from frontline.model.turn import Turn
from local.stack import Stack
from tests.support.client import Client, eventually
from tests.support.promises import keep_all
from tests.support.world import ACME

MISSING = "9800000002"


@pytest.fixture
def client(stack: Stack) -> Iterator[Client]:
    """A new customer, and an operator whose books are as new."""
    httpx.post(f"{stack.operator_url}/sandbox/reset", json={}).raise_for_status()
    with Client(stack) as client:
        yield client


def times_credited(stack: Stack) -> int:
    """How often the operator really gave that recharge, by its own books."""
    answer = httpx.get(f"{stack.operator_url}/tmf-api/prepayBalanceManagement/v4/topupBalance", params={"limit": "500"})
    given: list[dict[str, Any]] = answer.json()
    return sum(MISSING in json.dumps(topup) or "payment-2" in json.dumps(topup) for topup in given)


def ordered(client: Client) -> dict[str, Any]:
    """Up to the customer's yes to an order."""
    asked = client.say(f"my recharge did not arrive on {MISSING}", customer={"phone_number": MISSING})
    assert "Shall I credit" in asked["reply"]["text"]
    return asked


@pytest.mark.parametrize(
    ("opening", "place", "connection", "advice"),
    [
        ("my internet is very slow", "Jaipur", "mobile", "airplane mode"),
        ("मेरा इंटरनेट बहुत धीमा चल रहा है", "जयपुर", "मोबाइल", "एयरप्लेन मोड"),
        ("mera net bahut slow chal raha hai", "Jaipur mein hoon", "mobile wala", "airplane mode on karke"),
    ],
    ids=["English", "Hindi", "Hinglish"],
)
def test_a_whole_dialogue_in_every_language(
    client: Client, opening: str, place: str, connection: str, advice: str
) -> None:
    assert client.say(opening)["missing_slot"] == "region"
    assert client.say(place)["missing_slot"] == "connection"
    last = client.say(connection)
    assert (last["status"], last["turn"]) == ("resolved", 3)
    assert advice in last["reply"]["text"]
    keep_all(client.journal(), ACME)


def test_an_order_runs_once_and_its_caller_can_wait_for_the_outcome(client: Client, stack: Stack) -> None:
    before = times_credited(stack)
    ordered(client)
    done = client.say("yes", wait=15)
    assert done["status"] == "resolved"
    assert "Done: ₹299" in done["reply"]["text"]
    assert times_credited(stack) == before + 1
    keep_all(client.journal(), ACME)


def test_an_outcome_nobody_waits_for_reaches_the_ticket_by_itself(client: Client) -> None:
    ordered(client)
    assert client.say("yes")["status"] == "in_progress"
    ticket = eventually(lambda: found if (found := client.ticket())["status"] == "resolved" else None)
    assert "Done: ₹299" in ticket["reply"]["text"]
    outbox = client.http.get(f"/v1/tickets/{client.ticket_id}/outbox", params={"after": 2}).json()["messages"]
    assert [message["turn"] for message in outbox] == [3]


def test_a_redelivered_message_gets_the_stored_reply(client: Client) -> None:
    first = client.say("my internet is very slow", message_id="one")
    client.ticket_id = None
    assert client.say("my internet is very slow", message_id="one") == first
    assert len(client.journal()) == 1


def test_two_messages_at_once_on_one_ticket_both_become_turns(client: Client) -> None:
    client.say("my internet is very slow")
    ticket = client.ticket_id
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(lambda text: client.post({"message": text, "ticket_id": ticket}).json(), ["Jaipur", "mobile"])
        )
    assert sorted(answer["turn"] for answer in answers) == [2, 3]
    journal = client.journal()
    assert [turn.seq for turn in journal] == [1, 2, 3]
    assert journal[-1].ticket.status == "resolved"
    keep_all(journal, ACME)


def test_an_order_still_runs_once_when_the_handler_dies_between_save_and_start(client: Client, stack: Stack) -> None:
    before = times_credited(stack)
    ordered(client)
    with ThreadPoolExecutor(1) as pool:
        with stack.outage("states", hang=True):
            lost = pool.submit(client.post, {"message": "yes", "ticket_id": client.ticket_id, "message_id": "yes"})
            eventually(lambda: len(client.journal()) == 2)
            stack.kill_lambda_workers("TurnHandler")
        assert lost.result().status_code >= 500
    again = client.say("yes", message_id="yes")
    assert again["turn"] == 2
    eventually(lambda: client.ticket()["status"] == "resolved")
    assert times_credited(stack) == before + 1
    keep_all(client.journal(), ACME)


def test_an_order_is_done_once_and_said_when_its_runner_is_killed_after_the_effect(
    client: Client, stack: Stack
) -> None:
    before = times_credited(stack)
    ordered(client)
    slow = {"kind": "slow", "path": "topupBalance", "method": "POST", "seconds": 20}
    httpx.post(f"{stack.operator_url}/sandbox/faults", json=slow).raise_for_status()
    client.say("yes")
    eventually(lambda: times_credited(stack) == before + 1, pause=0.05)
    assert stack.kill_lambda_workers("WorkflowRunner") > 0
    ended = eventually(lambda: found if (found := client.ticket())["status"] != "in_progress" else None, seconds=180)
    assert (ended["status"], "Done: ₹299" in ended["reply"]["text"]) == ("resolved", True)
    assert times_credited(stack) == before + 1
    keep_all(client.journal(), ACME)


def test_no_event_is_lost_while_the_bus_is_away(client: Client, stack: Stack) -> None:
    queue = subscribed(stack, "bus-away")
    with stack.outage("events"):
        client.say("my internet is very slow")
        client.say("Jaipur")
    wanted = [event.id for turn in client.journal() for event in turn.events]
    heard: dict[str, str] = {}

    def all_heard() -> bool:
        sqs = stack.client("sqs")
        for message in sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", []):
            detail = json.loads(message["Body"])["detail"]
            heard.setdefault(detail["id"], detail["happened"]["name"])
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
        return set(wanted) <= set(heard)

    eventually(all_heard)


def subscribed(stack: Stack, name: str) -> str:
    """A queue that gets every event Frontline publishes."""
    sqs, events = stack.client("sqs"), stack.client("events")
    url: str = sqs.create_queue(QueueName=name)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    pattern = json.dumps({"source": ["frontline"]})
    events.put_rule(Name=name, EventBusName=stack.outputs["BusName"], EventPattern=pattern)
    events.put_targets(Rule=name, EventBusName=stack.outputs["BusName"], Targets=[{"Id": "queue", "Arn": arn}])
    return url


def test_a_turn_is_answered_while_the_table_is_away_and_written_when_it_is_back(client: Client, stack: Stack) -> None:
    client.say("my internet is very slow")
    with stack.outage("dynamodb"):
        answer = client.say("Jaipur")
        assert answer["degraded"] == ["store"]
        assert answer["missing_slot"] == "connection"
    assert client.say("mobile")["status"] == "resolved"
    journal = client.journal()
    assert [turn.message.text for turn in journal] == ["my internet is very slow", "Jaipur", "mobile"]
    keep_all(journal, ACME)


def test_an_order_whose_state_machine_is_gone_ends_and_a_human_gets_its_file(client: Client, stack: Stack) -> None:
    before = times_credited(stack)
    ordered(client)
    states, arn = stack.client("stepfunctions"), f"{stack.outputs['StateMachinePrefix']}recharge_resolution"
    machine = states.describe_state_machine(stateMachineArn=arn)
    states.delete_state_machine(stateMachineArn=arn)
    try:
        assert client.say("yes")["status"] == "in_progress"
        ended = eventually(lambda: [turn for turn in client.journal() if turn.ticket.status == "escalated"])
    finally:
        again = {key: machine[key] for key in ("name", "definition", "roleArn", "type")}
        states.create_state_machine(**again)
    assert "could not be completed" in ended[0].reply.text
    assert ended[0].order and ended[0].order.workflow == "hand_off"
    assert times_credited(stack) == before
    keep_all(client.journal(), ACME)


def test_an_order_is_refused_rather_than_risked_while_the_table_is_away(client: Client, stack: Stack) -> None:
    before = times_credited(stack)
    ordered(client)
    with stack.outage("dynamodb"):
        refused = client.say("yes")
        assert refused["status"] == "retry"
        assert "Nothing was changed" in refused["reply"]["text"]
    assert times_credited(stack) == before
    asked = client.say("try again now please")
    assert "Shall I credit" in asked["reply"]["text"]
    assert client.say("yes", wait=15)["status"] == "resolved"
    assert times_credited(stack) == before + 1


def test_a_state_machine_that_cannot_be_reached_gets_an_honest_answer(client: Client, stack: Stack) -> None:
    with stack.outage("states"):
        assert client.say("please explain my bill", customer={"phone_number": "9800000003"})["status"] == "retry"
    assert "Monthly rental" in client.say("and now")["reply"]["text"]


def test_an_operator_that_is_down_is_not_a_guess(client: Client, stack: Stack) -> None:
    fault = {"kind": "error", "path": "*", "times": 200}
    httpx.post(f"{stack.operator_url}/sandbox/faults", json=fault).raise_for_status()
    answer = client.say("please explain my bill", customer={"phone_number": "9800000003"})
    assert answer["status"] in {"retry", "escalated"}
    assert "₹" not in answer["reply"]["text"]
    stack.kill_lambda_workers("WorkflowRunner")  # with their breaker, which would leave the next test's operator alone


def test_a_customer_proves_who_they_are_by_a_code_sent_to_their_phone(client: Client, stack: Stack) -> None:
    assert client.say("explain my bill for 9800000003")["missing_slot"] == "identity_proof"
    assert client.say("code")["missing_slot"] == "one_time_code"
    sent = httpx.get(f"{stack.operator_url}/sandbox/messages").json()[-1]
    assert "₹" in client.say(sent["text"][:6])["reply"]["text"]
    keep_all(client.journal(), ACME)


def test_who_knows_customers_by_number_reaches_no_customer_of_another_organisation(stack: Stack) -> None:
    number = "+919800000012"
    with Client(stack, "acme-us") as desk:
        told = desk.say(f"how much data is left on {number}", customer={"phone_number": number}, wait=5)
        assert "0.4" not in told["reply"]["text"]
        offered = desk.say(f"add 2 GB to {number}", wait=5)
        assert offered["status"] != "in_progress"
        assert "₹" not in offered["reply"]["text"]
        desk.say("yes", wait=5)
        assert not [turn.order for turn in desk.journal() if turn.order and turn.order.workflow != "hand_off"]
    with Client(stack) as owner:
        assert "0.4" in owner.say("how much data is left", customer={"phone_number": number})["reply"]["text"]


def test_a_hand_off_is_filed_and_closed_by_a_human(client: Client, stack: Stack) -> None:
    handed = client.say("I want to talk to a human", wait=15)
    assert handed["status"] == "escalated"
    assert "has the number" in handed["reply"]["text"]
    tickets = httpx.get(f"{stack.operator_url}/tmf-api/troubleTicket/v4/troubleTicket").json()
    assert any("I want to talk to a human" in json.dumps(ticket) for ticket in tickets)


def test_an_outage_that_ends_is_told_once_to_everyone_who_asked(client: Client, stack: Stack) -> None:
    with Client(stack) as other:
        for customer in (client, other):
            told = customer.say("no signal in Mumbai on my phone")
            assert "I will tell you when it is over" in told["reply"]["text"]
        problems = httpx.get(f"{stack.operator_url}/tmf-api/serviceProblemManagement/v4/serviceProblem").json()
        (outage,) = [
            problem["id"] for problem in problems if problem["category"] == "outage" and "Mumbai" in json.dumps(problem)
        ]
        httpx.post(f"{stack.operator_url}/sandbox/resolve/{outage}", json={}).raise_for_status()
        for customer in (client, other):
            ended = eventually(customer.outbox)
            assert ["is over" in message["reply"]["text"] for message in ended] == [True]
            keep_all(customer.journal(), ACME)


def test_an_order_called_off_before_it_begins_changes_nothing(client: Client, stack: Stack) -> None:
    before = times_credited(stack)
    ordered(client)
    with stack.outage("lambda"):
        client.say("yes")
        client.say("cancel")
    ticket = eventually(lambda: found if (found := client.ticket())["status"] in {"cancelled", "resolved"} else None)
    assert (ticket["status"] == "cancelled") == (times_credited(stack) == before)


def test_erasure_forgets_what_was_said(client: Client) -> None:
    client.say("my internet is very slow")
    assert client.http.delete(f"/v1/tickets/{client.ticket_id}").status_code == 200
    journal = client.http.get(f"/v1/tickets/{client.ticket_id}/turns").text
    assert "slow" not in journal


def test_the_contract_is_served(client: Client) -> None:
    contract = client.http.get("/v1/openapi.json", headers={"x-api-key": ""})
    assert contract.status_code == 200
    assert "/v1/turns" in contract.json()["paths"]


def test_tickets_survive_a_stop_and_a_start(client: Client, stack: Stack) -> None:
    client.say("my internet is very slow")
    stack.restart()
    with Client(stack) as later:
        later.ticket_id = client.ticket_id
        answer = eventually(later.seen)
        assert answer["missing_slot"] == "region"


def test_after_a_start_the_operator_is_asked_where_it_is_now(stack: Stack) -> None:
    """A start changes a parameter and no line of code: whoever calls a function by its alias gets the new value."""
    stack.restart()
    with Client(stack) as later:
        told = later.say("what is my data balance on 9800000005", customer={"phone_number": "9800000005"})
        assert "12.5 GB" in told["reply"]["text"]


def test_rows_read_back_are_the_turns_that_were_written(client: Client, stack: Stack) -> None:
    client.say("my internet is very slow")
    pages = stack.client("dynamodb").get_paginator("scan").paginate(TableName=stack.outputs["TableName"])
    conversation = str(client.ticket_id).rsplit(".", 1)[0]
    rows = [row for page in pages for row in page["Items"] if row["pk"]["S"].endswith(conversation)]
    (turn,) = [Turn.model_validate_json(row["body"]["S"]) for row in rows if row["sk"]["S"].startswith("TURN#")]
    assert turn.ticket.id == client.ticket_id
    assert turn.message.text == "my internet is very slow"
