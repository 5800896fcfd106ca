"""Takes a recorded turn again, from what the row says was heard and what the workflows answered. The same bytes must come
out, but for fields that only one of two releases knows; where they do not, the code decides differently today, and the
difference is the answer to an audit."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence

from frontline.journal import rows
from frontline.journal.rehear import Rows
from frontline.model.action import RunWorkflow
from frontline.model.errors import WorkflowsUnavailable
from frontline.model.flow import Flow
from frontline.model.message import Outcome
from frontline.model.moment import Moment
from frontline.model.organisation import Organisation
from frontline.model.taught import NOTHING_TAUGHT, Taught
from frontline.model.ticket import ASKED_MODEL
from frontline.model.trade import Trade
from frontline.model.turn import Order, Turn
from frontline.ports import NO_FLOWS, Flows, Loaded, World
from frontline.turn import considered


class Recorded:
    """The workflows as they answered then."""

    def __init__(self, turn: Turn) -> None:
        self._outcomes = iter([run.outcome for run in turn.runs if run.order is None and run.workflow != ASKED_MODEL])

    def inquire(self, _organisation: Organisation, run: RunWorkflow, _name: str) -> Outcome:
        outcome = next(self._outcomes, None)
        if outcome is None:
            raise WorkflowsUnavailable(f"the journal holds no run of {run.workflow} here")
        return outcome

    def start(self, _organisation: str, _conversation: str, _order: Order) -> None:
        """Nothing is started again."""

    def stop(self, _organisation: str, _order: Order) -> None:
        """Nothing is stopped again."""

    def outcome(self, _organisation: str, _conversation: str, _order: Order) -> Outcome | None:
        return None


class Silent:
    """Nobody is asked again what a message means: the row says what was heard."""

    def rank(
        self, _text: str, _intents: Collection[str] | None = None, _taught: Taught = NOTHING_TAUGHT
    ) -> Sequence[tuple[str, float]]:
        return ()

    def move(self, _text: str, _moment: Moment) -> None:
        return None


class Drawn:
    """These flows and no others."""

    def __init__(self, flows: Iterable[Flow]) -> None:
        self._flows = tuple(flows)

    def of(self, _organisation: Organisation, _pins: Collection[tuple[str, str]]) -> tuple[Flow, ...]:
        return self._flows


def replayed(
    before: Turn | None,
    turn: Turn,
    organisation: Organisation,
    trade: Trade,
    flows: Flows = NO_FLOWS,
    session_minutes: int = 30,
    digest: str | None = None,
) -> Turn:
    """`turn` once more, after `before`. What a model filled in is in the row, as what the workflows answered is. `digest`
    is that of the bytes in which `before` is stored, which are this release's own unless it is given."""
    if digest is None:
        digest = rows.digest(rows.to_body(before)) if before else ""
    world = World(organisation, trade, Rows([]), (), Silent(), Recorded(turn), session_minutes, flows)
    return considered(turn.message, Loaded(before, digest, "store" not in turn.degraded), world, turn)


def differences(
    journal: Iterable[Turn | str], organisation: Organisation, trade: Trade, flows: Flows = NO_FLOWS
) -> Iterator[tuple[int, str, str]]:
    """Each row that would be another today: its number, the row as it is, the row as it would be. What another release
    may have written is given as it is stored, for the rows are chained by those bytes."""
    before, digest = None, ""
    for row in journal:
        then = row if isinstance(row, str) else rows.to_body(row)
        turn = rows.from_body(row) if isinstance(row, str) else row
        if not turn.apart:
            again = replayed(before, turn, organisation, trade, flows, digest=digest)
            now = rows.to_body(again)
            if then != now and turn.of_this_release != _less_what_is_new(again, then).of_this_release:
                yield turn.seq, then, now
        before, digest = turn, rows.digest(then)


def _less_what_is_new(turn: Turn, body: str) -> Turn:
    """As the release that wrote this body would have kept it: before there were signs, a row held less of what was heard;
    later still, no keys of what we told."""
    then = json.loads(body)
    if not any("told" in line for line in then["ticket"]["transcript"]):
        talk = tuple(line.but(told=()) for line in turn.ticket.transcript)
        turn = turn.but(ticket=turn.ticket.but(transcript=talk))
    if "signs" in then["heard"]:
        return turn
    return turn.but(heard=turn.heard.but(opening={}, language=None, signs=(), by={}, readers=()))
