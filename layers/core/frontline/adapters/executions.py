"""What goes into an execution and what comes out, the same for whoever starts it and whoever hears of its end."""

import json

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
    """What every state machine must end with. What a newer one tells beside is not for this release."""

    result: str
    values: Values = Field(default_factory=dict)


def execution_input(organisation: str, conversation: str, inputs: Values) -> str:
    """The tenant and the conversation travel along, so that an end finds its way back."""
    return json.dumps(
        {"organisation": organisation, "conversation": conversation, "inputs": inputs}, ensure_ascii=False
    )


def outcome_of(status: str, output: str | None, error: str | None = None) -> Outcome:
    """An end that does not keep to `Output` is a failure, however it calls itself."""
    if error == STOPPED:
        return Outcome(status="stopped")
    if status != "SUCCEEDED":
        return Outcome(status=STATUS.get(status, "failed"))
    try:
        ended = Output.model_validate_json(output or "", extra="ignore")
    except ValidationError:
        return Outcome(status="failed")
    return Outcome(status="succeeded", result=ended.result, values=ended.values)
