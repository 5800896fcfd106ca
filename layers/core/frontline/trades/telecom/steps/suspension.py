"""A suspended line: why it is, whether that may be lifted, and lifting it."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.nouns import Bill, Line, Money, Resume
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.orders import Followed, Ordered, WhichOrder, followed, ordered
from frontline.trades.telecom.steps.payments import billed, longest_overdue


class WhichSuspension(BaseModel):
    """The line, whose it is, and the day on which the question is asked."""

    model_config = ConfigDict(frozen=True)
    line_id: str
    customer_id: str
    today: date


class Standing(BaseModel):
    """`nothing_overdue`: it may be resumed; `owed` is then nothing."""

    result: Literal["not_suspended", "not_activated", "closed", "contract_ended", "overdue", "nothing_overdue"]
    bill_id: str = ""
    owed: str = ""
    billed: str = ""
    ended: str = ""


class WhichLine(BaseModel):
    """The line to resume."""

    model_config = ConfigDict(frozen=True)
    line_id: str


def check_suspension(request: WhichSuspension, operator: Operator) -> Standing:
    """An ended contract goes before debts: paying them would not bring the line back, so nobody is asked to."""
    line = operator.line(request.line_id)
    match line.status:
        case "active":
            return Standing(result="not_suspended")
        case "pending":
            return Standing(result="not_activated")
        case "closed":
            return Standing(result="closed")
        case "suspended":
            return _suspended(line, operator.bills(request.customer_id), request.today)


def resume_line(request: WhichLine, operator: Operator, key: str) -> Ordered:
    """Asked for once; the operator has the last word on whether it may be."""
    return ordered(lambda: operator.order_change(request.line_id, Resume(), key))


def verify_resumed(request: WhichOrder, operator: Operator) -> Followed:
    """Resumed is a line that is active."""
    return followed(request, operator, lambda line: line.status == "active")


def _suspended(line: Line, bills: tuple[Bill, ...], today: date) -> Standing:
    if line.contract_end is not None and line.contract_ended(today):
        return Standing(result="contract_ended", ended=line.contract_end.isoformat())
    bill = longest_overdue(bills, today)
    if bill is None:
        return Standing(result="nothing_overdue", owed=_nothing(line, bills))
    return Standing(result="overdue", bill_id=bill.id, owed=str(bill.remaining), billed=billed(bill))


def _nothing(line: Line, bills: tuple[Bill, ...]) -> str:
    """Zero, in the currency of the customer where one is known."""
    known = [bill.remaining for bill in bills] + ([line.plan.price] if line.plan and line.plan.price else [])
    return str(Money(amount="0", currency=known[0].currency)) if known else "0"
