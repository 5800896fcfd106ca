"""How patient we are, and what the adapter asks of the world around it."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True)
class Limits:
    """Seconds, and how often. `total` is what one question may take with all its retries."""

    connect: float = 1.0
    read: float = 3.0
    total: float = 8.0
    tries: int = 3
    backoff: float = 0.2
    longest_wait: float = 2.0
    page: int = 100
    pages: int = 20


@dataclass(frozen=True)
class Outside:
    """The world around the adapter: time, and a client for what a URL and a key cannot say (client certificates)."""

    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    client: "Callable[[], httpx.Client] | None" = None


@dataclass(frozen=True)
class Call:
    """One request. `key` makes it happen once; `until` is when we stop waiting."""

    method: str
    path: str
    until: float
    params: Mapping[str, str] | None = None
    body: Mapping[str, object] | None = None
    key: str | None = None

    @property
    def resource(self) -> str:
        """What an error may name: never an id, a number or a query."""
        return self.path.rsplit("/v4/", 1)[-1].split("/", 1)[0]
