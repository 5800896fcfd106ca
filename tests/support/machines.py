"""Runs the real state machine files in this process: the part of Amazon States Language and JSONata that ours use.
The contract suite of the `Workflows` port holds it against the emulator, so that it cannot drift."""

import contextlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jsonata import Jsonata

from frontline.adapters.executions import execution_input, outcome_of
from frontline.adapters.orders import by_reference
from frontline.model.action import RunWorkflow
from frontline.model.base import Values
from frontline.model.errors import WorkflowsUnavailable
from frontline.model.message import Outcome
from frontline.model.organisation import Organisation
from frontline.model.turn import Order
from frontline.trades.telecom.steps import STEPS

MACHINES = Path(__file__).parents[2] / "statemachines"

Json = Any
RunStep = Callable[[dict[str, Json]], dict[str, Json]]


class Failed(Exception):
    """A state ended the execution, or an error nobody caught did."""


class StillWaiting(Exception):
    """The execution waits longer than the test does."""


class Machines:
    """Keeps the promises of the `Workflows` port. An order runs to its end when it is started, once per name."""

    def __init__(self, run_step: RunStep) -> None:
        self._run_step = run_step
        self.executions: dict[str, Outcome] = {}
        self.known: dict[str, Values] = {}
        """By order: its inputs, and what its steps found out."""
        self.shown: list[Json] = []
        """All that a history would hold."""
        self.started: list[str] = []
        self.stopped: list[str] = []
        self.down = False
        self.waits_left = 2
        self.approved: bool | None = None
        self.while_waiting: Callable[[], object] = lambda: None

    def inquire(self, organisation: Organisation, run: RunWorkflow, name: str) -> Outcome:
        if self.down:
            raise WorkflowsUnavailable("down")
        return self.execute(run.workflow, name, execution_input(organisation.id, "", run.inputs))

    def start(self, organisation: str, conversation: str, order: Order) -> None:
        if self.down:
            raise WorkflowsUnavailable("down")
        self.started.append(order.name)
        if order.name not in self.executions:
            given = execution_input(organisation, "" if order.shared else conversation, order.inputs)
            self.known[order.name] = dict(order.inputs)
            with contextlib.suppress(StillWaiting):
                self.executions[order.name] = self.execute(order.workflow, order.name, given)

    def stop(self, organisation: str, order: Order) -> None:
        """Whether it comes in time is for the test to say: by the outcome it lets come back."""
        self.stopped.append(f"{organisation}/{order.name}")

    def outcome(self, organisation: str, conversation: str, order: Order) -> Outcome | None:
        del organisation, conversation
        return self.executions.get(order.name)

    def values(self, organisation: str, conversation: str, order: str) -> Values | None:
        """The `Orders` port, over what was started here."""
        del organisation, conversation
        return self.known.get(order)

    def keep(self, organisation: str, order: str, found: Values) -> None:
        del organisation
        self.known[order] |= found

    def execute(self, workflow: str, name: str, given: str) -> Outcome:
        self.shown.append(given)
        try:
            output = self._walk(machine(workflow), name, json.loads(given))
        except Failed:
            return outcome_of("FAILED", None)
        return outcome_of("SUCCEEDED", json.dumps(output), None, lambda: self.known.get(name))

    def _walk(self, machine: Json, name: str, given: Json) -> Json:
        current, value = machine["StartAt"], given
        while True:
            state = machine["States"][current]
            context = {"Execution": {"Name": name, "Input": given}, "State": {"Name": current}}
            states = {"input": value, "context": context}
            self.shown.append(value)
            match state["Type"]:
                case "Task":
                    current, value = self._task(state, states)
                case "Pass":
                    value = evaluated(state["Output"], states) if "Output" in state else value
                    current = state.get("Next")
                case "Choice":
                    taken = (rule for rule in state["Choices"] if evaluated(rule["Condition"], states) is True)
                    current = next((rule["Next"] for rule in taken), state.get("Default"))
                case "Wait":
                    self.while_waiting()
                    self.waits_left -= 1
                    if self.waits_left < 0:
                        raise StillWaiting(current)
                    current = state["Next"]
                case "Fail":
                    raise Failed(state["Error"])
                case other:
                    raise NotImplementedError(f"a state of type {other}")
            if current is None:
                return value

    def _task(self, state: Json, states: Json) -> tuple[str | None, Json]:
        waits = state["Resource"].endswith(".waitForTaskToken")
        states["context"]["Task"] = {"Token": f"token-of-{states['context']['Execution']['Name']}"}
        payload = evaluated(state["Arguments"]["Payload"], states)
        left = [rule["MaxAttempts"] for rule in state.get("Retry", [])]
        while True:
            try:
                result = {"Payload": self._payload(payload)}
                if waits:
                    result = self._decision()
            except Exception as error:
                name = "States.Timeout" if isinstance(error, TimeoutError) else type(error).__name__
                rules = [set(rule["ErrorEquals"]) for rule in state.get("Retry", [])]
                rule = next((number for number, names in enumerate(rules) if name in names), None)
                if rule is not None and left[rule] > 0:
                    left[rule] -= 1
                    continue
                caught = [rule for rule in state.get("Catch", []) if {name, "States.ALL"} & set(rule["ErrorEquals"])]
                if not caught:
                    raise Failed(name) from error
                output = caught[0].get("Output", {"Error": name, "Cause": str(error)})
                return caught[0]["Next"], evaluated(output, states)
            return state.get("Next"), evaluated(state["Output"], {**states, "result": result})

    def _payload(self, payload: Json) -> Json:
        """What the workflow runner gives back: an order's step works by reference."""
        if not payload.get("conversation"):
            return self._run_step(payload)
        whose = (payload["organisation"], payload["conversation"], payload["key"].partition("/")[0])
        step, given = STEPS[payload["step"]], payload.get("input", {})
        return by_reference(step, given, self, whose, lambda known: self._run_step({**payload, "input": known}))

    def _decision(self) -> Json:
        """What somebody decides while an order waits for its token; without one its time is up."""
        if self.approved is None:
            raise TimeoutError
        return {"approved": self.approved}


@cache
def machine(workflow: str) -> Json:
    """The file, read once; nobody changes what it says."""
    return json.loads((MACHINES / f"{workflow}.asl.json").read_text().replace("${LookSeconds}", "1"))


@cache
def parsed(expression: str) -> Jsonata:
    """What an expression is evaluated over travels in a frame of its own."""
    return Jsonata(expression)


def evaluated(template: Json, states: Json) -> Json:
    """JSONata wherever a string is one, as Step Functions does."""
    match template:
        case dict():
            return {key: evaluated(value, states) for key, value in template.items()}
        case list():
            return [evaluated(value, states) for value in template]
        case str() if template.startswith("{%") and template.endswith("%}"):
            expression = parsed(template[2:-2].strip())
            frame = expression.create_frame()
            frame.bind("states", states)
            return expression.evaluate(None, frame)
        case _:
            return template
