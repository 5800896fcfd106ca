"""How a line's SIM stands."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.lines import line_of

Condition = Literal["stolen", "puk", "in_order", "locked", "on_its_way", "other", "not_active", "no_such_line"]

_LOCKS = ("lock", "block", "barred", "pin", "puk")
_IN_ORDER = ("", "active", "activated", "ok", "inuse", "enabled")


class WhichSim(BaseModel):
    """The number the SIM is for, and what of it the customer says is a human's business."""

    model_config = ConfigDict(frozen=True)
    phone_number: str
    sim_trouble: str = ""


class SimState(BaseModel):
    """`sim_status` is the operator's own word."""

    result: Condition
    sim_status: str = "–"
    line_id: str = ""
    customer_id: str = ""


def look_at_sim(request: WhichSim, operator: Operator) -> SimState:
    """Operators name these states as they like. One that says nothing names no trouble either; a word that we do not know
    is for a human. A theft counts whatever the operator knows of it, a PUK unless there is more to say."""
    line = line_of(request.phone_number, operator)
    if line is None:
        return SimState(result="no_such_line")
    known = line.sim_status or ""
    result = _condition("".join(filter(str.isalnum, known.casefold()))) if line.status == "active" else "not_active"
    if request.sim_trouble == "stolen":
        result = "stolen"
    elif request.sim_trouble == "puk" and result in ("in_order", "on_its_way"):
        result = "puk"
    return SimState(result=result, sim_status=known or "–", line_id=line.id, customer_id=line.customer_id)


def _condition(word: str) -> Condition:
    if word in _IN_ORDER or word == "unlocked":
        return "in_order"
    if word.startswith("replacement"):
        return "on_its_way"
    return "locked" if any(lock in word for lock in _LOCKS) else "other"
