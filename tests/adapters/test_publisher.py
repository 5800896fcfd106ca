"""From a committed row to the bus: in order, ten at a time, and nothing counts as published that was not taken."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from frontline.adapters import rows
from frontline.adapters.fates import Fates
from frontline.adapters.memory import MemoryStore
from frontline.adapters.publisher import MOST_ENTRIES, PATIENCE, Publisher
from frontline.adapters.settings import Settings
from frontline.adapters.stepfunctions import StepFunctions
from frontline.adapters.wiring import Wiring
from frontline.model.errors import Unavailable, WorkflowsUnavailable
from frontline.model.event import Event, TicketCreated
from frontline.model.turn import Order, Turn
from frontline.ports import Workflows
from tests.contracts.store_bench import Bench
from tests.support.aws import MACHINES, a_state_machine, a_step_results_table, a_table, in_moto
from tests.support.world import START


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
        yield made(StepFunctions(boto3.client("stepfunctions"), MACHINES))


def made(workflows: Workflows, given_up: list[str] | None = None, now: float = 0.0) -> Publisher:
    """What was given up is noted down."""
    noted = [] if given_up is None else given_up
    return Publisher(
        boto3.client("events"), "frontline", workflows, lambda _, order: noted.append(order.name), lambda: now
    )


def calls(publisher: Publisher) -> list[list[dict[str, Any]]]:
    """The entries of every PutEvents from here on."""
    made: list[list[dict[str, Any]]] = []
    publisher._events.meta.events.register(
        "provide-client-params.events.PutEvents", lambda params, **_: made.append(params["Entries"])
    )
    return made


def test_events_go_out_in_order_in_as_few_calls_as_the_bus_takes(publisher: Publisher) -> None:
    told = calls(publisher)
    publisher.publish(rows.to_body(turn(2 * MOST_ENTRIES + 1)))
    assert [len(entries) for entries in told] == [10, 10, 1]
    ids = [json.loads(entry["Detail"])["id"] for entries in told for entry in entries]
    assert ids == [f"t:1:{number}" for number in range(21)]


def test_an_event_is_named_so_that_a_rule_can_choose_it(publisher: Publisher) -> None:
    told = calls(publisher)
    publisher.publish(rows.to_body(turn(1)))
    ((entry,),) = told
    assert (entry["EventBusName"], entry["Source"], entry["DetailType"]) == ("frontline", "frontline", "ticket.created")


def test_a_row_without_events_costs_nothing(publisher: Publisher) -> None:
    told = calls(publisher)
    publisher.publish(rows.to_body(turn(0)))
    assert told == []


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
        "given": ["line_id"],
    }
    publisher.publish(rows.to_body(turn(1, order)))


START_DATE = datetime.fromtimestamp(START / 1000, UTC)
ORDER = Order(name="order-1", workflow="recharge_resolution", inputs={"line_id": "line-2"})


@contextmanager
def refusing(code: str, *, exists: bool = False) -> Iterator[StepFunctions]:
    """Step Functions that answers a start with an error, and then is asked whether the order runs all the same."""
    client = boto3.client("stepfunctions")
    with Stubber(client) as stub:
        stub.add_client_error("start_execution", code)
        if exists:
            arn = MACHINES.replace(":stateMachine:", ":execution:") + "recharge_resolution:order-1"
            running = {"executionArn": arn, "stateMachineArn": MACHINES, "status": "RUNNING", "startDate": START_DATE}
            stub.add_response("describe_execution", running)
        else:
            stub.add_client_error("describe_execution", "ExecutionDoesNotExist")
        yield StepFunctions(client, MACHINES)


def test_an_order_that_cannot_be_started_now_holds_its_events_back(publisher: Publisher) -> None:
    del publisher
    given_up: list[str] = []
    with refusing("ServiceUnavailable") as workflows:
        one = made(workflows, given_up, now=START / 1000 + PATIENCE - 1)
        told = calls(one)
        with pytest.raises(WorkflowsUnavailable):
            one.publish(rows.to_body(turn(1, ORDER)))
    assert (told, given_up) == ([], [])


def test_an_order_that_could_not_be_started_for_long_enough_is_given_up_and_its_events_go_out(
    publisher: Publisher,
) -> None:
    del publisher
    given_up: list[str] = []
    with refusing("ServiceUnavailable") as workflows:
        one = made(workflows, given_up, now=START / 1000 + PATIENCE + 1)
        told = calls(one)
        one.publish(rows.to_body(turn(1, ORDER)))
    assert (given_up, len(told)) == (["order-1"], 1)


@pytest.mark.parametrize(
    "code", ["StateMachineDoesNotExist", "StateMachineDeleting", "InvalidExecutionInput", "InvalidName"]
)
def test_an_order_that_can_never_be_started_is_given_up_at_once(publisher: Publisher, code: str) -> None:
    del publisher
    given_up: list[str] = []
    with refusing(code) as workflows:
        made(workflows, given_up).publish(rows.to_body(turn(1, ORDER)))
    assert given_up == ["order-1"]


def test_an_order_that_runs_already_is_not_given_up_because_its_state_machine_was_taken_away(
    publisher: Publisher,
) -> None:
    del publisher
    given_up: list[str] = []
    with refusing("StateMachineDeleting", exists=True) as workflows:
        made(workflows, given_up).publish(rows.to_body(turn(1, ORDER)))
    assert given_up == []


def test_what_was_erased_before_it_was_published_orders_and_follows_nothing(publisher: Publisher) -> None:
    table = a_table("conversations")
    a_step_results_table("step-results")
    settings = Settings(
        table_name="conversations",
        step_results_table_name="step-results",
        bus_name="frontline",
        state_machine_prefix=MACHINES,
    )
    row = turn(1, ORDER.but(name=f"{'0' * 40}-shared", workflow="recharge_resolution", shared=True))
    wiring = Wiring(settings)
    wiring.store.append(row)
    wiring.erasure.erase("acme-in", row.message.conversation)
    told = calls(one := Publisher.of(settings))
    one.publish(rows.to_body(row))
    assert len(told) == 1
    assert [item["pk"]["S"] for item in table.scan(TableName="conversations")["Items"] if "FOLLOW" in str(item)] == []
    machine = f"{MACHINES}recharge_resolution"
    assert boto3.client("stepfunctions").list_executions(stateMachineArn=machine)["executions"] == []


def test_stopping_what_never_began_is_done(publisher: Publisher) -> None:
    a_step_results_table("step-results")
    workflows = StepFunctions(boto3.client("stepfunctions"), MACHINES, Fates(boto3.client("dynamodb"), "step-results"))
    workflows.stop("acme-in", ORDER)
    publisher.publish(rows.to_body(turn(0).but(stop=ORDER)))
    assert not workflows._fates or not workflows._fates.begin("acme-in", "order-1")


def test_an_event_of_a_newer_release_goes_out_as_it_lies_in_the_row(publisher: Publisher) -> None:
    made, raw = calls(publisher), json.loads(rows.to_body(turn(2)))
    raw["events"][0]["happened"] = {"name": "ticket.sung", "verses": [1, 2]}
    raw["events"][1]["mood"] = "good"
    publisher.publish(json.dumps(raw))
    ((sung, created),) = made
    assert (sung["DetailType"], json.loads(sung["Detail"])) == ("ticket.sung", raw["events"][0])
    assert json.loads(created["Detail"]) == raw["events"][1]


def test_an_order_that_only_a_newer_release_can_read_waits_for_one_and_is_not_dropped(publisher: Publisher) -> None:
    order = Order(name="an-order-1", workflow="recharge_resolution", inputs={"line_id": "l1"})
    raw = json.loads(rows.to_body(turn(1, order)))
    raw["order"]["inputs"]["line_id"] = {"of": "a newer shape"}
    with pytest.raises(Unavailable, match="newer release"):
        publisher.publish(json.dumps(raw))
