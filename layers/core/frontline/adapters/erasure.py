"""A conversation in, nothing of its customer left: its rows and all that lies beside them, and told what is not ours to erase."""

from collections.abc import Callable, Sequence
from typing import Literal

from frontline.adapters.approvals import Approvals
from frontline.adapters.fates import Fates
from frontline.adapters.flows.sessions import Sessions
from frontline.adapters.followers import Followers
from frontline.adapters.orders import TableOrders
from frontline.model.base import Frozen
from frontline.model.message import Finished
from frontline.model.turn import Order, Turn
from frontline.ports import Store, Workflows


class OrderLeft(Frozen):
    """An order of the conversation, by the name the back office has for it. One that is `under_way` has changed something
    and goes on; what it needs for that is kept until it ends, and then erased."""

    order: str
    workflow: str
    state: Literal["ended", "stopped", "under_way"]


class Remainder(Frozen):
    """What we cannot erase: where it lies, what it is, and how long."""

    where: str
    what: str
    until: str


class Erased(Frozen):
    """The answer to `DELETE /v1/tickets/{id}`."""

    turns: int
    orders: tuple[OrderLeft, ...]
    remains: tuple[Remainder, ...]


REMAINS = (
    Remainder(
        where="tombstone",
        what="a row for each turn, empty, which say how many turns and tickets there were, when the last, and in which language",
        until="the table's retention",
    ),
    Remainder(where="point_in_time_recovery", what="the tables as they were, for a restore", until="35 days"),
    Remainder(where="table_stream", what="rows as they were written, for our own reader", until="24 hours"),
    Remainder(
        where="executions",
        what="names of orders, which steps they took, and in words of our own how these ended",
        until="90 days",
    ),
    Remainder(
        where="step_table",
        what="names of orders; attempts to prove who somebody is, counted under a hash of the line",
        until="90 days; a day",
    ),
    Remainder(
        where="events", what="events on the bus, in its archive and at subscribers, masked", until="their retention"
    ),
    Remainder(
        where="environments",
        what="the newest row, in the memory of functions that served the conversation",
        until="they are recycled, within hours",
    ),
    Remainder(where="back_office", what="what it was asked and told, and cases that were filed", until="its own rules"),
    Remainder(where="models", what="messages that a configured model was asked about", until="its provider's rules"),
    Remainder(where="sender", what="one-time codes that were sent", until="the gateway's rules"),
)
"""Told in every answer; docs/state.md has the same list."""


class Erasure:
    """Everything that keeps something of a conversation, in the order in which it is let go."""

    def __init__(
        self,
        store: Store,
        workflows: Workflows,
        fates: Fates,
        orders: TableOrders,
        followers: Followers,
        sessions: Sessions,
        approvals: Callable[[str], Approvals],
    ) -> None:
        self._store = store
        self._workflows = workflows
        self._fates = fates
        self._orders = orders
        self._followers = followers
        self._sessions = sessions
        self._approvals = approvals

    def erase(self, organisation: str, conversation: str) -> Erased | None:
        """None where there is nothing. Whatever does not answer raises, and the next call goes on: rows go last."""
        left: list[OrderLeft] = []

        def let_go(turns: Sequence[Turn]) -> None:
            contents = (turn.message.content for turn in turns)
            ended = {content.order for content in contents if isinstance(content, Finished)}
            for order in [turn.order for turn in turns if turn.order]:
                if order.shared:
                    self._followers.remove(organisation, order.name, conversation)
                    continue
                self._approvals(organisation).forget(order.name)
                state = "ended" if order.name in ended else self._end(organisation, conversation, order)
                if state != "under_way":
                    self._orders.forget(organisation, order.name)
                left.append(OrderLeft(order=order.name, workflow=order.workflow, state=state))

        prepared = self._sessions.forget(organisation, conversation)
        turns = self._store.erase(organisation, conversation, let_go)
        return Erased(turns=turns, orders=tuple(left), remains=REMAINS) if turns or prepared else None

    def _end(self, organisation: str, conversation: str, order: Order) -> Literal["ended", "stopped", "under_way"]:
        """Stopped if nothing was changed yet; one that changes something just now keeps what it needs."""
        if self._workflows.outcome(organisation, conversation, order):
            return "ended"
        if self._fates.stop(organisation, order.name):
            self._workflows.stop(organisation, order)
            return "stopped"
        self._orders.outlive(organisation, order)
        return "under_way"
