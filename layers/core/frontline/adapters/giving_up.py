"""An order that could not be started ends all the same: its conversation is told so, as a turn of its own."""

import time
from typing import TYPE_CHECKING

from frontline.adapters.wiring import utc_offset
from frontline.channels.order_ended import message_of
from frontline.model.message import Outcome
from frontline.model.turn import Order, Turn
from frontline.turn import take_turn

if TYPE_CHECKING:
    from frontline.adapters.wiring import Wiring


class GivingUp:
    """Done twice, it is done once: the message has the id that the order's own end would have had."""

    def __init__(self, wiring: "Wiring") -> None:
        self._wiring = wiring

    def __call__(self, turn: Turn, order: Order) -> None:
        """The fate is decided first, so that a start that did work, unseen, comes to nothing. Where it has begun its own
        end is told. What many wait for changes nothing and has no fate."""
        message = turn.message
        if not (order.shared or self._wiring.fates.stop(message.organisation, order.name)):
            return
        organisation = self._wiring.organisations.get(message.organisation)
        at = time.time_ns() // 1_000_000
        offset, failed = utc_offset(organisation, at), Outcome(status="failed")
        ended = message_of(organisation.id, message.conversation, order.name, failed, at, offset)
        take_turn(ended, self._wiring.world(organisation))
