"""What observers get to know. Events never decide anything, and never carry a customer's data in the clear."""

from typing import Annotated, Literal

from pydantic import Field

from frontline.model.action import Reason
from frontline.model.base import Stored
from frontline.model.fact import Source
from frontline.model.message import OutcomeStatus

EVENT_VERSION: Literal[1] = 1


class TicketCreated(Stored):
    """A customer's matter was opened."""

    name: Literal["ticket.created"] = "ticket.created"


class DecisionMade(Stored):
    """A model's proposal passed validation."""

    name: Literal["decision.made"] = "decision.made"
    model: str
    intent: str
    confidence: float


class DecisionRejected(Stored):
    """A model's proposal did not pass validation; nothing of it was used."""

    name: Literal["decision.rejected"] = "decision.rejected"
    model: str
    reason: str


class SlotMissing(Stored):
    """A slot blocks the next action and the customer was asked for it."""

    name: Literal["slot.missing"] = "slot.missing"
    slot: str
    tries: int


class SlotFilled(Stored):
    """A slot was filled. The value is masked."""

    name: Literal["slot.filled"] = "slot.filled"
    slot: str
    source: Source
    masked: str


class FactInferred(Stored):
    """Something was concluded that the customer did not say."""

    name: Literal["fact.inferred"] = "fact.inferred"
    slot: str
    rule: str
    derived_from: tuple[str, ...]


class FactRetracted(Stored):
    """A conclusion was taken back, because what it stood on changed."""

    name: Literal["fact.retracted"] = "fact.retracted"
    slot: str
    rule: str


class WorkflowSelected(Stored):
    """An intent was mapped to the one workflow that serves it."""

    name: Literal["workflow.selected"] = "workflow.selected"
    intent: str
    workflow: str


class RunStarted(Stored):
    """A workflow was run, or its order saved to be started."""

    name: Literal["run.started"] = "run.started"
    workflow: str
    order: str | None = None


class RunFinished(Stored):
    """A workflow came to its end."""

    name: Literal["run.finished"] = "run.finished"
    workflow: str
    order: str | None = None
    status: OutcomeStatus
    result: str | None = None


class ApprovalRequested(Stored):
    """An order waits until somebody decides about it: `POST /v1/approvals/{order}`. Told by the order's execution, after
    its turn."""

    name: Literal["approval.requested"] = "approval.requested"
    workflow: str
    order: str


class RollbackTriggered(Stored):
    """A run did not succeed: what it had changed was compensated, and what was only guessed was dropped."""

    name: Literal["rollback.triggered"] = "rollback.triggered"
    workflow: str
    retracted: tuple[str, ...]


class Degraded(Stored):
    """The customer was answered without something that should have been there: a model that did not answer (`gemini`), or
    whose answer was not used (`gemini:rejected`), the table (`store`), or what a flow's node works out (`flow/node`)."""

    name: Literal["degraded"] = "degraded"
    missing: tuple[str, ...]


class Escalated(Stored):
    """The ticket went to a human."""

    name: Literal["escalated"] = "escalated"
    reason: Reason


class TicketResolved(Stored):
    """Every matter of the ticket is dealt with, or the customer called it off."""

    name: Literal["ticket.resolved"] = "ticket.resolved"
    resolution: Literal["resolved", "cancelled"]


class TicketExpired(Stored):
    """A ticket lay idle too long; its stable facts are history for the next one."""

    name: Literal["ticket.expired"] = "ticket.expired"
    expired_ticket: str


Happening = Annotated[
    TicketCreated
    | DecisionMade
    | DecisionRejected
    | SlotMissing
    | SlotFilled
    | FactInferred
    | FactRetracted
    | WorkflowSelected
    | RunStarted
    | RunFinished
    | ApprovalRequested
    | RollbackTriggered
    | Degraded
    | Escalated
    | TicketResolved
    | TicketExpired,
    Field(discriminator="name"),
]


class Event(Stored):
    """A happening with its place: `id` is the same however often it is delivered, so that consumers can dedupe."""

    id: str
    version: Literal[1] = EVENT_VERSION
    at: int
    organisation: str
    ticket: str
    turn: int
    happened: Happening
