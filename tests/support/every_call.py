"""Every method of the operator port once, so that everything our adapter ever asks an operator is asked."""

import contextlib

from frontline.adapters.operator import TmfOperator
from frontline.model.errors import NotFound
from frontline.trades.telecom import nouns
from local.operator import SandboxOperator


def use_everything(operator: TmfOperator, sandbox: SandboxOperator) -> None:
    """Its answers are looked at elsewhere."""
    for ask, wanted in (
        (operator.find_line, "+919999999999"),
        (operator.line, "line-0"),
        (operator.customer, "nobody"),
    ):
        with contextlib.suppress(NotFound):
            ask(wanted)
    line = operator.find_line("+919800000002")
    operator.customer(line.customer_id)
    operator.lines_of("customer-11")
    operator.problems("mumbai")
    operator.problem("problem-1")
    operator.buckets(line.id, "data")
    recharge = next(one for one in operator.recharges(line.id) if not one.credited)
    operator.credit_recharge(line.id, recharge.payment_id, "check-1")
    operator.add_data("line-2002", "1.5", "check-2")
    bill = operator.bills("customer-4")[0]
    operator.charges(bill.id)
    payment = operator.request_payment(bill, "check-3")
    sandbox.switch(f"pay/{payment.id}")
    operator.payment(payment.id)
    operator.bills("customer-4")
    plan = operator.plans("line-0004")[0]
    changes: tuple[nouns.Change, ...] = (
        nouns.Resume(),
        nouns.Roaming(on=True),
        nouns.DoNotDisturb(on=True),
        nouns.PlanChange(plan=plan),
        nouns.SimReplacement(),
    )
    for number, change in enumerate(changes, 4):
        operator.order(operator.order_change("line-0004", change, f"check-{number}").id)
    operator.order_change("line-0005", nouns.Resume(), "check-9")
    file_something(operator, sandbox)


def file_something(operator: TmfOperator, sandbox: SandboxOperator) -> None:
    related = (nouns.Related(id="line-0005", type="Product", role="line"),)
    packet = nouns.HandOff(about="a", reason="b", notes=("one", "two"), related=related, customer_id="customer-5")
    ticket = operator.file_ticket(packet, "check-10")
    sandbox.switch(f"resolve/{ticket.id}", note="done")
    operator.ticket(ticket.id)
    operator.tickets_of("customer-5")
