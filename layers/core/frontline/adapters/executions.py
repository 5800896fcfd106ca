"""What goes into an execution and what comes out, the same for whoever starts it and whoever hears of its end."""

import json
from collections.abc import Callable

from pydantic import Field, ValidationError

from frontline.model.base import Frozen, Values
from frontline.model.message import Outcome, OutcomeStatus

STATUS: dict[str, OutcomeStatus] = {
    "SUCCEEDED": "succeeded",
    "FAILED": "failed",
    "TIMED_OUT": "timed_out",
    "ABORTED": "stopped",
}


STOPPED = "OrderStopped"
"""The error of an execution that was stopped before it changed anything."""


class Output(Frozen):
    """What every state machine must end with. An inquiry gives its values; an order, whose history is kept, gives under
    `found` the names by which they are kept beside it (`adapters/orders.py`). What a newer one tells beside is not for this
    release."""

    result: str
    values: Values = Field(default_factory=dict)
    found: dict[str, str] = Field(default_factory=dict)


def execution_input(organisation: str, conversation: str, inputs: Values) -> str:
    """Of an order: whose it is, so that its steps find its inputs and its end finds its way back, and which inputs are
    `given`. What belongs to no conversation brings its inputs along: inquiries leave no history, and what many wait for
    is about none of them."""
    whose = {"organisation": organisation, "conversation": conversation}
    with_what = {"given": sorted(inputs)} if conversation else {"inputs": inputs}
    return json.dumps({**whose, **with_what}, ensure_ascii=False)


def outcome_of(
    status: str, output: str | None, error: str | None = None, known: Callable[[], Values | None] = dict
) -> Outcome:
    """An end that does not keep to `Output` is a failure, however it calls itself. `known`: the values kept for the order."""
    if error == STOPPED:
        return Outcome(status="stopped")
    if status != "SUCCEEDED":
        return Outcome(status=STATUS.get(status, "failed"))
    try:
        ended = Output.model_validate_json(output or "", extra="ignore")
    except ValidationError:
        return Outcome(status="failed")
    kept = (known() or {}) if ended.found else {}
    found = {name: kept[kept_as] for name, kept_as in ended.found.items() if kept_as in kept}
    return Outcome(status="succeeded", result=ended.result, values={**ended.values, **found})
