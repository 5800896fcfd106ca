"""A decision reaches the order it is about, once, and nobody else's."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from frontline.adapters.announcer import Announcer
from frontline.adapters.approvals import Approvals
from frontline.adapters.memory import MemoryStore
from frontline.model.errors import NotFound, OperatorUnavailable, Refused, Unavailable
from frontline.model.event import ApprovalRequested, Event
from frontline.model.turn import Order, Turn, order_name
from tests.contracts.store_bench import Bench
from tests.support.aws import a_step_results_table, in_moto

TABLE = "step-results"


@pytest.fixture
def table() -> Iterator[Any]:
    with in_moto():
        a_step_results_table(TABLE)
        yield boto3.client("dynamodb")


@pytest.fixture
def states(table: Any) -> Any:
    del table
    return boto3.client("stepfunctions")


@pytest.fixture
def bus(table: Any) -> "list[dict[str, Any]]":
    """What was put on it."""
    del table
    return []


def announcer(bus: list[dict[str, Any]], turn: Turn | None) -> Announcer:
    store = MemoryStore()
    if turn:
        store.append(turn)
    client = boto3.client("events")
    client.create_event_bus(Name="frontline")
    client.meta.events.register(
        "provide-client-params.events.PutEvents", lambda params, **_: bus.extend(params["Entries"])
    )
    return Announcer(store, lambda: client, "frontline")


def ordering(conversation: str = "c" * 32, seq: int = 2) -> Turn:
    """The row of a yes to a dispute."""
    order = Order(name=order_name("acme-in", conversation, seq), workflow="charge_dispute", inputs={})
    return Bench(MemoryStore(), lambda *_: None, conversation).turn(seq).but(order=order)


def test_those_who_decide_are_told_which_order_of_which_ticket_waits(table: Any, bus: list[dict[str, Any]]) -> None:
    turn = ordering()
    assert turn.order
    approvals = Approvals(table, TABLE, "acme-in", announcer(bus, turn))
    for _ in range(2):
        approvals.announce(turn.order.name, "c" * 32)
    first, second = (Event.model_validate_json(entry["Detail"]) for entry in bus)
    assert (first.ticket, first.turn, first.id) == (turn.ticket.id, 2, second.id)
    assert first.happened == ApprovalRequested(workflow="charge_dispute", order=turn.order.name)
    assert {(entry["Source"], entry["DetailType"]) for entry in bus} == {("frontline", "approval.requested")}


@pytest.mark.parametrize("order", ["order-2", "by-hand", order_name("acme-in", "c" * 32, 3)])
def test_an_order_of_no_turn_is_not_announced(bus: list[dict[str, Any]], order: str) -> None:
    announcer(bus, ordering()).announce("acme-in", order, "c" * 32)
    announcer_of_nothing = Announcer(MemoryStore(), lambda: boto3.client("events"), "frontline")
    announcer_of_nothing.announce("acme-in", order, "c" * 32)
    assert bus == []


def test_an_order_does_not_wait_in_silence_when_the_bus_is_away(bus: list[dict[str, Any]]) -> None:
    turn = ordering()
    one = announcer(bus, turn)
    with Stubber(one._client()) as away:
        away.add_client_error("put_events", "InternalException")
        with pytest.raises(OperatorUnavailable):
            one.announce("acme-in", turn.order.name if turn.order else "", "c" * 32)


def test_the_newest_token_gets_the_decision(table: Any, states: Any) -> None:
    approvals = Approvals(table, TABLE, "acme")
    approvals.keep("order-1", "token-old")
    approvals.keep("order-1", "token-new")
    with Stubber(states) as expecting:
        wanted = {"taskToken": "token-new", "output": '{"approved": true}'}
        expecting.add_response("send_task_success", {}, wanted)
        approvals.decide("order-1", states, approved=True)


@pytest.mark.parametrize("order", ["order-2", "x" * 3000], ids=["unknown", "no name at all"])
def test_an_order_nobody_was_asked_about_is_not_found(table: Any, states: Any, order: str) -> None:
    with pytest.raises(NotFound):
        Approvals(table, TABLE, "acme").decide(order, states, approved=True)


def test_one_organisation_cannot_decide_for_another(table: Any, states: Any) -> None:
    Approvals(table, TABLE, "acme").keep("order-1", "token")
    with pytest.raises(NotFound):
        Approvals(table, TABLE, "globex").decide("order-1", states, approved=True)


@pytest.mark.parametrize("code", ["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])
def test_the_first_decision_counts(table: Any, states: Any, code: str) -> None:
    approvals = Approvals(table, TABLE, "acme")
    approvals.keep("order-1", "token")
    with Stubber(states) as expecting:
        expecting.add_client_error("send_task_success", code)
        with pytest.raises(Refused) as refused:
            approvals.decide("order-1", states, approved=False)
    assert refused.value.code == "not_waiting"


def test_a_decision_that_could_not_be_delivered_can_be_sent_again(table: Any, states: Any) -> None:
    approvals = Approvals(table, TABLE, "acme")
    approvals.keep("order-1", "token")
    with Stubber(states) as expecting:
        expecting.add_client_error("send_task_success", "ThrottlingException")
        with pytest.raises(Unavailable):
            approvals.decide("order-1", states, approved=True)


def test_without_the_table_nothing_begins_to_wait(table: Any, states: Any) -> None:
    nowhere = Approvals(table, "no-such-table", "acme")
    with pytest.raises(OperatorUnavailable):
        nowhere.keep("order-1", "token")
    with pytest.raises(Unavailable):
        nowhere.decide("order-1", states, approved=True)
