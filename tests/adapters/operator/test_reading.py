"""An operator nobody here wrote: other spellings are read, missing pieces are tolerated, nonsense is refused."""

import contextlib
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.adapters.operator.document import Document
from frontline.adapters.operator.tmf import read_billing, read_lines, read_orders, read_service
from frontline.model.errors import OperatorMisbehaved
from frontline.trades.telecom.nouns import Money
from local.operator.beginning import seeded
from local.operator.clock import Clock


def doc(**fields: object) -> Document:
    return Document(json.loads(json.dumps(fields), parse_float=Decimal), "it")


def product(*traits: dict[str, object], **more: object) -> Document:
    msisdn = {"name": "MSISDN", "value": 919800000001}
    fields = {"id": 12, "status": "Active", "relatedParty": {"id": 5}, "productCharacteristic": [msisdn, *traits]}
    return doc(**{**fields, **more})


def test_ids_may_be_numbers_and_lists_may_be_single_objects() -> None:
    line = read_lines.read_line(product())
    assert (line.id, line.number, line.customer_id, line.status, line.plan) == (
        "12",
        "919800000001",
        "5",
        "active",
        None,
    )


@pytest.mark.parametrize(("said", "read"), [(True, True), ("true", True), ("No", False), ("off", False), (None, None)])
def test_a_flag_may_be_a_word(said: object, read: bool | None) -> None:
    assert read_lines.read_line(product({"name": "roaming", "value": said})).roaming is read


@pytest.mark.parametrize(
    "said", ["2026-03-01", "2026-03-01T00:00:00Z", "2026-03-01T23:00:00+05:30", "2026-03-01T01:02:03.004"]
)
def test_a_date_may_have_a_time(said: str) -> None:
    assert read_lines.read_line(product({"name": "contractEndDate", "value": said})).contract_end == date(2026, 3, 1)


@pytest.mark.parametrize(
    "said", [20, 20.0, "20", "20.00", {"value": 20, "unit": "INR"}, {"amount": "20", "units": "₹"}, {"value": 20}]
)
def test_a_price_may_be_a_number_a_text_or_money(said: object) -> None:
    line = read_lines.read_line(product({"name": "topupPrice", "value": said}), "INR")
    assert line.topup_price == Money(amount="20", currency="INR")


@pytest.mark.parametrize(
    ("word", "status"),
    [("aborted ", "closed"), ("pendingActive", "pending"), ("pendingTerminate", "active"), ("SUSPENDED", "suspended")],
)
def test_every_status_of_a_product_is_one_of_ours(word: str, status: str) -> None:
    assert read_lines.read_line(product(status=word)).status == status


@pytest.mark.parametrize(
    "broken",
    [
        {"status": "enchanted"},
        {"status": None},
        {"id": None},
        {"relatedParty": []},
        {"relatedParty": [{"id": "1", "role": "dealer"}]},
        {"productCharacteristic": []},
        {"productCharacteristic": "none"},
        {"productOffering": {"name": "no id"}},
    ],
)
def test_a_line_without_what_we_need_is_misbehaviour(broken: dict[str, object]) -> None:
    with pytest.raises(OperatorMisbehaved):
        read_lines.read_line(product(**broken))


@pytest.mark.parametrize(
    "trait", [("roaming", "perhaps"), ("contractEndDate", "soon"), ("accountType", "barter"), ("topupPrice", "free")]
)
def test_a_value_that_cannot_be_read_is_never_guessed(trait: tuple[str, str]) -> None:
    with pytest.raises(OperatorMisbehaved, match=trait[0]):
        read_lines.read_line(product({"name": trait[0], "value": trait[1]}))


def test_the_plan_costs_its_recurring_price() -> None:
    once = {"priceType": "oneTime", "price": {"taxIncludedAmount": {"value": 100, "unit": "INR"}}}
    monthly = {"priceType": "recurring", "price": {"dutyFreeAmount": {"value": 299.5, "unit": "INR"}}}
    plan = read_lines.read_plan(product(productOffering={"id": "p"}, productPrice=[once, monthly]))
    assert plan is not None
    assert (plan.name, str(plan.price)) == ("p", "₹299.50")


@pytest.mark.parametrize(("amount", "units", "gigabytes"), [(2048, "MB", "2"), ("1.5", "gb", "1.5"), (1, "TB", "1024")])
def test_data_is_counted_in_gigabytes(amount: object, units: str, gigabytes: str) -> None:
    bucket = doc(id="b", usageType="data", remainingValue={"amount": amount, "units": units})
    assert read_service.read_bucket(bucket, "l", None).remaining == gigabytes


def test_data_in_a_unit_nobody_knows_is_misbehaviour() -> None:
    with pytest.raises(OperatorMisbehaved):
        read_service.read_bucket(
            doc(id="b", usageType="data", remainingValue={"amount": 1, "units": "pages"}), "l", None
        )


def test_a_bill_without_a_state_is_known_by_its_amounts() -> None:
    due = {"value": "100", "unit": "INR"}
    for remaining, state in (("100", "issued"), ("40.50", "partly_paid"), ("0", "paid")):
        bill = doc(id="b", amountDue=due, remainingAmount={"value": remaining, "unit": "INR"})
        assert read_billing.read_bill(bill, "c", None).state == state
    assert read_billing.read_bill(doc(id="b", amountDue=due, state="settled"), "c", None).remaining.amount == "0"


def test_a_bill_without_any_amount_is_misbehaviour() -> None:
    with pytest.raises(OperatorMisbehaved):
        read_billing.read_bill(doc(id="b", state="sent"), "c", None)


def test_a_credit_reduces_whatever_its_sign() -> None:
    for amount in (20, -20):
        charge = doc(id="r", type="appliedBillingCredit", taxExcludedAmount={"value": amount, "unit": "INR"})
        assert read_billing.read_charge(charge, "b", None).amount.amount == "-20"


@pytest.mark.parametrize(("said", "state"), [("Done", "done"), ("in_progress", "pending"), ("Denied", "failed")])
def test_a_payment_is_pending_done_or_failed(said: str, state: str) -> None:
    payment = doc(id="p", status=said, totalAmount={"value": 1, "unit": "INR"})
    assert read_billing.read_payment(payment, None).state == state


def test_a_payment_in_a_state_nobody_knows_is_misbehaviour() -> None:
    with pytest.raises(OperatorMisbehaved):
        read_billing.read_payment(doc(id="p", status="quantum", totalAmount={"value": 1, "unit": "INR"}), None)


def test_an_order_without_a_state_is_not_done() -> None:
    assert read_orders.read_order(doc(id="o")).state == "pending"


def test_a_problem_in_several_places_is_in_the_one_asked_for() -> None:
    places = [{"name": "Pune"}, {"name": "Tamil Nadu"}]
    problem = doc(
        id="p", status="inProgress", category="Network Outage", affectedLocation=places, resolutionDate="2025-01-01"
    )
    read = read_service.read_problem(problem, "tamil_nadu")
    assert (read.region, read.category, read.eta) == ("Tamil Nadu", "outage", datetime(2025, 1, 1, tzinfo=UTC))


def test_amounts_never_pass_through_a_float() -> None:
    money = doc(it={"value": 0.1, "unit": "INR"}).money("it")
    assert money is not None
    assert (money + money + money).amount == "0.3"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
LINE = seeded(Clock()).table("product")["line-0001"]
BILL = seeded(Clock()).table("customerBill")["bill-3-1"]


@given(field=st.sampled_from(sorted(LINE)), value=json_values)
def test_whatever_stands_in_a_field_of_a_line_it_is_read_or_refused(field: str, value: object) -> None:
    with contextlib.suppress(OperatorMisbehaved):
        assert read_lines.read_line(doc(**{**LINE, field: value})).number == "+919800000001"


@given(field=st.sampled_from(sorted(BILL)), value=json_values)
def test_whatever_stands_in_a_field_of_a_bill_it_is_read_or_refused(field: str, value: object) -> None:
    with contextlib.suppress(OperatorMisbehaved):
        assert read_billing.read_bill(doc(**{**BILL, field: value}), "customer-3", None).customer_id == "customer-3"
