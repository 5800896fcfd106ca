"""What is owed, what was paid, and what was given for it."""

from datetime import date, datetime
from typing import Literal

from frontline.model.base import Frozen
from frontline.trades.telecom.nouns.money import Money, Number

BillState = Literal["draft", "on_hold", "issued", "partly_paid", "paid"]
Progress = Literal["pending", "done", "failed"]


class Bill(Frozen):
    id: str
    customer_id: str
    amount_due: Money
    remaining: Money
    state: BillState
    number: str | None = None
    account_id: str | None = None
    billed: date | None = None
    due: date | None = None
    period_from: date | None = None
    period_to: date | None = None

    def overdue(self, today: date) -> bool:
        """Something is left to pay and the day to pay it by has passed."""
        return self.state != "paid" and self.remaining.value > 0 and self.due is not None and self.due < today


class Charge(Frozen):
    """One position of a bill. `type` is the operator's own word for it; a credit has a negative amount."""

    id: str
    bill_id: str
    name: str
    amount: Money
    type: str | None = None
    description: str | None = None
    on: date | None = None
    line_id: str | None = None


class Payment(Frozen):
    """Money asked for (pending) or received (done). `for_id` is the bill or line it pays for."""

    id: str
    state: Progress
    amount: Money
    for_id: str | None = None
    customer_id: str | None = None
    requested: datetime | None = None
    paid: datetime | None = None


class Recharge(Frozen):
    """A payment for a prepaid line that was received, and whether the line got it."""

    payment_id: str
    line_id: str
    amount: Money
    paid: datetime | None
    credited: bool


class TopUp(Frozen):
    """Something added to a bucket: data in GB, or money."""

    id: str
    line_id: str
    state: Progress
    amount: Number
    units: str
