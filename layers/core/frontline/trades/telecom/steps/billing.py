"""The latest bill and what it consists of."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.ports import Operator


class WhoseBill(BaseModel):
    """The customer, and the day on which the question is asked."""

    model_config = ConfigDict(frozen=True)
    customer_id: str
    today: date


class BillExplained(BaseModel):
    """A bill in words. Dates are ISO, amounts as people write them."""

    result: Literal["explained", "paid", "overdue", "no_bill"]
    total: str = ""
    remaining: str = ""
    positions: str = ""
    billed: str = ""
    due: str = ""


def explain_bill(request: WhoseBill, operator: Operator) -> BillExplained:
    """The newest bill that was issued, position by position. A bill without positions is one position."""
    bills = [bill for bill in operator.bills(request.customer_id) if bill.state not in ("draft", "on_hold")]
    if not bills:
        return BillExplained(result="no_bill")
    bill = bills[0]
    charges = operator.charges(bill.id)
    result: Literal["explained", "paid", "overdue"] = "overdue" if bill.overdue(request.today) else "explained"
    return BillExplained(
        result="paid" if bill.state == "paid" or bill.remaining.value <= 0 else result,
        total=str(bill.amount_due),
        remaining=str(bill.remaining),
        positions=", ".join(f"{charge.name} {charge.amount}" for charge in charges) or str(bill.amount_due),
        billed=bill.billed.isoformat() if bill.billed else "–",
        due=bill.due.isoformat() if bill.due else "–",
    )
