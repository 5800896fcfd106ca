"""Tells those who may decide that an order waits for them: an event on the bus, like those of turns, but told by the order."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from frontline.adapters.orders import order_turn
from frontline.adapters.publisher import put, told
from frontline.model.errors import OperatorUnavailable, Unavailable
from frontline.model.event import ApprovalRequested, Event
from frontline.model.turn import Order, Turn
from frontline.ports import Store

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient


class Announcer:
    """The row that began the order says whose it is."""

    def __init__(self, store: Store, client: Callable[[], "EventBridgeClient"], bus: str) -> None:
        self._store = store
        self._client = client
        self._bus = bus

    def announce(self, organisation: str, order: str, conversation: str) -> None:
        """`OperatorUnavailable`, which is retried, when the event was not taken. A conversation that was erased meanwhile
        has nothing to announce."""
        try:
            turn = order_turn(self._store, organisation, conversation, order)
            if turn and turn.order:
                put(self._client(), self._bus, [told(_event(turn, turn.order))], turn.seq)
        except Unavailable as exc:
            raise OperatorUnavailable("that an order waits could not be told") from exc


def _event(turn: Turn, order: Order) -> Event:
    """The same id however often the question is asked."""
    return Event(
        id=f"{turn.ticket.id}:{turn.seq}:approval",
        at=time.time_ns() // 1_000_000,
        organisation=turn.message.organisation,
        ticket=turn.ticket.id,
        turn=turn.seq,
        happened=ApprovalRequested(workflow=order.workflow, order=order.name),
    )
