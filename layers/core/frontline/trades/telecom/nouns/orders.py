"""What can be ordered for a line, and what is handed to a human."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from frontline.model.base import Frozen
from frontline.trades.telecom.nouns.line import Plan

OrderState = Literal["pending", "done", "refused", "failed", "cancelled"]
TicketState = Literal["open", "resolved", "closed"]


class Resume(Frozen):
    kind: Literal["resume"] = "resume"


class Roaming(Frozen):
    kind: Literal["roaming"] = "roaming"
    on: bool


class DoNotDisturb(Frozen):
    kind: Literal["do_not_disturb"] = "do_not_disturb"
    on: bool


class PlanChange(Frozen):
    kind: Literal["plan"] = "plan"
    plan: Plan


class SimReplacement(Frozen):
    kind: Literal["sim"] = "sim"


Change = Annotated[Resume | Roaming | DoNotDisturb | PlanChange | SimReplacement, Field(discriminator="kind")]
"""What can be changed about a line, and nothing else can."""


class Order(Frozen):
    """A change that was ordered. A refusal is a state with a reason, not an error."""

    id: str
    state: OrderState
    line_id: str | None = None
    reason: str | None = None


class Related(Frozen):
    """Something a human needs beside a hand-off: `type` Customer, Product, CustomerBill, ProductOrder, Payment, ..."""

    id: str
    type: str
    role: str


class HandOff(Frozen):
    """The complete file given to a human: a line of summary, why, and the packet as readable notes, in order."""

    about: str
    reason: str
    notes: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    customer_id: str | None = None
    severity: Literal["minor", "major", "critical"] = "minor"
    kind: Literal["handoff", "dispute"] = "handoff"


class Ticket(Frozen):
    """A trouble ticket at the operator: a hand-off of ours, or a complaint made elsewhere."""

    id: str
    state: TicketState
    about: str
    kind: str | None = None
    opened: datetime | None = None
    expected: datetime | None = None
    last_note: str | None = None
