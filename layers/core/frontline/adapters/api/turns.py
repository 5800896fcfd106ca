"""For chat channels: messages, tickets, and what was said while nobody waited."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from frontline.adapters.api.gateway import MOST_TURNS, Gateway, json_of, moment_of, now, require_ticket, wiring
from frontline.agent.tickets import idle_too_long
from frontline.channels.http import Outbox, TurnRequest, located, message_of, response_of, view_of
from frontline.channels.order_ended import WORKFLOW
from frontline.model.errors import NotFound

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


@router.get("/v1/tickets/<ticket_id>/outbox")
def get_outbox(ticket_id: str) -> Response[str]:
    """What was said while nobody waited: the ends of orders and cases, for the channel to deliver. `?after=7` skips the
    turns up to the seventh."""
    caller = gateway.caller("turns")
    conversation, _ = located(ticket_id)
    turns = wiring().store.journal(caller.organisation.id, conversation, gateway.whole("after", 0, most=MOST_TURNS))
    messages = tuple(response_of(turn) for turn in turns if turn.message.channel == WORKFLOW)
    if not messages:
        require_ticket(caller.organisation, ticket_id)
    return json_of(Outbox(messages=messages))
