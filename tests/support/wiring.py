"""What a workflow's declaration wants of its state machine, or of another in its place: ends, values, inputs."""

from frontline.model.base import Values
from frontline.model.workflow import Result, Workflow
from frontline.trades.telecom.workflows import WORKFLOWS
from tests.support.machines import Json
from tests.support.paths import ways


def ends(workflow: Workflow, machine: Json | None = None) -> set[str | None]:
    """Every result it can end with; None where an end is none that anybody understands."""
    found = (
        way
        for known in (found_before(workflow), told_by_then(workflow))
        for way in ways(workflow, known, machine=machine)
    )
    return {way.outcome.result for way in found if way.outcome}


def unfilled(workflow: Workflow, machine: Json | None = None) -> set[str]:
    """What results say or establish and nobody fills, as `result.name`. Types do not tell what comes with which result, so
    where no step leaves anything out all is there; an end reached only when one does is taken at its fullest."""
    known = known_before(workflow)
    full = _values_by_result(workflow, machine, full=True)
    fullest = {
        result: [max(values, key=len)]
        for result, values in _values_by_result(workflow, machine, full=False).items()
        if result not in full
    }
    return {
        f"{result}.{name}"
        for result, every in (full | fullest).items()
        for values in every
        for name in wanted(workflow.results[result]) - known - values.keys()
    }


def lacking(workflow: Workflow, machine: Json | None = None) -> set[str]:
    """What its steps and ends look for and do not find, as `state.name`."""
    found = ways(workflow, told_by_then(workflow), full=True, machine=machine)
    return {name for way in found for name in way.lacking}


def wanted(result: Result) -> set[str]:
    """What it says, what it establishes, and what is waited for after it."""
    return {*result.says.blanks(), *result.establishes, *(("subject",) if result.follow else ())}


def known_before(workflow: Workflow) -> set[str]:
    """What texts can be filled with, whatever the machine does."""
    return {slot.name for slot in workflow.slots} | found_before(workflow).keys()


def found_before(workflow: Workflow) -> Values:
    """What the walk has found out when this workflow runs: what its preview ends with, where the walk goes on."""
    found: Values = {}
    preview = WORKFLOWS.get(workflow.preview or "")
    for way in ways(preview, full=True) if preview else ():
        if way.outcome and preview and preview.results[way.outcome.result or ""].then == "go_on":
            found = {**found, **way.outcome.values}
    return found


def told_by_then(workflow: Workflow) -> Values:
    """The same, and what the customer is asked for because a result needs it."""
    needed = {result.needs: "told" for result in workflow.results.values() if result.needs}
    return {**needed, **found_before(workflow)}


def _values_by_result(workflow: Workflow, machine: Json | None, *, full: bool) -> dict[str, list[Values]]:
    values: dict[str, list[Values]] = {}
    every = [found_before(workflow), told_by_then(workflow)]
    for way in (way for known in every for way in ways(workflow, known, full=full, machine=machine)):
        if way.outcome and way.outcome.result in workflow.results:
            values.setdefault(way.outcome.result, []).append(way.outcome.values)
    return values
