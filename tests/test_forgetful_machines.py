"""A state machine that forgets to pass on what is needed is seen by the tests of the wiring: every such one there can be is
made of the real ones and looked at."""

import copy
from collections.abc import Iterator

import pytest

from frontline.model.workflow import Workflow
from frontline.trades.telecom.steps import STEPS
from frontline.trades.telecom.workflows import WORKFLOWS
from tests.support.machines import Json
from tests.support.paths import answers, machine_of
from tests.support.wiring import ends, known_before, lacking, unfilled, wanted

RESULT = "{% $states.input.result %}"
PASSED_ON = {"organisation", "conversation", "key", "input"}
NEEDED_LATER = [
    ("bill_payment", "RequestPayment", "FollowPayment.payment_id"),
    ("bill_payment", "ResumeLine", "VerifyResumed.order_id"),
    ("bill_payment", "CheckSuspension", "PaidMoreDue.owed"),
    ("data_refuel", "CountBefore", "VerifyData.before"),
    ("line_restart", "ResumeLine", "VerifyResumed.order_id"),
    ("line_resumption", "RequestPayment", "FollowPayment.payment_id"),
    ("plan_change", "ChangePlan", "VerifyPlan.order_id"),
    ("sim_replacement", "OrderSim", "Ordered.order_id"),
]

each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS.values(), ids=WORKFLOWS)


@each_workflow
def test_a_task_that_forgets_part_of_its_payload_is_seen(workflow: Workflow) -> None:
    machine = machine_of(workflow.name)
    for task, path in _passed_on(machine):
        forgetful = _without(machine, task, "Arguments", "Payload", *path)
        assert any(name.startswith(f"{task}.") for name in lacking(workflow, forgetful)), f"{task}: {'.'.join(path)}"


@each_workflow
def test_an_end_that_forgets_what_is_said_is_seen(workflow: Workflow) -> None:
    machine = machine_of(workflow.name)
    for end, path in _told(workflow, machine):
        forgetful = _without(machine, end, "Output", *path)
        assert unfilled(workflow, forgetful), f"{end}: {'.'.join(path)}"


@each_workflow
def test_an_end_that_tells_what_nobody_found_out_is_seen(workflow: Workflow) -> None:
    machine = machine_of(workflow.name)
    for end, (part, *name) in _told(workflow, machine):
        if part == "found":
            wrong = copy.deepcopy(machine)
            wrong["States"][end]["Output"]["found"] |= dict.fromkeys(name, "nobody_finds_this")
            assert lacking(workflow, wrong) == {f"{end}.nobody_finds_this"}


@each_workflow
def test_an_order_that_goes_on_with_a_reference_to_another_is_seen(workflow: Workflow) -> None:
    machine = machine_of(workflow.name)
    for task, path in _passed_on(machine):
        if path[0] in ("organisation", "conversation"):
            wrong = copy.deepcopy(machine)
            wrong["States"][task]["Arguments"]["Payload"] |= dict.fromkeys(path, "another")
            assert f"{task}.{path[0]}" in lacking(workflow, wrong)


@pytest.mark.parametrize(("workflow", "forgotten", "seen"), NEEDED_LATER)
def test_a_step_left_out_whose_findings_are_needed_later_is_seen(workflow: str, forgotten: str, seen: str) -> None:
    machine = copy.deepcopy(machine_of(workflow))
    task = machine["States"][forgotten]
    step = STEPS[task["Arguments"]["Payload"]["step"]]
    for answer in answers(step, full=True):
        told = {name: value for name, value in answer.items() if name in step.tells}
        counters = {"looks": 0, "polls": 0, "unsettled": 0}
        machine["States"][forgotten] = {"Type": "Pass", "Output": {**counters, **told}, "Next": task["Next"]}
        if seen in lacking(WORKFLOWS[workflow], machine):
            return
    pytest.fail(f"{workflow} without {forgotten}: nobody lacks {seen}")


def test_an_end_that_nobody_understands_is_seen() -> None:
    machine = _without(machine_of("plan_change"), "Changed", "Output", "result")
    assert ends(WORKFLOWS["plan_change"], machine) == {None, "refused", "unclear"}


def _passed_on(machine: Json) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, state in machine["States"].items():
        if state["Type"] == "Task":
            payload = state["Arguments"]["Payload"]
            yield from ((name, (part,)) for part in payload.keys() & PASSED_ON)
            if isinstance(payload.get("input"), dict):
                yield from ((name, ("input", part)) for part in payload["input"])


def _told(workflow: Workflow, machine: Json) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What ends tell because something said, established or waited for needs it, and nothing else gives it."""
    for name, state in machine["States"].items():
        if state["Type"] == "Pass" and state.get("End"):
            output = state["Output"]
            results = [workflow.results[known] for known in workflow.results if output["result"] in (known, RESULT)]
            needed = {blank for result in results for blank in wanted(result)} - known_before(workflow)
            for part in ("found", "values"):
                told = output.get(part, {})
                if isinstance(told, dict):
                    yield from ((name, (part, one)) for one in told if one in needed)
                elif needed:
                    yield name, (part,)


def _without(machine: Json, state: str, *path: str) -> Json:
    forgetful = copy.deepcopy(machine)
    *way, last = path
    place = forgetful["States"][state]
    for part in way:
        place = place[part]
    del place[last]
    return forgetful
