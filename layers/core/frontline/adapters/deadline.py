"""One deadline over a turn: models, inquiries and waiting share what Lambda has left, so that the caller always gets an
answer before the gateway gives up on us."""

import time
from collections.abc import Callable

from frontline.model.action import RunWorkflow
from frontline.model.errors import WorkflowsUnavailable
from frontline.model.message import Outcome
from frontline.model.organisation import Organisation
from frontline.model.turn import Order
from frontline.ports import Workflows

TO_SAVE = 8.0
"""Seconds kept back to write the row and start its order, both of them slow."""
TO_CONNECT = 1.0
PATIENCES = (15, 8, 4, 2)
"""Seconds a call may wait for its answer: few, because each has a client and connections of its own."""


class Deadline:
    """When a turn's caller must have their answer."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def remaining(self) -> float:
        """Until the answer must be out, never below zero."""
        return max(self._end - self._clock(), 0.0)

    def to_spend(self) -> float:
        """What may still be spent before the row has to be written."""
        return max(self.remaining() - TO_SAVE, 0.0)


class InTime:
    """The `Workflows` port within a deadline. A call that would not fit is not begun: an inquiry then has failed, and an
    order is started, or stopped, by whoever reads its row."""

    def __init__(self, within: Callable[[int], Workflows], deadline: Deadline) -> None:
        self._within = within
        self._deadline = deadline

    def inquire(self, organisation: Organisation, run: RunWorkflow, name: str) -> Outcome:
        return self._patient(self._deadline.to_spend()).inquire(organisation, run, name)

    def start(self, organisation: str, conversation: str, order: Order) -> None:
        self._patient(self._deadline.remaining()).start(organisation, conversation, order)

    def stop(self, organisation: str, order: Order) -> None:
        self._patient(self._deadline.remaining()).stop(organisation, order)

    def outcome(self, organisation: str, conversation: str, order: Order) -> Outcome | None:
        try:
            return self._patient(self._deadline.remaining()).outcome(organisation, conversation, order)
        except WorkflowsUnavailable:
            return None

    def _patient(self, seconds: float) -> Workflows:
        """As patient as the time allows."""
        patience = next((patience for patience in PATIENCES if patience + TO_CONNECT <= seconds), None)
        if patience is None:
            raise WorkflowsUnavailable("not asked: this turn has no time left for it")
        return self._within(patience)
