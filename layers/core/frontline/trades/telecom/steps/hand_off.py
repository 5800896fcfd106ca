"""The complete file for a human, at the operator: filed once, and looked after until it is closed."""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import OperatorRefused
from frontline.trades.telecom.nouns import HandOff
from frontline.trades.telecom.ports import Operator


class Packet(BaseModel):
    """`notes` is a JSON list of lines, so that it travels as one value. `file` is the same however often this is filed."""

    model_config = ConfigDict(frozen=True)
    about: str
    reason: str
    notes: str
    file: str = ""
    customer_id: str | None = None


class Filed(BaseModel):
    """The number a human and the customer can call it by."""

    result: Literal["filed", "refused"]
    case: str = ""


class WhichCase(BaseModel):
    """The case that was filed."""

    model_config = ConfigDict(frozen=True)
    case: str


class CaseState(BaseModel):
    """Whether the human is done with it, and their last word."""

    closed: bool
    note: str = ""


def file_hand_off(request: Packet, operator: Operator, key: str) -> Filed:
    """A refusal is told; it is not tried again. An earlier order may have filed it without ever hearing of it, so the key
    is the file's own."""
    notes = tuple(str(note) for note in json.loads(request.notes))
    hand_off = HandOff(about=request.about, reason=request.reason, notes=notes, customer_id=request.customer_id)
    try:
        return Filed(result="filed", case=operator.file_ticket(hand_off, request.file or key).id)
    except OperatorRefused:
        return Filed(result="refused")


def check_case(request: WhichCase, operator: Operator) -> CaseState:
    """Resolved is as good as closed: the human has nothing left to do."""
    ticket = operator.ticket(request.case)
    return CaseState(closed=ticket.state in ("resolved", "closed"), note=ticket.last_note or "")
