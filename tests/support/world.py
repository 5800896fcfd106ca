"""A customer talking to Frontline in this process: the real core, the real state machines, a clock that does what it is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from frontline.adapters.flows.library import Library
from frontline.adapters.line_guard import Kept, LineGuard
from frontline.adapters.memory import MemoryStore
from frontline.model.base import Variables
from frontline.model.decision import LLMResponse, Prompt
from frontline.model.message import Customer, Finished, Message, Outcome, Reported, Said
from frontline.model.organisation import Organisation
from frontline.model.text import Locale
from frontline.model.ticket import Ticket
from frontline.model.turn import Turn
from frontline.ports import Classifier, Flows, LanguageModel, Store, World
from frontline.trades import trade_of
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps import STEPS
from frontline.trades.telecom.workflows import WORKFLOWS
from frontline.turn import take_turn
from tests.support.machines import Machines

ACME = Organisation(
    id="acme-in",
    name="Acme India",
    workflows=tuple(name for name, workflow in WORKFLOWS.items() if workflow.intents),
    address_key="address-key-of-acme-in",
)
START = 1_794_821_400_000
"""Monday, 16 November 2026, 15:00 in India: working hours, not an evening."""
MINUTE = 60_000


class Shelf:
    """Tallies in this process."""

    def __init__(self) -> None:
        self.rows: dict[str, Kept] = {}

    def read(self, id_: str) -> Kept:
        return self.rows.get(id_, Kept())

    def write(self, id_: str, kept: Kept) -> bool:
        if self.read(id_).version != kept.version - 1:
            return False
        self.rows[id_] = kept
        return True


class Phones:
    """Whatever is sent arrives, unless the gateway is `away`. The code sent last, to anybody, is `code`; all that were are in
    `ever_sent`."""

    code = ""
    away = False

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.ever_sent: list[str] = []

    def send(self, number: str, text: str) -> bool:
        if self.away:
            return False
        self.texts.append(f"{number} {text}")
        self.code = text.split(maxsplit=1)[0]
        self.ever_sent.append(self.code)
        return True


class MemoryGuard(LineGuard):
    """The guard, but for the table, chance and the clock."""

    def __init__(self, organisation: str = ACME.id) -> None:
        self.shelf, self.phones, self.now = Shelf(), Phones(), START / 1000
        super().__init__(self.shelf, organisation, self.phones, lambda: self.now, self._next)  # type: ignore[arg-type]

    def _next(self) -> str:
        return f"{482913 + len(self.phones.texts):06d}"


class Overheard:
    """A model that is listened to: what it is told goes into `told`."""

    def __init__(self, model: LanguageModel, told: list[str]) -> None:
        self.name, self._model, self._told = model.name, model, told

    def generate(self, prompt: Prompt) -> LLMResponse:
        self._told.append(prompt.model_dump_json(exclude={"instructions", "answer_schema"}))
        return self._model.generate(prompt)


class MemoryApprovals:
    """Tokens of orders that wait; `Machines.approved` says what is decided."""

    def keep(self, order: str, token: str) -> None:
        assert token == f"token-of-{order}"

    def announce(self, order: str, conversation: str) -> None:
        assert order and conversation


def steps_over(operator: Operator, guard: MemoryGuard) -> Any:
    """What the workflow runner does, without the Lambda around it."""

    def run(payload: dict[str, Any]) -> dict[str, Any]:
        step = STEPS[payload["step"]]
        done = step(payload["input"], operator, guard, payload["key"], MemoryApprovals())
        return done.model_dump(mode="json", exclude_none=True)

    return run


@dataclass
class Talk:
    """One conversation. Every message has its own id unless one is given."""

    operator: Operator
    classifier: Classifier
    models: Sequence[LanguageModel]
    organisation: Organisation = ACME
    store: Store = field(default_factory=MemoryStore)
    conversation: str = "c" * 32
    ticket_id: str | None = None
    at: int = START
    turns: list[Turn] = field(default_factory=list)
    locale: Locale | None = None
    customer: Customer | None = None
    flows: Flows | None = None
    flow: str | None = None
    variables: Variables = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.guard = MemoryGuard()
        self.machines = Machines(steps_over(self.operator, self.guard))
        self.told: list[str] = []

    @property
    def world(self) -> World:
        models = [Overheard(model, self.told) for model in self.models]
        return World(
            self.organisation,
            trade_of(self.organisation),
            self.store,
            models,
            self.classifier,
            self.machines,
            flows=self.flows or Library(),
        )

    @property
    def turn(self) -> Turn:
        return self.turns[-1]

    @property
    def ticket(self) -> Ticket:
        return self.turn.ticket

    @property
    def reply(self) -> str:
        return self.turn.reply.text

    def message(self, text: str, message_id: str | None = None) -> Message:
        return Message(
            id=message_id or f"m{len(self.turns) + 1}",
            organisation=self.organisation.id,
            conversation=self.conversation,
            at=self.at,
            utc_offset=330,
            content=Said(text=text),
            ticket=self.ticket_id,
            locale=self.locale,
            customer=self.customer,
            flow=self.flow,
            variables=self.variables,
        )

    def report(self, action: str, result: Variables | str) -> Turn:
        """The app on their device answers."""
        self.at += 10_000
        return self._take(self.message("").but(content=Reported(action=action, result=result)))

    def say(self, text: str, message_id: str | None = None) -> Turn:
        """The customer writes, ten seconds after whatever came before."""
        self.at += 10_000
        return self._take(self.message(text, message_id))

    def order_ends(self, outcome: Outcome | None = None) -> Turn:
        """The order under way comes back, with its own outcome or a given one."""
        order = next(turn.order for turn in reversed(self.turns) if turn.order)
        ended = outcome or self.machines.executions.get(order.name)
        assert ended is not None, f"{order.workflow} has not ended"
        message = self.message("").model_copy(
            update={"id": f"order:{order.name}", "content": Finished(order=order.name, outcome=ended), "ticket": None}
        )
        return self._take(message)

    def wait(self, minutes: float) -> None:
        self.at += int(minutes * MINUTE)

    def journal(self) -> list[Turn]:
        return list(self.store.journal(self.organisation.id, self.turn.message.conversation))

    def _take(self, message: Message) -> Turn:
        self.guard.now = self.at / 1000
        self.turns.append(take_turn(message, self.world))
        return self.turn


def runs_of(turn: Turn) -> list[str]:
    """The workflows a turn ran or ordered."""
    return [run.workflow for run in turn.runs]


__all__ = ["ACME", "MINUTE", "START", "Talk", "runs_of", "steps_over"]
