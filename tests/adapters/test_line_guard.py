"""Who may try for a line, and how often: counted before anything is compared."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from frontline.adapters.line_guard import LineGuard


class Phone:
    """Keeps what it was sent."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def send(self, number: str, text: str) -> bool:
        self.texts.append(f"{number} {text}")
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


def guard(table: Any, phone: Phone, organisation: str = "acme-in") -> LineGuard:
    return LineGuard(table, "steps", organisation, phone)  # type: ignore[arg-type]  # a phone is a sender


def test_a_fourth_attempt_is_not_let_through(table: Any) -> None:
    one = guard(table, Phone())
    assert [one.attempt("line-1") for _ in range(5)] == [True, True, True, False, False]
    assert one.locked("line-1")
    assert guard(table, Phone(), "other").attempt("line-1")


def test_who_passed_starts_anew_and_the_code_is_used_up(table: Any) -> None:
    phone = Phone()
    one = guard(table, phone)
    assert one.send_code("line-1", "+919800000001")
    code = phone.texts[0].split()[1]
    assert one.attempt("line-1")
    assert one.code_is("line-1", code)
    one.passed("line-1")
    assert not one.locked("line-1")
    assert not one.code_is("line-1", code)


def test_a_phone_gets_five_codes_a_day_and_the_last_one_counts(table: Any) -> None:
    phone = Phone()
    one = guard(table, phone)
    assert [one.send_code("line-1", "+919800000001") for _ in range(6)] == [True] * 5 + [False]
    assert one.code_is("line-1", phone.texts[-1].split()[1])
    assert not one.code_is("line-1", "no code")
