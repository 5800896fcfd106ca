"""Promises that a journal alone cannot break: what a customer is told again, what the operator's books hold, what the bus took.
Each is checked against whoever saw it, over every conversation that a test has in this process."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, cast

from frontline.adapters.publisher import Publisher
from frontline.journal import rows
from frontline.model.ticket import REMEMBERED_MESSAGES
from frontline.model.turn import Order, Turn
from frontline.turn import take_turn
from local.operator.resources import Resource
from tests.support.promises import broken
from tests.support.world import Talk

Tables = Mapping[str, Mapping[str, Resource]]
WITNESSED = frozenset({13, 14, 15})
AUTHOR = "Frontline "
_KEY_OF = {
    "payment": "correlatorId",
    "productOrder": "externalId",
    "troubleTicket": "externalId",
    "topupBalance": "description",
}
"""Where the operator keeps the key of whoever asked: the order's name, a slash, the state's."""


def keep_with_witnesses(talks: Sequence[Talk], books: Tables) -> None:
    """Fails with the number of the promise that was broken. Talks whose turns a test took out of sight are not looked at,
    nor are books then, as nobody can say who ordered what."""
    journals = {id(talk): talk.journal() for talk in talks if talk.turns}
    for talk in (one for one in talks if one.turns):
        with broken(13):
            redelivered(talk, journals[id(talk)])
        with broken(15):
            on_the_bus(journals[id(talk)])
    if len(journals) == len(talks):
        with broken(14):
            carried_out_once([turn.order for rows_ in journals.values() for turn in rows_ if turn.order], books)


def redelivered(talk: Talk, journal: Sequence[Turn]) -> None:
    """A message that comes again gets the turn that was stored for it, and nothing is written."""
    for turn in journal[-REMEMBERED_MESSAGES:]:
        if turn.forgotten:
            continue
        again = take_turn(turn.message, talk.world)
        assert again == turn, f"turn {turn.seq} said {turn.reply.text!r}, and to the same message {again.reply.text!r}"
    assert len(talk.journal()) == len(journal), "a message that came again was answered anew"


def carried_out_once(orders: Sequence[Order], books: Tables) -> None:
    """The operator did nothing twice for one order, and nothing that nobody ordered."""
    known = {order.name for order in orders} | {str(order.inputs["file"]) for order in orders if "file" in order.inputs}
    for (order, table), times in effects(books).items():
        assert times == 1, f"order {order} made {times} rows of {table}"
        assert order in known, f"a row of {table} was made for {order}, which no journal holds"


def effects(books: Tables) -> Counter[tuple[str, str]]:
    """How often the operator did something for each of our orders, by table. A hand-off is asked for in the name of its file."""
    return Counter(
        (asked_by if row.get("ticketType") == "handoff" else asked_by.rpartition("/")[0].rpartition("/")[2], table)
        for table, field in _KEY_OF.items()
        for row in books.get(table, {}).values()
        if "/" in (asked_by := str(row.get(field, "")).removeprefix(AUTHOR))
    )


class Bus:
    """An EventBridge that takes everything; `took` are the events' documents."""

    def __init__(self) -> None:
        self.took: list[Any] = []

    def put_events(self, *, Entries: Sequence[Mapping[str, str]]) -> dict[str, object]:  # noqa: N803  AWS's name
        self.took += [json.loads(entry["Detail"]) for entry in Entries]
        return {"FailedEntryCount": 0, "Entries": []}


class Started:
    """State machines that have every order already."""

    def start(self, _organisation: str, _conversation: str, _order: Order) -> None: ...

    def stop(self, _organisation: str, _order: Order) -> None: ...


def on_the_bus(journal: Sequence[Turn]) -> None:
    """What a committed row says happened reaches the bus whole, in its order."""
    bus = Bus()
    publisher = Publisher(cast("Any", bus), "bus", cast("Any", Started()), lambda _turn, _order: None)
    for turn in journal:
        publisher.publish(rows.to_body(turn))
    happened = [event.model_dump(mode="json", exclude_none=True) for turn in journal for event in turn.events]
    assert bus.took == happened, f"{len(happened)} events happened, and the bus took {len(bus.took)} otherwise"
