"""What the core asks of the outside world. Each port says what it promises; adapters keep it, contract suites check it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Literal, NamedTuple, Protocol

from frontline.model.action import RunWorkflow
from frontline.model.decision import LLMResponse, Prompt
from frontline.model.flow import Flow
from frontline.model.message import Outcome
from frontline.model.moment import Moment
from frontline.model.organisation import Organisation
from frontline.model.taught import NOTHING_TAUGHT, Taught
from frontline.model.trade import Trade
from frontline.model.turn import Order, Turn

__all__ = ["Classifier", "LanguageModel", "Loaded", "Store", "Workflows", "World"]


class LanguageModel(Protocol):
    """Reads what a customer wrote. The agent cannot tell which one is active."""

    @property
    def name(self) -> str: ...

    def generate(self, prompt: Prompt) -> LLMResponse:
        """One answer within the model's own deadline, or `ModelUnavailable`. Never anything else."""
        ...


class Classifier(Protocol):
    """Knows the catalogue's example sentences by heart, and needs nothing else to rank intents."""

    def rank(
        self, text: str, intents: Collection[str] | None = None, taught: Taught = NOTHING_TAUGHT
    ) -> Sequence[tuple[str, float]]:
        """Intents with confidence, best first, those included that the organisation's flows `taught`; empty when nothing fits."""
        ...

    def move(self, text: str, moment: Moment) -> tuple[str, float] | None:
        """The move that this is, said at such a moment, and how sure that is; none that is not sure."""
        ...


class Loaded(NamedTuple):
    """The newest row of a conversation, the hash of its body, and whether the table itself said so."""

    turn: Turn | None
    digest: str
    durable: bool = True


LetGo = Callable[[Sequence[Turn]], object]


class Store(Protocol):
    """Conversations, one item a turn, seen only within their organisation."""

    def newest(self, organisation: str, conversation: str) -> Loaded:
        """The last committed row, consistently read; one read."""
        ...

    def turn(self, organisation: str, conversation: str, seq: int) -> Turn | None:
        """One row by its number."""
        ...

    def append(self, turn: Turn) -> None:
        """Commit the row as the next of its conversation, once. `LostRace` when that number is taken; `StoreUnavailable`
        when it cannot be kept as safely as it must be: a row with an order only ever goes to the table."""
        ...

    def journal(self, organisation: str, conversation: str, after: int = 0) -> Iterator[Turn]:
        """Every row, or those after the one with that number, oldest first, read as they are wanted."""
        ...

    def erase(self, organisation: str, conversation: str, let_go: LetGo = lambda _: None) -> int:
        """Forget what was said; how many turns that were: none where it was forgotten before. The count of turns stays, so
        that no order's name is ever used twice. `let_go` gets the rows when no more will come and none has gone yet: if it
        raises, they stay."""
        ...


class Flows(Protocol):
    """The flows of an organisation: those it published, and those of the shipped library that it uses."""

    def of(self, organisation: Organisation, pins: Collection[tuple[str, str]]) -> tuple[Flow, ...]:
        """The flows a turn stands on, whole: with all that they call. Live ones, except that a flow of `pins` (its id and
        hash) is as it was when a matter began with it; one that is nowhere any more is as it is now, or missing."""
        ...


class NoFlows:
    """Workflows are all there is."""

    def of(self, _organisation: Organisation, _pins: Collection[tuple[str, str]]) -> tuple[Flow, ...]:
        return ()


NO_FLOWS = NoFlows()


class Workflows(Protocol):
    """The state machines."""

    def inquire(self, organisation: Organisation, run: RunWorkflow, name: str) -> Outcome:
        """Run an inquiry to its end, or `WorkflowsUnavailable`."""
        ...

    def start(self, organisation: str, conversation: str, order: Order) -> None:
        """Start an order. The same name twice is one execution, and both callers succeed. `WorkflowsUnavailable` when it
        may work later; `WorkflowsRefused` when it never will and has not before."""
        ...

    def stop(self, organisation: str, order: Order) -> None:
        """Stop an order that has not begun to change anything; leave any other alone. Its end tells which it was."""
        ...

    def outcome(self, organisation: str, conversation: str, order: Order) -> Outcome | None:
        """How the order ended, or None while it runs or cannot be asked."""
        ...


class Wait(NamedTuple):
    """Why not now: the asker themselves tried too often, or others did at this line; and for how long."""

    of: Literal["asker", "line"]
    seconds: int


class Guard(Protocol):
    """What stands between a caller and a customer's line: how often they may try, and codes only the phone gets. An `asker` is
    whom the channel says it talks to, else the conversation. Whom a channel vouches for never meets the guard."""

    def attempt(self, asker: str, line_id: str) -> Wait | None:
        """Count one more guess, before it is looked at, or say who has to wait. Nobody can try twice at once."""
        ...

    def wait(self, asker: str, line_id: str) -> Wait | None:
        """Who has to wait before the next guess."""
        ...

    def passed(self, asker: str, line_id: str) -> None:
        """It was them: their guesses are forgotten, a code is used up, and of the line's guesses this was none."""
        ...

    def send_code(self, asker: str, line_id: str, number: str) -> Wait | Literal["sent", "unsent"]:
        """Send a fresh code to the number; `unsent` where nothing can be sent. What was sent before is good till it expires."""
        ...

    def has_code(self, asker: str, line_id: str) -> bool:
        """Whether a code that was sent for this asker can still be told."""
        ...

    def used(self, asker: str, line_id: str) -> None:
        """A code works once: those sent for this asker are used up."""
        ...

    def code_is(self, asker: str, line_id: str, code: str) -> Literal["right", "wrong", "over"]:
        """Whether this is a code sent for this asker, not ten minutes old; `over` where none is good any more. Three wrong
        ones use them up."""
        ...


class Approvals(Protocol):
    """Questions to somebody who may decide about an order."""

    def keep(self, order: str, token: str) -> None:
        """Whoever decides about this order finds the token with which its execution goes on."""
        ...

    def announce(self, order: str, conversation: str) -> None:
        """Those who may decide are told that this order of the conversation waits; told twice, it is the same news."""
        ...


class World(NamedTuple):
    """Everything one turn may reach."""

    organisation: Organisation
    trade: Trade
    store: Store
    models: Sequence[LanguageModel]
    classifier: Classifier
    workflows: Workflows
    session_minutes: int = 30
    flows: Flows = NO_FLOWS
