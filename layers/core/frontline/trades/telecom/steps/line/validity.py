"""Until when a line's plan and contract run."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.nouns import Line
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.lines import line_of


class WhoseValidity(BaseModel):
    """The number, and the day on which the question is asked."""

    model_config = ConfigDict(frozen=True)
    phone_number: str
    today: date


class Validity(BaseModel):
    """`until` is the last day, in ISO, and still counts."""

    result: Literal["valid", "expired", "contract", "contract_ended", "unknown", "not_active", "closed", "no_such_line"]
    plan: str = ""
    until: str = ""
    days: str = ""
    customer_id: str = ""


def read_validity(request: WhoseValidity, operator: Operator) -> Validity:
    """A line that is not in service is said to be so, whatever its plan promises. A plan's own end comes before its
    contract's, which is all that a monthly plan has."""
    line = line_of(request.phone_number, operator)
    if line is None:
        return Validity(result="no_such_line")
    plan = line.plan.name if line.plan else "–"
    if line.status != "active":
        result: Literal["closed", "not_active"] = "closed" if line.status == "closed" else "not_active"
        return Validity(result=result, plan=plan, customer_id=line.customer_id)
    return _until(line, plan, request.today)


def _until(line: Line, plan: str, today: date) -> Validity:
    if line.plan_until is not None:
        days = (line.plan_until - today).days
        return Validity(
            result="valid" if days >= 0 else "expired",
            plan=plan,
            until=line.plan_until.isoformat(),
            days=str(max(days, 0)),
            customer_id=line.customer_id,
        )
    if line.contract_end is None:
        return Validity(result="unknown", plan=plan, customer_id=line.customer_id)
    return Validity(
        result="contract_ended" if line.contract_ended(today) else "contract",
        plan=plan,
        until=line.contract_end.isoformat(),
        customer_id=line.customer_id,
    )
