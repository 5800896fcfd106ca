"""An operator that takes its time: the order is looked at until it is in effect, refused, or a human must see to it."""

from collections.abc import Callable
from typing import Any

import pytest

from frontline.adapters.operator import MemoryOperator
from frontline.model.base import Values
from frontline.model.errors import OperatorUnavailable
from frontline.model.message import Outcome
from frontline.model.turn import Order as Placed
from frontline.trades.telecom.nouns import Bucket, Change, Order, TopUp
from tests.support.machines import Machines
from tests.support.world import MemoryGuard, steps_over
from tests.trades.telecom.steps.people import line, operator, rupees

SWITCHES = [("roaming_activation", "roaming"), ("do_not_disturb", "do_not_disturb")]
Later = Callable[["Patient"], object]


class Patient(MemoryOperator):
    """Takes every order, and does nothing about it by itself."""

    def order_change(self, line_id: str, change: Change, key: str) -> Order:
        self.effects.append(f"{change.kind}:{key}")
        return self.becomes("pending")

    def add_data(self, line_id: str, gigabytes: str, key: str) -> TopUp:
        self.effects.append(f"data:{key}")
        return TopUp(id="topup-1", line_id=line_id, state="pending", amount=gigabytes, units="GB")

    def becomes(self, state: Any) -> Order:
        self.orders_by_id["order-1"] = Order(id="order-1", state=state, line_id="line-1")
        return self.orders_by_id["order-1"]

    def changes(self, **known: Any) -> None:
        self.lines_by_id["line-1"] = self.lines_by_id["line-1"].model_copy(update=known)

    def fills(self) -> None:
        self.buckets_by_id["b"] = self.buckets_by_id["b"].model_copy(update={"remaining": "2"})


def run(workflow: str, later: Later, waits: int = 3) -> tuple[Outcome, Patient]:
    books = operator()
    bucket = Bucket(id="b", line_id="line-1", usage="data", remaining="0", units="GB")
    slow = Patient(
        now=books.now,
        lines=[line("active", roaming=False, do_not_disturb=False, topup_price=rupees("20"))],
        buckets=[bucket],
    )
    machines = Machines(steps_over(slow, MemoryGuard()))
    machines.waits_left = waits
    machines.while_waiting = lambda: later(slow)
    inputs: Values = {"line_id": "line-1", "phone_number": "+919800000001", "gigabytes": "2"}
    machines.start("acme", "c", Placed(name="order-name", workflow=workflow, inputs=inputs))
    return machines.executions["order-name"], slow


@pytest.mark.parametrize(("workflow", "switch"), SWITCHES)
def test_what_is_in_effect_later_is_done_and_was_ordered_once(workflow: str, switch: str) -> None:
    ended, slow = run(workflow, lambda books: books.changes(**{switch: True}))
    assert ended.result == "switched_on"
    assert len(slow.effects) == 1


@pytest.mark.parametrize(("workflow", "switch"), SWITCHES)
def test_what_is_refused_later_is_refused_with_its_reason(workflow: str, switch: str) -> None:
    del switch
    ended, _ = run(workflow, lambda books: books.becomes("failed"))
    assert ended.result == "refused"
    assert "reason" in ended.values


@pytest.mark.parametrize("workflow", ["roaming_activation", "do_not_disturb", "data_refuel"])
def test_what_never_happens_is_given_to_a_human_in_the_end(workflow: str) -> None:
    ended, slow = run(workflow, lambda _: None, waits=40)
    assert ended.result == "unclear"
    assert len(slow.effects) == 1


@pytest.mark.parametrize(("workflow", "switch"), SWITCHES)
def test_an_operator_that_is_away_for_a_while_is_asked_again(workflow: str, switch: str) -> None:
    def away(books: Patient) -> None:
        if getattr(books.lines_by_id["line-1"], switch):
            return
        books.changes(**{switch: True})
        books.fail(*[OperatorUnavailable("away")] * 7)

    assert run(workflow, away)[0].result == "switched_on"


def test_data_that_arrives_later_is_added() -> None:
    ended, _ = run("data_refuel", Patient.fills)
    assert (ended.result, ended.values) == ("added", {"left": "2"})


def test_a_sim_that_is_ordered_is_not_waited_for() -> None:
    ended, _ = run("sim_replacement", lambda _: None, waits=0)
    assert (ended.result, ended.values) == ("ordered", {"order_id": "order-1"})
