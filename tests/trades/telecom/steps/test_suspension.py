"""Why a line is suspended, and that only what may be lifted is."""

from datetime import date

import pytest

from frontline.model.errors import OperatorRefused
from frontline.trades.telecom.nouns import LineStatus, OrderState
from frontline.trades.telecom.steps.orders import WhichOrder
from frontline.trades.telecom.steps.suspension import (
    WhichLine,
    WhichSuspension,
    check_suspension,
    resume_line,
    verify_resumed,
)
from tests.trades.telecom.steps.people import TODAY, an_order, bill, line, operator

WHICH = WhichSuspension(line_id="line-1", customer_id="c", today=TODAY)
LINE = WhichLine(line_id="line-1")


@pytest.mark.parametrize(
    ("status", "result"), [("active", "not_suspended"), ("pending", "not_activated"), ("closed", "closed")]
)
def test_only_a_suspended_line_is_suspended(status: LineStatus, result: str) -> None:
    assert check_suspension(WHICH, operator(lines=[line(status)])).result == result


def test_an_ended_contract_goes_before_debts() -> None:
    found = check_suspension(WHICH, operator(lines=[line(contract_end=date(2026, 11, 1))], bills=[bill()]))
    assert (found.result, found.ended, found.bill_id) == ("contract_ended", "2026-11-01", "")


def test_the_last_day_of_a_contract_still_counts() -> None:
    assert check_suspension(WHICH, operator(lines=[line(contract_end=TODAY)])).result == "nothing_overdue"


def test_a_debt_is_told_with_what_is_owed() -> None:
    found = check_suspension(WHICH, operator(lines=[line()], bills=[bill()]))
    assert (found.result, found.bill_id, found.owed, found.billed) == ("overdue", "bill-1", "₹450", "2026-09-01")


def test_nothing_owed_is_nothing_in_the_customers_own_money() -> None:
    assert check_suspension(WHICH, operator(lines=[line()], bills=[bill(owed="0")])).owed == "₹0"
    assert check_suspension(WHICH, operator(lines=[line()])).owed == "₹0"
    assert check_suspension(WHICH, operator(lines=[line(plan=None)])).owed == "0"


def test_a_line_is_resumed_once_for_one_key() -> None:
    books = operator(lines=[line()])
    first = resume_line(LINE, books, "key")
    assert first == resume_line(LINE, books, "key")
    assert (first.result, books.effects, books.line("line-1").status) == ("ordered", ["order:key"], "active")
    assert verify_resumed(WhichOrder(line_id="line-1", order_id=first.order_id), books).state == "done"


def test_a_refused_order_and_a_refusing_operator_are_one_result() -> None:
    refused = resume_line(LINE, operator(lines=[line()], bills=[bill()]), "key")
    assert (refused.result, refused.reason) == ("refused", "a bill is overdue")
    books = operator(lines=[line()])
    books.fail(OperatorRefused("not now", code="http_409"))
    assert resume_line(LINE, books, "key").reason == "not now"


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("done", "pending"),
        ("pending", "pending"),
        ("refused", "refused"),
        ("failed", "refused"),
        ("cancelled", "refused"),
    ],
)
def test_a_line_is_active_when_it_says_so_itself(state: OrderState, told: str) -> None:
    books = operator(lines=[line()])
    books.orders_by_id["order-9"] = an_order(state)
    assert verify_resumed(WhichOrder(line_id="line-1", order_id="order-9"), books).state == told
