"""One room's flow, run by the backend. When the backend fails: the same input again, under the same id, for a while; then
a truthful holding message, and the input is kept. Never a model, never a guess."""

import asyncio
import logging
import random
import time
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

import httpx

from frontline_worker.texts import HOLDING, HOLDING_KEPT, Locale
from frontline_worker.wire import Failed, FlowRefused, Input, Json, Reply, Report, Room, reply_of

KEPT = 5
"""Inputs kept through an outage. More would be "hello?", which the flow would take for answers."""
logger = logging.getLogger(__name__)
_dice = random.SystemRandom()


@dataclass(frozen=True)
class Patience:
    """How long one call may go on: `attempts` for each input, `each` attempt and `total` in seconds."""

    attempts: int = 4
    each: float = 10.0
    total: float = 20.0
    pause: float = 0.3


class FlowExecutor:
    """Of one room. Calls may overlap; inputs go out one after the other, in the order of the calls. `locale` is the
    language of the holding message alone: the backend follows the customer's."""

    def __init__(
        self,
        base_url: str,
        api_key: str,
        *,
        locale: Locale = "en",
        patience: Patience | None = None,
        http: httpx.AsyncClient | None = None,
    ) -> None:
        if not base_url.startswith(("http://", "https://")):
            raise ValueError(f"base_url: {base_url!r} is not an http or https address")
        self.locale: Locale = locale
        self._base = base_url.rstrip("/")
        self._headers = {"x-api-key": api_key}
        self._patience = patience or Patience()
        self._http = http or httpx.AsyncClient()
        self._owns_http = http is None
        self._turn = asyncio.Lock()
        self._room: Room | None = None
        self._waiting: list[Input] = []
        self._session_id: str | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        if self._owns_http:
            await self._http.aclose()

    async def start_flow(
        self, flow_id: str, room_name: str, user_id: str | None = None, variables: dict[str, Json] | None = None
    ) -> None:
        """Remembers which flow this room goes through. Nothing is sent: the first input begins the session."""
        async with self._turn:
            self._room = Room(flow_id, room_name, user_id, dict(variables or {}))
            self._waiting, self._session_id = [], None

    async def process_user_input(self, said: str | Report = "") -> Reply:
        """The flow's answer; without words, its greeting or its open question. What an earlier call left unanswered goes
        first, and its answers are said first. If they end the session, this input is kept, as after a failure.
        Raises FlowRefused, and the refused input is not sent again."""
        async with self._turn:
            self._waiting = [*(one for one in self._waiting if one.content), Input(said)]
            return await self._answered()

    async def retry(self) -> Reply | None:
        """Sends again what was left unanswered; None if nothing was."""
        async with self._turn:
            return await self._answered() if self._waiting else None

    async def _answered(self) -> Reply:
        """All that waits, oldest first, until something fails or the session is at its end."""
        end = time.monotonic() + self._patience.total
        said: list[str] = []
        reply = Reply("", "holding", completed=False, session_id=self._session_id)
        while self._waiting and not reply.completed:
            try:
                reply = await self._send(self._waiting[0], end)
            except Failed as failure:
                logger.warning("the backend has not answered: %s", failure)
                return self._held(reply, said)
            except FlowRefused as refused:
                del self._waiting[0]
                refused.said = " ".join(said)
                raise
            del self._waiting[0]
            said.append(reply.text)
        return replace(reply, text=" ".join(said), unanswered=self._keep())

    def _held(self, last: Reply, said: list[str]) -> Reply:
        """Says that there is no answer, after what was answered meanwhile. Promises only what is kept."""
        before = len(self._waiting)
        kept = self._keep()
        words = kept == before and any(one.content for one in self._waiting)
        text = (HOLDING_KEPT if words else HOLDING)[self.locale]
        return replace(last, text=" ".join([*said, text]), status="holding", held=True, unanswered=kept)

    def _keep(self) -> int:
        """How many inputs still wait. The oldest are kept: what came after them was said without an answer to go by."""
        del self._waiting[KEPT:]
        return len(self._waiting)

    async def _send(self, one: Input, end: float) -> Reply:
        """Until it is answered or refused, or patience is over."""
        attempt = 1
        while True:
            try:
                return await self._attempt(one, end)
            except Failed as failure:
                pause = self._patience.pause * 2 ** (attempt - 1) * _dice.uniform(0.5, 1)
                pause = pause if failure.retry_after is None else failure.retry_after
                if attempt >= self._patience.attempts or time.monotonic() + pause >= end:
                    raise
                await asyncio.sleep(pause)
                attempt += 1

    async def _attempt(self, one: Input, end: float) -> Reply:
        """`each` bounds all of it: a server that sends a byte a second is no answer either."""
        if self._room is None:
            raise RuntimeError("start_flow comes first")
        body = {**self._room.body(begins=self._session_id is None), **one.body}
        seconds = min(self._patience.each, end - time.monotonic())
        try:
            async with asyncio.timeout(seconds):
                response = await self._http.post(
                    self._base + self._room.path,
                    json=body,
                    headers=self._headers,
                    timeout=None,
                    follow_redirects=False,
                )
        except (httpx.RequestError, TimeoutError) as error:
            raise Failed(type(error).__name__) from error
        reply = reply_of(response)
        self._session_id = reply.session_id
        return reply
