"""What happens at the operator beside a dialogue: a customer pays, a bill was settled before, the operator is in trouble."""

from typing import Any

from frontline.ports import Operator
from local.operator import SandboxOperator
from local.operator.orders import set_trait
from tests.support.machines import Machines

Spec = dict[str, Any]
SETTING = frozenset({"settled", "requested", "traits", "gone", "undated"})
"""Keys of a dialogue: bills that were paid elsewhere, bills a payment request is already open for, what is otherwise
about a line than its seed says, what the operator does not have at all, a ticket that no day is promised for."""

CUES = frozenset({"pays", "waits", "faults", "approves", "resolves"})
"""Keys of a step: the customer accepts whatever is asked for while the order waits; how often the order may wait before
the test stops waiting for it (a day is 174 times); what goes wrong at the operator from now on; what somebody decides
about the order, in time; which tickets a human closes, and with which note."""


def set_the_scene(dialogue: Spec, sandbox: SandboxOperator, operator: Operator) -> None:
    """Before the first message."""
    bills = sandbox.world.state.table("customerBill")
    for wanted in dialogue.get("settled", ()):
        bills[wanted].update(state="settled", remainingAmount={**bills[wanted]["remainingAmount"], "value": 0})
    for wanted in dialogue.get("requested", ()):
        owner = bills[wanted]["relatedParty"][0]["id"]
        operator.request_payment(next(bill for bill in operator.bills(owner) if bill.id == wanted), f"before/{wanted}")
    for wanted, traits in dialogue.get("traits", {}).items():
        for name, value in traits.items():
            set_trait(sandbox.world.state.table("product")[wanted], name, value)
    for table, wanted in dialogue.get("gone", {}).items():
        del sandbox.world.state.table(table)[wanted]
    if ticket := dialogue.get("undated"):
        del sandbox.world.state.table("troubleTicket")[ticket]["expectedResolutionDate"]


def cue(step: Spec, sandbox: SandboxOperator, machines: Machines) -> None:
    """Just before the customer writes."""
    machines.while_waiting = (lambda: pay_all(sandbox)) if step.get("pays") else (lambda: None)
    machines.approved = step.get("approves")
    machines.waits_left = step.get("waits", machines.waits_left)
    happen(step, sandbox)


def happen(step: Spec, sandbox: SandboxOperator) -> None:
    """What of a cue is the operator's alone, wherever Frontline runs."""
    for fault in step.get("faults", ()):
        sandbox.switch("faults", **fault)
    for ticket, note in step.get("resolves", {}).items():
        sandbox.switch(f"resolve/{ticket}", note=note)


def pay_all(sandbox: SandboxOperator) -> None:
    """The customer accepts every open request."""
    for payment in list(sandbox.world.state.table("payment").values()):
        if payment["status"] == "pending":
            sandbox.switch(f"pay/{payment['id']}")
