"""Changes of a line, ordered once each, and whether they are in effect."""

from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.nouns import Change, DoNotDisturb, Line, Roaming, SimReplacement
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.orders import Followed, Ordered, WhichOrder, followed, ordered


class WhatToChange(BaseModel):
    """The line; what is changed about it is the step's name."""

    model_config = ConfigDict(frozen=True)
    line_id: str


def order_roaming(request: WhatToChange, operator: Operator, key: str) -> Ordered:
    """On."""
    return _order(request, Roaming(on=True), operator, key)


def order_do_not_disturb(request: WhatToChange, operator: Operator, key: str) -> Ordered:
    """On."""
    return _order(request, DoNotDisturb(on=True), operator, key)


def order_sim(request: WhatToChange, operator: Operator, key: str) -> Ordered:
    """A new card for the same number. It is on its way for days, so that it was taken is all there is to wait for."""
    return _order(request, SimReplacement(), operator, key)


def verify_roaming(request: WhichOrder, operator: Operator) -> Followed:
    """In effect is what the line shows as its roaming."""
    return _follow(request, operator, lambda line: line.roaming)


def verify_do_not_disturb(request: WhichOrder, operator: Operator) -> Followed:
    """In effect is what the line shows as its do-not-disturb."""
    return _follow(request, operator, lambda line: line.do_not_disturb)


def _order(request: WhatToChange, change: Change, operator: Operator, key: str) -> Ordered:
    return ordered(lambda: operator.order_change(request.line_id, change, key))


def _follow(request: WhichOrder, operator: Operator, shown: Callable[[Line], bool | None]) -> Followed:
    """An operator whose lines never show it is believed when it calls the order done."""
    told = followed(request, operator, lambda line: shown(line) is True)
    silent = told.state == "pending" and shown(operator.line(request.line_id)) is None
    return Followed(state="done") if silent and operator.order(request.order_id).state == "done" else told
