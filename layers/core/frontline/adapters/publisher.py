"""From a committed row to the bus: its events, in order, at least once; and its order, if nobody has started it yet."""

import json
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from frontline.adapters.settings import Settings
from frontline.journal import rows
from frontline.model.errors import Unavailable, WorkflowsRefused, WorkflowsUnavailable
from frontline.model.event import Event
from frontline.model.turn import Order, Turn
from frontline.ports import Workflows

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_events.type_defs import PutEventsRequestEntryTypeDef

SOURCE = "frontline"
MOST_ENTRIES = 10
PATIENCE = 600.0
"""Seconds after which a customer hears that their order could not be started. The template lets a record wait longer."""


class Publisher:
    """Raises `Unavailable` for anything that was not taken: the stream then delivers the record again."""

    def __init__(
        self,
        events: "EventBridgeClient",
        bus: str,
        workflows: Workflows,
        give_up: Callable[[Turn, Order], None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._events = events
        self._bus = bus
        self._workflows = workflows
        self._give_up = give_up
        self._clock = clock

    @classmethod
    def of(cls, settings: Settings) -> "Publisher":
        from frontline.adapters.giving_up import GivingUp
        from frontline.adapters.wiring import Wiring

        wiring = Wiring(settings)
        return cls(wiring.client("events"), settings.bus_name, wiring.workflows, GivingUp(wiring))

    def publish(self, body: str) -> None:
        """The order first: a customer waits for it, and starting it twice is starting it once."""
        turn = rows.from_body(body)
        if turn.order:
            self._start(turn, turn.order)
        if turn.stop:
            self._workflows.stop(turn.message.organisation, turn.stop)
        for first in range(0, len(turn.events), MOST_ENTRIES):
            put(self._events, self._bus, turn.events[first : first + MOST_ENTRIES])

    def _start(self, turn: Turn, order: Order) -> None:
        """Started, or given up: at once when it can never be started, else when it could not be for long enough."""
        try:
            self._workflows.start(turn.message.organisation, turn.message.conversation, order)
        except WorkflowsRefused:
            self._give_up(turn, order)
        except WorkflowsUnavailable:
            if self._clock() - turn.message.at / 1000 < PATIENCE:
                raise
            self._give_up(turn, order)


def put(client: "EventBridgeClient", bus: str, events: Sequence[Event]) -> None:
    """On the bus all of them, at most ten, or `Unavailable`."""
    turn = events[0].turn
    try:
        answer = client.put_events(Entries=[_entry(bus, event) for event in events])
    except (ClientError, BotoCoreError) as exc:
        raise Unavailable(f"the bus did not take the events of turn {turn}: {type(exc).__name__}") from exc
    if answer["FailedEntryCount"]:
        codes = sorted({entry.get("ErrorCode", "") for entry in answer["Entries"]} - {""})
        raise Unavailable(f"the bus refused events of turn {turn}: {json.dumps(codes)}")


def _entry(bus: str, event: Event) -> "PutEventsRequestEntryTypeDef":
    return {
        "EventBusName": bus,
        "Source": SOURCE,
        "DetailType": event.happened.name,
        "Detail": event.model_dump_json(exclude_none=True),
        "Resources": [],
    }
