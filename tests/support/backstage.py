"""What happens at the operator beside a dialogue: a customer pays, a bill was settled before, the operator is in trouble."""

from typing import Any

from frontline.adapters.flows.library import closure
from frontline.model.organisation import Organisation
from frontline.trades.telecom.workflows import WORKFLOWS
from local.operator import SandboxOperator
from local.operator.orders import set_trait
from local.operator.resources import State
from local.operator.rules import create_payment
from tests.support.machines import Machines

Spec = dict[str, Any]
BOOKS = frozenset({"settled", "requested", "traits", "lines", "gone"})
"""Keys of a dialogue, and of a step where the operator's books change meanwhile: bills that were paid elsewhere, bills a
payment request is open for, what is otherwise about a line than its seed says, a line's status, and what the operator does
not have at all."""

SETTING = BOOKS | {"undated", "library", "languages"}
"""Keys of a dialogue: a ticket or outage no day is promised for, the shipped flows this organisation uses, and the languages it
speaks, the first one first."""

CUES = BOOKS | {"pays", "waits", "faults", "approves", "resolves"}
"""Keys of a step: the customer accepts whatever is asked for while the order waits; how often the order may wait before
the test stops waiting for it (a day is 174 times); what goes wrong at the operator from now on; what somebody decides
about the order, in time; which tickets a human closes, and with which note."""

PROMISED = {"troubleTicket": "expectedResolutionDate", "serviceProblem": "resolutionDate"}
"""Where a day is promised."""


def organisation_of(dialogue: Spec, organisation: Organisation) -> Organisation:
    """With the languages it speaks, the shipped flows it uses, and the workflows they go through."""
    if speaks := tuple(dialogue.get("languages", ())):
        organisation = organisation.but(languages=speaks, locale=speaks[0])
    library = tuple(dialogue.get("library", ()))
    called = {name for flow in closure(library) for name in flow.calls()} & WORKFLOWS.keys()
    workflows = dict.fromkeys((*organisation.workflows, *sorted(called)))
    return organisation.but(library=library, workflows=tuple(workflows)) if library else organisation


def set_the_scene(dialogue: Spec, sandbox: SandboxOperator) -> None:
    """Before the first message."""
    change_books(dialogue, sandbox)
    state = sandbox.world.state
    if undated := dialogue.get("undated"):
        for table, field in PROMISED.items():
            state.table(table).get(undated, {}).pop(field, None)


def change_books(wanted: Spec, sandbox: SandboxOperator) -> None:
    """What others do at the operator."""
    state = sandbox.world.state
    for bill in wanted.get("settled", ()):
        left = state.table("customerBill")[bill]["remainingAmount"]
        state.table("customerBill")[bill].update(state="settled", remainingAmount={**left, "value": 0})
    for bill in wanted.get("requested", ()):
        _request(bill, state)
    for line, traits in wanted.get("traits", {}).items():
        for name, value in traits.items():
            set_trait(state.table("product")[line], name, value)
    for line, status in wanted.get("lines", {}).items():
        state.table("product")[line]["status"] = status
    for table, listed in wanted.get("gone", {}).items():
        for one in [listed] if isinstance(listed, str) else listed:
            del state.table(table)[one]


def _request(bill: str, state: State) -> None:
    """Somebody else asks the customer to pay it."""
    known = state.table("customerBill")[bill]
    item = {"item": {"id": bill}, "amount": known["remainingAmount"]}
    asked = {"account": known["billingAccount"], "paymentMethod": {"name": "upi"}, "paymentItem": [item]}
    create_payment(state, {**asked, "totalAmount": known["remainingAmount"]})


def cue(step: Spec, sandbox: SandboxOperator, machines: Machines) -> None:
    """Just before the customer writes."""
    machines.while_waiting = (lambda: pay_all(sandbox)) if step.get("pays") else (lambda: None)
    machines.approved = step.get("approves")
    machines.waits_left = step.get("waits", machines.waits_left)
    happen(step, sandbox)


def happen(step: Spec, sandbox: SandboxOperator) -> None:
    """What of a cue is the operator's alone, wherever Frontline runs."""
    change_books(step, sandbox)
    for fault in step.get("faults", ()):
        sandbox.switch("faults", **fault)
    for ticket, note in step.get("resolves", {}).items():
        sandbox.switch(f"resolve/{ticket}", note=note)


def pay_all(sandbox: SandboxOperator) -> None:
    """The customer accepts every open request."""
    for payment in list(sandbox.world.state.table("payment").values()):
        if payment["status"] == "pending":
            sandbox.switch(f"pay/{payment['id']}")
