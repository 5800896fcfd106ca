"""An operator with what a test needs beside the port: the customer's side, and twins that hold the same people."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal

from frontline.adapters.operator import Limits, MemoryOperator, Profile, TmfOperator
from frontline.adapters.operator.document import Document
from frontline.adapters.operator.tmf import read_billing, read_lines, read_orders, read_service
from frontline.adapters.operator.tmf.recharges import credits_of, read_given
from frontline.trades.telecom.nouns import Problem
from frontline.trades.telecom.ports import Operator
from local.operator import SandboxOperator
from local.operator.beginning import seeded
from local.operator.clock import Clock
from local.operator.resources import State

QUICK = Limits(connect=2.0, read=2.0, total=6.0, backoff=0.01, longest_wait=0.05)


@dataclass
class Bench:
    """`pay` is the customer accepting a payment request; `resolve` a human closing a ticket or mending a problem."""

    operator: Operator
    pay: Callable[[str], object]
    resolve: Callable[[str], object]


@contextmanager
def over_http() -> Iterator[Bench]:
    """Our adapter against the sandbox, through a real socket."""
    with SandboxOperator().serve() as sandbox:
        operator = TmfOperator(sandbox.url, limits=QUICK, profile=Profile(country_code="91"))
        yield Bench(
            operator,
            pay=lambda payment: sandbox.switch(f"pay/{payment}"),
            resolve=lambda wanted: sandbox.switch(f"resolve/{wanted}", note="done"),
        )
        operator.close()


@contextmanager
def in_memory() -> Iterator[Bench]:
    operator = memory_twin()

    def resolve(wanted: str) -> None:
        if wanted in operator.tickets_by_id:
            owner, ticket = operator.tickets_by_id[wanted]
            operator.tickets_by_id[wanted] = owner, ticket.model_copy(update={"state": "closed", "last_note": "done"})
        else:
            mended: Problem = operator.problems_by_id[wanted].model_copy(update={"open": False})
            operator.problems_by_id[wanted] = mended

    yield Bench(operator, pay=operator.pay, resolve=resolve)


def memory_twin() -> MemoryOperator:
    """The operator in memory with the sandbox's customers, for every test that needs people and no network."""
    state = seeded(Clock())
    products = _rows(state, "product")
    lines = [read_lines.read_line(row) for row in products if read_lines.number_of(row)]
    plans = [read_lines.read_plan(row) for row in products]
    payments = [read_billing.read_payment(row, None) for row in _rows(state, "payment")]
    given = [found for found in (read_given(row) for row in _rows(state, "topupBalance")) if found]
    rates = _rows(state, "appliedCustomerBillingRate")
    twin = MemoryOperator(
        now=state.clock.now(),
        customers=[read_service.read_customer(row) for row in _rows(state, "customer")],
        lines=lines,
        plans=[plan for plan in plans if plan],
        bills=[read_billing.read_bill(row, _ref(row, "relatedParty"), None) for row in _rows(state, "customerBill")],
        charges=[read_billing.read_charge(row, _ref(row, "bill"), None) for row in rates],
        buckets=[read_service.read_bucket(row, _ref(row, "product"), None) for row in _rows(state, "bucket")],
        problems=[read_service.read_problem(row) for row in _rows(state, "serviceProblem")],
        payments=payments,
        credited=credits_of(payments, given),
    )
    for row in _rows(state, "troubleTicket"):
        ticket = read_orders.read_ticket(row)
        twin.tickets_by_id[ticket.id] = _ref(row, "relatedParty"), ticket
    return twin


def _rows(state: State, table: str) -> list[Document]:
    return [Document(json.loads(json.dumps(row), parse_float=Decimal), table) for row in state.table(table).values()]


def _ref(row: Document, field: str) -> str:
    reference = row.child(field)
    assert reference is not None
    return reference.need("id")
