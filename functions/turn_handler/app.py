"""HTTP in, a turn, HTTP out; and the end of an order in, a turn, and nobody waiting."""

import gc

gc.disable()  # what is imported stays: looking through it for garbage is a twentieth of the cold start

from functools import partial
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext
from pydantic import ConfigDict

from frontline.adapters.api import rooms, turns
from frontline.adapters.api.gateway import deadline_of, logger, now, resolver_of, wiring
from frontline.adapters.deadline import Deadline
from frontline.adapters.executions import outcome_of
from frontline.adapters.wiring import utc_offset
from frontline.channels.order_ended import message_of
from frontline.model.base import Frozen
from frontline.turn import take_turn

app = resolver_of(turns.router, rooms.router)
gc.freeze()
gc.enable()


@logger.inject_lambda_context(correlation_id_path="requestContext.requestId", clear_state=True)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """API Gateway's request, or EventBridge's word that an order's execution has ended."""
    if event.get("source") == "aws.states":
        return _order_ended(event["detail"], deadline_of(context))
    return app.resolve(event, context)


def _order_ended(detail: dict[str, Any], deadline: Deadline) -> dict[str, Any]:
    """A turn of its own, or of every conversation that waits for it. An error is raised, so that the event is delivered
    again; who was told already is not told twice. Where the conversation was erased nobody is told, and the rest of it goes."""
    given = Started.model_validate_json(detail["input"])
    organisation = wiring().organisations.get(given.organisation)
    name, orders = detail["name"], wiring().orders
    if given.conversation and orders.erased(organisation.id, given.conversation, name):
        orders.forget(organisation.id, name)
        return {"told": 0}
    known = partial(orders.values, organisation.id, given.conversation, name)
    outcome = outcome_of(detail["status"], detail.get("output"), detail.get("error"), known)
    at = now()
    offset = utc_offset(organisation, at)
    conversations = [given.conversation] if given.conversation else wiring().followers.of(organisation.id, name)
    for conversation in conversations:
        message = message_of(organisation.id, conversation, name, outcome, at, offset)
        turn = take_turn(message, wiring().world(organisation, deadline))
        logger.info("order ended", ticket=turn.ticket.id, turn=turn.seq, outcome=outcome.status)
    return {"told": len(conversations)}


class Started(Frozen):
    """What an execution was started with, as far as it concerns us here."""

    model_config = ConfigDict(extra="ignore")

    organisation: str
    conversation: str
