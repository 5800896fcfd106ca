"""What can be switched on and off on a line, and whether it is."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.nouns import Line
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.lines import line_of

State = Literal["already_on", "off", "not_told", "wants_off", "already_off", "not_active", "no_such_line"]


class WhichSwitch(BaseModel):
    """The number, and what the customer wants switched off, if that is what they want."""

    model_config = ConfigDict(frozen=True)
    phone_number: str
    switch_off: str = ""


class SwitchState(BaseModel):
    """How the switch stands, and whose line it is."""

    result: State
    line_id: str = ""
    customer_id: str = ""


def look_at_roaming(request: WhichSwitch, operator: Operator) -> SwitchState:
    """Nothing is changed."""
    line = line_of(request.phone_number, operator)
    return _state(line, line.roaming if line else None, wants_off=request.switch_off == "roaming")


def look_at_do_not_disturb(request: WhichSwitch, operator: Operator) -> SwitchState:
    """Nothing is changed."""
    line = line_of(request.phone_number, operator)
    return _state(line, line.do_not_disturb if line else None, wants_off=request.switch_off == "do_not_disturb")


def _state(line: Line | None, on: bool | None, *, wants_off: bool) -> SwitchState:
    """A wish to have it off is one for a human, unless it is off already."""
    if line is None:
        return SwitchState(result="no_such_line")
    result: State = "off" if on is False else "not_told"
    if line.status != "active":
        result = "not_active"
    elif wants_off:
        result = "already_off" if on is False else "wants_off"
    elif on:
        result = "already_on"
    return SwitchState(result=result, line_id=line.id, customer_id=line.customer_id)
