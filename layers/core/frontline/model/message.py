"""What comes in: a customer's words, a report from their device, or the end of a workflow. Time and ids arrive with it."""

import base64
import hashlib
from datetime import datetime, timedelta, timezone
from typing import Annotated, Literal

from pydantic import Field

from frontline.model.base import Stored, Values, Variables
from frontline.model.text import Locale

OutcomeStatus = Literal["succeeded", "failed", "timed_out", "stopped"]


FINGERPRINT_LENGTH = 8


class Outcome(Stored):
    """How a workflow ended. A business refusal is a `result` like any other; `failed` means it could not say one."""

    status: OutcomeStatus
    result: str | None = None
    values: Values = Field(default_factory=dict)


class Said(Stored):
    """The customer's own words."""

    kind: Literal["said"] = "said"
    text: str


class Reported(Stored):
    """An answer to an instruction from the app on the customer's device."""

    kind: Literal["reported"] = "reported"
    action: str
    result: Variables | str


class Finished(Stored):
    """An order came to its end; `order` is the execution's name."""

    kind: Literal["finished"] = "finished"
    order: str
    outcome: Outcome


Content = Annotated[Said | Reported | Finished, Field(discriminator="kind")]


class Customer(Stored):
    """Who the channel says it is talking to, verified by the channel itself."""

    id: str | None = None
    phone_number: str | None = None


class Message(Stored):
    """One message in. Everything a turn may not make up itself (when, which id) is already here, so that turns replay.
    `flow`: the flow this conversation belongs to, and what it is begun with. `opens`: the conversation is named after this
    message's id, so it is the first one there; a row does not say it, its number does."""

    id: str
    organisation: str
    conversation: str
    at: int
    content: Content
    utc_offset: int = 0
    ticket: str | None = None
    locale: Locale | None = None
    customer: Customer | None = None
    channel: str = "api"
    flow: str | None = None
    variables: Variables = Field(default_factory=dict)
    opens: bool = Field(default=False, exclude=True)

    @property
    def text(self) -> str:
        return self.content.text if isinstance(self.content, Said) else ""

    @property
    def local_time(self) -> datetime:
        """When it was written, on the customer's clock."""
        return datetime.fromtimestamp(self.at / 1000, timezone(timedelta(minutes=self.utc_offset)))

    @property
    def fingerprint(self) -> str:
        """A short name for the message id, so that a ticket can remember many at little cost."""
        return base64.urlsafe_b64encode(hashlib.sha256(self.id.encode()).digest()[:6]).decode()

    def elsewhere(self) -> "Message":
        """The same message for a conversation nobody has lost yet; derived, so that a redelivery finds it again."""
        successor = hashlib.sha256(f"after {self.conversation} {self.id}".encode()).hexdigest()[:32]
        return self.but(conversation=successor, opens=True)

    def repeats(self, earlier: "Message") -> bool:
        """Whether this is `earlier`, delivered again: same words, from the same customer, and nothing else given that differs.
        The end of an order is one thing, whoever tells of it and in whatever words."""
        if isinstance(self.content, Finished):
            return True
        beside = ((self.ticket, earlier.ticket), (self.variables, earlier.variables))
        told_otherwise = any(here and there and here != there for here, there in beside)
        return self.content == earlier.content and self.customer == earlier.customer and not told_otherwise
