"""What an HTTP answer of an operator means: a body, or one of our errors. The table is in docs/operator.md."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Literal

from frontline.adapters.operator.document import Document
from frontline.model.errors import (
    FrontlineError,
    Invalid,
    NotFound,
    OperatorMisbehaved,
    OperatorRefused,
    OperatorUnavailable,
)

if TYPE_CHECKING:
    import httpx

Fate = Literal["not_sent", "over", "running"]
"""What became of a request that got no answer we can use: the operator never saw it, is done with it (either way), or
may still be at work on it."""

_TURNED_AWAY = {425, 429}
_GIVEN_UP = {408, 504}
_BUSINESS = {402, 403, 409, 410, 412, 422, 423}


class Lost(OperatorUnavailable):
    """Unavailable, with what is known of the request's fate."""

    def __init__(self, message: str, fate: Fate, *, retry_after: float | None = None) -> None:
        super().__init__(message, retry_after=retry_after)
        self.fate = fate

    @property
    def told(self) -> OperatorUnavailable:
        """As it leaves the adapter: state machines retry by the very name of an error."""
        return OperatorUnavailable(str(self), retry_after=self.retry_after)


class Garbled(OperatorMisbehaved):
    """An answer that is not JSON at all, as one cut off on the way is none."""

    retry_after: float | None = None

    @property
    def told(self) -> OperatorMisbehaved:
        """As it leaves the adapter."""
        return OperatorMisbehaved(str(self))


def error_of(answer: "httpx.Response", where: str, now: float) -> FrontlineError | None:
    """None for an answer whose body is worth reading."""
    status = answer.status_code
    if 200 <= status < 300:
        return None
    if status >= 500 or status in _TURNED_AWAY | _GIVEN_UP:
        fate: Fate = "running" if status in _GIVEN_UP else "not_sent" if status in _TURNED_AWAY else "over"
        return Lost(f"{where} answered {status}", fate, retry_after=retry_after(answer.headers.get("Retry-After"), now))
    code, reason = _said(answer)
    text = f"{where} answered {status}: {reason}" if reason else f"{where} answered {status}"
    return _refusal(status, text, code, where) if status >= 400 else OperatorMisbehaved(text)


def _refusal(status: int, text: str, code: str | None, where: str) -> FrontlineError:
    if status == 404:
        return NotFound(text)
    if status in _BUSINESS:
        return OperatorRefused(text, code=code or f"http_{status}")
    return Invalid(text, where="credentials" if status == 401 else where)


def body_of(answer: "httpx.Response", where: str) -> object:
    """Numbers are read exactly: an amount never passes through a float."""
    try:
        return json.loads(answer.content, parse_float=Decimal)
    except ValueError as exc:
        raise Garbled(f"{where} did not answer in JSON") from exc


def retry_after(header: str | None, now: float) -> float | None:
    """Seconds from now; the header has seconds or a date. What cannot be read asks for nothing."""
    if not header:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        then = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (then - datetime.fromtimestamp(now, UTC)).total_seconds())


def _said(answer: "httpx.Response") -> tuple[str | None, str | None]:
    """The code and reason of a TM Forum error body. A body that is none says nothing."""
    try:
        body = Document(body_of(answer, "error"), "error")
        return body.text("code"), body.text("reason") or body.text("message")
    except OperatorMisbehaved:
        return None, None
