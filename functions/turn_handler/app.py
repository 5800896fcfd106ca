"""HTTP in, a turn, HTTP out; and the end of an order in, a turn, and nobody waiting."""

import secrets
import time
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.metrics import MetricUnit, single_metric
from aws_lambda_powertools.utilities.typing import LambdaContext
from pydantic import ConfigDict, ValidationError

from frontline.adapters.deadline import Deadline
from frontline.adapters.executions import outcome_of
from frontline.adapters.organisations import Caller, Scope
from frontline.adapters.problems import Problem, invalid, problem_of
from frontline.adapters.settings import Settings
from frontline.adapters.waiting import wait_for_outcome
from frontline.adapters.wiring import Wiring, utc_offset
from frontline.agent.tickets import idle_too_long
from frontline.channels.http import Approval, Moment, Outbox, TurnRequest, located, message_of, response_of, view_of
from frontline.channels.order_ended import WORKFLOW
from frontline.channels.order_ended import message_of as ended_message_of
from frontline.model.base import Frozen
from frontline.model.errors import NotFound
from frontline.model.turn import Turn
from frontline.turn import take_turn

logger = Logger()
app = APIGatewayHttpResolver()
LONGEST_WAIT = 20.0
TO_ANSWER = 1.0
PAGE = 100
"""Turns in one answer of the journal: Lambda answers with 6 MB at most."""
MOST_TURNS = 99_999_999
B = TypeVar("B", bound=Frozen)


@cache
def wiring() -> Wiring:
    """Made when the first event arrives, so that importing this file does nothing."""
    return Wiring(Settings.of())


@app.post("/v1/turns")
def post_turn() -> Response[str]:
    """One message, one turn. `?wait=5` waits that long for the outcome of an order the turn began."""
    caller = _caller("turns")
    request, seconds = _request(TurnRequest), _wait()
    at = _now()
    moment = Moment(at, utc_offset(caller.organisation, at), secrets.token_hex(16))
    message = message_of(request, caller.organisation, moment)
    deadline = _deadline(app.lambda_context)
    world = wiring().world(caller.organisation, deadline)
    turn = take_turn(message, world)
    logger.append_keys(organisation=caller.organisation.id, ticket=turn.ticket.id, turn=turn.seq)
    _count(turn)
    logger.info("turn", action=turn.action.kind, status=turn.ticket.status, degraded=turn.degraded)
    if turn.order and not turn.order.shared and seconds:
        turn = wait_for_outcome(turn, world, min(seconds, deadline.to_spend()))
    return _json(response_of(turn))


@app.get("/v1/tickets/<ticket_id>")
def get_ticket(ticket_id: str) -> Response[str]:
    """What a customer-facing client may see."""
    caller = _caller("turns")
    conversation, ordinal = located(ticket_id)
    store, organisation = wiring().store, caller.organisation.id
    turn = store.newest(organisation, conversation).turn
    if turn is not None and turn.ticket.ordinal != ordinal:
        turns = [turn for turn in store.journal(organisation, conversation) if turn.ticket.ordinal == ordinal]
        turn = turns[-1] if turns else None
    if turn is None or turn.forgotten:
        raise NotFound(f"there is no ticket {ticket_id}")
    expired = idle_too_long(turn.ticket, _now(), wiring().settings.session_minutes)
    return _json(view_of(turn, expired=expired))


@app.get("/v1/tickets/<ticket_id>/turns")
def get_turns(ticket_id: str) -> Response[str]:
    """The journal, for operators, by pages: `?after=7&limit=50`. `next` is what to ask for after this page, if anything."""
    caller = _caller("journal")
    conversation, ordinal = located(ticket_id)
    after, limit = _whole("after", 0, most=MOST_TURNS), _whole("limit", PAGE, least=1, most=PAGE)
    journal = wiring().store.journal(caller.organisation.id, conversation, after)
    turns = list(islice((turn for turn in journal if turn.ticket.ordinal == ordinal), limit + 1))
    if not (turns or after):
        raise NotFound(f"there is no ticket {ticket_id}")
    body = ",".join(turn.model_dump_json(exclude_none=True) for turn in turns[:limit])
    more = f',"next":{turns[limit - 1].seq}' if len(turns) > limit else ""
    return Response(200, "application/json", f'{{"turns":[{body}]{more}}}')


@app.get("/v1/tickets/<ticket_id>/outbox")
def get_outbox(ticket_id: str) -> Response[str]:
    """What was said while nobody waited: the ends of orders and cases, for the channel to deliver. `?after=7` skips the
    turns up to the seventh."""
    caller = _caller("turns")
    conversation, _ = located(ticket_id)
    turns = wiring().store.journal(caller.organisation.id, conversation, _whole("after", 0, most=MOST_TURNS))
    return _json(Outbox(messages=tuple(response_of(turn) for turn in turns if turn.message.channel == WORKFLOW)))


@app.delete("/v1/tickets/<ticket_id>")
def delete_ticket(ticket_id: str) -> Response[str]:
    """Erasure: everything said in the ticket's conversation is forgotten."""
    caller = _caller("erase")
    if not wiring().store.erase(caller.organisation.id, located(ticket_id)[0]):
        raise NotFound(f"there is no ticket {ticket_id}")
    return Response(204, "application/json", "")


@app.post("/v1/approvals/<order>")
def post_approval(order: str) -> Response[str]:
    """Somebody's decision about an order that waits for one. The order goes on at once; the ticket hears how it ended."""
    caller = _caller("approve")
    decision = _request(Approval)
    wiring().approvals(caller.organisation.id).decide(order, wiring().states, approved=decision.approved)
    logger.info("decided", organisation=caller.organisation.id, order=order, approved=decision.approved)
    return Response(204, "application/json", "")


@app.get("/v1/openapi.json")
def get_openapi() -> Response[str]:
    """The contract of this API."""
    from frontline.adapters.openapi import document

    return Response(200, "application/json", document())


@app.not_found
def no_route(_: Exception) -> Response[str]:
    return _problem(
        Problem(404, "no_such_route", f"there is no {app.current_event.http_method} {app.current_event.path}")
    )


@app.exception_handler(Exception)  # type: ignore[untyped-decorator]  # Powertools leaves this one untyped
def failed(error: Exception) -> Response[str]:
    """Every error has one shape and one place where its status is decided."""
    problem = problem_of(error)
    if problem.status >= 500:
        logger.error("request failed", code=problem.code, exc_info=error)
    return _problem(problem)


@logger.inject_lambda_context(correlation_id_path="requestContext.requestId", clear_state=True)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """API Gateway's request, or EventBridge's word that an order's execution has ended."""
    if event.get("source") == "aws.states":
        return _order_ended(event["detail"], _deadline(context))
    return app.resolve(event, context)


def _order_ended(detail: dict[str, Any], deadline: Deadline) -> dict[str, Any]:
    """A turn of its own, or of every conversation that waits for it. An error is raised, so that the event is delivered
    again; who was told already is not told twice."""
    given = Started.model_validate_json(detail["input"])
    organisation = wiring().organisations.get(given.organisation)
    outcome = outcome_of(detail["status"], detail.get("output"), detail.get("error"))
    at = _now()
    offset = utc_offset(organisation, at)
    name = detail["name"]
    conversations = [given.conversation] if given.conversation else wiring().followers.of(organisation.id, name)
    for conversation in conversations:
        message = ended_message_of(organisation.id, conversation, name, outcome, at, offset)
        turn = take_turn(message, wiring().world(organisation, deadline))
        logger.info("order ended", ticket=turn.ticket.id, turn=turn.seq, outcome=outcome.status)
    return {"told": len(conversations)}


class Started(Frozen):
    """What an execution was started with, as far as it concerns us here."""

    model_config = ConfigDict(extra="ignore")

    organisation: str
    conversation: str


def _caller(scope: Scope) -> Caller:
    """Who calls, if the key may do this."""
    key = app.current_event.headers.get("x-api-key", "")
    try:
        caller = wiring().organisations.caller(key) if key else None
    except NotFound:
        caller = None
    if caller is None:
        raise Problem(401, "unauthorised", "send a valid API key in the x-api-key header")
    if scope not in caller.scopes:
        raise Problem(403, "forbidden", f"this API key may not use {scope!r}")
    return caller


def _count(turn: Turn) -> None:
    """One EMF line: how many turns, by how they left their ticket, and how many were degraded."""
    with single_metric(name="Turns", unit=MetricUnit.Count, value=1, namespace="Frontline") as metric:
        metric.add_dimension(name="status", value=turn.ticket.status)
        metric.add_metric(name="DegradedTurns", unit=MetricUnit.Count, value=1 if turn.degraded else 0)


def _request(model: type[B]) -> B:
    """Checked before anything is done."""
    try:
        body = app.current_event.decoded_body or ""
    except ValueError as error:
        raise Problem(400, "invalid", "the body is not UTF-8 text") from error
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise invalid(error) from error


def _deadline(context: LambdaContext) -> Deadline:
    """What Lambda has left, which is less than the gateway waits, less the time to answer."""
    return Deadline(context.get_remaining_time_in_millis() / 1000 - TO_ANSWER)


def _wait() -> float:
    try:
        seconds = float(app.current_event.query_string_parameters.get("wait", "0"))
    except ValueError as error:
        raise Problem(400, "invalid", "wait: not a number") from error
    return min(max(0.0, seconds), LONGEST_WAIT)


def _whole(name: str, default: int, *, least: int = 0, most: int) -> int:
    """A whole number of the query."""
    said = app.current_event.query_string_parameters.get(name, str(default))
    if not (said.isascii() and said.isdigit() and len(said) < 10 and least <= int(said) <= most):
        raise Problem(400, "invalid", f"{name}: not a whole number from {least} to {most}")
    return int(said)


def _now() -> int:
    return time.time_ns() // 1_000_000


def _json(body: Frozen) -> Response[str]:
    return Response(200, "application/json", body.model_dump_json(exclude_none=True))


def _problem(problem: Problem) -> Response[str]:
    headers: dict[str, str | list[str]] = {"retry-after": "1"} if problem.status == 503 else {}
    return Response(problem.status, "application/problem+json", problem.body(), headers=headers)
