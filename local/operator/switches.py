"""What tests and people may do to the sandbox behind its back: everything under /sandbox."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import NamedTuple

from local.operator import newcomers, passing, rules
from local.operator.beginning import seeded
from local.operator.clock import text
from local.operator.faults import Fault, Faults
from local.operator.resources import Resource, State


class Request(NamedTuple):
    method: str
    path: str
    params: Mapping[str, str]
    body: Resource
    key: str | None


class Answer(NamedTuple):
    status: int
    body: object
    headers: Mapping[str, str] = {}


class World:
    """The state and the faults behind one address, and whose customers its books begin with: one country's, or all."""

    def __init__(self, state: State, country: str | None = None) -> None:
        self.state = state
        self.country = country
        self.faults = Faults()


def flip(world: World, request: Request) -> Answer:
    """/sandbox/<what> or /sandbox/<what>/<id>."""
    what, _, wanted = request.path.removeprefix("/sandbox/").partition("/")
    switch = _SWITCHES.get((request.method, what))
    if switch is None:
        raise rules.Rejected(404, "not_found", "no such switch")
    return Answer(200, switch(world, wanted, request.body))


def _state(world: World, wanted: str, body: Resource) -> object:
    del wanted, body
    return _dated(world, world.state.tables)


def _messages(world: World, wanted: str, body: Resource) -> object:
    del wanted, body
    return world.state.messages


def _send(world: World, wanted: str, body: Resource) -> object:
    """The channel a one-time code goes through: `{to, text}`, to be read back from the list of messages."""
    del wanted
    message = {"to": rules.need(body, "to"), "text": rules.need(body, "text"), "at": text(world.state.clock.now())}
    world.state.messages.append(message)
    return message


def _reset(world: World, wanted: str, body: Resource) -> object:
    del wanted, body
    world.faults.clear()
    world.state.clock.ahead = timedelta()
    lock = world.state.lock
    world.state = seeded(world.state.clock, world.country)
    world.state.lock = lock
    return {}


def _fault(world: World, wanted: str, body: Resource) -> object:
    del wanted
    fault = Fault(**body)
    world.faults.add(fault)
    return asdict(fault)


def _calm(world: World, wanted: str, body: Resource) -> object:
    del wanted, body
    world.faults.clear()
    return {}


def _pay(world: World, wanted: str, body: Resource) -> object:
    del body
    return rules.pay(world.state, wanted)


def _resolve(world: World, wanted: str, body: Resource) -> object:
    return passing.resolve(world.state, wanted, body.get("note", ""))


def _advance(world: World, wanted: str, body: Resource) -> object:
    """`{days, hours, minutes, seconds}`, as much as is given."""
    del wanted
    passing.advance(world.state, timedelta(**body))
    return {"now": text(world.state.clock.now())}


def _welcome(world: World, wanted: str, body: Resource) -> object:
    del wanted
    return _dated(world, newcomers.welcome(world.state, body))


def _books(world: World, wanted: str, body: Resource) -> object:
    del body
    return _dated(world, newcomers.books(world.state, wanted))


def _change(world: World, wanted: str, body: Resource) -> object:
    return _dated(world, newcomers.change(world.state, wanted, body))


def _forget(world: World, wanted: str, body: Resource) -> object:
    del body
    return _dated(world, newcomers.forget(world.state, wanted))


def _dated(world: World, books: Mapping[str, object]) -> object:
    return {"now": text(world.state.clock.now()), **books}


_SWITCHES: dict[tuple[str, str], Callable[[World, str, Resource], object]] = {
    ("GET", "state"): _state,
    ("GET", "messages"): _messages,
    ("POST", "messages"): _send,
    ("POST", "reset"): _reset,
    ("POST", "faults"): _fault,
    ("DELETE", "faults"): _calm,
    ("POST", "pay"): _pay,
    ("POST", "resolve"): _resolve,
    ("POST", "advance"): _advance,
    ("POST", "customers"): _welcome,
    ("GET", "customers"): _books,
    ("PATCH", "customers"): _change,
    ("DELETE", "customers"): _forget,
}
