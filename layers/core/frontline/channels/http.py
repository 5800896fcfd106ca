"""The chat channel over HTTP: a request becomes a Message, a Turn becomes a response. No sockets here."""

import hashlib
import hmac
import json
import re
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, ConfigDict, Field, JsonValue, StrictBool, field_validator, model_validator
from pydantic.config import JsonDict

from frontline.model.base import Frozen, Values
from frontline.model.errors import Invalid
from frontline.model.message import Content, Customer, Message, Reported, Said
from frontline.model.organisation import Organisation
from frontline.model.text import Locale
from frontline.model.ticket import Status, Ticket
from frontline.model.turn import Turn
from frontline.texts import LOCALES, language_of

LONGEST_MESSAGE = 4000
_CALLED = {"phone": "phone_number", "msisdn": "phone_number", "number": "phone_number", "customer_id": "id"}
PHONE = re.compile(r"\+?\d[\d ()-]{6,24}")
TICKET_ID = re.compile(r"([0-9a-f]{32})\.([1-9]\d{0,5})")


def _spoken(tag: object) -> object:
    """A channel's name of a language, such as `hi-IN`, as ours."""
    if not isinstance(tag, str):
        return tag
    if known := language_of(tag):
        return known
    raise ValueError(f"none of {', '.join(LOCALES)}")


Spoken = Annotated[Locale, BeforeValidator(_spoken), Field(json_schema_extra={"enum": list(LOCALES)})]
"""A language that we speak, by any name that channels have for it."""
ShortText = Annotated[str, Field(max_length=500)]
Report = Annotated[dict[ShortText, JsonValue], Field(max_length=50)]


def storable(value: object) -> bytes:
    """As a row keeps it. `ValueError` for a number that is none in JSON."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except ValueError as error:
        raise ValueError("not a number that JSON knows") from error


class ReportBody(Frozen):
    """What the customer's device says about an action it was asked for."""

    action: Annotated[str, Field(min_length=1, max_length=100)]
    result: Report | Annotated[str, Field(max_length=LONGEST_MESSAGE)]

    @field_validator("result")
    @classmethod
    def _not_too_long(cls, result: object) -> object:
        storable(result)
        if len(str(result)) > LONGEST_MESSAGE:
            raise ValueError(f"more than {LONGEST_MESSAGE} characters")
        return result


_SAYS_SOMETHING: JsonDict = {
    "anyOf": [
        {"required": ["message"], "properties": {"message": {"pattern": "\\S"}}},
        {"required": ["report"], "properties": {"report": {"type": "object"}}},
    ],
    "not": {
        "required": ["ticket_id", "conversation"],
        "properties": {"ticket_id": {"type": "string", "minLength": 1}, "conversation": {"type": "string"}},
    },
}
"""What `TurnRequest` asks for beyond its fields, for the contract."""


class CustomerBody(Frozen):
    """The customer as the channel has verified them, such as the number a message on WhatsApp came from. What else a
    channel knows of them is not ours to keep."""

    model_config = ConfigDict(extra="ignore")

    id: Annotated[str, Field(max_length=100)] | None = None
    phone_number: Annotated[str, Field(max_length=30)] | None = None


class Approval(Frozen):
    """`POST /v1/approvals/{order}`: what somebody decided."""

    approved: StrictBool


class TurnRequest(Frozen):
    """`POST /v1/turns`. `conversation` is the channel's own address of the customer; `ticket_id` what an earlier reply gave."""

    model_config = ConfigDict(json_schema_extra=_SAYS_SOMETHING)

    message: Annotated[str, Field(max_length=LONGEST_MESSAGE)] = ""
    ticket_id: Annotated[str, Field(max_length=60)] | None = None
    conversation: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    message_id: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    customer: CustomerBody | None = None
    locale: Spoken | None = None
    report: ReportBody | None = None

    @field_validator("customer", mode="before", json_schema_input_type=CustomerBody | str | None)
    @classmethod
    def _by_any_name(cls, customer: object) -> object:
        """A number or an id alone is enough, and channels call a number by several names."""
        if isinstance(customer, str):
            return {"phone_number" if PHONE.fullmatch(customer) else "id": customer}
        if not isinstance(customer, dict):
            return customer
        return {_CALLED.get(name, name): value for name, value in customer.items()}

    @model_validator(mode="after")
    def _says_something(self) -> "TurnRequest":
        if not self.message.strip() and self.report is None:
            raise ValueError("message: must say something")
        if self.ticket_id and self.conversation:
            raise ValueError("ticket_id and conversation: give one of them")
        return self


class Moment(NamedTuple):
    """What a request cannot know and a turn may not make up: the time, the customer's clock, and fresh ids."""

    at: int
    utc_offset: int
    fresh: str


class ActionBody(Frozen):
    """What the customer, or an app on their device, is to do or read."""

    name: str
    arguments: Values = Field(default_factory=dict)


class ReplyBody(Frozen):
    """A row's `Reply` as it is sent: what this contract names, and nothing that a newer release added to the row."""

    text: str
    options: tuple[str, ...] = ()
    action: ActionBody | None = None


class TurnResponse(Frozen):
    """The answer to `POST /v1/turns`. `degraded` names what was missing (`gemini`, `store`), and whose answer was not used
    (`gemini:rejected`)."""

    ticket_id: str
    turn: int
    status: Status
    reply: ReplyBody
    missing_slot: str | None = None
    workflow: str | None = None
    degraded: tuple[str, ...] = ()


class Outbox(Frozen):
    """Answers nobody waited for, oldest first."""

    messages: tuple[TurnResponse, ...]


class TicketView(Frozen):
    """What a customer-facing client may see of a ticket; never reasoning."""

    ticket_id: str
    turn: int
    status: Status
    locale: Locale
    opened_at: int
    updated_at: int
    workflow: str | None = None
    missing_slot: str | None = None
    reply: ReplyBody


def message_of(request: TurnRequest, organisation: Organisation, moment: Moment) -> Message:
    """Conversation ids cannot be guessed: they are random, or a keyed hash of what the channel calls the customer. A first
    message that is redelivered under its id lands in the same conversation. What is no ticket's id names no conversation
    either: two who send the same never meet, whatever is away."""
    content: Content = Said(text=request.message.strip())
    if request.report:
        content = Reported(action=request.report.action, result=request.report.result)
    return Message(
        id=f"said:{request.message_id}" if request.message_id else f"fresh:{moment.fresh}",
        organisation=organisation.id,
        conversation=_conversation(request, organisation, moment),
        at=moment.at,
        utc_offset=moment.utc_offset,
        content=content,
        ticket=request.ticket_id,
        opens=not (request.ticket_id or request.conversation),
        customer=Customer(**request.customer.model_dump()) if request.customer else None,
        locale=request.locale,
    )


def _conversation(request: TurnRequest, organisation: Organisation, moment: Moment) -> str:
    if request.ticket_id:
        if TICKET_ID.fullmatch(request.ticket_id):
            return located(request.ticket_id)[0]
        return keyed("lost", f"{request.message_id or moment.fresh}/{request.ticket_id}", organisation)
    if request.conversation:
        return keyed("address", request.conversation, organisation)
    return keyed("message", request.message_id, organisation) if request.message_id else moment.fresh


def keyed(kind: str, address: str, organisation: Organisation) -> str:
    return hmac.new(organisation.address_key.encode(), f"{kind}:{address}".encode(), hashlib.sha256).hexdigest()[:32]


def located(ticket_id: str) -> tuple[str, int]:
    """The conversation a ticket id names, and the how-manieth ticket it is there."""
    found = TICKET_ID.fullmatch(ticket_id)
    if found is None:
        raise Invalid(f"{ticket_id!r} is not a ticket id", where="ticket_id")
    return found[1], int(found[2])


def response_of(turn: Turn) -> TurnResponse:
    return TurnResponse.model_validate(turn.answer, from_attributes=True)


def view_of(turn: Turn, *, expired: bool) -> TicketView:
    ticket: Ticket = turn.ticket
    answer = turn.answer
    return TicketView(
        ticket_id=ticket.id,
        turn=turn.seq,
        status="expired" if expired and not ticket.closed else ticket.status,
        locale=ticket.locale,
        opened_at=ticket.opened_at,
        updated_at=turn.message.at,
        workflow=answer.workflow,
        missing_slot=answer.missing_slot,
        reply=ReplyBody.model_validate(answer.reply, from_attributes=True),
    )
