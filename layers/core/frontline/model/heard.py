"""What was understood of one message, by whom, and what every model said on the way: enough to decide again."""

from typing import Literal, Self

from pydantic import Field

from frontline.model.action import AskIntent, AskSlot, Confirm, ConfirmStop, Instruct, Question
from frontline.model.base import Stored, Values
from frontline.model.decision import Decision
from frontline.model.identity import PROOF
from frontline.model.text import Locale
from frontline.model.workflow import Topic

Move = Literal[
    "human",
    "callback",
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
    "asks",
    "condition",
    "followup",
    "callback",
]
"""`regret`: what may call an order under way off, and is asked about first. `asks`: a question back, about `Heard.asks`.
`condition`: a yes that is none, as it wants something else or later. `followup`: on a matter that is over or with a human."""
OUT_OF_SCOPE = "out_of_scope"
"""The intent of what is about nothing we do."""
ADDS = "adds"
"""The reader of what is said to be one more wish."""
SOMETHING_ELSE = "something_else"
"""The intent of who means none of what they were offered."""

Wished = str
"""A language that is wished for, by its code; or `another`, one that the organisation does not speak."""
ANOTHER: Wished = "another"

Sign = Literal["sighs", "objects", "asks", "tells_of_a_device", "speaks_of_code"]
"""What a message shows beside what it answers or wishes: trouble with the trouble, unwillingness to show who they are, a
question of their own, what a device shows, that it is about a code."""

Source = tuple[str, float]
"""Who understood something, and how sure they were, from 0 to 1."""


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
    """All that was understood of a message: what is decided on it is decided without its words.

    `said` is what the customer's own words hold, by slot; `guessed` what a model thinks they hold; `unplaced` the answer to the
    open question that is clearly one, but nothing we know; `opening` what the first words in a flow are as the answer to its
    first question; `consent` the answer to a confirmation, or to whether an order shall be stopped; `language` the one they
    wish for. `between` are intents of which one is meant; `corrects` names what is known and taken back, with no new value;
    `drops` says that the open matter is no longer wanted.

    `asks` is what a question of their own is about; `errand` what only a human can do for them, by the name that a workflow
    declares for it (`beyond`).

    `by` names who understood an intent, a move or a value, and how sure they were; what is not in it the code read off the
    words themselves. `readers` are those of the languages' files that heard themselves: by them it can be looked up why."""

    locale: Locale
    move: Move | None = None
    said: Values = Field(default_factory=dict)
    corrected: Values = Field(default_factory=dict)
    guessed: Values = Field(default_factory=dict)
    opening: Values = Field(default_factory=dict)
    unplaced: str | None = None
    consent: bool | None = None
    intent: str | None = None
    wishes: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    drops: bool = False
    language: Wished | None = None
    signs: tuple[Sign, ...] = ()
    asks: tuple[Topic, ...] = ()
    errand: str | None = None
    by: dict[str, Source] = Field(default_factory=dict)
    readers: tuple[str, ...] = ()
    proposal: Proposal | None = None

    def answers(self, question: Question | None) -> bool:
        """Whether it answers the open question, so that nobody needs to be asked what it means."""
        match question:
            case AskSlot(slot=slot):
                return slot in self.said or self.unplaced is not None or PROOF in self.said
            case Instruct(reads=reads):
                return self.said.keys() >= set(reads)
            case Confirm() | ConfirmStop():
                return self.consent is not None
            case AskIntent():
                return self.intent is not None or bool(self.between)
            case None:
                return self.intent is not None

    def through(self, who: str, sure: float, *what: str) -> Self:
        """With who understood these, and how sure they were."""
        return self.but(by={**self.by, **dict.fromkeys(what, (who, round(sure, 4)))})

    def attributed(self) -> Self:
        """Without who understood what in the end is not taken to be said."""
        stands = {self.intent, self.move, *self.wishes, *self.between, *self.said, *self.guessed, *self.corrected}
        return (
            self if self.by.keys() <= stands else self.but(by={one: by for one, by in self.by.items() if one in stands})
        )
