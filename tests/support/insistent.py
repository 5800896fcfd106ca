"""A customer who wants one thing done, asks until it is, and can be met again at any moment of the talk."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.memory import MemoryStore
from frontline.model.action import AskSlot, Confirm
from frontline.model.message import Customer
from frontline.model.turn import Turn
from local.operator.resources import State
from tests.support.machines import Machines
from tests.support.office import Office
from tests.support.world import MemoryGuard, Talk, steps_over

PATIENCE = 200
"""More waits than any order has."""
TURNS = 16


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
        while (begun := self.talk.turn.order) and begun.name in self.talk.machines.executions:
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


def settled(*bills: str) -> Callable[[State], None]:
    """Paid elsewhere, before."""

    def settle(state: State) -> None:
        for name in bills:
            bill = state.table("customerBill")[name]
            bill.update(state="settled", remainingAmount={**bill["remainingAmount"], "value": 0})

    return settle


def moment(run: Played) -> Moment:
    bodies = {key: dict(rows) for key, rows in _bodies(run.talk).items()}
    guard = copy.deepcopy(run.talk.guard)
    return Moment(run.office.kept(), bodies, tuple(run.talk.turns), guard, run.talk.at, len(run.office.calls))


def _bodies(talk: Talk) -> dict[str, dict[int, str]]:
    return cast("MemoryStore", talk.store)._bodies
