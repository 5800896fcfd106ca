"""How far the operator is with what a customer complained about."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.nouns import Ticket
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.lines import line_of

_OURS = ("handoff", "dispute")


class WhoseCase(BaseModel):
    """The customer, by their number."""

    model_config = ConfigDict(frozen=True)
    phone_number: str


class CaseFound(BaseModel):
    """Dates are ISO. `note` is the operator's last word, as it was written."""

    result: Literal["open", "open_undated", "with_a_colleague", "closed", "none", "no_such_line"]
    case: str = ""
    about: str = ""
    opened: str = "–"
    expected: str = ""
    note: str = "–"
    customer_id: str = ""


def find_case(request: WhoseCase, operator: Operator) -> CaseFound:
    """The newest that is open, or else the newest."""
    line = line_of(request.phone_number, operator)
    if line is None:
        return CaseFound(result="no_such_line")
    cases = operator.tickets_of(line.customer_id)
    if not cases:
        return CaseFound(result="none", customer_id=line.customer_id)
    return _told(next((case for case in cases if case.state == "open"), cases[0]), line.customer_id)


def _told(case: Ticket, customer_id: str) -> CaseFound:
    """What we filed ourselves bears our own packet as its note, which is not for customers, until a human closes it."""
    result: Literal["open", "open_undated", "with_a_colleague", "closed"] = "open" if case.expected else "open_undated"
    if case.state != "open":
        result = "closed"
    elif (case.kind or "").casefold() in _OURS:
        result = "with_a_colleague"
    return CaseFound(
        result=result,
        case=case.id,
        about=case.about,
        opened=case.opened.date().isoformat() if case.opened else "–",
        expected=case.expected.date().isoformat() if case.expected else "",
        note=case.last_note or "–",
        customer_id=customer_id,
    )
