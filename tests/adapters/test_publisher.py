"""From a committed row to the bus: in order, ten at a time, and nothing counts as published that was not taken."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from frontline.adapters import rows
from frontline.adapters.memory import MemoryStore
from frontline.adapters.publisher import MOST_ENTRIES, Publisher
from frontline.adapters.stepfunctions import StepFunctions
from frontline.model.errors import Unavailable, WorkflowsUnavailable
from frontline.model.event import Event, TicketCreated
from frontline.model.turn import Order, Turn
from tests.contracts.store_bench import Bench
from tests.support.aws import MACHINES, a_state_machine, in_moto


def turn(events: int, order: Order | None = None) -> Turn:
    blank = Bench(MemoryStore(), lambda *_: None, "c" * 32).turn(1)
    happened = tuple(
        Event(id=f"t:1:{number}", at=0, organisation="acme-in", ticket="t.1", turn=1, happened=TicketCreated())
        for number in range(events)
    )
    return blank.but(events=happened, order=order)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with in_moto():
        bus = boto3.client("events")
        bus.create_event_bus(Name="frontline")
        a_state_machine("recharge_resolution")
        yield Publisher(bus, "frontline", StepFunctions(boto3.client("stepfunctions"), MACHINES))


def calls(publisher: Publisher) -> list[list[dict[str, Any]]]:
    """The entries of every PutEvents from here on."""
    made: list[list[dict[str, Any]]] = []
    publisher._events.meta.events.register(
        "provide-client-params.events.PutEvents", lambda params, **_: made.append(params["Entries"])
    )
    return made


def test_events_go_out_in_order_in_as_few_calls_as_the_bus_takes(publisher: Publisher) -> None:
    made = calls(publisher)
    publisher.publish(rows.to_body(turn(2 * MOST_ENTRIES + 1)))
    assert [len(entries) for entries in made] == [10, 10, 1]
    ids = [json.loads(entry["Detail"])["id"] for entries in made for entry in entries]
    assert ids == [f"t:1:{number}" for number in range(21)]


def test_an_event_is_named_so_that_a_rule_can_choose_it(publisher: Publisher) -> None:
    made = calls(publisher)
    publisher.publish(rows.to_body(turn(1)))
    ((entry,),) = made
    assert (entry["EventBusName"], entry["Source"], entry["DetailType"]) == ("frontline", "frontline", "ticket.created")


def test_a_row_without_events_costs_nothing(publisher: Publisher) -> None:
    made = calls(publisher)
    publisher.publish(rows.to_body(turn(0)))
    assert made == []


def test_an_entry_the_bus_refuses_is_not_published(publisher: Publisher) -> None:
    answer = {"FailedEntryCount": 1, "Entries": [{"EventId": "1"}, {"ErrorCode": "ThrottlingException"}]}
    with Stubber(publisher._events) as stub:
        stub.add_response("put_events", answer)
        with pytest.raises(Unavailable, match="ThrottlingException"):
            publisher.publish(rows.to_body(turn(2)))


@pytest.mark.parametrize("code", ["InternalException", "ThrottlingException", "AccessDeniedException"])
def test_a_bus_that_does_not_answer_is_unavailable(publisher: Publisher, code: str) -> None:
    with Stubber(publisher._events) as stub:
        stub.add_client_error("put_events", code)
        with pytest.raises(Unavailable):
            publisher.publish(rows.to_body(turn(1)))


def test_after_a_call_that_failed_no_later_event_goes_out(publisher: Publisher) -> None:
    with Stubber(publisher._events) as stub:
        stub.add_client_error("put_events", "InternalException")
        with pytest.raises(Unavailable):
            publisher.publish(rows.to_body(turn(11)))
        stub.assert_no_pending_responses()


def test_an_order_nobody_started_is_started_before_anything_is_told(publisher: Publisher) -> None:
    order = Order(name="order-1", workflow="recharge_resolution", inputs={"line_id": "line-2"})
    with Stubber(publisher._events) as stub:
        stub.add_client_error("put_events", "InternalException")
        with pytest.raises(Unavailable):
            publisher.publish(rows.to_body(turn(1, order)))
    started = boto3.client("stepfunctions").describe_execution(
        executionArn=MACHINES.replace(":stateMachine:", ":execution:") + "recharge_resolution:order-1"
    )
    assert json.loads(started["input"]) == {
        "organisation": "acme-in",
        "conversation": "c" * 32,
        "inputs": {"line_id": "line-2"},
    }
    publisher.publish(rows.to_body(turn(1, order)))


def test_an_order_that_cannot_be_started_holds_its_events_back(publisher: Publisher) -> None:
    made = calls(publisher)
    with pytest.raises(WorkflowsUnavailable):
        publisher.publish(rows.to_body(turn(1, Order(name="order-1", workflow="no_such_workflow", inputs={}))))
    assert made == []
