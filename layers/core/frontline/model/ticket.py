"""One customer's matter: what is known, where the flow waits, what is asked. Bounded, however long the talk."""

from typing import Literal

from pydantic import Field

from frontline.model.action import OpenQuestion
from frontline.model.base import Stored, Values, Variables
from frontline.model.fact import Facts
from frontline.model.message import FINGERPRINT_LENGTH, Outcome
from frontline.model.text import Line, Locale

Status = Literal["needs_info", "in_progress", "resolved", "escalated", "retry", "expired", "cancelled"]
CLOSED: frozenset[Status] = frozenset({"resolved", "escalated", "cancelled", "expired"})

TRANSCRIPT_LENGTH = 4
TRANSCRIPT_CHARACTERS = 280
REMEMBERED_MESSAGES = 24
REMEMBERED_RUNS = 6
REMEMBERED_CASES = 3
REMEMBERED_QUESTIONS = 32
REMEMBERED_DEEDS = 4
ASKED_MODEL = "model"
"""How a run is called that was a model's."""


class Run(Stored):
    """A workflow run for this ticket. An order has a name from the moment it is saved; without an outcome it is under way."""

    node: str
    workflow: str
    inputs: Values
    order: str | None = None
    shared: bool = False
    outcome: Outcome | None = None


class Frame(Stored):
    """A flow that called another one and waits at `node` for it to come back."""

    flow: str
    flow_hash: str
    node: str
    found: Variables = Field(default_factory=dict)
    given: Variables = Field(default_factory=dict)


class Matter(Stored):
    """One intent being served: its flow, pinned by hash, and where the walk waits; `callers` are the flows that called
    it, the outermost first. `given` is what the flow was called with, `found` what it knows beside: its variables.
    `answered`: what this very node waits for was said. `run` is what the walk waits for or has just got back, `visits`
    counts what may not be asked for ever, `stopping` says why an order under way was asked to stop. `done` is what stays
    if it is called off, in words: what its orders came to, and that something was done on the phone. A `guess` is an intent that
    says too little, or that nobody was sure of: a better word takes its place."""

    intent: str
    flow: str
    flow_hash: str
    node: str
    tries: int = 0
    questions: int = 0
    failures: int = 0
    consented: bool = False
    answered: bool = False
    run: Run | None = None
    given: Variables = Field(default_factory=dict)
    found: Variables = Field(default_factory=dict)
    visits: dict[str, int] = Field(default_factory=dict)
    callers: tuple[Frame, ...] = ()
    stopping: Literal["cancel", "correct"] | None = None
    guess: bool = False
    done: tuple[Line, ...] = ()

    @property
    def root(self) -> str:
        """The flow the matter is about, whichever it is in."""
        return self.callers[0].flow if self.callers else self.flow

    @property
    def pins(self) -> tuple[tuple[str, str], ...]:
        """The versions it began with."""
        return (*((frame.flow, frame.flow_hash) for frame in self.callers), (self.flow, self.flow_hash))

    @property
    def under_way(self) -> Run | None:
        """The order that was started and has not come back."""
        return self.run if self.run and self.run.order and self.run.outcome is None else None

    def having_done(self, deed: Line) -> "Matter":
        """With one more thing that stays; each is told once, the newest are kept."""
        others = [known for known in self.done if known != deed]
        return self.but(done=(*others, deed)[-REMEMBERED_DEEDS:])


class Utterance(Stored):
    """One line of the recent talk. `told`: the keys of the texts that a line of ours is made of, without their values."""

    who: Literal["customer", "frontline"]
    text: str
    told: tuple[str, ...] = ()


class Case(Stored):
    """Something outside that we follow for a ticket: a hand-off, by its number once it is filed, or an outage."""

    ticket: str
    number: str | None = None
    order: str | None = None
    workflow: str = "hand_off"


class Ticket(Stored):
    """The first matter is the active one; digressions go before it, further wishes behind it. `asked`: how often a question
    was left open with no more said than before, by both as one word (`agent/bounds.py`). `last` is the intent of the matter that
    was closed last."""

    id: str
    ordinal: int
    opened_at: int
    touched_at: int
    locale: Locale
    status: Status = "in_progress"
    facts: Facts = Facts()
    matters: tuple[Matter, ...] = ()
    last: str | None = None
    question: OpenQuestion | None = None
    lost_for_words: int = 0
    asked: dict[str, int] = Field(default_factory=dict)
    insults: int = 0
    runs: tuple[Run, ...] = ()
    cases: tuple[Case, ...] = ()
    transcript: tuple[Utterance, ...] = ()
    seen: str = ""

    @property
    def matter(self) -> Matter | None:
        return self.matters[0] if self.matters else None

    @property
    def pins(self) -> tuple[tuple[str, str], ...]:
        """The versions of flows its matters began with."""
        return tuple(dict.fromkeys(pin for matter in self.matters for pin in matter.pins))

    @property
    def closed(self) -> bool:
        return self.status in CLOSED

    def having_seen(self, fingerprint: str) -> "Ticket":
        """The messages answered, a fingerprint a turn, the newest last; as many as are remembered."""
        return self.but(seen=(self.seen + fingerprint)[-REMEMBERED_MESSAGES * FINGERPRINT_LENGTH :])

    def with_matter(self, matter: Matter) -> "Ticket":
        """The active matter, moved on."""
        return self if matter is self.matter else self.but(matters=(matter, *self.matters[1:]))
