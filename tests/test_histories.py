"""A Standard execution may have 25,000 events in its history. Every state machine that goes round in circles stays below
it, with every look as unlucky as it can be, and the time it takes fits into its own timeout."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
import yaml

from frontline.trades.telecom.steps import STEPS
from frontline.trades.telecom.workflows import WORKFLOWS

MACHINES = Path(__file__).parent.parent / "statemachines"
MOST_EVENTS = 25_000
Machine = dict[str, Any]


def states_of(name: str) -> dict[str, Machine]:
    states: dict[str, Machine] = json.loads((MACHINES / f"{name}.asl.json").read_text())["States"]
    return states


def onward(state: Machine) -> Iterator[str]:
    for rule in [state, *state.get("Choices", []), *state.get("Catch", [])]:
        yield from (rule[key] for key in ("Next", "Default") if key in rule)


def reached(states: dict[str, Machine], start: str) -> set[str]:
    """From there, in one step or more."""
    found: set[str] = set()
    ahead = list(onward(states[start]))
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += onward(states[name])
    return found


def circles(states: dict[str, Machine]) -> list[dict[str, Machine]]:
    """The states that can be entered again, those that reach each other together."""
    again = {name: reached(states, name) for name in states if name in reached(states, name)}
    groups = {frozenset(one for one in beyond if name in again.get(one, set())) for name, beyond in again.items()}
    return [{name: states[name] for name in group} for group in groups]


def events_of(state: Machine) -> int:
    """Entered and exited; each try of a task is scheduled, started and ended."""
    tries = 1 + sum(rule["MaxAttempts"] for rule in state.get("Retry", []))
    return 2 + (3 * tries if state["Type"] == "Task" else 0)


def rounds(circle: dict[str, Machine]) -> int:
    """How often it is gone round, by the largest count that ends it."""
    counts = re.findall(r">= (\d+)", json.dumps([state.get("Choices") for state in circle.values()]))
    return max(int(count) for count in counts)


ORDERS = sorted(name for name, workflow in WORKFLOWS.items() if workflow.kind == "order" and name != "outage_watch")
"""An outage is watched for many, and is nobody's."""
CIRCLING = sorted(
    path.name.removesuffix(".asl.json")
    for path in MACHINES.glob("*.json")
    if circles(states_of(path.name.split(".")[0]))
)


@pytest.mark.parametrize("name", CIRCLING)
def test_the_history_of_an_execution_never_reaches_its_limit(name: str) -> None:
    states = states_of(name)
    going_round = sum(rounds(circle) * sum(map(events_of, circle.values())) for circle in circles(states))
    assert going_round + sum(map(events_of, states.values())) + 2 < MOST_EVENTS


@pytest.mark.parametrize("name", ORDERS)
def test_the_history_of_an_order_holds_nothing_of_a_customer(name: str) -> None:
    """Its tasks work by reference, and it ends with the names of what was found."""
    states = states_of(name)
    assert "Execution.Input.inputs" not in json.dumps(states)
    for state in states.values():
        if state["Type"] == "Task":
            assert "conversation" in state["Arguments"]["Payload"]
        if state["Type"] == "Pass":
            assert not state["Output"].get("values")
            assert not [name for name in state["Output"].get("found", {}).values() if "{%" in name]


@pytest.mark.parametrize("name", STEPS)
def test_what_a_step_tells_its_execution_is_of_our_own_words(name: str) -> None:
    told = get_type_hints(STEPS[name].run)["return"].model_json_schema()["properties"]
    for field in STEPS[name].tells:
        assert told[field].keys() & {"enum", "const"} or told[field]["type"] == "boolean"


@pytest.mark.parametrize("name", ["hand_off_watch", "outage_watch"])
def test_a_watch_may_last_as_long_as_its_looks(name: str) -> None:
    machine = json.loads((MACHINES / f"{name}.asl.json").read_text())
    (circle,) = circles(machine["States"])
    template = (MACHINES.parent / "template.yaml").read_text()
    parameters = yaml.safe_load(re.sub(r"![A-Za-z]+ ", "", template.partition("\nConditions:")[0]))["Parameters"]
    pause = parameters["LookSeconds"]["Default"]
    days = rounds(circle) * pause / 86_400
    assert days == {"hand_off_watch": 14, "outage_watch": 7}[name]
    assert rounds(circle) * (pause + 60) < machine["TimeoutSeconds"]
