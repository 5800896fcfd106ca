"""What every route needs of a request: who calls, what they send, how long they wait; and how a message is answered."""

import json
import math
import re
import secrets
import time
from functools import cache
from typing import Any, TypeVar

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.api_gateway import Router
from aws_lambda_powertools.metrics import MetricUnit, single_metric
from aws_lambda_powertools.utilities.typing import LambdaContext
from pydantic import ValidationError

from frontline.adapters.api.unrouted import unrouted
from frontline.adapters.deadline import Deadline
from frontline.adapters.organisations import Caller, Scope
from frontline.adapters.problems import Problem, invalid, problem_of
from frontline.adapters.settings import Settings
from frontline.adapters.waiting import wait_for_outcome
from frontline.adapters.wiring import Wiring, utc_offset
from frontline.agent.tell.together import together
from frontline.channels.http import Moment, located
from frontline.model.base import Frozen
from frontline.model.errors import NotFound
from frontline.model.message import Message
from frontline.model.organisation import Organisation
from frontline.model.turn import Turn
from frontline.turn import take_turn

LONGEST_WAIT = 20.0
USUAL_WAIT = "5"
TO_ANSWER = 1.0
MOST_TURNS = 99_999_999
ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
logger = Logger()
B = TypeVar("B", bound=Frozen)


@cache
def wiring() -> Wiring:
    """Made when the first event arrives, so that importing this file does nothing."""
    return Wiring(Settings.of())


def resolver_of(*routers: Router) -> APIGatewayHttpResolver:
    """A function's HTTP side: these routes, and one shape for everything that goes wrong on any of them."""
    app = APIGatewayHttpResolver()
    for router in routers:
        app.include_router(router)

    @app.not_found
    def no_route(_: Exception) -> Response[str]:
        return unrouted(app.current_event.http_method, app.current_event.path)

    @app.exception_handler(Exception)  # type: ignore[untyped-decorator]  # Powertools leaves this one untyped
    def failed(error: Exception) -> Response[str]:
        problem = problem_of(error)
        if problem.status >= 500:
            logger.error("request failed", code=problem.code, exc_info=error)
        return _answer_of_problem(problem)

    return app


class Gateway:
    """One request, as the routes of a resolver or router see it."""

    def __init__(self, routes: APIGatewayHttpResolver | Router) -> None:
        self._routes = routes

    def caller(self, scope: Scope) -> Caller:
        """Who calls, if the key may do this."""
        key = self._routes.current_event.headers.get("x-api-key", "")
        try:
            caller = wiring().organisations.caller(key) if key else None
        except NotFound:
            caller = None
        if caller is None:
            raise Problem(401, "unauthorised", "send a valid API key in the x-api-key header")
        if scope not in caller.scopes:
            raise Problem(403, "forbidden", f"this API key may not use {scope!r}")
        return caller

    def author(self) -> Organisation:
        """The caller's, as the table has it and not as it is remembered: an author sees what they did."""
        return wiring().organisations.fresh(self.caller("author").organisation.id).organisation

    def text(self) -> str:
        """The body as it came."""
        try:
            return self._routes.current_event.decoded_body or ""
        except ValueError as error:
            raise Problem(400, "invalid", "the body is not UTF-8 text") from error

    def request(self, model: type[B]) -> B:
        """Checked before anything is done."""
        try:
            return model.model_validate_json(self.text())
        except ValidationError as error:
            raise invalid(error) from error

    def wait(self) -> float:
        """Seconds the caller waits for the outcome of an order; some, unless they say otherwise: they wait anyway."""
        try:
            seconds = float(self.query("wait", USUAL_WAIT))
        except ValueError as error:
            raise Problem(400, "invalid", "wait: not a number") from error
        if math.isnan(seconds):
            raise Problem(400, "invalid", "wait: not a number")
        return min(max(0.0, seconds), LONGEST_WAIT)

    def query(self, name: str, default: str) -> str:
        return self._routes.current_event.query_string_parameters.get(name, default)

    def whole(self, name: str, default: int, *, least: int = 0, most: int) -> int:
        """A whole number of the query."""
        said = self.query(name, str(default))
        if not (said.isascii() and said.isdigit() and len(said) < 10 and least <= int(said) <= most):
            raise Problem(400, "invalid", f"{name}: not a whole number from {least} to {most}")
        return int(said)

    def answer(self, message: Message, organisation: Organisation) -> Turn:
        """The turn of this message, or that of its order's outcome, with what both say, if it comes within the wait."""
        seconds, deadline = self.wait(), deadline_of(self._routes.lambda_context)
        world = wiring().world(organisation, deadline)
        turn = take_turn(message, world)
        logger.append_keys(organisation=organisation.id, ticket=turn.ticket.id, turn=turn.seq)
        _count(turn)
        logger.info("turn", action=turn.action.kind, status=turn.ticket.status, degraded=turn.degraded)
        if turn.order and not turn.order.shared and seconds:
            return together(turn, wait_for_outcome(turn, world, min(seconds, deadline.to_spend())))
        return turn


def require_ticket(organisation: Organisation, ticket_id: str) -> None:
    """A ticket that is not there is not an empty one, and an erased one is not there: NotFound."""
    conversation, ordinal = located(ticket_id)
    store = wiring().store
    turn = store.newest(organisation.id, conversation).turn
    if turn is not None and turn.ticket.ordinal > ordinal:
        others = (one for one in store.journal(organisation.id, conversation) if not one.forgotten)
        turn = next((one for one in others if one.ticket.ordinal == ordinal), None)
    if turn is None or turn.ticket.ordinal < ordinal or turn.forgotten:
        raise NotFound(f"there is no ticket {ticket_id}")


def deadline_of(context: LambdaContext) -> Deadline:
    """What Lambda has left, which is less than the gateway waits, less the time to answer."""
    return Deadline(context.get_remaining_time_in_millis() / 1000 - TO_ANSWER)


def moment_of(organisation: Organisation) -> Moment:
    """Now, on the organisation's clock, with a fresh id."""
    at = now()
    return Moment(at, utc_offset(organisation, at), secrets.token_hex(16))


def now() -> int:
    return time.time_ns() // 1_000_000


def named(name: str) -> None:
    """What a flow or an agent can be called."""
    if not ID.fullmatch(name):
        raise Problem(400, "invalid", "an id has 1 to 64 letters, digits, - or _")


def answer_of(body: dict[str, Any]) -> Response[str]:
    return Response(200, "application/json", json.dumps(body, ensure_ascii=False))


def json_of(body: Frozen) -> Response[str]:
    return Response(200, "application/json", body.model_dump_json(exclude_none=True))


def _answer_of_problem(problem: Problem) -> Response[str]:
    headers: dict[str, str | list[str]] = {"retry-after": "1"} if problem.status == 503 else {}
    return Response(problem.status, "application/problem+json", problem.body(), headers=headers)


def _count(turn: Turn) -> None:
    """One EMF line: how many turns, by how they left their ticket, and how many were degraded."""
    with single_metric(name="Turns", unit=MetricUnit.Count, value=1, namespace="Frontline") as metric:
        metric.add_dimension(name="status", value=turn.ticket.status)
        metric.add_metric(name="DegradedTurns", unit=MetricUnit.Count, value=1 if turn.degraded else 0)
