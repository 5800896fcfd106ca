"""Charges a customer did not expect: which of the newest bill they can be, and disputing them once."""

import re
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import OperatorRefused
from frontline.ports import Approvals
from frontline.trades.telecom.nouns import Bill, Charge, HandOff, Related, Ticket
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.payments import billed

_BEYOND = ("usage", "onetime", "nonrecurring", "fee", "penalty", "premium", "valueadded")
"""Kinds of charges that do not come back every month, as operators call them, without spaces and signs."""


class WhoseCharges(BaseModel):
    """The customer, and the line they write about."""

    model_config = ConfigDict(frozen=True)
    customer_id: str
    line_id: str


class ChargesFound(BaseModel):
    """`disputed` is what the unusual ones add up to, `disputed_value` the same as a bare number."""

    result: Literal["unusual", "nothing_unusual", "no_bill", "already_disputed"]
    bill_id: str = ""
    billed: str = ""
    total: str = ""
    positions: str = ""
    unusual: str = ""
    disputed: str = ""
    disputed_value: str = ""
    currency: str = ""
    case: str = ""


class WhatToDispute(BaseModel):
    """The bill, and in words what of it the customer does not accept."""

    model_config = ConfigDict(frozen=True)
    customer_id: str
    line_id: str
    bill_id: str
    disputed: str
    unusual: str


class HowMuchIsDisputed(BaseModel):
    """The sum, and what may be disputed without approval, by currency."""

    model_config = ConfigDict(frozen=True)
    disputed_value: Decimal
    currency: str
    limits: dict[str, Decimal]


class Weighed(BaseModel):
    """Whether nobody need approve it."""

    within_limit: bool


class DisputeFiled(BaseModel):
    """The number a human and the customer can call it by."""

    result: Literal["filed", "refused"]
    case: str = ""


class WhatToApprove(BaseModel):
    """The order that waits, whose it is, and the token that lets it go on."""

    model_config = ConfigDict(frozen=True)
    order: str
    conversation: str
    task_token: str


class Asked(BaseModel):
    """Somebody may decide now."""

    asked: Literal[True] = True


def find_charges(request: WhoseCharges, operator: Operator) -> ChargesFound:
    """Only a charge whose kind says so is called unusual; all positions are told, so nothing is hidden by that."""
    bills = [bill for bill in operator.bills(request.customer_id) if bill.state not in ("draft", "on_hold")]
    if not bills:
        return ChargesFound(result="no_bill")
    bill = bills[0]
    charges = operator.charges(bill.id)
    found = ChargesFound(
        result="nothing_unusual",
        bill_id=bill.id,
        billed=billed(bill),
        total=str(bill.amount_due),
        positions=_words(charges) or str(bill.amount_due),
    )
    unusual = tuple(charge for charge in charges if _unusual(charge, request.line_id))
    if not unusual:
        return found
    disputed = unusual[0].amount
    for charge in unusual[1:]:
        disputed += charge.amount
    sums = {"disputed": str(disputed), "disputed_value": disputed.amount, "currency": disputed.currency}
    known = _dispute(bill, operator.tickets_of(request.customer_id))
    result = {"result": "already_disputed", "case": known.id} if known else {"result": "unusual"}
    return found.model_copy(update={**sums, **result, "unusual": _words(unusual)})


def weigh_dispute(request: HowMuchIsDisputed, operator: Operator) -> Weighed:
    """A currency without a limit is always approved by somebody."""
    del operator
    limit = request.limits.get(request.currency)
    return Weighed(within_limit=limit is not None and request.disputed_value <= limit)


def ask_approval(request: WhatToApprove, operator: Operator, approvals: Approvals) -> Asked:
    """Asked again, as after a retry, the newest token counts. Nobody is told before they could decide."""
    del operator
    approvals.keep(request.order, request.task_token)
    approvals.announce(request.order, request.conversation)
    return Asked()


def file_dispute(request: WhatToDispute, operator: Operator, key: str) -> DisputeFiled:
    """A ticket of its own kind, with the bill and the line by reference."""
    dispute = HandOff(
        about=_about(request.bill_id),
        reason="The customer does not accept these charges.",
        notes=(f"Disputed: {request.disputed}", f"Charges: {request.unusual}"),
        related=(
            Related(id=request.bill_id, type="CustomerBill", role="disputed"),
            Related(id=request.line_id, type="Product", role="line"),
        ),
        customer_id=request.customer_id,
        kind="dispute",
    )
    try:
        return DisputeFiled(result="filed", case=operator.file_ticket(dispute, key).id)
    except OperatorRefused:
        return DisputeFiled(result="refused")


def _unusual(charge: Charge, line_id: str) -> bool:
    kind = re.sub(r"[^a-z]", "", (charge.type or "").casefold())
    return charge.amount.value > 0 and charge.line_id in (None, line_id) and any(word in kind for word in _BEYOND)


def _dispute(bill: Bill, tickets: tuple[Ticket, ...]) -> Ticket | None:
    return next((ticket for ticket in tickets if ticket.about == _about(bill.id) and ticket.state == "open"), None)


def _about(bill_id: str) -> str:
    return f"Dispute of bill {bill_id}"


def _words(charges: tuple[Charge, ...]) -> str:
    return ", ".join(f"{charge.name} {charge.amount}" for charge in charges)
