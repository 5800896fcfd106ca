"""One JSON POST within one deadline, and what can become of it. httpx is imported by the first call, not before."""

import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from frontline.model.errors import ModelUnavailable

if TYPE_CHECKING:
    import httpx

Clock = Callable[[], float]

LARGEST_ANSWER = 1_000_000


class TimedOut(ModelUnavailable):
    """The deadline passed. Says nothing about the model's health when the turn had little time left to give."""


class OutOfQuota(ModelUnavailable):
    """The model asks for patience: seconds, when it said how many."""

    def __init__(self, message: str, *, retry_after: float | None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class NoAnswer(ModelUnavailable):
    """The model is well and has nothing to say to this prompt (blocked, cut short, empty). Not a fault of the model,
    so that nobody can silence it for others by what they write."""


class Answer(NamedTuple):
    """Whatever came back, whole and unread."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _WhatIsLeft(dict[str, float]):
    """httpx asks for a timeout at the start of each phase; each gets what the phases before it left over."""

    def __init__(self, clock: Clock, end: float) -> None:
        super().__init__()
        self._clock = clock
        self._end = end

    def get(self, key: str, default: object = None) -> float:
        del key, default
        return max(self._end - self._clock(), 0.001)


class Endpoint:
    """A server spoken to in JSON. Connections are kept for the environment's next turn. Redirects are not followed: a
    key goes where it was meant to go and nowhere else."""

    def __init__(self, url: str, *, name: str, clock: Clock = time.monotonic) -> None:
        self._url = url.rstrip("/")
        self._name = name
        self._clock = clock

    @cached_property
    def _client(self) -> "httpx.Client":
        import httpx

        return httpx.Client()

    def post(self, path: str, body: object, *, timeout: float, headers: Mapping[str, str] | None = None) -> Answer:
        """Any HTTP answer, or `ModelUnavailable`. A server that dribbles can stretch the timeout, at most to its double."""
        import httpx

        end = self._clock() + timeout
        try:
            with self._client.stream(
                "POST",
                self._url + path,
                json=body,
                headers=dict(headers or {}),
                extensions={"timeout": _WhatIsLeft(self._clock, end)},
            ) as response:
                return Answer(response.status_code, response.headers, self._read(response, end))
        except httpx.TimeoutException as exc:
            raise TimedOut(f"{self._name} did not answer within {timeout:.1f} s") from exc
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as exc:
            raise ModelUnavailable(f"{self._name} could not be reached: {type(exc).__name__}") from exc

    def _read(self, response: "httpx.Response", end: float) -> bytes:
        read = bytearray()
        for chunk in response.iter_bytes():
            read += chunk
            if self._clock() > end:
                raise TimedOut(f"{self._name} was still answering at its deadline")
            if len(read) > LARGEST_ANSWER:
                raise ModelUnavailable(f"{self._name} answered at more than {LARGEST_ANSWER} bytes")
        return bytes(read)

    def close(self) -> None:
        """Hang up; the next call dials again."""
        client = self.__dict__.pop("_client", None)
        if client is not None:
            client.close()


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds a `Retry-After` asks for, in either of its forms; its date counts from the answer's own `Date`, so that
    our clock does not matter. None for anything else."""
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        patience = parsedate_to_datetime(said) - parsedate_to_datetime(headers.get("date", ""))
    except (TypeError, ValueError, OverflowError):
        return None
    return max(patience.total_seconds(), 0.0)
