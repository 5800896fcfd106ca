"""From a committed row to the bus: its events, in order, at least once; and its order, if nobody has started it yet."""

import json
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import ValidationError

from frontline.adapters import rows
from frontline.adapters.settings import Settings
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


class Told(NamedTuple):
    """An event as it goes on the bus: its name, and all of it as JSON."""

    name: str
    detail: str


class Publisher:
    """Raises `Unavailable` for anything that was not taken: the stream then delivers the record again."""

    def __init__(
        self,
        events: "EventBridgeClient",
        bus: str,
        workflows: Workflows,
        give_up: Callable[[Turn, Order], None],
        clock: Callable[[], float] = time.time,
        erased: Callable[[Turn], bool] = lambda _: False,
    ) -> None:
        self._events = events
        self._bus = bus
        self._workflows = workflows
        self._give_up = give_up
        self._clock = clock
        self._erased = erased

    @classmethod
    def of(cls, settings: Settings) -> "Publisher":
        from frontline.adapters.giving_up import GivingUp
        from frontline.adapters.wiring import Wiring

        wiring = Wiring(settings)
        give_up = GivingUp(wiring)
        return cls(wiring.client("events"), settings.bus_name, wiring.workflows, give_up, erased=wiring.erased)

    def publish(self, body: str) -> None:
        """The order first: a customer waits for it, and starting it twice is starting it once. The events as they lie in
        the row: those of a newer release pass as they are, and its orders are started whole or wait for it. What was erased
        since it was written orders and follows nothing any more."""
        raw, turn = json.loads(body), rows.from_body(body)
        if (order := _owed(raw, "order")) and not self._erased(turn):
            self._start(turn, order)
        if stop := _owed(raw, "stop"):
            self._workflows.stop(turn.message.organisation, stop)
        events = [Told(one["happened"]["name"], _json(one)) for one in raw["events"]]
        for first in range(0, len(events), MOST_ENTRIES):
            put(self._events, self._bus, events[first : first + MOST_ENTRIES], turn.seq)

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


def told(event: Event) -> Told:
    """An event of this release."""
    return Told(event.happened.name, event.model_dump_json(exclude_none=True))


def _owed(raw: dict[str, Any], name: str) -> Order | None:
    """An order of the row. `Unavailable` where this release cannot read all of it: the record comes again, to a newer one."""
    try:
        return Order.model_validate(raw[name]) if raw.get(name) else None
    except ValidationError as exc:
        raise Unavailable(f"only a newer release can read what this row wants done ({name})") from exc


def _json(event: dict[str, Any]) -> str:
    return json.dumps(event, ensure_ascii=False, separators=(",", ":"))


def put(client: "EventBridgeClient", bus: str, events: Sequence[Told], turn: int) -> None:
    """On the bus all of them, at most ten, or `Unavailable`."""
    try:
        answer = client.put_events(Entries=[_entry(bus, event) for event in events])
    except (ClientError, BotoCoreError) as exc:
        raise Unavailable(f"the bus did not take the events of turn {turn}: {type(exc).__name__}") from exc
    if answer["FailedEntryCount"]:
        codes = sorted({entry.get("ErrorCode", "") for entry in answer["Entries"]} - {""})
        raise Unavailable(f"the bus refused events of turn {turn}: {json.dumps(codes)}")


def _entry(bus: str, event: Told) -> "PutEventsRequestEntryTypeDef":
    return {
        "EventBusName": bus,
        "Source": SOURCE,
        "DetailType": event.name,
        "Detail": event.detail,
        "Resources": [],
    }
