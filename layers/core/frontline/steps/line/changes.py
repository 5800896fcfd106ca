"""Changes of a line, ordered once each, and how far an order is."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import OperatorRefused
from frontline.model.operator import Change, DoNotDisturb, Order, Roaming, SimReplacement
from frontline.ports import Operator
from frontline.steps.line.switches import WhichLine


class WhichOrder(BaseModel):
    """An order, by its id at the operator."""

    model_config = ConfigDict(frozen=True)
    order_id: str


class Ordered(BaseModel):
    """`pending` is accepted and not yet in effect. `reason` is the operator's, for the human who takes over."""

    state: Literal["done", "pending", "refused"]
    order_id: str = ""
    reason: str = ""


def order_roaming(request: WhichLine, operator: Operator, key: str) -> Ordered:
    """On."""
    return _ordered(request, Roaming(on=True), operator, key)


def order_do_not_disturb(request: WhichLine, operator: Operator, key: str) -> Ordered:
    """On."""
    return _ordered(request, DoNotDisturb(on=True), operator, key)


def order_sim(request: WhichLine, operator: Operator, key: str) -> Ordered:
    """A new card for the same number."""
    return _ordered(request, SimReplacement(), operator, key)


def check_order(request: WhichOrder, operator: Operator) -> Ordered:
    """The order as it is now."""
    return _told(operator.order(request.order_id))


def _ordered(request: WhichLine, change: Change, operator: Operator, key: str) -> Ordered:
    """Operators refuse in two ways: they take the order and reject it, or do not take it."""
    try:
        return _told(operator.order_change(request.line_id, change, key))
    except OperatorRefused as refusal:
        return Ordered(state="refused", reason=str(refusal))


def _told(order: Order) -> Ordered:
    """Failed and cancelled are refusals too: nothing will come of them by themselves."""
    if order.state in ("done", "pending"):
        return Ordered(state=order.state, order_id=order.id)
    return Ordered(state="refused", order_id=order.id, reason=order.reason or order.state)
