"""An operator that says what a test wants it to say, request by request."""

from collections.abc import Callable

import httpx

from frontline.adapters.operator import ClientCredentials, Limits, Outside, Profile, TmfOperator

Reply = Callable[[httpx.Request], httpx.Response]


class Clock:
    """Stands still until somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def operator_that(
    reply: Reply,
    *,
    credentials: ClientCredentials | None = None,
    profile: Profile | None = None,
    limits: Limits | None = None,
    clock: Clock | None = None,
) -> TmfOperator:
    clock = clock or Clock()
    outside = Outside(clock=clock, sleep=clock.sleep, client=lambda: httpx.Client(transport=httpx.MockTransport(reply)))
    return TmfOperator("http://operator", credentials, profile=profile, limits=limits, outside=outside)


def always(body: object, status: int = 200, headers: dict[str, str] | None = None) -> Reply:
    return lambda _: httpx.Response(status, json=body, headers=headers)
