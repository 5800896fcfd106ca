"""A turn's caller has their answer before the gateway gives up: whatever would not fit is not begun, and that is said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from frontline.adapters.deadline import PATIENCES, TO_SAVE, Deadline, InTime
from frontline.adapters.settings import Settings
from frontline.adapters.waiting import wait_for_outcome
from frontline.adapters.wiring import Wiring
from frontline.model.action import RunWorkflow
from frontline.model.errors import WorkflowsUnavailable
from frontline.model.turn import Order
from frontline.ports import World
from frontline.trades.telecom import TRADE
from tests.adapters.llm.server import Clock
from tests.support.aws import in_moto
from tests.support.machines import Machines
from tests.support.talking import to_confirmation
from tests.support.world import ACME, Talk

Start = Callable[..., Talk]
LOOKUP = RunWorkflow(workflow="device_advice", node="run", inputs={"device_problem": "overheating"})
ORDER = Order(name="order-1", workflow="recharge_resolution", inputs={})


@dataclass
class Slow:
    """State machines that take their time, as long as they are given; what they were given is in `patience`."""

    machines: Machines
    clock: Clock
    takes: float = 0.0
    patience: list[int] = field(default_factory=list)

    def within(self, seconds: int) -> Machines:
        self.patience.append(seconds)
        self.clock.pass_by(min(self.takes, seconds))
        return self.machines


def in_time(slow: Slow, seconds: float) -> tuple[InTime, Deadline]:
    deadline = Deadline(seconds, slow.clock)
    return InTime(slow.within, deadline), deadline


@pytest.fixture
def slow() -> Slow:
    return Slow(Machines(lambda _: {"result": "overheating"}), Clock())


def test_an_inquiry_gets_what_the_turn_has_left_and_leaves_enough_to_save_it(slow: Slow) -> None:
    slow.takes = 60.0
    workflows, deadline = in_time(slow, 28.0)
    while True:
        try:
            workflows.inquire(ACME, LOOKUP, "inquiry-1")
        except WorkflowsUnavailable:
            break
    assert slow.patience == sorted(slow.patience, reverse=True)
    assert deadline.remaining() >= TO_SAVE


def test_an_inquiry_that_would_not_fit_is_not_begun(slow: Slow) -> None:
    workflows, _ = in_time(slow, TO_SAVE + min(PATIENCES))
    with pytest.raises(WorkflowsUnavailable, match="no time left"):
        workflows.inquire(ACME, LOOKUP, "inquiry-1")
    assert slow.patience == []


def test_an_order_is_left_to_whoever_reads_its_row_when_the_time_is_up(slow: Slow) -> None:
    workflows, _ = in_time(slow, 0.5)
    with pytest.raises(WorkflowsUnavailable):
        workflows.start(ACME.id, "c" * 32, ORDER)
    with pytest.raises(WorkflowsUnavailable):
        workflows.stop(ACME.id, ORDER)
    assert workflows.outcome("acme-in", "c" * 32, ORDER) is None
    assert slow.machines.started == slow.machines.stopped == []


def test_a_turn_without_time_for_its_inquiry_is_answered_honestly_and_the_next_one_asks_again(talk: Start) -> None:
    clock = Clock()

    class Hurried(Talk):
        seconds = 28.0

        @property
        def world(self) -> World:
            machines = InTime(lambda _: self.machines, Deadline(self.seconds, clock))
            return World(self.organisation, TRADE, self.store, self.models, self.classifier, machines)

    other = talk()
    one = Hurried(other.operator, other.classifier, other.models)
    one.seconds = 3.0
    assert one.say("my fibre internet in Jaipur is slow").ticket.status == "retry"
    assert "cannot look that up" in one.reply
    one.seconds = 28.0
    assert one.say("and now?").ticket.status == "resolved"


def test_waiting_ends_when_the_turn_has_no_time_left(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    one.machines.down = True
    ordered = one.say("yes")
    assert wait_for_outcome(ordered, one.world, Deadline(TO_SAVE - 1).to_spend()) == ordered


@pytest.fixture
def wiring() -> Iterator[Wiring]:
    with in_moto():
        yield Wiring(Settings(table_name="table", ollama_url="http://127.0.0.1:1", gemini_api_key_parameter="key"))


def test_models_get_no_more_than_the_turn_has_left(wiring: Wiring) -> None:
    wiring.classifier = None  # type: ignore[assignment]  # no time for it here
    wiring.world(ACME)
    assert wiring.budget.remaining() > 11
    wiring.world(ACME, Deadline(TO_SAVE + 1))
    assert wiring.budget.remaining() <= 1
    wiring.world(ACME, Deadline(0))
    assert wiring.budget.remaining() == 0


def test_a_client_waits_as_long_as_it_may_and_connections_are_kept(wiring: Wiring) -> None:
    for patience in PATIENCES:
        workflows: Any = wiring.workflows_within(patience)
        assert workflows._client.meta.config.read_timeout == patience
        assert wiring.workflows_within(patience) is workflows


def test_the_key_of_a_model_is_looked_up_impatiently_and_once(wiring: Wiring) -> None:
    wiring.client("ssm").put_parameter(Name="key", Value="a-secret", Type="SecureString")
    assert wiring._gemini_key() == wiring._gemini_key() == "a-secret"
    assert vars(wiring._parameters.client.meta.config)["read_timeout"] == 2.0
