"""Customers in the operator in memory, for the tests of steps: what they owe, have and were charged."""

from datetime import UTC, date, datetime
from typing import Any

from frontline.adapters.operator import MemoryOperator
from frontline.trades.telecom.nouns import Bill, BillState, Charge, Line, LineStatus, Money, Order, OrderState, Plan

TODAY = date(2026, 11, 16)


def rupees(amount: str) -> Money:
    return Money(amount=amount, currency="INR")


def bill(
    id_: str = "bill-1", due: date | None = date(2026, 10, 1), owed: str = "450", state: BillState = "issued"
) -> Bill:
    return Bill(
        id=id_,
        customer_id="c",
        amount_due=rupees("450"),
        remaining=rupees(owed),
        state=state,
        due=due,
        billed=date(2026, 9, 1),
    )


def plan(id_: str = "p-399", price: str | None = "399") -> Plan:
    return Plan(id=id_, name=f"Plan {id_}", price=rupees(price) if price else None, account_type="postpaid")


def line(status: LineStatus = "suspended", **more: Any) -> Line:
    known: dict[str, Any] = {"plan": plan(), "account_type": "postpaid", **more}
    return Line(id="line-1", number="+919800000001", status=status, customer_id="c", **known)


def charge(name: str, amount: str, kind: str | None, line_id: str | None = None) -> Charge:
    return Charge(id=f"charge-{name}", bill_id="bill-1", name=name, amount=rupees(amount), type=kind, line_id=line_id)


def operator(**tables: Any) -> MemoryOperator:
    return MemoryOperator(now=datetime(2026, 11, 16, 12, tzinfo=UTC), **tables)


def an_order(state: OrderState, reason: str | None = None) -> Order:
    return Order(id="order-9", state=state, line_id="line-1", reason=reason)
