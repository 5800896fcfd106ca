"""Cells of the fault matrix: an order asked for in a dialogue, and one request it makes of the operator going wrong. The
requests are those of a clean run, so a new one is in the matrix by itself."""

import copy
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple, cast

from frontline.adapters.memory import MemoryStore
from frontline.model.action import AskSlot, Confirm
from frontline.model.message import Customer
from frontline.model.turn import Turn
from frontline.ports import Classifier
from local.operator.resources import State
from tests.support.failing import FOR_GOOD, Call, Office
from tests.support.machines import Machines
from tests.support.world import MemoryGuard, Talk, steps_over

PATIENCE = 200
"""More waits than any order has."""
TURNS = 16
Times = Literal["once", "for good", "all for good"]
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
    """The request that fails; how many there were since the moment, and how many like it."""

    moment: Moment
    call: Call
    nth: int
    alike: int


@dataclass
class Played:
    """A dialogue in which the order is asked for until it is over, one way or the other. `before` happens before the customer
    writes, `told` with every reply."""

    order: Order
    office: Office
    talk: Talk
    before: Callable[[], object] = lambda: None
    told: Callable[[Turn], object] = lambda _: None
    lift_when_asked: bool = False
    pleas: int = 0

    def to_the_end(self) -> Turn:
        while (words := self._next_words()) is not None:
            assert len(self.talk.turns) < TURNS, f"no end after {TURNS} turns: {self.talk.reply}"
            self.say(words)
        return self.talk.turn

    def say(self, words: str) -> None:
        """The customer writes, and hears how every order ends that this begins."""
        self.before()
        self.office.time.sleep(10)
        self.talk.machines.waits_left = PATIENCE
        self.told(self.talk.say(words))
        self.hear_the_ends()

    def hear_the_ends(self) -> None:
        while (begun := self.talk.turn.order) and self.talk.machines.outcome(begun):
            self.talk.machines.waits_left = 0
            self.told(self.talk.order_ends())

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


@dataclass
class Clean:
    """How it goes without a fault: what was said, when the customer wrote, and every stage the operator's books went through."""

    run: Played
    moments: list[Moment]
    stages: list[str]

    @property
    def last(self) -> int:
        """The stage at which all is done."""
        return len(self.stages) - 1

    @cached_property
    def said(self) -> frozenset[str]:
        return frozenset(line.key for turn in self.run.talk.turns for line in turn.lines)

    def stage(self, state: State) -> int | None:
        """None where books are as they never were: something was done twice, or something else."""
        now = books(state)
        return self.stages.index(now) if now in self.stages else None

    def cells(self) -> Iterator[Cell]:
        """One for every request."""
        calls = self.run.office.calls
        for number, call in enumerate(calls):
            since = [one for one in self.moments if one.calls <= number][-1]
            before = calls[since.calls : number]
            yield Cell(since, call, len(before), Counter(before)[call])

    def again(self, cell: Cell, kind: str, times: Times, classifier: Classifier) -> Played:
        """From the cell's moment, with the fault."""
        run = begin(self.run.order, classifier, cell.moment)
        match times:
            case "once":
                run.office.fault(kind, cell.call, spared=cell.alike)
            case "for good":
                run.office.fault(kind, cell.call, spared=cell.alike, times=FOR_GOOD)
            case "all for good":
                run.office.fault(kind, None, spared=cell.nth, times=FOR_GOOD)
        return run


def clean_run(order: Order, classifier: Classifier) -> Clean:
    run = begin(order, classifier)
    clean = Clean(run, [], [books(run.office.state)])

    def watch(state: State) -> None:
        if clean.stage(state) is None:
            clean.stages.append(books(state))

    run.office.watch = watch
    run.before = lambda: clean.moments.append(_moment(run))
    run.to_the_end()
    return clean


def begin(order: Order, classifier: Classifier, since: Moment | None = None) -> Played:
    """From the first word, or from a moment of another dialogue. Time passes between two tries of a step, and while an order
    waits; then the customer pays."""
    office = Office.again(since.office) if since else Office()
    customer = Customer(id=order.customer) if order.customer else None
    talk = Talk(office.operator, classifier, (classifier,), customer=customer)
    if since:
        talk.at, talk.guard, talk.turns = since.at, copy.deepcopy(since.guard), list(since.turns)
        _bodies(talk).update({key: dict(rows) for key, rows in since.bodies.items()})
    else:
        order.before(office.state)
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

    talk.machines = Machines(run_in_time)
    talk.machines.while_waiting = wait
    talk.machines.approved = order.approved
    return Played(order, office, talk)


def books(state: State) -> str:
    """What the operator has on its books, but for who asked for it and for hand-offs."""
    made = Counter[str]()
    for table in ("payment", "topupBalance", "productOrder", "troubleTicket"):
        for row in state.table(table).values():
            if row.get("ticketType") != "handoff":
                made[f"{table} {row.get('state') or row['status']}"] += 1
    stands = {table: state.table(table) for table in ("product", "bucket", "customerBill")}
    return json.dumps([stands, made], sort_keys=True)


def settled(*bills: str) -> Callable[[State], None]:
    """Paid elsewhere, before."""

    def settle(state: State) -> None:
        for name in bills:
            bill = state.table("customerBill")[name]
            bill.update(state="settled", remainingAmount={**bill["remainingAmount"], "value": 0})

    return settle


def _moment(run: Played) -> Moment:
    bodies = {key: dict(rows) for key, rows in _bodies(run.talk).items()}
    guard = copy.deepcopy(run.talk.guard)
    return Moment(run.office.kept(), bodies, tuple(run.talk.turns), guard, run.talk.at, len(run.office.calls))


def _bodies(talk: Talk) -> dict[str, dict[int, str]]:
    return cast("MemoryStore", talk.store)._bodies
