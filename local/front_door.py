"""Decides who answers a request at the stack's one port, and plays the accidents that tests need.

Calls signed by an AWS SDK go to the emulator, all others to the deployed HTTP API, as its customers' do.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from local.saving import Keeper, SaveFailed

Scope = MutableMapping[str, Any]
Send = Callable[[Scope], Awaitable[None]]
App = Callable[[Scope, Any, Send], Awaitable[None]]

SIGNED_FOR = re.compile(r"^AWS4-HMAC-SHA256 Credential=[^/]+/[^/]+/[^/]+/([^/]+)/")


class FrontDoor:
    """Gives SDK calls to the emulator and all other requests to the deployed HTTP API.

    It also plays the accidents that tests need and the emulator never has:
    `PUT /_frontline/outage/events` lets every call to that service fail (`?hang`: hang, then fail) until `DELETE`;
    `DELETE /_frontline/workers/TurnHandler` kills the processes of that function.
    `PUT /_frontline/saved/` saves everything, and is answered when it is on disk.
    """

    def __init__(self, emulator: App, keeper: Keeper | None) -> None:
        self.emulator = emulator
        self.keeper = keeper
        self.outages: dict[str, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Any, send: Send) -> None:
        """Answer one request, or run the emulator's start and stop."""
        if scope["type"] == "lifespan":
            await self.emulator(scope, receive, self.noticing_start(send))
        elif scope["type"] != "http" or scope["path"].startswith("/_ministack/"):
            await self.emulator(scope, receive, send)
        elif scope["path"].startswith("/_frontline/"):
            await self.cause_accident(scope, send)
        elif (service := called_service(scope)) is None:
            await self.emulator(to_api(scope), receive, send)
        elif service in self.outages:
            await self.outages[service].wait()
            await answer(send, 503)
        else:
            await self.emulator(scope, receive, self.once_kept(send))

    def once_kept(self, send: Send) -> Send:
        """`send`, but a call is answered only when what it changed is on disk."""

        async def send_kept(message: Scope) -> None:
            if message["type"] == "http.response.start" and self.keeper and not self.keeper.log.settled():
                await asyncio.to_thread(self.keeper.log.settle)
            await send(message)

        return send_kept

    def noticing_start(self, send: Send) -> Send:
        """`send`, but saving begins once the emulator is up with its old state loaded."""

        async def send_and_notice(message: Scope) -> None:
            if message["type"] == "lifespan.startup.complete" and self.keeper:
                self.keeper.begin()
            await send(message)

        return send_and_notice

    async def cause_accident(self, scope: Scope, send: Send) -> None:
        """Begin or end an outage, kill workers, or save."""
        _, _, kind, name = scope["path"].split("/", 3)
        if kind == "saved" and self.keeper:
            try:
                await asyncio.to_thread(self.keeper.save_everything)
                await answer(send, 200)
            except SaveFailed as error:
                await answer(send, 500, str(error))
        elif kind == "workers":
            await answer(send, 200, str(kill_workers(name)))
        elif scope["method"] == "PUT":
            self.outages[name] = asyncio.Event()
            if scope["query_string"] != b"hang":
                self.outages[name].set()
            await answer(send, 200)
        else:
            self.outages.pop(name, asyncio.Event()).set()
            await answer(send, 200)


def kill_workers(function: str) -> int:
    """Kill the processes of the functions whose name contains `function`, without warning; return how many."""
    from ministack.core import lambda_runtime

    pools = {key: pool for key, pool in lambda_runtime._workers.items() if f"-{function}" in str(key)}
    alive = [worker._proc for pool in pools.values() for worker in pool if worker._proc and worker._proc.poll() is None]
    for process in alive:
        process.kill()
    return len(alive)


def called_service(scope: Scope) -> str | None:
    """The AWS service an SDK call is signed for; None when no SDK signed the request."""
    headers: dict[bytes, bytes] = dict(scope["headers"])
    found = SIGNED_FOR.search(headers.get(b"authorization", b"").decode("latin-1"))
    return found[1] if found else None


def to_api(scope: Scope) -> Scope:
    """The request as the one deployed HTTP API is addressed inside the emulator."""
    from ministack.services import apigateway

    api = next((key[-1] for key in apigateway._apis._data), "none")
    prefix = f"/_aws/execute-api/{api}/$default"
    return {**scope, "path": prefix + scope["path"], "raw_path": prefix.encode() + scope["raw_path"]}


async def answer(send: Send, status: int, text: str = "") -> None:
    """Send a response."""
    headers = [(b"content-length", str(len(text)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})
