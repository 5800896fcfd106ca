"""What goes over the wire and what comes back: what counts as an answer, what as a failure, and what as a refusal."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

import httpx

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | int | float | bool | None"
_AGAIN = frozenset({408, 425, 429})


class FlowRefused(Exception):
    """The backend will not have this, now or later: a wrong key, a flow that is not live, a malformed input. `said`: the
    answers to earlier inputs that the same call brought, still to be said."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.said = ""
        self.status = status
        self.code = code
        self.detail = detail


class Failed(Exception):
    """No answer this time; the same input may be sent again. `retry_after`: seconds the backend asked for."""

    def __init__(self, why: str, retry_after: float | None = None) -> None:
        super().__init__(why)
        self.retry_after = retry_after


@dataclass(frozen=True)
class DeviceAction:
    """What the customer, or an app on their device, is to do or read."""

    name: str
    arguments: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """An app's answer to a `DeviceAction`, in place of words."""

    action: str
    result: Mapping[str, Json] | str


@dataclass(frozen=True)
class Room:
    """Which flow a room goes through, for whom, and what its session is begun with."""

    flow_id: str
    name: str
    user_id: str | None
    variables: Mapping[str, Json]

    @property
    def path(self) -> str:
        return f"/api/flows/{quote(self.flow_id, safe='')}/process"

    def body(self, *, begins: bool) -> dict[str, Json]:
        body: dict[str, Json] = {"roomName": self.name}
        if self.user_id:
            body["userId"] = self.user_id
        if begins and self.variables:
            body["variables"] = self.variables
        return body


@dataclass(frozen=True)
class Input:
    """Something said or reported. Its id never changes, so that the backend takes it once however often it is sent."""

    content: str | Report
    id: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def body(self) -> dict[str, Json]:
        if isinstance(self.content, str):
            return {"messageId": self.id, "userInput": self.content}
        report: dict[str, Json] = {"action": self.content.action, "result": self.content.result}
        return {"messageId": self.id, "userInput": "", "report": report}


@dataclass(frozen=True)
class Reply:
    """What to say, all of it. `held`: the backend has not answered, and `text` says so; `unanswered` inputs are kept."""

    text: str
    status: str
    completed: bool
    session_id: str | None
    action: DeviceAction | None = None
    options: tuple[str, ...] = ()
    held: bool = False
    unanswered: int = 0


def reply_of(response: httpx.Response) -> Reply:
    """The backend's answer, or why there is none."""
    if response.status_code in _AGAIN or response.status_code >= 500:
        raise Failed(f"status {response.status_code}", _seconds(response.headers.get("retry-after", "")))
    body = _document(response)
    if not response.is_success:
        code, detail = body.get("code"), body.get("detail")
        raise FlowRefused(response.status_code, str(code or "refused"), str(detail or response.reason_phrase))
    match body:
        case {"sessionId": str(session), "status": str(status), "response": str(text), "completed": bool(completed)}:
            return Reply(text, status, completed, session, _action(body.get("action")), _options(body.get("options")))
        case _:
            raise Failed("the answer is not one")


def _document(response: httpx.Response) -> Mapping[str, Json]:
    try:
        document = response.json()
    except (ValueError, RecursionError):
        document = None
    return document if isinstance(document, dict) else {}


def _action(found: Json) -> DeviceAction | None:
    match found:
        case None:
            return None
        case {"name": str(name), "arguments": dict(arguments)}:
            return DeviceAction(name, arguments)
        case {"name": str(name)}:
            return DeviceAction(name)
        case _:
            raise Failed("the action is not one")


def _options(found: Json) -> tuple[str, ...]:
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def _seconds(retry_after: str) -> float | None:
    """Dates are not worth a clock that agrees with the server's: such an answer is tried again as any other."""
    return float(retry_after) if retry_after.isascii() and retry_after.isdigit() else None
