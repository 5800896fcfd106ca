"""The sandbox operator without a socket: its routes and its faults behind the real adapter, on a clock that nobody waits
for. A world of its own for every dialogue, so that thousands can be played from the same moment on."""

import json
import pickle
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import httpx

from frontline.adapters.operator import Limits, Outside, TmfOperator
from local.operator import rules
from local.operator.beginning import seeded
from local.operator.clock import Clock
from local.operator.faults import Fault
from local.operator.resources import State
from local.operator.routes import Routes
from local.operator.switches import Answer, Request, World
from tests.support.failing import FAULTS, Call, Since
from tests.support.world import START

CUSTOMERS = frozenset({"customer-2", "customer-4", "customer-6", "customer-7", "customer-15", "customer-16"})


@dataclass
class Time:
    """Passes when somebody sleeps, waits for an answer in vain, or tries again."""

    now: float = START / 1000

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Office(httpx.BaseTransport):
    """One back office, which forgets keys: that nothing happens twice is for the adapter to see to. `calls` are the requests
    it got; `watch` sees its books after each."""

    world: World = field(default_factory=lambda: World(_smaller(seeded(_clock()))))
    time: Time = field(default_factory=Time)
    calls: list[Call] = field(default_factory=list)
    watch: Callable[[State], object] = lambda _: None
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        self._routes = Routes(self.world)
        client = lambda: httpx.Client(transport=self, trust_env=False)  # noqa: E731
        outside = Outside(clock=self.time, sleep=self.time.sleep, client=client)
        self.operator = TmfOperator("http://operator", limits=self.limits, outside=outside)

    @property
    def state(self) -> State:
        return self.world.state

    def kept(self) -> bytes:
        """All it knows, to go on from later."""
        state = self.state
        return pickle.dumps((state.tables, state.keys, state.messages, state.counters))

    @classmethod
    def again(cls, kept: bytes) -> "Office":
        """Another one that knows the same, and has no faults."""
        tables, keys, messages, counters = pickle.loads(kept)  # noqa: S301  our own
        return cls(World(State(_clock(), tables, keys, messages, counters)))

    def pay(self) -> None:
        """The customer accepts every open request."""
        for payment in list(self.state.table("payment").values()):
            rules.pay(self.state, payment["id"])
        self.watch(self.state)

    def fault(self, kind: str, call: Call | None, *, spared: int = 0, times: int = 1) -> None:
        """From the request on that so many like it were spared; None is any."""
        method, path = call or (".*", ".*")
        how = replace(FAULTS[kind], path=path, method=method, times=times)
        self.world.faults.add(Since(**vars(how), spared=spared))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """What the sandbox's server does, and a client that has seen it."""
        method, path = request.method, request.url.path
        self.calls.append(Call.of(request))
        fault = self.world.faults.take(method, path)
        if fault and not fault.after and fault.kind in ("error", "busy", "refuse"):
            return self._fails(fault, request)
        key = request.headers.get("Idempotency-Key")
        body = json.loads(request.content or b"{}")
        answer = self._routes.answer(Request(method, path, dict(request.url.params), body, key))
        self.state.keys.clear()
        self.watch(self.state)
        return self._fails(fault, request) if fault else _response(answer)

    def _fails(self, fault: Fault, request: httpx.Request) -> httpx.Response:
        match fault.kind:
            case "slow":
                self.time.sleep(self.limits.read)
                raise httpx.ReadTimeout("too slow", request=request)
            case "drop" | "refuse":
                raise httpx.RemoteProtocolError("the connection was closed", request=request)
            case "malformed" | "empty":
                return httpx.Response(200, content=b'{"id": ' if fault.kind == "malformed" else b"")
            case "error" | "busy":
                headers = {} if fault.retry_after is None else {"Retry-After": fault.retry_after}
                status = 429 if fault.kind == "busy" else fault.status
                return httpx.Response(status, json={"code": "sandboxFault"}, headers=headers)


def _clock() -> Clock:
    return Clock(datetime.fromtimestamp(START / 1000, UTC))


def _smaller(state: State) -> State:
    """The books without customers nobody here asks for, which would only take time."""
    gone = state.table("customer").keys() - CUSTOMERS
    lines = {
        name
        for name, row in state.table("product").items()
        if gone & {one["id"] for one in row.get("relatedParty", ())}
    }
    for name, table in state.tables.items():
        of = {row: set(re.findall(r'"id": "([^"]+)"', json.dumps(table[row]))) for row in table}
        state.tables[name] = {row: table[row] for row in table if not of[row] & (gone | lines)}
    return state


def _response(answer: Answer) -> httpx.Response:
    return httpx.Response(answer.status, json=answer.body, headers=dict(answer.headers))
