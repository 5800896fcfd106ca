"""Cells of the fault matrix: an order asked for in a dialogue, and one request it makes of the operator going wrong. The
requests are those of a clean run, so a new one is in the matrix by itself."""

import copy
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, cast

from frontline.adapters.memory import MemoryStore
from frontline.model.action import AskSlot, Confirm
from frontline.model.message import Customer
from frontline.model.turn import Turn
from frontline.ports import Classifier
from local.operator.resources import State
from tests.support.failing import FOR_GOOD, Call, Office
from tests.support.world import MemoryGuard, Talk, steps_over

PATIENCE = 200
"""More waits than any order has."""
TURNS = 16
Times = Literal["once", "for good", "all for good"]
TIMES: tuple[Times, ...] = ("once", "for good", "all for good")
"""This very request; it and all later ones of its kind; it and all later ones of any kind."""


@dataclass(frozen=True)
class Order:
    """Who asks for it, in which words, and what was arranged at the operator before. A customer the channel does not vouch
    for proves who they are."""

    workflow: str
    opening: str
    customer: str | None = None
    proof: str = ""
    before: Callable[[State], None] = lambda _: None
    approved: bool | None = None


class Moment(NamedTuple):
    """A conversation and its operator just before the customer's next words, and how many requests there were."""

    office: bytes
    bodies: dict[str, dict[int, str]]
    turns: tuple[Turn, ...]
    guard: MemoryGuard
    at: int
    calls: int


class Cell(NamedTuple):
    """The request that fails, and how many like it and at all come before it since the moment."""

    moment: Moment
    call: Call
    nth: int
    alike: int


@dataclass
class Played:
    """A dialogue in which the order is asked for until it is over, one way or the other. `told` happens with every reply."""

    order: Order
    office: Office
    talk: Talk
    told: Callable[[Turn], None] = lambda _: None
    clean: bool = False
    lift_when_asked: bool = False
    pleas: int = 0
    moments: list[Moment] = field(default_factory=list)

    def to_the_end(self) -> Turn:
        while len(self.talk.turns) < TURNS:
            words = self._next_words()
            if words is None:
                return self.talk.turn
            self.say(words)
        raise AssertionError(f"no end after {TURNS} turns: {self.talk.reply}")

    def say(self, words: str) -> Turn:
        """The customer writes, and hears how every order ends that this begins."""
        if self.clean:
            self.moments.append(moment(self.talk, self.office))
        self.office.time.sleep(10)
        self.talk.machines.waits_left = PATIENCE
        self.told(self.talk.say(words))
        while (begun := self.talk.turn.order) and self.talk.machines.outcome(begun):
            self.talk.machines.waits_left = 0
            self.told(self.talk.order_ends())
        return self.talk.turn

    def lift(self) -> None:
        """The operator is well again."""
        self.office.world.faults.clear()
        self.office.time.sleep(60)

    def _next_words(self) -> str | None:
        """What somebody says who wants this and nothing else."""
        if not self.talk.turns:
            return self.order.opening
        turn = self.talk.turn
        match turn.ticket.status, turn.action:
            case "resolved" | "escalated" | "cancelled" | "in_progress", _:
                return None
            case "retry", _:
                self.pleas += 1
                if self.lift_when_asked:
                    self.lift()
                return "please try again"
            case _, AskSlot(slot="identity_proof"):
                return self.order.proof
            case _, AskSlot(slot="plan"):
                return "2"
            case _, Confirm():
                return "yes"
        raise AssertionError(f"{turn.reply.text!r} is no question of {self.order.workflow}")


def begin(order: Order, office: Office, classifier: Classifier, since: Moment | None = None) -> Played:
    """From the first word, or from a moment of another dialogue. Time passes between two tries of a step, and while an order
    waits; then the customer pays."""
    customer = Customer(id=order.customer) if order.customer else None
    talk = Talk(office.operator, classifier, (classifier,), customer=customer)
    if since:
        talk.at, talk.guard = since.at, copy.deepcopy(since.guard)
        talk.turns.extend(since.turns)
        _bodies(talk).update({key: dict(rows) for key, rows in since.bodies.items()})
    run = steps_over(office.operator, talk.guard)

    def run_in_time(payload: dict[str, Any]) -> dict[str, Any]:
        try:
            done: dict[str, Any] = run(payload)
        except Exception:
            office.time.sleep(2)
            raise
        return done

    def wait() -> None:
        office.time.sleep(60)
        office.pay()

    talk.machines._run_step = run_in_time
    talk.machines.while_waiting = wait
    talk.machines.approved = order.approved
    return Played(order, office, talk, clean=since is None)


def moment(talk: Talk, office: Office) -> Moment:
    bodies = {key: dict(rows) for key, rows in _bodies(talk).items()}
    return Moment(office.kept(), bodies, tuple(talk.turns), copy.deepcopy(talk.guard), talk.at, len(office.calls))


def _bodies(talk: Talk) -> dict[str, dict[int, str]]:
    return cast(MemoryStore, talk.store)._bodies


def cells(clean: Played) -> Iterator[Cell]:
    """One for every request of the clean run."""
    for number, call in enumerate(clean.office.calls):
        since = [one for one in clean.moments if one.calls <= number][-1]
        before = clean.office.calls[since.calls : number]
        yield Cell(since, call, len(before), Counter(before)[call])


def played(clean: Played, cell: Cell, kind: str, times: Times, classifier: Classifier) -> Played:
    """The clean run again from the cell's moment, with the fault."""
    office = Office.again(cell.moment.office)
    match times:
        case "once":
            office.fault(kind, cell.call, spared=cell.alike)
        case "for good":
            office.fault(kind, cell.call, spared=cell.alike, times=FOR_GOOD)
        case "all for good":
            office.fault(kind, None, spared=cell.nth, times=FOR_GOOD)
    return begin(clean.order, office, classifier, cell.moment)


def books(state: State) -> str:
    """What the operator has on its books, but for who asked for it and for hand-offs."""
    made = Counter[str]()
    for table in ("payment", "topupBalance", "productOrder", "troubleTicket"):
        for row in state.table(table).values():
            if row.get("ticketType") != "handoff":
                made[f"{table} {row.get('state') or row['status']}"] += 1
    stands = {table: state.table(table) for table in ("product", "bucket", "customerBill")}
    return json.dumps([stands, made], sort_keys=True)
