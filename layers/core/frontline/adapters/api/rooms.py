"""For channel workers: system C's contract. All flow logic is here, so that a test and a call go the same way."""

import secrets
from typing import Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from frontline.adapters.api.gateway import Gateway, json_of, moment_of, now, wiring
from frontline.adapters.problems import Problem
from frontline.agent.tickets import idle_too_long
from frontline.channels.flow_calls import (
    ProcessRequest,
    TryMetadata,
    TryRequest,
    TryResponse,
    message_of_room,
    process_response_of,
    room_of,
)
from frontline.model.errors import NotFound
from frontline.model.flow import Flow
from frontline.model.organisation import Organisation
from frontline.model.text import FALLBACK

router = Router()  # type: ignore[no-untyped-call]  # Powertools leaves this one untyped
gateway = Gateway(router)
TEST_SECONDS = 3600


@router.post("/api/flows/<flow_id>/process")
def process(flow_id: str) -> Response[str]:
    """What somebody said in a room. The first call begins the session."""
    caller = gateway.caller("turns")
    request = gateway.request(ProcessRequest)
    organisation = _knowing(flow_id, caller.organisation)
    room = room_of(flow_id, request.room_name, organisation)
    if not _under_way(flow_id, room, organisation):
        _live(flow_id, organisation)
    pending = wiring().sessions.prepared(organisation.id, room)
    if pending and not request.variables:
        request = request.but(variables=pending.variables)
    message = message_of_room(request, flow_id, organisation, moment_of(organisation))
    return json_of(process_response_of(gateway.answer(message, organisation)))


@router.post("/api/flows/<flow_id>/test-chat")
def test_chat(flow_id: str) -> Response[str]:
    """A room for a browser to try the flow in, by writing."""
    return _try_out(flow_id, "chat")


@router.post("/api/flows/<flow_id>/test-audio")
def test_audio(flow_id: str) -> Response[str]:
    """A room for a browser to try the flow in, by speaking."""
    return _try_out(flow_id, "audio")


def _knowing(flow_id: str, organisation: Organisation) -> Organisation:
    """The caller's, looked up once more where it is not known here to have this flow: it may have been published just now."""
    if any(flow.id == flow_id for flow in wiring().flows.of(organisation, ())):
        return organisation
    return wiring().organisations.again(organisation, flow_id)


def _live(flow_id: str, organisation: Organisation) -> Flow:
    for flow in wiring().flows.of(organisation, ()):
        if flow.id == flow_id:
            return flow
    raise NotFound(f"there is no published flow {flow_id!r}; publish it with POST /v1/flows/{flow_id}/publish")


def _under_way(flow_id: str, room: str, organisation: Organisation) -> bool:
    """Whether somebody is in a flow that is live no more: they go on in their version of it. Looked up only then."""
    if any(flow.id == flow_id for flow in wiring().flows.of(organisation, ())):
        return True
    turn = wiring().store.newest(organisation.id, room).turn
    if turn is None or turn.ticket.closed or idle_too_long(turn.ticket, now(), wiring().settings.session_minutes):
        return False
    return any(matter.root == flow_id for matter in turn.ticket.matters)


def _try_out(flow_id: str, mode: Literal["chat", "audio"]) -> Response[str]:
    """Nothing of the flow is walked yet: it waits for the worker's first call."""
    from frontline.adapters.flows.livekit import livekit_of, room_token
    from frontline.adapters.flows.sessions import Pending

    organisation = _knowing(flow_id, gateway.caller("turns").organisation)
    request = gateway.request(TryRequest) if gateway.text().strip() else TryRequest()
    flow = _live(flow_id, organisation)
    livekit = livekit_of(wiring().settings.livekit_parameters, organisation.id)
    if livekit is None:
        raise Problem(409, "livekit_not_configured", "this organisation has no LiveKit server; see docs/flows.md")
    room = f"{mode}-test-{secrets.token_hex(6)}"
    identity = request.identity or f"test-user-{secrets.token_hex(4)}"
    conversation = room_of(flow_id, room, organisation)
    test = TryMetadata(test_mode=mode, identity=identity, room_name=room)
    pending = Pending(flow=flow_id, test=test, variables=request.variables)
    wiring().sessions.prepare(organisation.id, conversation, pending)
    metadata = {"organizationId": organisation.id, "flowId": flow_id, "roomName": room}
    moment = moment_of(organisation)
    token = room_token(livekit, identity, room, at_seconds=moment.at // 1000, ttl=TEST_SECONDS, metadata=metadata)
    return json_of(
        TryResponse(
            session_id=f"{conversation}.1",
            room_name=room,
            token=token,
            identity=identity,
            server_url=livekit.url,
            flow_name=flow.title.words(FALLBACK) if flow.title else flow_id,
        )
    )
