"""For those who work at the organisation: journals, sessions, erasure, approvals; and the contract of it all."""

from itertools import islice
from typing import TYPE_CHECKING

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from frontline.adapters.api.gateway import MOST_TURNS, Gateway, json_of, logger, require_ticket, wiring
from frontline.channels.flow_calls import Session, SessionContext, SessionResponse, session_of
from frontline.channels.http import Approval, located
from frontline.channels.shown import shown
from frontline.model.errors import NotFound
from frontline.trades import catalogue_of

if TYPE_CHECKING:
    from frontline.adapters.flows.sessions import Pending

PAGE = 100
"""Turns in one answer of the journal: Lambda answers with 6 MB at most."""

router = Router()  # type: ignore[no-untyped-call]  # Powertools leaves this one untyped
gateway = Gateway(router)


@router.get("/v1/tickets/<ticket_id>/turns")
def get_turns(ticket_id: str) -> Response[str]:
    """The journal, for operators, by pages: `?after=7&limit=50`. `next` is what to ask for after this page, if anything.
    What nobody but the customer is shown is masked."""
    caller = gateway.caller("journal")
    conversation, ordinal = located(ticket_id)
    after, limit = gateway.whole("after", 0, most=MOST_TURNS), gateway.whole("limit", PAGE, least=1, most=PAGE)
    journal = wiring().store.journal(caller.organisation.id, conversation, after)
    its = (turn for turn in journal if turn.ticket.ordinal == ordinal and not turn.forgotten)
    turns = list(islice(its, limit + 1))
    if not turns:
        require_ticket(caller.organisation, ticket_id)
    pins = turns[-1].ticket.pins if turns else ()
    hidden = catalogue_of(caller.organisation, wiring().flows.of(caller.organisation, pins)).hidden
    body = ",".join(shown(turn, hidden).model_dump_json(exclude_none=True) for turn in turns[:limit])
    more = f',"next":{turns[limit - 1].seq}' if len(turns) > limit else ""
    return Response(200, "application/json", f'{{"turns":[{body}]{more}}}')


@router.get("/api/flows/sessions/<session_id>")
def get_session(session_id: str) -> Response[str]:
    """Where a session is, what it knows and what was said: for those who may read journals."""
    caller = gateway.caller("journal")
    organisation = caller.organisation
    conversation, ordinal = located(session_id)
    pending = wiring().sessions.prepared(organisation.id, conversation)
    journal = wiring().store.journal(organisation.id, conversation)
    turns = tuple(turn for turn in journal if turn.ticket.ordinal == ordinal)
    flow_id = next((turn.message.flow for turn in turns if turn.message.flow), pending.flow if pending else None)
    if flow_id is None or (turns and turns[-1].forgotten):
        raise NotFound(f"there is no session {session_id}")
    if pending and not turns:
        return json_of(SessionResponse(session=_waiting(session_id, pending)))
    catalogue = catalogue_of(organisation, wiring().flows.of(organisation, turns[-1].ticket.pins))
    test = pending.test if pending else None
    return json_of(SessionResponse(session=session_of(turns, flow_id, catalogue.hidden, test)))


@router.delete("/v1/tickets/<ticket_id>")
def delete_ticket(ticket_id: str) -> Response[str]:
    """Erasure: everything said in the ticket's conversation is forgotten; the answer says what is not ours to erase."""
    caller = gateway.caller("erase")
    erased = wiring().erasure.erase(caller.organisation.id, located(ticket_id)[0])
    if erased is None:
        raise NotFound(f"there is no ticket {ticket_id}")
    return json_of(erased)


@router.post("/v1/approvals/<order>")
def post_approval(order: str) -> Response[str]:
    """Somebody's decision about an order that waits for one. The order goes on at once; the ticket hears how it ended."""
    caller = gateway.caller("approve")
    decision = gateway.request(Approval)
    wiring().approvals(caller.organisation.id).decide(order, wiring().states, approved=decision.approved)
    logger.info("decided", organisation=caller.organisation.id, order=order, approved=decision.approved)
    return Response(204, "application/json", "")


@router.get("/v1/openapi.json")
def get_openapi() -> Response[str]:
    """The contract of this API."""
    from frontline.adapters.openapi import document

    return Response(200, "application/json", document())


def _waiting(session_id: str, pending: "Pending") -> Session:
    given = SessionContext(variables=pending.variables, conversation=())
    return Session(
        session_id=session_id, flow_id=pending.flow, status="pending", context=given, test_metadata=pending.test
    )
