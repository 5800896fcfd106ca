"""From a committed row to the bus: its events, in order, at least once; and its order, if nobody has started it yet."""

import json
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from frontline.adapters import rows
from frontline.adapters.settings import Settings
from frontline.model.errors import Unavailable
from frontline.model.event import Event
from frontline.model.turn import Turn
from frontline.ports import Workflows

if TYPE_CHECKING:
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_events.type_defs import PutEventsRequestEntryTypeDef

SOURCE = "frontline"
MOST_ENTRIES = 10


class Publisher:
    """Raises `Unavailable` for anything that was not taken: the stream then delivers the record again."""

    def __init__(self, events: "EventBridgeClient", bus: str, workflows: Workflows) -> None:
        self._events = events
        self._bus = bus
        self._workflows = workflows

    @classmethod
    def of(cls, settings: Settings) -> "Publisher":
        from frontline.adapters.wiring import Wiring

        wiring = Wiring(settings)
        return cls(wiring.client("events"), settings.bus_name, wiring.workflows)

    def publish(self, body: str) -> None:
        """The order first: a customer waits for it, and starting it twice is starting it once."""
        turn = rows.from_body(body)
        if turn.order:
            self._workflows.start(turn.message.organisation, turn.message.conversation, turn.order)
        if turn.stop:
            self._workflows.stop(turn.message.organisation, turn.stop)
        entries = [self._entry(event) for event in turn.events]
        for first in range(0, len(entries), MOST_ENTRIES):
            self._put(entries[first : first + MOST_ENTRIES], turn)

    def _entry(self, event: Event) -> "PutEventsRequestEntryTypeDef":
        return {
            "EventBusName": self._bus,
            "Source": SOURCE,
            "DetailType": event.happened.name,
            "Detail": event.model_dump_json(exclude_none=True),
            "Resources": [],
        }

    def _put(self, entries: list["PutEventsRequestEntryTypeDef"], turn: Turn) -> None:
        try:
            answer = self._events.put_events(Entries=entries)
        except (ClientError, BotoCoreError) as exc:
            raise Unavailable(f"the bus did not take the events of turn {turn.seq}: {type(exc).__name__}") from exc
        if answer["FailedEntryCount"]:
            codes = sorted({entry.get("ErrorCode", "") for entry in answer["Entries"]} - {""})
            raise Unavailable(f"the bus refused events of turn {turn.seq}: {json.dumps(codes)}")
