"""The channel of rooms: a worker calls for one flow, a room at a time. A request becomes a Message of the same engine."""

from collections.abc import Collection
from typing import Annotated, Literal, assert_never

from pydantic import AfterValidator, ConfigDict, Field, JsonValue
from pydantic.alias_generators import to_camel

from frontline.channels.http import (
    LONGEST_MESSAGE,
    ActionBody,
    Moment,
    ReportBody,
    Spoken,
    keyed,
    response_of,
    storable,
)
from frontline.channels.shown import Mask, words_of
from frontline.model.base import Frozen, Variables
from frontline.model.message import Content, Message, Reported, Said
from frontline.model.organisation import Organisation
from frontline.model.ticket import Matter, Status
from frontline.model.turn import Turn

CHANNEL = "room"
LARGEST_VARIABLES = 16_000
"""Bytes, as JSON: they are kept with every turn of their session."""
SessionStatus = Literal["pending", "waiting", "processing", "completed", "transferred", "expired"]
Role = Literal["user", "assistant"]


def _small_enough(variables: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Not what no row can keep, nor what it would keep as something else."""
    if len(storable(variables)) > LARGEST_VARIABLES:
        raise ValueError(f"more than {LARGEST_VARIABLES} bytes")
    return variables


Begun = Annotated[dict[str, JsonValue], Field(max_length=100), AfterValidator(_small_enough)]


class _Camel(Frozen):
    """Field names as system C's workers spell them."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, serialize_by_alias=True)


class ProcessRequest(_Camel):
    """`POST /api/flows/{flowId}/process`. `variables` begin the session; later calls may leave them out. What else a worker
    knows of its room is not ours to keep."""

    model_config = ConfigDict(extra="ignore")

    room_name: Annotated[str, Field(min_length=1, max_length=200)]
    user_id: Annotated[str, Field(max_length=200)] | None = None
    user_input: Annotated[str, Field(max_length=LONGEST_MESSAGE)] = ""
    variables: Begun = Field(default_factory=dict)
    message_id: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    report: ReportBody | None = None
    locale: Spoken | None = None


class ProcessResponse(_Camel):
    """What the worker speaks, and whether there is more to come."""

    session_id: str
    status: SessionStatus
    response: str
    completed: bool
    action: ActionBody | None = None
    options: tuple[str, ...] = ()


class TryRequest(_Camel):
    """`POST /api/flows/{flowId}/test-chat` and `/test-audio`."""

    model_config = ConfigDict(extra="ignore")

    identity: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    variables: Begun = Field(default_factory=dict)


class TryResponse(_Camel):
    """Where a browser joins the room."""

    session_id: str
    room_name: str
    token: str
    identity: str
    server_url: str
    flow_name: str


class TryMetadata(_Camel):
    """What a test session was made for."""

    test_mode: Literal["chat", "audio"]
    identity: str
    room_name: str


class Utterance(_Camel):
    """One line of a session's conversation."""

    role: Role
    content: str


class SessionContext(_Camel):
    """What a session knows and what was said in it."""

    variables: dict[str, JsonValue]
    conversation: tuple[Utterance, ...]


class Session(_Camel):
    """`current_node_id` is the flow's own node; `current_path` goes on through the flows that it called."""

    session_id: str
    flow_id: str
    status: SessionStatus
    current_node_id: str | None = None
    current_path: tuple[str, ...] = ()
    context: SessionContext
    test_metadata: TryMetadata | None = None


class SessionResponse(_Camel):
    """`GET /api/flows/sessions/{sessionId}`."""

    session: Session


def room_of(flow_id: str, room: str, organisation: Organisation) -> str:
    """The conversation of a room; nobody can guess it."""
    return keyed("room", f"{flow_id}/{room}", organisation)


def message_of_room(request: ProcessRequest, flow_id: str, organisation: Organisation, moment: Moment) -> Message:
    """The worker's word is the channel's: what it says who is there is not proof of who they are."""
    content: Content = Said(text=request.user_input.strip())
    if request.report:
        content = Reported(action=request.report.action, result=request.report.result)
    return Message(
        id=f"said:{request.message_id}" if request.message_id else f"fresh:{moment.fresh}",
        organisation=organisation.id,
        conversation=room_of(flow_id, request.room_name, organisation),
        at=moment.at,
        utc_offset=moment.utc_offset,
        content=content,
        locale=request.locale,
        channel=CHANNEL,
        flow=flow_id,
        variables=request.variables,
    )


def process_response_of(turn: Turn) -> ProcessResponse:
    reply = response_of(turn).reply
    return ProcessResponse(
        session_id=turn.ticket.id,
        status=session_status(turn.ticket.status),
        response=reply.text,
        completed=turn.ticket.closed,
        action=reply.action,
        options=reply.options,
    )


def session_status(status: Status) -> SessionStatus:
    """A ticket's status in a worker's words."""
    match status:
        case "needs_info" | "retry":
            return "waiting"
        case "in_progress":
            return "processing"
        case "resolved" | "cancelled":
            return "completed"
        case "escalated":
            return "transferred"
        case "expired":
            return "expired"
        case _:
            assert_never(status)


def session_of(turns: tuple[Turn, ...], flow_id: str, hidden: Collection[str], test: TryMetadata | None) -> Session:
    """The turns of one ticket as a session. `hidden` are the slots whose values are not shown."""
    ticket = turns[-1].ticket
    matter = next((matter for matter in ticket.matters if matter.root == flow_id), ticket.matter)
    return Session(
        session_id=ticket.id,
        flow_id=flow_id,
        status=session_status(ticket.status),
        current_node_id=_path(matter)[0].partition("/")[2] if matter else None,
        current_path=_path(matter) if matter else (),
        context=SessionContext(variables=_variables(turns[-1], matter, hidden), conversation=_talk(turns)),
        test_metadata=test,
    )


def _path(matter: Matter) -> tuple[str, ...]:
    return (*(f"{frame.flow}/{frame.node}" for frame in matter.callers), f"{matter.flow}/{matter.node}")


def _variables(turn: Turn, matter: Matter | None, hidden: Collection[str]) -> Variables:
    known: Variables = {fact.slot: fact.value for fact in turn.ticket.facts.known if fact.slot not in hidden}
    for frame in matter.callers if matter else ():
        known |= frame.found
    known |= matter.found if matter else {}
    return Mask.of(turn, hidden).variables(known)


def _talk(turns: tuple[Turn, ...]) -> tuple[Utterance, ...]:
    said: list[Utterance] = []
    for turn in turns:
        words = words_of(turn) if isinstance(turn.message.content, Said) else ""
        said += [Utterance(role="user", content=words)] if words else []
        said += [Utterance(role="assistant", content=turn.reply.text)]
    return tuple(said)
