"""A bill is asked for once, the oldest first, and counts as paid only when it says so itself."""

import json
from datetime import date
from pathlib import Path

import pytest

from frontline.model.errors import OperatorRefused, OperatorUnavailable
from frontline.trades.telecom.nouns import BillState
from frontline.trades.telecom.steps.payments import (
    WhichBill,
    WhichPayment,
    WhoOwes,
    find_overdue,
    follow_payment,
    request_bill_payment,
)
from tests.trades.telecom.steps.people import TODAY, bill, operator

MACHINES = Path(__file__).parents[4] / "statemachines"
WHO = WhoOwes(customer_id="c", today=TODAY)
WHICH = WhichBill(customer_id="c", bill_id="bill-1")


def test_the_bill_that_is_overdue_longest_comes_first() -> None:
    bills = [bill("bill-new", date(2026, 11, 1)), bill("bill-old", date(2026, 9, 20))]
    found = find_overdue(WHO, operator(bills=bills))
    assert (found.result, found.bill_id, found.owed, found.billed) == ("overdue", "bill-old", "₹450", "2026-09-01")


@pytest.mark.parametrize("due", [TODAY, date(2026, 12, 1), None], ids=["due today", "due later", "no day named"])
def test_what_is_not_past_its_day_is_not_overdue(due: date | None) -> None:
    assert find_overdue(WHO, operator(bills=[bill(due=due)])).result == "nothing_overdue"


def test_nothing_left_to_pay_is_nothing_overdue() -> None:
    assert find_overdue(WHO, operator(bills=[bill(owed="0")])).result == "nothing_overdue"
    assert find_overdue(WHO, operator()).result == "nothing_overdue"


def test_a_request_that_is_open_for_any_bill_is_told() -> None:
    books = operator(bills=[bill(), bill("bill-2", date(2026, 12, 1), "679")])
    books.request_payment(books.bills_by_id["bill-2"], "earlier")
    found = find_overdue(WHO, books)
    assert (found.result, found.owed, found.bill_id) == ("request_open", "₹679", "")


def test_a_bill_is_asked_for_once_for_one_key() -> None:
    books = operator(bills=[bill()])
    first = request_bill_payment(WHICH, books, "key")
    assert first == request_bill_payment(WHICH, books, "key")
    assert (first.result, books.effects) == ("requested", ["payment:key"])


@pytest.mark.parametrize(("state", "owed"), [("paid", "450"), ("issued", "0")])
def test_a_settled_bill_is_not_asked_for(state: BillState, owed: str) -> None:
    books = operator(bills=[bill(state=state, owed=owed)])
    assert request_bill_payment(WHICH, books, "key").result == "settled"
    assert books.effects == []


@pytest.mark.parametrize(
    ("code", "result"), [("payment_pending", "request_open"), ("bill_settled", "settled"), ("http_409", "refused")]
)
def test_a_refusal_is_a_result(code: str, result: str) -> None:
    books = operator(bills=[bill()])
    books.fail(OperatorRefused("no", code=code), after=True)
    assert request_bill_payment(WHICH, books, "key").result == result


def test_a_bill_nobody_knows_is_not_asked_for() -> None:
    assert request_bill_payment(WHICH, operator(), "key").result == "refused"


def test_what_is_not_known_stays_an_error() -> None:
    books = operator(bills=[bill()])
    books.fail(OperatorUnavailable("away"))
    with pytest.raises(OperatorUnavailable):
        request_bill_payment(WHICH, books, "key")


def test_a_payment_is_pending_until_the_bill_is_settled() -> None:
    books = operator(bills=[bill()])
    which = WhichPayment(**WHICH.model_dump(), payment_id=request_bill_payment(WHICH, books, "key").payment_id)
    assert follow_payment(which, books).state == "pending"
    books.pay(which.payment_id)
    assert follow_payment(which, books).state == "settled"


@pytest.mark.parametrize(("state", "told"), [("done", "received"), ("failed", "failed")])
def test_a_payment_that_is_done_is_not_a_bill_that_is_settled(state: str, told: str) -> None:
    books = operator(bills=[bill()])
    asked = books.request_payment(books.bills_by_id["bill-1"], "key")
    books.payments_by_id[asked.id] = asked.model_copy(update={"state": state})
    assert follow_payment(WhichPayment(**WHICH.model_dump(), payment_id=asked.id), books).state == told


def test_a_bill_is_paid_in_the_same_way_whichever_order_asks() -> None:
    """The two state machines share their states; where they part, and nowhere else, they may differ."""
    paying, resuming = (
        json.loads((MACHINES / f"{name}.asl.json").read_text())["States"]
        for name in ("bill_payment", "line_resumption")
    )
    assert {name for name in paying if paying[name] != resuming[name]} == {"Resumed", "NotResumed"}
