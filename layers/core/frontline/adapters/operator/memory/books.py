"""The tables of the operator in memory, and what can be asked of them."""

from datetime import datetime
from typing import TypeVar, Unpack

from frontline.adapters.operator.memory.tables import Tables
from frontline.adapters.operator.spellings import same_number, same_place
from frontline.model.errors import FrontlineError, NotFound
from frontline.trades.telecom.nouns import (
    Bill,
    Bucket,
    Charge,
    Customer,
    Line,
    Order,
    Payment,
    Plan,
    Problem,
    Recharge,
    Ticket,
    Usage,
)

T = TypeVar("T")
_CATEGORIES = ("outage", "congestion", "other")


def _when(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


class Books:
    """Plain dictionaries by id. A payment whose `for_id` is a line is a recharge; `credited` names the payments whose
    line got what was paid."""

    def __init__(self, **tables: Unpack[Tables]) -> None:
        self.now = tables["now"]
        self.customers = {customer.id: customer for customer in tables.get("customers", ())}
        self.lines_by_id = {line.id: line for line in tables.get("lines", ())}
        self.bills_by_id = {bill.id: bill for bill in tables.get("bills", ())}
        self.charges_by_id = {charge.id: charge for charge in tables.get("charges", ())}
        self.buckets_by_id = {bucket.id: bucket for bucket in tables.get("buckets", ())}
        self.problems_by_id = {problem.id: problem for problem in tables.get("problems", ())}
        self.payments_by_id = {payment.id: payment for payment in tables.get("payments", ())}
        self.credited = set(tables.get("credited", ()))
        used = [line.plan for line in self.lines_by_id.values() if line.plan]
        self.plans_by_id = {plan.id: plan for plan in (*tables.get("plans", ()), *used)}
        self.orders_by_id: dict[str, Order] = {}
        self.tickets_by_id: dict[str, tuple[str | None, Ticket]] = {}
        self.failures: list[FrontlineError] = []

    def begin(self) -> None:
        """Every call begins here: a failure a test asked for happens before anything else does."""
        if self.failures:
            raise self.failures.pop(0)

    def find_line(self, number: str) -> Line:
        self.begin()
        found = [line for line in self.lines_by_id.values() if same_number(line.number, number)]
        if not found:
            raise NotFound("no line has this number")
        return min(found, key=lambda line: (line.status == "closed", line.id))

    def line(self, line_id: str) -> Line:
        self.begin()
        return _get(self.lines_by_id, line_id)

    def lines_of(self, customer_id: str) -> tuple[Line, ...]:
        self.begin()
        lines = (line for line in self.lines_by_id.values() if line.customer_id == customer_id)
        return tuple(sorted(lines, key=lambda line: line.id))

    def customer(self, customer_id: str) -> Customer:
        self.begin()
        return _get(self.customers, customer_id)

    def bills(self, customer_id: str) -> tuple[Bill, ...]:
        self.begin()
        bills = (bill for bill in self.bills_by_id.values() if bill.customer_id == customer_id)
        return tuple(sorted(bills, key=lambda bill: (str(bill.billed or ""), bill.id), reverse=True))

    def charges(self, bill_id: str) -> tuple[Charge, ...]:
        self.begin()
        charges = (charge for charge in self.charges_by_id.values() if charge.bill_id == bill_id)
        return tuple(sorted(charges, key=lambda charge: (str(charge.on or ""), charge.id)))

    def buckets(self, line_id: str, usage: Usage) -> tuple[Bucket, ...]:
        self.begin()
        buckets = (b for b in self.buckets_by_id.values() if b.line_id == line_id and b.usage == usage)
        return tuple(sorted(buckets, key=lambda bucket: bucket.id))

    def problems(self, region: str) -> tuple[Problem, ...]:
        self.begin()
        here = (p for p in self.problems_by_id.values() if p.open and same_place(p.region, region))
        return tuple(sorted(here, key=lambda problem: (_CATEGORIES.index(problem.category), problem.id)))

    def problem(self, problem_id: str) -> Problem:
        self.begin()
        return _get(self.problems_by_id, problem_id)

    def recharges(self, line_id: str) -> tuple[Recharge, ...]:
        self.begin()
        paid = [p for p in self.payments_by_id.values() if p.for_id == line_id and p.state == "done"]
        paid.sort(key=lambda payment: (_when(payment.paid), payment.id), reverse=True)
        return tuple(
            Recharge(payment_id=p.id, line_id=line_id, amount=p.amount, paid=p.paid, credited=p.id in self.credited)
            for p in paid
        )

    def payment(self, payment_id: str) -> Payment:
        self.begin()
        return _get(self.payments_by_id, payment_id)

    def payments_for(self, item_id: str) -> list[Payment]:
        self.begin()
        return [payment for payment in self.payments_by_id.values() if payment.for_id == item_id]

    def plans(self, line_id: str) -> tuple[Plan, ...]:
        self.begin()
        line = _get(self.lines_by_id, line_id)
        money = line.plan.price.currency if line.plan and line.plan.price else None
        fitting = [
            plan
            for plan in self.plans_by_id.values()
            if plan.price
            and money in {None, plan.price.currency}
            and (plan.account_type is None or line.account_type in {None, plan.account_type})
        ]
        return tuple(sorted(fitting, key=lambda plan: (plan.price.value if plan.price else 0, plan.id)))

    def order(self, order_id: str) -> Order:
        self.begin()
        return _get(self.orders_by_id, order_id)

    def ticket(self, ticket_id: str) -> Ticket:
        self.begin()
        return _get(self.tickets_by_id, ticket_id)[1]

    def tickets_of(self, customer_id: str) -> tuple[Ticket, ...]:
        self.begin()
        mine = [ticket for owner, ticket in self.tickets_by_id.values() if owner == customer_id]
        return tuple(sorted(mine, key=lambda ticket: (_when(ticket.opened), ticket.id), reverse=True))


def _get(table: dict[str, T], wanted: str) -> T:
    if wanted not in table:
        raise NotFound(f"there is no {wanted}")
    return table[wanted]
