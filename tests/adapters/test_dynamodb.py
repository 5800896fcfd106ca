"""The table as DynamoDB promises it: what goes over the wire, and what becomes of its errors."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from botocore.exceptions import ClientError

from frontline.adapters.dynamodb import DynamoStore
from frontline.model.errors import StoreUnavailable
from tests.contracts.store_bench import Bench
from tests.support.aws import a_table, in_moto


@pytest.fixture
def client() -> Iterator[Any]:
    with in_moto():
        yield a_table("conversations")


@pytest.fixture
def bench(client: Any) -> Bench:
    return Bench(DynamoStore(client, "conversations", retention_days=7), lambda *_: None)


def calls(client: Any) -> list[tuple[str, dict[str, Any]]]:
    """Every call from here on, as it goes out."""
    made: list[tuple[str, dict[str, Any]]] = []

    def note(model: Any, params: dict[str, Any], **_: object) -> None:
        made.append((model.name, params))

    client.meta.events.register("provide-client-params.dynamodb", note)
    return made


def before_next(client: Any, operation: str, happens: Callable[[], object]) -> None:
    """Once, just before the next call of that operation goes out."""

    def once(**_: object) -> None:
        client.meta.events.unregister(f"before-call.dynamodb.{operation}", once)
        happens()

    client.meta.events.register(f"before-call.dynamodb.{operation}", once)


def failing(client: Any, operation: str) -> Callable[[], None]:
    """Every call of that operation, until what is returned is called."""

    def fail(**_: object) -> None:
        raise ClientError({"Error": {"Code": "InternalServerError", "Message": "it did not work"}}, operation)

    client.meta.events.register(f"before-call.dynamodb.{operation}", fail)
    return lambda: client.meta.events.unregister(f"before-call.dynamodb.{operation}", fail)


def sent_twice(client: Any, operation: str) -> None:
    """The answer to the next call is lost, and botocore sends it again."""

    def once(**_: object) -> int:
        client.meta.events.unregister(f"needs-retry.dynamodb.{operation}", once)
        return 0

    client.meta.events.register_first(f"needs-retry.dynamodb.{operation}", once)


def test_a_turn_costs_one_consistent_read_and_one_conditional_write(bench: Bench, client: Any) -> None:
    made = calls(client)
    bench.store.newest("acme-in", bench.conversation)
    bench.keep(bench.turn(1))
    (read, query), (write, put) = made
    assert (read, query["Limit"], query["ConsistentRead"]) == ("Query", 1, True)
    assert (write, put["ConditionExpression"]) == ("PutItem", "attribute_not_exists(sk)")


def test_a_row_is_forgotten_by_the_table_when_its_time_is_over(bench: Bench, client: Any) -> None:
    turn = bench.turn(1)
    bench.keep(turn)
    (item,) = client.scan(TableName="conversations")["Items"]
    assert int(item["expires_at"]["N"]) == turn.message.at // 1000 + (7 + 21) * 24 * 60 * 60


def test_a_turn_committed_while_the_conversation_is_erased_is_erased_too(bench: Bench, client: Any) -> None:
    bench.keep(bench.turn(1))
    before_next(client, "PutItem", lambda: bench.keep(bench.turn(2, "too late")))
    assert bench.store.erase("acme-in", bench.conversation) == 2
    (left,) = bench.journal()
    assert (left.seq, left.message.text) == (3, "")


@pytest.mark.parametrize("operation", ["Query", "GetItem", "PutItem"])
def test_every_failure_of_the_table_is_store_unavailable(bench: Bench, client: Any, operation: str) -> None:
    bench.keep(bench.turn(1))
    failing(client, operation)
    tries: dict[str, Callable[[], object]] = {
        "Query": lambda: bench.store.newest("acme-in", bench.conversation),
        "GetItem": lambda: bench.store.turn("acme-in", bench.conversation, 1),
        "PutItem": lambda: bench.keep(bench.turn(2)),
    }
    with pytest.raises(StoreUnavailable):
        tries[operation]()


def test_an_erasure_that_broke_off_is_finished_by_the_next(bench: Bench, client: Any) -> None:
    bench.keep(bench.turn(1, "a secret"), bench.turn(2, "another"))
    works_again: list[Callable[[], object]] = []
    with pytest.raises(StoreUnavailable):
        bench.store.erase("acme-in", bench.conversation, lambda _: works_again.append(failing(client, "PutItem")))
    works_again[0]()
    assert bench.store.erase("acme-in", bench.conversation) == 2
    assert bench.store.erase("acme-in", bench.conversation) == 0
    assert [turn.message.text for turn in bench.journal()] == [""]
    rows = client.scan(TableName="conversations")["Items"]
    assert "secret" not in str(rows) and "another" not in str(rows)
    assert len(rows) == 3 and all("expires_at" in row for row in rows)


def test_a_commit_that_is_sent_again_because_its_answer_was_lost_succeeds(bench: Bench, client: Any) -> None:
    sent: list[object] = []
    client.meta.events.register("before-send.dynamodb.PutItem", lambda **_: sent.append(1))
    sent_twice(client, "PutItem")
    bench.keep(bench.turn(1))
    assert len(sent) == 2
    assert len(bench.journal()) == 1
