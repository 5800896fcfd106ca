"""Who may try for a line, and how often: counted before anything is compared."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any

import boto3
import pytest
from moto import mock_aws

from frontline.adapters.line_guard import LineGuard, TableTallies
from frontline.model.errors import OperatorUnavailable
from frontline.ports import Wait


class Phone:
    """Keeps what it was sent."""

    def __init__(self) -> None:
        self.codes: list[str] = []

    def send(self, number: str, text: str) -> bool:
        del number
        self.codes.append(text.split(maxsplit=1)[0])
        return True


@pytest.fixture
def table() -> Iterator[Any]:
    with mock_aws():
        client = boto3.client("dynamodb", "ap-south-1", aws_access_key_id="test", aws_secret_access_key="test")
        client.create_table(
            TableName="steps",
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        )
        yield client


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def guard(table: Any, phone: Phone, organisation: str = "acme-in", clock: Clock | None = None) -> LineGuard:
    tallies = TableTallies(table, "steps")
    return LineGuard(tallies, organisation, phone, clock or Clock())  # type: ignore[arg-type]  # a phone is a sender


def test_a_fourth_guess_has_to_wait_and_the_wait_grows(table: Any) -> None:
    clock = Clock()
    one = guard(table, Phone(), clock=clock)
    assert [one.attempt("me", f"line-{number}") for number in range(3)] == [None] * 3, "of any line"
    assert one.attempt("me", "line-1") == Wait("asker", 300)
    clock.now += 300
    assert one.attempt("me", "line-1") is None
    assert one.attempt("me", "line-1") == Wait("asker", 600)
    assert guard(table, Phone(), "other").attempt("me", "line-1") is None


def test_who_passed_starts_anew_and_the_code_is_used_up(table: Any) -> None:
    phone = Phone()
    one = guard(table, phone)
    assert one.send_code("me", "line-1", "+919800000001") == "sent"
    for _ in range(9):
        assert one.attempt("me", "line-1") is None
        one.passed("me", "line-1")
    assert one.code_is("me", "line-1", phone.codes[0]) == "over"


class OneWriteAtATime:
    """A table that keeps its conditions, which moto does not do between threads."""

    def __init__(self, table: Any) -> None:
        self._table = table
        self._lock = Lock()

    def put_item(self, **request: Any) -> Any:
        with self._lock:
            return self._table.put_item(**request)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._table, name)


def test_of_many_guesses_at_once_no_more_are_looked_at_than_of_few(table: Any) -> None:
    one = guard(OneWriteAtATime(table), Phone())
    with ThreadPoolExecutor(4) as pool:
        looked_at = list(pool.map(lambda number: tried(one, f"asker-{number}"), range(24)))
    assert sum(looked_at) <= 6


def tried(one: LineGuard, asker: str) -> bool:
    try:
        return one.attempt(asker, "line-1") is None
    except OperatorUnavailable:
        return False


def test_an_expired_code_never_works_not_even_beside_a_fresh_one(table: Any) -> None:
    phone, clock = Phone(), Clock()
    one = guard(table, phone, clock=clock)
    one.send_code("me", "line-1", "+919800000001")
    clock.now += 599
    assert one.has_code("me", "line-1")
    one.send_code("me", "line-1", "+919800000001")
    clock.now += 1
    assert one.code_is("me", "line-1", phone.codes[0]) == "wrong"
    assert one.code_is("me", "line-1", phone.codes[1]) == "right"
    clock.now += 600
    assert not one.has_code("me", "line-1")
    assert one.code_is("me", "line-1", phone.codes[1]) == "over"


def test_an_earlier_code_stays_good_beside_a_later_one(table: Any) -> None:
    phone, clock = Phone(), Clock()
    one = guard(table, phone, clock=clock)
    for _ in range(2):
        assert one.send_code("me", "line-1", "+919800000001") == "sent"
        clock.now += 60
    assert one.code_is("me", "line-1", phone.codes[0]) == "right"


def test_what_one_organisation_keeps_of_a_line_is_nothing_to_another(table: Any) -> None:
    phone, other_phone = Phone(), Phone()
    one, other = guard(table, phone), guard(table, other_phone, "other")
    assert one.send_code("me", "line-1", "+919800000001") == "sent"
    assert other.send_code("me", "line-1", "+919800000001") == "sent"
    assert other.code_is("me", "line-1", phone.codes[0]) == "wrong"
    assert one.attempt("me", "line-1") is None
    one.passed("me", "line-1")
    assert other.code_is("me", "line-1", other_phone.codes[0]) == "right"
    ids = {row["id"]["S"] for row in table.scan(TableName="steps")["Items"]}
    assert {id_.split("#")[1] for id_ in ids} == {"acme-in", "other"}
    assert len(ids) == 2 * 3 + 2, "each has rows of its own, for who asks, the line and the code"


def test_no_row_holds_a_code(table: Any) -> None:
    phone = Phone()
    guard(table, phone).send_code("me", "line-1", "+919800000001")
    assert phone.codes[0] not in str(table.scan(TableName="steps")["Items"])


def test_what_a_newer_release_counts_beside_is_kept_and_stops_nobody(table: Any) -> None:
    phone, clock = Phone(), Clock()
    one = guard(table, phone, clock=clock)
    one.attempt("me", "line-1")
    one.send_code("me", "line-1", "+919800000001")
    for row in table.scan(TableName="steps")["Items"]:
        tally = json.loads(row["tally"]["S"]) | {"in_words": "newer"}
        table.put_item(TableName="steps", Item={**row, "tally": {"S": json.dumps(tally)}})
    clock.now += 60
    assert one.attempt("me", "line-1") is None
    assert one.send_code("me", "line-1", "+919800000001") == "sent"
    assert one.code_is("me", "line-1", phone.codes[0]) == "right"
    one.passed("me", "line-1")
    rows = table.scan(TableName="steps")["Items"]
    assert len(rows) == 5 and all("in_words" in row["tally"]["S"] for row in rows)


def test_who_passes_takes_back_their_own_guess_and_no_one_elses(table: Any) -> None:
    one = guard(table, Phone())
    assert [one.attempt(f"stranger-{number}", "line-1") for number in range(4)] == [None] * 4
    for _ in range(2):
        assert one.attempt("me", "line-1") is None
        one.passed("me", "line-1")
    assert [one.attempt(f"another-{number}", "line-1") for number in range(2)] == [None] * 2
    assert one.attempt("another-3", "line-1") == Wait("line", 900)
