"""Which charges are unusual, that they are disputed once, and that somebody is asked where they must be."""

import pytest

from frontline.model.errors import OperatorRefused
from frontline.trades.telecom.steps.charges import (
    WhatToApprove,
    WhatToDispute,
    WhoseCharges,
    ask_approval,
    file_dispute,
    find_charges,
)
from tests.trades.telecom.steps.people import bill, charge, line, operator

WHO = WhoseCharges(customer_id="c", line_id="line-1")
DISPUTE = WhatToDispute(customer_id="c", line_id="line-1", bill_id="bill-1", disputed="₹599", unusual="SMS ₹499")
USUAL = [
    charge("Rental", "599", "recurringCharge"),
    charge("GST", "107.82", "tax"),
    charge("Discount", "-20", "credit"),
]


def test_what_recurs_and_what_is_taxed_or_given_is_not_unusual() -> None:
    found = find_charges(WHO, operator(bills=[bill()], charges=USUAL))
    assert (found.result, found.disputed) == ("nothing_unusual", "")
    assert found.positions == "Discount -₹20, GST ₹107.82, Rental ₹599"


@pytest.mark.parametrize("kind", ["usageCharge", "oneTimeCharge", "one-time", "Late Fee", "NON_RECURRING", "penalty"])
def test_what_does_not_recur_is_unusual_however_it_is_spelt(kind: str) -> None:
    found = find_charges(WHO, operator(bills=[bill()], charges=[*USUAL, charge("SMS", "499", kind)]))
    assert (found.result, found.unusual, found.disputed) == ("unusual", "SMS ₹499", "₹499")
    assert (found.disputed_value, found.currency) == ("499", "INR")


def test_a_charge_whose_kind_is_not_told_is_not_called_unusual() -> None:
    assert find_charges(WHO, operator(bills=[bill()], charges=[charge("?", "9", None)])).result == "nothing_unusual"


def test_several_are_added_up_and_those_of_other_lines_left_out() -> None:
    odd = [charge("A", "499", "usage"), charge("B", "100.5", "fee", "line-1"), charge("C", "7", "fee", "line-2")]
    found = find_charges(WHO, operator(bills=[bill()], charges=odd))
    assert (found.unusual, found.disputed) == ("A ₹499, B ₹100.50", "₹599.50")


def test_without_a_bill_nothing_is_claimed() -> None:
    assert find_charges(WHO, operator(bills=[bill(state="draft")])).result == "no_bill"


def test_a_dispute_is_filed_once_for_one_key_and_then_known() -> None:
    books = operator(lines=[line()], bills=[bill()], charges=[charge("SMS", "499", "usage")])
    first = file_dispute(DISPUTE, books, "key")
    assert first == file_dispute(DISPUTE, books, "key")
    assert (first.result, books.effects) == ("filed", ["ticket:key"])
    assert books.ticket(first.case).kind == "dispute"
    found = find_charges(WHO, books)
    assert (found.result, found.case) == ("already_disputed", first.case)


def test_a_refusal_is_a_result() -> None:
    books = operator()
    books.fail(OperatorRefused("no", code="http_422"))
    assert file_dispute(DISPUTE, books, "key").result == "refused"


def test_the_token_is_kept_for_the_order_and_then_those_who_decide_are_told() -> None:
    kept: dict[str, str] = {}
    told: list[tuple[str, str]] = []

    class Remembering:
        def keep(self, order: str, token: str) -> None:
            kept[order] = token

        def announce(self, order: str, conversation: str) -> None:
            assert order in kept
            told.append((order, conversation))

    asked = WhatToApprove(order="order-1", conversation="c" * 32, task_token="token")
    ask_approval(asked, operator(), Remembering())
    assert (kept, told) == ({"order-1": "token"}, [("order-1", "c" * 32)])
