"""The table's stream through the real handler: onto the bus, in order, and by name what was not taken."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from frontline.adapters import rows
from frontline.adapters.dynamodb import DynamoStore
from frontline.adapters.fates import Fates
from frontline.adapters.memory import MemoryStore
from frontline.model.errors import Unavailable
from frontline.model.turn import Order, Turn
from functions.event_publisher import app
from tests.contracts.store_bench import Bench
from tests.functions.conftest import SETTINGS, Context
from tests.support.aws import MACHINES, a_state_machine, a_step_results_table, a_table, an_organisation, in_moto
from tests.support.talking import to_confirmation
from tests.support.world import ACME, Talk

Json = dict[str, Any]


class Bus:
    """The bus as seen from the handler's own client: what was put, and which conversations' events it refuses."""

    def __init__(self) -> None:
        self.took: list[str] = []
        self.refuses = ""

    def listen(self, client: Any) -> None:
        client.meta.events.register("provide-client-params.events.PutEvents", self._put)

    def _put(self, params: Json, **_: object) -> None:
        ids = [entry["Detail"] for entry in params["Entries"]]
        if self.refuses and any(self.refuses in detail for detail in ids):
            raise Unavailable("the bus is away")
        self.took.extend(ids)


@pytest.fixture
def bus() -> Iterator[Bus]:
    with in_moto(SETTINGS):
        import boto3

        boto3.client("events").create_event_bus(Name=SETTINGS["BUS_NAME"])
        a_state_machine("recharge_resolution")
        app.publisher.cache_clear()
        bus = Bus()
        bus.listen(app.publisher()._events)
        yield bus
        app.publisher.cache_clear()


def turns(conversation: str, count: int) -> list[Turn]:
    bench = Bench(MemoryStore(), lambda *_: None, conversation)
    return [bench.turn(seq) for seq in range(1, count + 1)]


def stream(*kept: Turn) -> Json:
    """As DynamoDB streams name new rows."""
    return {"Records": [record(turn, str(number)) for number, turn in enumerate(kept, 1)]}


def record(turn: Turn, sequence: str) -> Json:
    key = {"pk": {"S": rows.partition("acme-in", turn.message.conversation)}, "sk": {"S": rows.sort_key(turn.seq)}}
    image = {**key, "body": {"S": rows.to_body(turn)}}
    return {
        "eventID": sequence,
        "eventName": "INSERT",
        "eventSource": "aws:dynamodb",
        "dynamodb": {"Keys": key, "NewImage": image, "SequenceNumber": sequence, "StreamViewType": "NEW_IMAGE"},
    }


def failed(answer: Json) -> list[str]:
    return [item["itemIdentifier"] for item in answer["batchItemFailures"]]


def test_every_event_of_every_new_row_reaches_the_bus_in_order(bus: Bus) -> None:
    kept = turns("c" * 32, 3)
    assert failed(app.handler(stream(*kept), Context())) == []
    assert bus.took == [event.model_dump_json(exclude_none=True) for turn in kept for event in turn.events]


def test_after_a_failure_nothing_of_the_same_conversation_passes_and_all_of_it_is_named(bus: Bus) -> None:
    (first, second, third), (other,) = turns("a" * 32, 3), turns("b" * 32, 1)
    bus.refuses = second.events[0].id
    assert failed(app.handler(stream(first, second, other, third), Context())) == ["2", "4"]
    assert [id_ in "".join(bus.took) for id_ in ("a" * 32 + ".1:1:0", "b" * 32 + ".1:1:0")] == [True, True]
    assert third.events[0].id not in "".join(bus.took)


def test_a_batch_that_fails_whole_is_named_whole_and_not_an_error(bus: Bus) -> None:
    bus.refuses = "c" * 32
    assert failed(app.handler(stream(*turns("c" * 32, 2)), Context())) == ["1", "2"]


def test_what_failed_once_is_delivered_again(bus: Bus) -> None:
    kept = turns("c" * 32, 2)
    bus.refuses = "c" * 32
    app.handler(stream(*kept), Context())
    bus.refuses = ""
    assert failed(app.handler(stream(*kept), Context())) == []
    assert len(bus.took) == 2


def test_an_order_whose_start_was_lost_is_started_once_however_often_its_row_is_read(bus: Bus) -> None:
    import boto3

    (turn,) = turns("c" * 32, 1)
    turn = turn.but(order=Order(name="the-order-1", workflow="recharge_resolution", inputs={"line_id": "line-1"}))
    DynamoStore(a_table(SETTINGS["TABLE_NAME"]), SETTINGS["TABLE_NAME"]).append(turn)
    for _ in range(2):
        assert failed(app.handler(stream(turn), Context())) == []
    client = boto3.client("stepfunctions")
    (machine,) = client.list_state_machines()["stateMachines"]
    (execution,) = client.list_executions(stateMachineArn=machine["stateMachineArn"])["executions"]
    given = client.describe_execution(executionArn=execution["executionArn"])["input"]
    assert (execution["name"], "c" * 32 in given, "acme-in" in given) == ("the-order-1", True, True)
    del bus


def ordered(talk: Callable[..., Talk], store: DynamoStore) -> Turn:
    """The row of a customer's yes, whose order nobody could start; the conversation is in the table."""
    one = talk(store=store)
    to_confirmation(one)
    one.machines.down = True
    return one.say("yes")


def test_an_order_that_can_never_be_started_ends_and_a_human_gets_its_file(bus: Bus, talk: Callable[..., Talk]) -> None:
    import boto3

    store = DynamoStore(a_table(SETTINGS["TABLE_NAME"]), SETTINGS["TABLE_NAME"])
    a_step_results_table(SETTINGS["STEP_RESULTS_TABLE_NAME"])
    an_organisation(boto3.client("dynamodb"), SETTINGS["TABLE_NAME"], ACME, "key", ("turns",))
    boto3.client("stepfunctions").delete_state_machine(stateMachineArn=f"{MACHINES}recharge_resolution")
    row = ordered(talk, store)
    for _ in range(2):
        assert failed(app.handler(stream(row), Context())) == []
    assert [json.loads(event)["id"] for event in bus.took[: len(row.events)]] == [event.id for event in row.events]
    ended = store.newest("acme-in", row.message.conversation).turn
    assert ended is not None
    assert (ended.seq, ended.ticket.status) == (row.seq + 1, "escalated")
    assert "could not be completed" in ended.reply.text
    assert ended.order is not None
    assert (ended.order.workflow, "recharge_resolution: failed" in str(ended.order.inputs)) == ("hand_off", True)
    begins = app.publisher()._give_up._wiring.fates.begin  # type: ignore[attr-defined]  # as a step would
    assert not begins("acme-in", row.order.name if row.order else "")


def test_an_order_that_did_begin_is_not_given_up(bus: Bus, talk: Callable[..., Talk]) -> None:
    import boto3

    store = DynamoStore(a_table(SETTINGS["TABLE_NAME"]), SETTINGS["TABLE_NAME"])
    a_step_results_table(SETTINGS["STEP_RESULTS_TABLE_NAME"])
    boto3.client("stepfunctions").delete_state_machine(stateMachineArn=f"{MACHINES}recharge_resolution")
    row = ordered(talk, store)
    assert row.order is not None
    Fates(boto3.client("dynamodb"), SETTINGS["STEP_RESULTS_TABLE_NAME"]).begin("acme-in", row.order.name)
    assert failed(app.handler(stream(row), Context())) == []
    assert store.newest("acme-in", row.message.conversation).turn == row
    assert len(bus.took) == len(row.events)


def test_records_that_are_no_turns_pass_unread(bus: Bus) -> None:
    key = {"pk": {"S": "ORGANISATION#acme-in"}, "sk": {"S": "PROFILE"}}
    removed = {"eventName": "REMOVE", "dynamodb": {"Keys": key, "SequenceNumber": "1"}}
    assert failed(app.handler({"Records": [removed]}, Context())) == []
    assert bus.took == []
