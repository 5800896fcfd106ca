"""A bill that is to be paid: what is owed, asking for it once, and whether it is really settled."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import OperatorRefused
from frontline.trades.telecom.nouns import Bill
from frontline.trades.telecom.ports import Operator

_ALREADY: dict[str, Literal["request_open", "settled"]] = {"payment_pending": "request_open", "bill_settled": "settled"}


class WhoOwes(BaseModel):
    """The customer, and the day on which the question is asked."""

    model_config = ConfigDict(frozen=True)
    customer_id: str
    today: date


class OverdueFound(BaseModel):
    """The bill to pay, or the one a request is open for. Dates are ISO, amounts as people write them."""

    result: Literal["overdue", "request_open", "nothing_overdue"]
    bill_id: str = ""
    owed: str = ""
    billed: str = ""


class PayableFound(BaseModel):
    """The same, or the bill that is due next, and when."""

    result: Literal["overdue", "request_open", "due", "nothing_open"]
    bill_id: str = ""
    owed: str = ""
    billed: str = ""
    due: str = ""


class WhichBill(BaseModel):
    """One bill of one customer."""

    model_config = ConfigDict(frozen=True)
    customer_id: str
    bill_id: str


class Requested(BaseModel):
    """`settled`: it was paid in the meantime, so there is nothing to ask for."""

    result: Literal["requested", "request_open", "settled", "refused"]
    payment_id: str = ""


class WhichPayment(WhichBill):
    """The request that was sent for it."""

    payment_id: str


class PaymentFollowed(BaseModel):
    """`received` is money the operator has, though the bill does not show it yet."""

    state: Literal["pending", "received", "settled", "failed"]


def find_overdue(request: WhoOwes, operator: Operator) -> OverdueFound:
    """The bill that is overdue longest. While a request for any bill is open no other can be sent, so that one is told."""
    bills = operator.bills(request.customer_id)
    unpaid = [bill for bill in bills if not settled(bill)]
    for bill in unpaid:
        if any(payment.state == "pending" for payment in operator.payments_for(bill.id)):
            return OverdueFound(result="request_open", owed=str(bill.remaining), billed=billed(bill))
    oldest = longest_overdue(bills, request.today)
    if oldest is None:
        return OverdueFound(result="nothing_overdue")
    return OverdueFound(result="overdue", bill_id=oldest.id, owed=str(oldest.remaining), billed=billed(oldest))


def find_payable(request: WhoOwes, operator: Operator) -> PayableFound:
    """What is overdue goes first; without that, the bill that is due next can be paid before it is."""
    overdue = find_overdue(request, operator)
    if overdue.result != "nothing_overdue":
        return PayableFound(result=overdue.result, bill_id=overdue.bill_id, owed=overdue.owed, billed=overdue.billed)
    bills = [bill for bill in operator.bills(request.customer_id) if not settled(bill)]
    dated = [(bill.due, bill.id, bill) for bill in bills if bill.due and bill.state not in ("draft", "on_hold")]
    if not dated:
        return PayableFound(result="nothing_open")
    day, _, bill = min(dated, key=lambda one: one[:2])
    owed, of = str(bill.remaining), billed(bill)
    return PayableFound(result="due", bill_id=bill.id, owed=owed, billed=of, due=day.isoformat())


def request_bill_payment(request: WhichBill, operator: Operator, key: str) -> Requested:
    """Looked up afresh: what remains now is what is asked for, and a settled bill is asked for never."""
    bill = _bill(request, operator)
    if bill is None:
        return Requested(result="refused")
    if settled(bill):
        return Requested(result="settled")
    try:
        return Requested(result="requested", payment_id=operator.request_payment(bill, key).id)
    except OperatorRefused as refused:
        return Requested(result=_ALREADY.get(refused.code, "refused"))


def follow_payment(request: WhichPayment, operator: Operator) -> PaymentFollowed:
    """Only the bill itself says that it is settled; a payment that was made does not."""
    bill = _bill(request, operator)
    if bill is not None and settled(bill):
        return PaymentFollowed(state="settled")
    payment = operator.payment(request.payment_id)
    return PaymentFollowed(state="received" if payment.state == "done" else payment.state)


def settled(bill: Bill) -> bool:
    """Nothing is left to pay."""
    return bill.state == "paid" or bill.remaining.value <= 0


def billed(bill: Bill) -> str:
    """The day by which people know a bill."""
    day = bill.billed or bill.due
    return day.isoformat() if day else "–"


def longest_overdue(bills: tuple[Bill, ...], today: date) -> Bill | None:
    """Oldest debts first."""
    overdue = [bill for bill in bills if bill.overdue(today)]
    return min(overdue, key=lambda bill: (bill.due or today, bill.id), default=None)


def _bill(request: WhichBill, operator: Operator) -> Bill | None:
    return next((bill for bill in operator.bills(request.customer_id) if bill.id == request.bill_id), None)
