"""A decision reaches the order it is about, once, and nobody else's."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from frontline.adapters.approvals import Approvals
from frontline.model.errors import NotFound, OperatorUnavailable, Refused, Unavailable
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
