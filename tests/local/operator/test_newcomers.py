"""Customers of the sandbox that come and go by a switch: their line and bills as asked for, and nothing of them left."""

from collections.abc import Iterator

import httpx
import pytest

from local.operator import SandboxOperator
from tests.support.account import Bill, Subscriber, subscriber
from tests.support.faults import Combination, Fault

NUMBER = "555-321-0001"
TMF = "/tmf-api"


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with SandboxOperator(None).serve() as sandbox, httpx.Client(base_url=sandbox.url, trust_env=False) as client:
        yield client


def welcome(http: httpx.Client, *faults: Fault, **options: object) -> Subscriber:
    return Subscriber(http, NUMBER, Combination("data", frozenset(faults), **options).body(NUMBER))  # type: ignore[arg-type]


def product(http: httpx.Client) -> dict[str, object]:
    asked = {"productCharacteristic.name": "msisdn", "productCharacteristic.value": NUMBER}
    (found,) = http.get(f"{TMF}/productInventory/v4/product", params=asked).json()
    return dict(found)


def tables(http: httpx.Client) -> dict[str, object]:
    """What the operator has, but for the time and for what is empty."""
    return {name: rows for name, rows in http.get("/sandbox/state").json().items() if rows and name != "now"}


@pytest.mark.parametrize(
    "case",
    [
        Combination("data", frozenset()),
        Combination("data", frozenset({"roaming_disabled", "data_exceeded"})),
        Combination("data", frozenset({"bills_overdue"}), frozenset({"bill_due_later", "other_line"})),
        Combination("data", frozenset({"contract_ended"})),
        Combination("data", frozenset({"suspended"})),
        Combination("data", frozenset(), frozenset({"bill_overdue_but_active", "line_roams_at_home"})),
    ],
    ids=str,
)
def test_the_books_are_as_the_combination_has_it(http: httpx.Client, case: Combination) -> None:
    account = Subscriber(http, NUMBER, case.body(NUMBER)).account()
    assert (account.others != "") == ("other_line" in case.decoys)
    assert account.line == case.account.line and account.bills == case.account.bills
    assert (account.roaming, account.contract_ended, account.plan) == (
        case.account.roaming,
        case.account.contract_ended,
        case.account.plan,
    )


def test_a_newcomer_is_found_as_any_customer_is(http: httpx.Client) -> None:
    welcome(http, "bill_overdue")
    assert product(http)["status"] == "suspended"


def test_a_request_is_paid_by_the_customer_and_then_the_line_can_be_resumed(http: httpx.Client) -> None:
    customer = welcome(http, "bill_overdue")
    bill = next(
        row for row in http.get(f"/sandbox/customers/{NUMBER}").json()["customerBill"] if row["state"] == "sent"
    )
    payment = {
        "account": bill["billingAccount"],
        "paymentMethod": {"@type": "PaymentMethod"},
        "totalAmount": bill["remainingAmount"],
        "paymentItem": [{"item": {"id": bill["id"]}}],
    }
    http.post(f"{TMF}/payment/v4/payment", json=payment).raise_for_status()
    assert customer.account().open == customer.account().asked == (1,)
    request = customer.request()
    assert request
    customer.pay(request)
    resume = {"productOrderItem": [{"action": "modify", "product": {"id": product(http)["id"], "status": "active"}}]}
    order = http.post(f"{TMF}/productOrderingManagement/v4/productOrder", json=resume).json()
    assert order["state"] == "completed"
    account = customer.account()
    assert account.active and not account.open and account.bills == (Bill(paid=True), Bill(paid=True))


def test_a_larger_plan_leaves_the_difference(http: httpx.Client) -> None:
    customer = welcome(http, "data_exceeded")
    wanted = {"id": product(http)["id"], "productOffering": {"id": "us-premium"}}
    order = {"productOrderItem": [{"action": "modify", "product": wanted}]}
    http.post(f"{TMF}/productOrderingManagement/v4/productOrder", json=order).raise_for_status()
    account = customer.account()
    assert account.plan == "us-premium" and account.left == 34.75


def test_a_line_is_changed_while_its_customer_is_there(http: httpx.Client) -> None:
    customer = welcome(http)
    bill = {"issued": -40, "due": -5, "charges": [["Monthly plan", 55, "recurringCharge"]]}
    change = {"status": "suspended", "roaming": True, "data_gb": 0, "contractEndDate": "2001-01-01", "bills": [bill]}
    http.patch(f"/sandbox/customers/{NUMBER}", json=change).raise_for_status()
    account = customer.account()
    assert not account.active and account.roaming and account.left == 0 and account.contract_ended
    assert account.owing == (1,)
    assert http.patch(f"/sandbox/customers/{NUMBER}", json={"mood": "bad"}).status_code == 400


def test_who_leaves_leaves_nothing(http: httpx.Client) -> None:
    before = tables(http)
    with subscriber(http, NUMBER, Combination("data", frozenset({"bill_overdue"})).body(NUMBER)):
        assert tables(http)["customer"] != before["customer"]
    assert tables(http) == before
    assert http.get(f"/sandbox/customers/{NUMBER}").status_code == 404


def test_who_has_the_number_next_has_ids_of_their_own(http: httpx.Client) -> None:
    welcome(http)
    first = product(http)["id"]
    welcome(http)
    assert product(http)["id"] != first


def test_what_makes_no_sense_is_refused(http: httpx.Client) -> None:
    assert http.post("/sandbox/customers", json={}).status_code == 400
    unknown = http.post("/sandbox/customers", json={"lines": [{"number": "555-123-9001", "plan": "plus"}]})
    assert (unknown.status_code, "us-plus" in unknown.text) == (400, True)
    assert http.post("/sandbox/customers", json={"lines": [{"number": NUMBER, "colour": "red"}]}).status_code == 400
