"""Every way a state machine can go, by what its steps' types say they may answer: which ends it has, and what each step
finds when it runs."""

import json
from collections.abc import Iterator
from itertools import product
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from frontline.model.workflow import Workflow
from frontline.steps import STEPS, Step
from tests.support.machines import MACHINES, Json, evaluated

SOMETHING = "something"


class Way(NamedTuple):
    """`output` is None where the machine fails; `lacking` are the inputs that steps on the way need and nobody gives."""

    output: Json
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


def ways(workflow: Workflow, found: dict[str, str] | None = None, *, full: bool = False) -> Iterator[Way]:
    """From the start to every end. `found` is what a preview gave; with `full` no step leaves anything out."""
    slots = {slot.name: SOMETHING for slot in workflow.slots}
    inputs = {"today": "2026-11-16", "intent": SOMETHING, **slots, **(found or {})}
    given = {"organisation": SOMETHING, "conversation": SOMETHING, "inputs": inputs}
    machine = machine_of(workflow.name)
    yield from _Walk(machine, given, full, set()).on(machine["StartAt"], given)


class _Walk(NamedTuple):
    """What an input decides may go any way. A loop that waits is gone round twice, and then left by any way: how often it
    goes round is not our question."""

    machine: Json
    given: Json
    full: bool
    seen: set[str]

    def on(self, at: str, value: Json, been: tuple[str, ...] = (), lacking: tuple[str, ...] = ()) -> Iterator[Way]:
        place = f"{at} {json.dumps(value, sort_keys=True)}"
        if been.count(at) == 2 or place in self.seen:
            return
        self.seen.add(place)
        state = self.machine["States"][at]
        context = {
            "Execution": {"Name": SOMETHING, "Input": self.given},
            "State": {"Name": at},
            "Task": {"Token": SOMETHING},
        }
        states = {"input": value, "context": context}
        if state["Type"] == "Task":
            lacking += tuple(_lacking(at, state, states))
        for next_, output in self._onward(state, states):
            if next_ is None:
                yield Way(output, lacking)
            else:
                yield from self.on(next_, output, (*been, at), lacking)

    def _onward(self, state: Json, states: Json) -> Iterator[tuple[str | None, Json]]:
        value = states["input"]
        match state["Type"]:
            case "Task":
                yield from self._done(state, states)
            case "Choice" if value is self.given or "Wait" in {one["Type"] for one in self.machine["States"].values()}:
                yield from ((rule["Next"], value) for rule in (*state["Choices"], {"Next": state["Default"]}))
            case "Choice":
                taken = (rule["Next"] for rule in state["Choices"] if evaluated(rule["Condition"], states) is True)
                yield next(taken, state.get("Default")), value
            case "Pass":
                yield state.get("Next"), evaluated(state["Output"], states) if "Output" in state else value
            case "Wait":
                yield state.get("Next"), value
            case "Fail":
                yield None, None
            case other:
                raise NotImplementedError(f"teach tests/support/paths.py the way on from a state of type {other}")

    def _done(self, state: Json, states: Json) -> Iterator[tuple[str | None, Json]]:
        """A step answers, or somebody decides; or it fails and that is caught."""
        if state["Resource"].endswith(".waitForTaskToken"):
            results: list[Json] = [{"approved": True}, {"approved": False}]
        else:
            step = STEPS[state["Arguments"]["Payload"]["step"]]
            results = [{"Payload": answer} for answer in answers(step, full=self.full)]
        for result in results:
            yield state.get("Next"), evaluated(state["Output"], {**states, "result": result})
        for rule in state.get("Catch", []):
            yield rule["Next"], evaluated(rule.get("Output", {"Error": "Any", "Cause": ""}), states)


def _lacking(at: str, state: Json, states: Json) -> Iterator[str]:
    payload = evaluated(state["Arguments"]["Payload"], states)
    for name, field in STEPS[payload["step"]].request.model_fields.items():
        if field.is_required() and name not in payload["input"]:
            yield f"{at}.{name}"


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
