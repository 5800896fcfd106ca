"""A request in, the sandbox's answer out, with the faults that were ordered; whatever carries both."""

import json
import time
from collections.abc import Callable
from urllib.parse import parse_qsl, unquote, urlsplit

from local.operator.faults import Fault
from local.operator.routes import Routes
from local.operator.switches import Answer, Request, World

SILENCE = Answer(0, None)
"""The connection is closed without a word."""


class Serving:
    """One address: its world, and the key that it wants."""

    def __init__(self, world: World, api_key: str | None = None) -> None:
        self._world = world
        self._routes = Routes(world)
        self._api_key = api_key

    def serve(self, method: str, target: str, header: Callable[[str], str | None], raw: bytes) -> Answer:
        """`target` is the path and what is asked of it; `header` finds one however it is written."""
        url = urlsplit(target)
        path = unquote(url.path)
        fault = None if path.startswith("/sandbox/") else self._world.faults.take(method, path)
        early = _before(fault)
        if early is not None:
            return early
        return _after(fault, self._answer(Request(method, path, dict(parse_qsl(url.query)), {}, None), header, raw))

    def _answer(self, request: Request, header: Callable[[str], str | None], raw: bytes) -> Answer:
        if self._api_key not in (None, header("X-API-Key")):
            return Answer(401, {"code": "unauthorized", "reason": "who are you?"})
        try:
            body = json.loads(raw or b"{}")
        except ValueError:
            return Answer(400, {"code": "unreadable", "reason": "this is not JSON"})
        return self._routes.answer(request._replace(body=body, key=header("Idempotency-Key")))


def _before(fault: Fault | None) -> Answer | None:
    """What goes wrong before anything is done."""
    if fault is None or fault.after or fault.kind not in ("error", "busy", "refuse"):
        return None
    return SILENCE if fault.kind == "refuse" else _failure(fault)


def _after(fault: Fault | None, answer: Answer) -> Answer:
    """What goes wrong when everything is done."""
    if fault is None:
        return answer
    if fault.kind == "slow":
        time.sleep(fault.seconds)
    elif fault.kind == "drop":
        return SILENCE
    elif fault.kind in ("malformed", "empty"):
        return Answer(answer.status, b'{"id": ' if fault.kind == "malformed" else b"")
    elif fault.after:
        return _failure(fault)
    return answer


def _failure(fault: Fault) -> Answer:
    status = 429 if fault.kind == "busy" else fault.status
    headers = {} if fault.retry_after is None else {"Retry-After": fault.retry_after}
    return Answer(status, {"code": "sandboxFault", "reason": "as ordered"}, headers)
