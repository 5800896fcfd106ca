"""What everyone who runs workflows behind the port does: our own reading of the state machines, and the real ones."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import httpx
import pytest

from frontline.adapters.dynamodb import DynamoStore
from frontline.adapters.operator import TmfOperator
from frontline.adapters.stepfunctions import StepFunctions
from frontline.model.action import RunWorkflow
from frontline.model.base import Values
from frontline.model.errors import LostRace
from frontline.model.message import Outcome
from frontline.model.turn import Order, order_name
from frontline.ports import Workflows
from local.operator import SandboxOperator
from tests.contracts.store_bench import Bench as Rows
from tests.support.client import eventually
from tests.support.machines import Machines
from tests.support.world import ACME, MemoryGuard, steps_over

NUMBER = "+919800000002"
"""Somebody who paid for a recharge that never arrived."""
CONVERSATION = uuid.uuid4().hex


@dataclass
class Bench:
    """The workflows, and the address of the operator that their steps talk to. `lay` keeps the row that begins an order."""

    workflows: Workflows
    operator_url: str
    lay: Callable[[Order], object] = lambda _: None

    def start(self, order: Order) -> None:
        """As a turn does: its row is there first."""
        self.lay(order)
        self.workflows.start(ACME.id, CONVERSATION, order)

    def inquire(self, workflow: str, **inputs: str) -> Outcome:
        run = RunWorkflow(workflow=workflow, node="run", inputs={"today": "2026-11-16", "intent": "any", **inputs})
        return self.workflows.inquire(ACME, run, f"inquiry-{uuid.uuid4().hex}")

    def ended(self, order: Order) -> Outcome:
        return eventually(lambda: self.workflows.outcome(ACME.id, CONVERSATION, order), seconds=30)

    def credits(self) -> int:
        """How many top-ups the operator's own books hold."""
        answer = httpx.get(
            f"{self.operator_url}/tmf-api/prepayBalanceManagement/v4/topupBalance", params={"limit": "500"}
        )
        return len(answer.raise_for_status().json())


@contextmanager
def machines(request: pytest.FixtureRequest) -> Iterator[Bench]:
    sandbox: SandboxOperator = request.getfixturevalue("sandbox")
    operator: TmfOperator = request.getfixturevalue("operator")
    yield Bench(Machines(steps_over(operator, MemoryGuard())), sandbox.url)


@contextmanager
def emulator(request: pytest.FixtureRequest) -> Iterator[Bench]:
    stack = request.getfixturevalue("stack")
    prefix = stack.outputs["StateMachinePrefix"]
    store = DynamoStore(stack.client("dynamodb"), stack.outputs["TableName"])

    def lay(order: Order) -> None:
        seq = int(order.name.rpartition("-")[2])
        turn = Rows(store, lambda *_: None, CONVERSATION).turn(seq)
        with suppress(LostRace):
            store.append(turn.but(order=order, events=()))

    yield Bench(StepFunctions(stack.client("stepfunctions"), prefix), stack.operator_url, lay)


BENCHES = {"machines": machines, "emulator": emulator}


@pytest.fixture(params=["machines", "emulator"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    with BENCHES[request.param](request) as made:
        httpx.post(f"{made.operator_url}/sandbox/reset", json={}).raise_for_status()
        yield made


def an_order(**inputs: str) -> Order:
    values: Values = {"today": "2026-11-16", "intent": "recharge_issue", "phone_number": NUMBER, **inputs}
    seq = uuid.uuid4().int % 100_000_000
    return Order(name=order_name(ACME.id, CONVERSATION, seq), workflow="recharge_resolution", inputs=values)


def missing_recharge(bench: Bench) -> dict[str, str]:
    found = bench.inquire("recharge_lookup", phone_number=NUMBER)
    assert found.result == "missing"
    return {name: str(value) for name, value in found.values.items()}


def test_an_inquiry_answers_with_a_result_and_its_values(bench: Bench) -> None:
    outcome = bench.inquire("recharge_lookup", phone_number=NUMBER)
    assert (outcome.status, outcome.result) == ("succeeded", "missing")
    assert outcome.values["paid"] == "₹299"
    assert {"line_id", "payment_id", "paid_day"} <= outcome.values.keys()


def test_the_same_inquiry_gives_the_same_answer(bench: Bench) -> None:
    first, second = (bench.inquire("billing_explanation", phone_number="+919800000003") for _ in range(2))
    assert first == second
    assert first.status == "succeeded"


@pytest.mark.parametrize(
    ("workflow", "inputs", "result"),
    [
        ("network_troubleshooting", {"region": "rajasthan", "connection": "mobile"}, "try_phone"),
        ("network_troubleshooting", {"region": "rajasthan", "connection": "fixed_line"}, "try_router"),
        ("billing_explanation", {"phone_number": "+919999999999"}, "no_such_line"),
        ("recharge_lookup", {"phone_number": "+919800000003"}, "not_found"),
    ],
)
def test_an_inquiry_goes_the_way_its_inputs_say(
    bench: Bench, workflow: str, inputs: dict[str, str], result: str
) -> None:
    outcome = bench.inquire(workflow, **inputs)
    assert (outcome.status, outcome.result) == ("succeeded", result)


def test_an_inquiry_that_cannot_be_answered_has_failed_and_says_nothing(bench: Bench) -> None:
    outcome = bench.inquire("network_troubleshooting", region="rajasthan", connection="carrier pigeon")
    assert outcome == Outcome(status="failed")


def test_an_order_is_carried_out_and_tells_its_outcome_again_and_again(bench: Bench) -> None:
    before = bench.credits()
    order = an_order(**missing_recharge(bench))
    bench.start(order)
    assert (bench.ended(order).status, bench.ended(order).result) == ("succeeded", "credited")
    assert bench.credits() == before + 1
    assert bench.inquire("recharge_lookup", phone_number=NUMBER).result == "credited"


def test_one_name_is_one_execution_whoever_starts_it_and_with_whatever(bench: Bench) -> None:
    wanted = missing_recharge(bench)
    order = an_order(**wanted)
    bench.start(order)
    bench.start(order)
    assert bench.ended(order).result == "credited"
    after = bench.credits()
    another = order.model_copy(update={"inputs": {**order.inputs, "payment_id": "payment-none"}})
    bench.start(another)
    assert bench.ended(another).result == "credited"
    assert bench.credits() == after


def test_an_order_the_operator_refuses_has_a_result_like_any_other(bench: Bench) -> None:
    order = an_order(**{**missing_recharge(bench), "payment_id": "payment-none"})
    bench.start(order)
    assert (bench.ended(order).status, bench.ended(order).result) == ("succeeded", "refused")


def test_what_was_never_started_has_no_outcome(bench: Bench) -> None:
    assert bench.workflows.outcome(ACME.id, CONVERSATION, an_order()) is None
