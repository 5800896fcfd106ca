"""What was understood of one message, by whom, and what every model said on the way: enough to decide again."""

from typing import Literal, get_args

from pydantic import Field

from frontline.model.base import Stored, Values
from frontline.model.decision import Decision
from frontline.model.text import Locale

Move = Literal[
    "human",
    "cancel",
    "regret",
    "repeat",
    "help",
    "thanks",
    "greeting",
    "goodbye",
    "abuse",
    "correct",
    "wait",
    "who",
    "language",
]
"""`regret`: what may call an order under way off, and is asked about first."""
MOVES: tuple[Move, ...] = get_args(Move)


class Attempt(Stored):
    """One rung of the ladder: what it answered, raw, or why it did not, or why its answer was not used."""

    model: str
    answer: str | None = None
    unavailable: str | None = None
    rejected: str | None = None


class Proposal(Stored):
    """What the ladder came to. No decision: every rung failed, and the menu is what is left."""

    attempts: tuple[Attempt, ...]
    decision: Decision | None = None

    @property
    def model(self) -> str:
        return self.attempts[-1].model if self.decision and self.attempts else "menu"

    @property
    def missing(self) -> tuple[str, ...]:
        """The rungs that could not answer, and those whose answer was not used (`gemini:rejected`)."""
        named = (
            f"{attempt.model}:rejected" if attempt.rejected else attempt.model
            for attempt in self.attempts
            if attempt.unavailable or attempt.rejected
        )
        return tuple(dict.fromkeys(named))


class Heard(Stored):
    """`said` is what the customer's own words hold, by slot; `guessed` what a model thinks they hold; `unplaced` the
    answer to the open question that is clearly one, but nothing we know; `consent` the answer to a confirmation, or to
    whether an order shall be stopped."""

    locale: Locale
    move: Move | None = None
    said: Values = Field(default_factory=dict)
    corrected: Values = Field(default_factory=dict)
    guessed: Values = Field(default_factory=dict)
    unplaced: str | None = None
    consent: bool | None = None
    intent: str | None = None
    wishes: tuple[str, ...] = ()
    proposal: Proposal | None = None
