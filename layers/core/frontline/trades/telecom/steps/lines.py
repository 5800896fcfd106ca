"""The line behind a phone number."""

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import NotFound
from frontline.trades.telecom.nouns import Line
from frontline.trades.telecom.ports import Operator


class WhichNumber(BaseModel):
    """A phone number, as the slot spells it."""

    model_config = ConfigDict(frozen=True)
    phone_number: str


class LineFound(BaseModel):
    """The ids that the next steps need, or that there is no such line."""

    found: bool
    line_id: str | None = None
    customer_id: str | None = None


def find_line(request: WhichNumber, operator: Operator) -> LineFound:
    """A number nobody has is an answer, not an error."""
    try:
        line = operator.find_line(request.phone_number)
    except NotFound:
        return LineFound(found=False)
    return LineFound(found=True, line_id=line.id, customer_id=line.customer_id)


def line_of(number: str, operator: Operator) -> Line | None:
    """The line as it is now, or None for a number nobody has."""
    try:
        return operator.find_line(number)
    except NotFound:
        return None
