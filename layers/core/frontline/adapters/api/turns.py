"""For chat channels, operators and those who approve: messages, tickets, journals, erasure, approvals."""

from itertools import islice

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from frontline.adapters.api.gateway import Gateway, json_of, logger, moment_of, now, wiring
from frontline.agent.tickets import idle_too_long
from frontline.channels.http import Approval, Outbox, TurnRequest, located, message_of, response_of, view_of
from frontline.channels.order_ended import WORKFLOW
from frontline.model.errors import NotFound

PAGE = 100
"""Turns in one answer of the journal: Lambda answers with 6 MB at most."""
MOST_TURNS = 99_999_999

router = Router()  # type: ignore[no-untyped-call]  # Powertools leaves this one untyped
gateway = Gateway(router)


@router.post("/v1/turns")
def post_turn() -> Response[str]:
    """One message, one turn. `?wait=5` waits that long for the outcome of an order the turn began."""
    caller = gateway.caller("turns")
    request = gateway.request(TurnRequest)
    message = message_of(request, caller.organisation, moment_of(caller.organisation))
    return json_of(response_of(gateway.answer(message, caller.organisation)))


@router.get("/v1/tickets/<ticket_id>")
def get_ticket(ticket_id: str) -> Response[str]:
    """What a customer-facing client may see."""
    caller = gateway.caller("turns")
    conversation, ordinal = located(ticket_id)
    store, organisation = wiring().store, caller.organisation.id
    turn = store.newest(organisation, conversation).turn
    if turn is not None and turn.ticket.ordinal != ordinal:
        turns = [turn for turn in store.journal(organisation, conversation) if turn.ticket.ordinal == ordinal]
        turn = turns[-1] if turns else None
    if turn is None or turn.forgotten:
        raise NotFound(f"there is no ticket {ticket_id}")
    expired = idle_too_long(turn.ticket, now(), wiring().settings.session_minutes)
    return json_of(view_of(turn, expired=expired))


@router.get("/v1/tickets/<ticket_id>/turns")
def get_turns(ticket_id: str) -> Response[str]:
    """The journal, for operators, by pages: `?after=7&limit=50`. `next` is what to ask for after this page, if anything."""
    caller = gateway.caller("journal")
    conversation, ordinal = located(ticket_id)
    after, limit = gateway.whole("after", 0, most=MOST_TURNS), gateway.whole("limit", PAGE, least=1, most=PAGE)
    journal = wiring().store.journal(caller.organisation.id, conversation, after)
    turns = list(islice((turn for turn in journal if turn.ticket.ordinal == ordinal), limit + 1))
    if not (turns or after):
        raise NotFound(f"there is no ticket {ticket_id}")
    body = ",".join(turn.model_dump_json(exclude_none=True) for turn in turns[:limit])
    more = f',"next":{turns[limit - 1].seq}' if len(turns) > limit else ""
    return Response(200, "application/json", f'{{"turns":[{body}]{more}}}')


@router.get("/v1/tickets/<ticket_id>/outbox")
def get_outbox(ticket_id: str) -> Response[str]:
    """What was said while nobody waited: the ends of orders and cases, for the channel to deliver. `?after=7` skips the
    turns up to the seventh."""
    caller = gateway.caller("turns")
    conversation, _ = located(ticket_id)
    turns = wiring().store.journal(caller.organisation.id, conversation, gateway.whole("after", 0, most=MOST_TURNS))
    return json_of(Outbox(messages=tuple(response_of(turn) for turn in turns if turn.message.channel == WORKFLOW)))


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
