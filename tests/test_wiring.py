"""Adding a workflow touches its declaration, its state machine, its steps and one resource; here they are compared, so
that a misspelt name fails in seconds, with what to do about it."""

import pytest

from frontline.adapters.deadline import PATIENCES
from frontline.flows.compile import flow_of
from frontline.model import errors
from frontline.model.catalogue import Catalogue
from frontline.model.workflow import Workflow
from frontline.trades.telecom import TRADE
from frontline.trades.telecom.steps import STEPS
from frontline.trades.telecom.workflows import WORKFLOWS
from frontline.train.examples import read_examples
from tests.support.machines import MACHINES
from tests.support.paths import machine_of, steps_of
from tests.support.wiring import ends, known_before, lacking, unfilled
from tests.support.world import ACME
from tests.test_template import resources

EACH = [pytest.param(workflow, id=name) for name, workflow in WORKFLOWS.items()]
INTENTS = sorted({intent.name for workflow in WORKFLOWS.values() for intent in workflow.intents})
KEY = "{% $states.context.Execution.Name & '/' & $states.context.State.Name %}"
CRASHED = {"Lambda.Unknown", "Runtime.ExitError", "Sandbox.Timedout"}
TRANSIENT = {"Lambda.TooManyRequestsException", "Lambda.ServiceException", "OperatorUnavailable"} | CRASHED

each_workflow = pytest.mark.parametrize("workflow", EACH)


def test_every_state_machine_is_declared_and_every_declaration_has_its_state_machine() -> None:
    files = {path.name.removesuffix(".asl.json") for path in MACHINES.glob("*.asl.json")}
    assert files - WORKFLOWS.keys() == set(), "declare it under trades/telecom/workflows and add it to WORKFLOWS"
    assert WORKFLOWS.keys() - files == set(), "write statemachines/<workflow>.asl.json"


@each_workflow
def test_the_template_has_its_state_machine_of_the_right_type(workflow: Workflow) -> None:
    wanted = "EXPRESS" if workflow.kind == "inquiry" else "STANDARD"
    uri = f"statemachines/{workflow.name}.asl.json"
    types = [one["Type"] for one in resources("AWS::Serverless::StateMachine").values() if one["DefinitionUri"] == uri]
    assert types == [wanted], f"template.yaml needs one state machine of type {wanted} with DefinitionUri {uri}"


@each_workflow
def test_it_names_only_steps_that_exist(workflow: Workflow) -> None:
    unknown = set(steps_of(machine_of(workflow.name)).values()) - STEPS.keys()
    assert unknown == set(), (
        f"{workflow.name}.asl.json: write these steps under trades/telecom/steps and add them to STEPS"
    )


def test_every_step_is_used() -> None:
    used = {step for name in WORKFLOWS for step in steps_of(machine_of(name)).values()}
    assert STEPS.keys() - used == set(), "name these steps in a state machine, or take them out of STEPS"


@each_workflow
def test_a_task_is_named_so_that_its_retries_are_one_and_told_apart_from_all_others(workflow: Workflow) -> None:
    for name, state in machine_of(workflow.name)["States"].items():
        if state["Type"] == "Task":
            assert state["Arguments"]["Payload"]["key"] == KEY, f"{name}: its key must be {KEY}"


@each_workflow
def test_a_task_retries_what_passes_and_catches_the_rest(workflow: Workflow) -> None:
    for name, state in machine_of(workflow.name)["States"].items():
        if state["Type"] != "Task":
            continue
        retried = {error for rule in state.get("Retry", []) for error in rule["ErrorEquals"]}
        assert retried >= TRANSIENT, f"{name}: retry {sorted(TRANSIENT - retried)}"
        ours = {error for error in retried if "." not in error}
        assert all(hasattr(errors, error) for error in ours), f"{name}: retries an error that nobody raises: {ours}"
        assert all(rule["JitterStrategy"] == "FULL" and rule["MaxAttempts"] <= 60 for rule in state["Retry"]), name
        assert ["States.ALL"] in [rule["ErrorEquals"] for rule in state.get("Catch", [])], f"{name}: catch States.ALL"
        assert "TimeoutSeconds" in state, f"{name}: give it TimeoutSeconds"


@each_workflow
def test_a_change_whose_runner_crashed_is_tried_again_when_its_time_is_surely_up(workflow: Workflow) -> None:
    """Nobody can know whether the crashed call still runs before the function's own timeout. Delays are random up to their
    limits, so these add up to a multiple of it."""
    runner = resources("AWS::Serverless::Function")["WorkflowRunner"]
    for name, state in machine_of(workflow.name)["States"].items():
        if state["Type"] != "Task" or not STEPS[state["Arguments"]["Payload"]["step"]].changes:
            continue
        rules = [rule for rule in state["Retry"] if "ChangeUnderWay" in rule["ErrorEquals"]]
        assert len(rules) == 1, f"{name} changes something: retry ChangeUnderWay, in one rule"
        rule = rules[0]
        delays = [rule["IntervalSeconds"] * rule["BackoffRate"] ** tries for tries in range(rule["MaxAttempts"])]
        assert sum(min(delay, rule["MaxDelaySeconds"]) for delay in delays) >= 5 * runner["Timeout"], name


@each_workflow
def test_an_inquiry_ends_while_the_customer_still_waits(workflow: Workflow) -> None:
    seconds = machine_of(workflow.name)["TimeoutSeconds"]
    assert workflow.kind != "inquiry" or seconds < 29, "an inquiry runs within the turn: TimeoutSeconds below 29"


@each_workflow
def test_an_inquirys_first_try_is_as_patient_as_the_turn_that_waits_for_it(workflow: Workflow) -> None:
    """One that is given up sooner, because a runner was slow to start, only starts another that is as slow."""
    tries = [
        state["TimeoutSeconds"] for state in machine_of(workflow.name)["States"].values() if state["Type"] == "Task"
    ]
    assert workflow.kind != "inquiry" or min(tries) == max(PATIENCES) - 1


@each_workflow
def test_it_can_end_with_every_declared_result_and_with_no_other(workflow: Workflow) -> None:
    results = ends(workflow)
    undeclared, never = results - workflow.results.keys(), workflow.results.keys() - results
    assert undeclared == set(), f"{workflow.name}: its state machine can end with these; declare what is then said"
    assert never == set(), f"{workflow.name}: its state machine never ends with these; take them out of `results`"


@each_workflow
def test_whatever_a_result_says_its_blanks_are_filled(workflow: Workflow) -> None:
    assert unfilled(workflow) == set(), (
        f"{workflow.name}: nobody fills these; an order's end names them under `found`, an inquiry gives them as `values`"
    )


@each_workflow
def test_every_step_finds_what_it_needs(workflow: Workflow) -> None:
    assert lacking(workflow) == set(), (
        f"{workflow.name}: make these slots; in an inquiry, hand them on in the `Output` of an earlier state; in an order, "
        "pass `organisation`, `conversation` and `key`, and have an earlier step find them out"
    )


@each_workflow
def test_what_is_asked_before_an_order_is_known_by_then(workflow: Workflow) -> None:
    if workflow.confirm:
        blanks = workflow.confirm.blanks() - known_before(workflow)
        assert blanks == set(), f"{workflow.name}: `confirm` has blanks that nobody fills"


@each_workflow
def test_a_preview_is_an_inquiry_that_asks_for_nothing_more(workflow: Workflow) -> None:
    if workflow.preview:
        preview = WORKFLOWS[workflow.preview]
        assert preview.kind == "inquiry", f"{preview.name} is a preview, so it must change nothing"
        assert set(preview.slots) <= set(workflow.slots), f"{workflow.name} must ask what {preview.name} needs"


@each_workflow
def test_its_slots_have_types_and_its_corrections_have_slots(workflow: Workflow) -> None:
    types = {known.type for known in (*workflow.slots, *workflow.listens)}
    assert types - TRADE.slot_types.keys() == set(), (
        "write these slot types under frontline/speech and add them to TRADE.slot_types"
    )
    corrected = {result.corrects for result in workflow.results.values() if result.corrects}
    assert corrected - {slot.name for slot in workflow.slots} == set(), "`corrects` names one of the workflow's slots"


def test_the_whole_catalogue_can_be_offered_at_once_and_every_flow_has_an_end() -> None:
    catalogue = Catalogue.of(WORKFLOWS.values())
    for name in (name for name, workflow in WORKFLOWS.items() if workflow.intents):
        flow = flow_of(catalogue, name)
        targets = {edge.target for edge in flow.edges}
        assert targets <= {node.id for node in flow.nodes}
        assert "done" in targets


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_example_sentences_in_every_language(intent: str) -> None:
    spoken = {example.locale for example in read_examples() if example.intent == intent}
    assert spoken >= set(ACME.languages), f"write trades/telecom/examples/{intent}.txt, in all languages"
