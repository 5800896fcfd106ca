"""The sandbox operator: TM Forum Open APIs v4, customers of its own and real behaviour, for tests and `make run`."""

import contextlib
import json
import threading
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from local.operator.beginning import seeded
from local.operator.clock import START, Clock
from local.operator.server import Server
from local.operator.serving import Serving
from local.operator.switches import World


class SandboxOperator:
    """`with SandboxOperator().serve() as operator: operator.url`. With `now=None` it lives in the real time, with a `country`
    it has no customers but that country's."""

    def __init__(self, now: datetime | None = START, api_key: str | None = None, country: str | None = None) -> None:
        self.world = World(seeded(Clock(now), country), country)
        self._headers = {"X-API-Key": api_key} if api_key else {}
        self.serving = Serving(self.world, api_key)
        self.url = ""

    @contextlib.contextmanager
    def serve(self, port: int = 0) -> Iterator["SandboxOperator"]:
        server = Server(port, self.serving)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        self.url = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    def switch(self, what: str, **body: object) -> Any:
        """Turns one of the switches under /sandbox: `switch("pay/payment-4")`, `switch("faults", kind="drop")`."""
        answer = self.serving.serve("POST", f"/sandbox/{what}", self._headers.get, json.dumps(body).encode())
        if answer.status >= 400:
            raise ValueError(f"{what}: {answer.body}")
        return json.loads(json.dumps(answer.body))


__all__ = ["START", "SandboxOperator"]
