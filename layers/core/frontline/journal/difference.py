"""How two builds differ over the same conversations: each is classed by the worst that is otherwise in it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple, get_args

from frontline.journal.record import asked_with
from frontline.model.action import AskIntent, AskSlot, Confirm, ConfirmStop, HandOff, Instruct
from frontline.model.base import Frozen, Value
from frontline.model.turn import Turn

Kind = Literal["same", "text", "question", "decision", "order", "money"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""From the least to the worst."""
_CURRENCY = ("₹", "$", "€")


class Outline(Frozen):
    """What a turn came to, as far as it matters to anybody but its author: no shapes, no bytes."""

    text: str
    asks: str = ""
    status: str = ""
    does: str = ""
    about: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    ran: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    stops: str = ""
    sums: tuple[str, ...] = ()

    @property
    def decided(self) -> tuple[object, ...]:
        return self.status, self.does, self.about, self.knows, self.ran


def outline(turn: Turn) -> Outline:
    """What is asked, decided, known, ordered and priced in one turn."""
    ticket = turn.ticket
    begun = [turn.order] if turn.order else []
    told: list[Value] = [value for line in turn.lines for value in line.values.values()]
    terms = list(ticket.question.values.values()) if isinstance(ticket.question, Confirm) else []
    return Outline(
        text=turn.reply.text,
        asks=_asked(turn),
        status=ticket.status,
        does=f"hand_off {turn.action.reason}" if isinstance(turn.action, HandOff) else turn.action.kind,
        about=tuple(matter.root for matter in ticket.matters),
        knows=tuple(sorted(f"{fact.slot}={fact.value}" for fact in ticket.facts.known if fact.source != "inferred")),
        ran=tuple(
            f"{run.workflow} {run.outcome.result or run.outcome.status}"
            for run in turn.runs
            if run.outcome and not run.order
        ),
        orders=tuple(f"{order.workflow} {_ordered(order.workflow, order.inputs)}" for order in begun),
        stops=turn.stop.workflow if turn.stop else "",
        sums=tuple(str(value) for value in (*told, *terms) if str(value).startswith(_CURRENCY)),
    )


def _ordered(workflow: str, inputs: Mapping[str, Value]) -> str:
    """A hand-off's packet holds the talk, which may read otherwise; that it was filed, and why, is what counts."""
    if workflow == "hand_off":
        return str(inputs.get("reason", ""))
    return asked_with(dict(inputs))


def _asked(turn: Turn) -> str:
    match turn.ticket.question:
        case AskSlot(slot=slot, correcting=correcting):
            return f"{slot}{' anew' if correcting else ''}"
        case Confirm(workflow=workflow):
            return f"confirm {workflow}"
        case ConfirmStop(workflow=workflow):
            return f"stop {workflow}"
        case AskIntent():
            return "intent"
        case Instruct(flow=flow, node=node, reads=reads):
            return f"{flow}/{node} {','.join(reads)}"
        case None:
            return ""


def compare(before: Outline | None, after: Outline | None) -> Kind:
    """The worst that is otherwise between two outlines of one turn."""
    if before is None or after is None:
        return "decision"
    if before.orders != after.orders or before.stops != after.stops:
        return "order"
    if before.sums != after.sums and (before.asks, before.ran) == (after.asks, after.ran):
        return "money"
    if before.decided != after.decided:
        return "decision"
    if before.asks != after.asks:
        return "question"
    return "same" if before.text == after.text else "text"


class Difference(NamedTuple):
    """Of one conversation: its class, the first turn that is of that class (from 1), and both outlines of it."""

    name: str
    kind: Kind
    turn: int = 0
    before: Outline | None = None
    after: Outline | None = None


def difference(name: str, before: Sequence[Outline], after: Sequence[Outline]) -> Difference:
    """The worst turn decides; of equally bad ones the first, as the rest may follow from it."""
    worst = Difference(name, "same")
    for number, (then, now) in enumerate(zip_longest(before, after), 1):
        kind = compare(then, now)
        if KINDS.index(kind) > KINDS.index(worst.kind):
            worst = Difference(name, kind, number, then, now)
    return worst


def to_line(name: str, outlines: Iterable[Outline]) -> str:
    """One line of a file of outlines."""
    told = [json.loads(one.model_dump_json(exclude_defaults=True)) for one in outlines]
    return json.dumps([name, told], ensure_ascii=False, separators=(",", ":"))


def from_line(line: str) -> tuple[str, tuple[Outline, ...]]:
    name, told = json.loads(line)
    return name, tuple(Outline.model_validate(one) for one in told)
