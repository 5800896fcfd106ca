"""Changes of a line: ordered once, and followed until they are in effect. The operator's word for it is read back."""

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import OperatorRefused
from frontline.trades.telecom.nouns import Line, Order
from frontline.trades.telecom.ports import Operator

UNSAID = "–"
_NEVER = frozenset({"refused", "failed", "cancelled"})


class Ordered(BaseModel):
    """Whether the operator took the order; if not, the reason in its own words."""

    result: Literal["ordered", "refused"]
    order_id: str = ""
    reason: str = UNSAID


class WhichOrder(BaseModel):
    """An order that was taken, and the line it is for."""

    model_config = ConfigDict(frozen=True)
    line_id: str
    order_id: str


class Followed(BaseModel):
    """`done` is what the line itself shows."""

    state: Literal["done", "pending", "refused"]
    reason: str = UNSAID


def ordered(place: Callable[[], Order]) -> Ordered:
    """An operator may refuse with a status or with an order that is refused: both are one result."""
    try:
        order = place()
    except OperatorRefused as refused:
        return Ordered(result="refused", reason=str(refused) or UNSAID)
    if order.state in _NEVER:
        return Ordered(result="refused", order_id=order.id, reason=order.reason or UNSAID)
    return Ordered(result="ordered", order_id=order.id)


def followed(request: WhichOrder, operator: Operator, in_effect: Callable[[Line], bool]) -> Followed:
    """The line is asked before the order: an order may call itself done before the change can be felt."""
    if in_effect(operator.line(request.line_id)):
        return Followed(state="done")
    order = operator.order(request.order_id)
    if order.state in _NEVER:
        return Followed(state="refused", reason=order.reason or UNSAID)
    return Followed(state="pending")
