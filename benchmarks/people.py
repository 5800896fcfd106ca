"""Who talks in the benchmarks: a customer over the real core, with stores that cost nothing."""

from collections.abc import Collection, Iterator, Sequence

from frontline.journal import rows
from frontline.model.action import RunWorkflow
from frontline.model.message import Message, Outcome, Said
from frontline.model.moment import Moment
from frontline.model.organisation import Organisation
from frontline.model.taught import NOTHING_TAUGHT, Taught
from frontline.model.turn import Order, Turn
from frontline.ports import LetGo, Loaded, World
from frontline.trades.telecom import TRADE
from frontline.trades.telecom.workflows import WORKFLOWS

ACME = Organisation(
    id="acme-in",
    name="Acme India",
    workflows=tuple(name for name, workflow in WORKFLOWS.items() if workflow.intents),
    address_key="address-key",
)
AT = 1_794_821_400_000


class OneRow:
    """A table of one conversation that counts its calls and keeps what a table would get: the newest body."""

    def __init__(self) -> None:
        self.body: str | None = None
        self.reads = 0
        self.writes = 0
        self.bytes_written = 0

    def newest(self, _organisation: str, _conversation: str) -> Loaded:
        self.reads += 1
        return Loaded(rows.from_body(self.body), rows.digest(self.body)) if self.body else Loaded(None, "")

    def append(self, turn: Turn) -> None:
        self.writes += 1
        self.body = rows.to_body(turn)
        self.bytes_written = len(self.body.encode())

    def turn(self, _organisation: str, _conversation: str, _seq: int) -> Turn | None:
        return None

    def journal(self, _organisation: str, _conversation: str, _after: int = 0) -> Iterator[Turn]:
        return iter(())

    def erase(self, _organisation: str, _conversation: str, _let_go: LetGo = lambda _: None) -> int:
        return 0


class NoTrouble:
    """Workflows that answer at once, and count."""

    def __init__(self) -> None:
        self.inquiries = 0
        self.orders = 0

    def inquire(self, _organisation: Organisation, _run: RunWorkflow, _name: str) -> Outcome:
        self.inquiries += 1
        return Outcome(status="succeeded", result="try_phone")

    def start(self, _organisation: str, _conversation: str, _order: Order) -> None:
        self.orders += 1

    def stop(self, _organisation: str, _order: Order) -> None:
        """Nothing runs here."""

    def outcome(self, _organisation: str, _conversation: str, _order: Order) -> Outcome | None:
        return None


class Nobody:
    """No classifier: what is measured here needs none."""

    def rank(
        self, _text: str, _intents: Collection[str] | None = None, _taught: Taught = NOTHING_TAUGHT
    ) -> Sequence[tuple[str, float]]:
        return ()

    def move(self, _text: str, _moment: Moment) -> None:
        return None


def message(text: str, number: int) -> Message:
    said = Said(text=text)
    return Message(
        id=f"m{number}", organisation="acme-in", conversation="c" * 32, at=AT + number, utc_offset=330, content=said
    )


def world(store: OneRow) -> World:
    from frontline.adapters.llm.mock import ScriptedModel
    from frontline.model.decision import Decision

    slow = Decision(intent="slow_internet", confidence=0.9)
    return World(ACME, TRADE, store, [ScriptedModel(otherwise=slow)], Nobody(), NoTrouble())
