"""Every way a state machine can go, by what its steps' types say they may answer: which ends it has, and what each step
finds when it runs. An order's steps work by reference, through the code that does so in the runner."""

import json
import re
from collections.abc import Iterator
from itertools import product
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError

from frontline.adapters.executions import execution_input, outcome_of
from frontline.adapters.orders import by_reference
from frontline.adapters.steps import Call
from frontline.model.base import Values
from frontline.model.errors import OrderStopped
from frontline.model.message import Outcome
from frontline.model.workflow import Workflow
from frontline.trades.telecom.steps import STEPS, Step
from frontline.trades.telecom.workflows import WORKFLOWS
from tests.support.machines import MACHINES, Json, evaluated

SOMETHING = "something"
ORGANISATION, CONVERSATION, ORDER = WHOSE = ("an-organisation", "a-conversation", "an-order")
UNDECIDED = re.compile(r"Execution\.Input|[<>]")
"""A condition over what an order was given, or over how often a loop went round: it may hold and not hold."""


class Way(NamedTuple):
    """`outcome` is None where the machine fails; `lacking` is what steps, and the end, need and nobody gives."""

    outcome: Outcome | None
    lacking: tuple[str, ...]


def machine_of(workflow: str) -> Json:
    return json.loads((MACHINES / f"{workflow}.asl.json").read_text())


def steps_of(machine: Json) -> dict[str, str]:
    """The step each task names, by the task's own name."""
    return {
        name: state["Arguments"]["Payload"]["step"]
        for name, state in machine["States"].items()
        if state["Type"] == "Task"
    }


def ways(
    workflow: Workflow, found: Values | None = None, *, full: bool = False, machine: Json | None = None
) -> Iterator[Way]:
    """From the start to every end of the workflow's own machine, or of another. `found` is what a preview gave; with `full`
    no step leaves anything out."""
    machine = machine or machine_of(workflow.name)
    slots = [slot.name for slot in workflow.slots] if workflow.kind != "duty" else _needed(machine)
    inputs = {"today": "2026-11-16", "intent": SOMETHING, **dict.fromkeys(slots, SOMETHING), **(found or {})}
    refers = workflow.kind != "inquiry" and not _shared(workflow)
    given = json.loads(execution_input(ORGANISATION, CONVERSATION if refers else "", inputs))
    walk = _Walk(machine, given, inputs, inputs if workflow.kind == "duty" else {}, full, set())
    yield from walk.on(_Place(machine["StartAt"], given, {}))


def _needed(machine: Json) -> list[str]:
    """What our own code gives a duty: all its steps need, as every dialogue with one shows."""
    fields = [field for step in steps_of(machine).values() for field in STEPS[step].request.model_fields.items()]
    return [name for name, field in fields if field.is_required()]


def _shared(workflow: Workflow) -> bool:
    """Whether many conversations wait for one execution, which then belongs to none of them."""
    return any(result.follow == workflow.name for other in WORKFLOWS.values() for result in other.results.values())


class _Place(NamedTuple):
    """Where a way goes on, with what travels; `found` is what the steps of an order found out, which does not."""

    at: str | None
    value: Json
    found: Values
    lacking: tuple[str, ...] = ()


class _Walk(NamedTuple):
    """A loop that waits is gone round twice, and then left by any way: how often it goes round is not our question. `inputs`
    lie in the row that began the order; `tellable` are those that only an end can tell."""

    machine: Json
    given: Json
    inputs: Values
    tellable: Values
    full: bool
    seen: set[str]

    def on(self, place: _Place, been: tuple[str, ...] = ()) -> Iterator[Way]:
        at, value, found, lacking = place
        mark = json.dumps(place, sort_keys=True)
        if at is None or been.count(at) == 2 or mark in self.seen:
            return
        self.seen.add(mark)
        state = self.machine["States"][at]
        context = {
            "Execution": {"Name": ORDER, "Input": self.given},
            "State": {"Name": at},
            "Task": {"Token": SOMETHING},
        }
        states = {"input": value, "context": context}
        for next_ in self._onward(state, states, found):
            further = next_._replace(lacking=lacking + tuple(f"{at}.{name}" for name in next_.lacking))
            if next_.at is not None:
                yield from self.on(further, (*been, at))
            elif state["Type"] == "Fail":
                yield Way(None, further.lacking)
            else:
                yield self._end(at, further)

    def _end(self, at: str, place: _Place) -> Way:
        """What an order was given is known without its end, which names only what was found out."""
        known = {**self.tellable, **place.found}
        nowhere = sorted({*place.value.get("found", {}).values()} - known.keys())
        outcome = outcome_of("SUCCEEDED", json.dumps(place.value), known=lambda: known)
        return Way(outcome, place.lacking + tuple(f"{at}.{name}" for name in nowhere))

    def _onward(self, state: Json, states: Json, found: Values) -> Iterator[_Place]:
        value = states["input"]
        match state["Type"]:
            case "Task":
                yield from self._done(state, states, found)
            case "Choice":
                yield from (_Place(next_, value, found) for next_ in self._chosen(state, states))
            case "Pass":
                output = evaluated(state["Output"], states) if "Output" in state else value
                yield _Place(state.get("Next"), output, found)
            case "Wait":
                yield _Place(state.get("Next"), value, found)
            case "Fail":
                yield _Place(None, None, found)
            case other:
                raise NotImplementedError(f"teach tests/support/paths.py the way on from a state of type {other}")

    def _chosen(self, state: Json, states: Json) -> Iterator[str]:
        for rule in state["Choices"]:
            if UNDECIDED.search(rule["Condition"]):
                yield rule["Next"]
            elif evaluated(rule["Condition"], states) is True:
                yield rule["Next"]
                return
        yield state["Default"]

    def _done(self, state: Json, states: Json, found: Values) -> Iterator[_Place]:
        """A step answers, or somebody decides; or it fails and that is caught."""
        payload = evaluated(state["Arguments"]["Payload"], states)
        step = STEPS[payload["step"]]
        lacking: tuple[str, ...] = ()
        for answer in answers(step, full=self.full):
            ran = _run(step, payload, self.given["conversation"], _Orders(self.inputs, found), answer)
            lacking = ran.lacking
            if ran.told is None:
                break
            waits = state["Resource"].endswith(".waitForTaskToken")
            for result in [{"approved": True}, {"approved": False}] if waits else [{"Payload": ran.told}]:
                output = evaluated(state["Output"], {**states, "result": result})
                yield _Place(state.get("Next"), output, ran.found, lacking)
        for rule in state.get("Catch", []):
            output = evaluated(rule.get("Output", {"Error": "Any", "Cause": ""}), states)
            yield _Place(rule["Next"], output, found, lacking)


class _Ran(NamedTuple):
    """What the execution is told, if the step could be run at all; what is known beside it then; what the step lacked."""

    told: Json | None
    found: Values
    lacking: tuple[str, ...]


class _Orders:
    """The `Orders` port, for one order at one place of its way."""

    def __init__(self, inputs: Values, found: Values) -> None:
        self.inputs = inputs
        self.found = found

    def values(self, *whose: str) -> Values | None:
        return {**self.inputs, **self.found} if whose == WHOSE else None

    def keep(self, organisation: str, order: str, found: Values) -> None:
        del organisation, order
        self.found = {**self.found, **found}


def _run(step: Step, payload: Json, conversation: str, orders: _Orders, answer: Json) -> _Ran:
    """As the runner does it. A step that would be run for nobody, for another, or after an erasure as before is not run."""
    try:
        call = Call.model_validate(payload)
    except ValidationError as error:
        return _Ran(None, orders.found, tuple(str(problem["loc"][0]) for problem in error.errors()))
    if call.organisation != ORGANISATION:
        return _Ran(None, orders.found, ("organisation",))
    if call.conversation != conversation:
        return _Ran(None, orders.found, ("conversation",))
    got: Json = {}

    def run(given: Json) -> Json:
        got.update(given)
        return answer

    try:
        whose = (call.organisation, call.conversation, call.order)
        told = by_reference(step, call.input, orders, whose, run) if call.conversation else run(call.input)
    except OrderStopped:
        return _Ran(None, orders.found, ("key",))
    required = (name for name, field in step.request.model_fields.items() if field.is_required())
    return _Ran(told, orders.found, tuple(name for name in required if name not in got))


def answers(step: Step, *, full: bool) -> Iterator[Json]:
    """Every answer its return type allows, as it travels: what is None is left out."""
    for model in _members(get_type_hints(step.run)["return"]):
        assert issubclass(model, BaseModel), f"step {step.name} must say which model it returns"
        hints = get_type_hints(model)
        for values in product(*(list(_values(hints[name], full=full)) for name in model.model_fields)):
            pairs = zip(model.model_fields, values, strict=True)
            yield {name: value for name, value in pairs if value is not None}


def _members(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _values(annotation: Any, *, full: bool) -> Iterator[Json]:
    for member in _members(annotation):
        if get_origin(member) is Literal:
            yield from get_args(member)
        elif member is NoneType:
            yield from () if full else (None,)
        else:
            yield from (True, False) if member is bool else (SOMETHING,)
