"""Which payments were credited, when nothing but amounts and dates may tell."""

import json
from datetime import UTC, datetime
from decimal import Decimal

from frontline.adapters.operator.document import Document
from frontline.adapters.operator.tmf.recharges import Given, credits_of, read_given, recharges_of
from frontline.trades.telecom.nouns import Money, Payment, Progress

DAYS = [datetime(2025, 2, day, tzinfo=UTC) for day in range(1, 11)]


def paid(name: str, amount: str = "299", day: int = 1, state: Progress = "done") -> Payment:
    return Payment(id=name, state=state, amount=Money(amount=amount, currency="INR"), for_id="l", paid=DAYS[day])


def top_up(amount: object = 299, day: int = 1, **more: object) -> Given:
    fields = {"id": "t", "status": "completed", "amount": {"amount": amount}, "confirmationDate": DAYS[day].isoformat()}
    given = read_given(Document(json.loads(json.dumps({**fields, **more}), parse_float=Decimal), "topupBalance"))
    assert given is not None
    return given


def credited(payments: list[Payment], *given: Given) -> list[str]:
    recharges = recharges_of("l", payments, credits_of(payments, given))
    return [recharge.payment_id for recharge in recharges if recharge.credited]


def test_a_top_up_that_names_its_payment_settles_it_wherever_it_names_it() -> None:
    for naming in (
        {"reason": "payment p1"},
        {"description": "for p1, thanks"},
        {"voucher": "p1"},
        {"paymentMethod": {"id": "p1"}},
        {"balanceTopup": {"id": "p1"}},
    ):
        assert credited([paid("p1"), paid("p2")], top_up(**naming)) == ["p1"]


def test_one_id_that_begins_like_another_is_not_it() -> None:
    assert credited([paid("p1"), paid("p10", "100")], top_up(100, reason="payment p10")) == ["p10"]


def test_without_names_the_same_amount_afterwards_counts_once_and_oldest_first() -> None:
    assert credited([paid("old", day=1), paid("new", day=3)], top_up(day=4)) == ["old"]
    assert credited([paid("old", day=1), paid("new", day=3)], top_up(day=4), top_up(day=5)) == ["new", "old"]


def test_a_top_up_before_the_payment_or_of_another_amount_is_not_for_it() -> None:
    assert credited([paid("p", day=3)], top_up(day=2)) == []
    assert credited([paid("p", day=3)], top_up(100, day=4)) == []


def test_in_doubt_it_was_credited() -> None:
    assert credited([paid("p", day=3)], top_up(day=4, status="created")) == ["p"]
    assert credited([paid("p", day=3)], top_up(confirmationDate=None)) == ["p"]


def test_a_failed_top_up_gave_nothing_and_an_unpaid_payment_is_no_recharge() -> None:
    assert read_given(Document({"id": "t", "status": "failed"}, "topupBalance")) is None
    assert recharges_of("l", [paid("p", state="pending"), paid("q", state="failed")], {}) == ()
