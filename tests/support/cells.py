"""Cells of the fault matrix: an order asked for in a dialogue, and one request it makes of the operator going wrong. The
requests are those of a clean run, so a new one is in the matrix by itself."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from frontline.adapters.llm.classifier import Classifier
from local.operator.resources import State
from tests.support.failing import FOR_GOOD, Call
from tests.support.insistent import Moment, Order, Played, begin, moment

Times = Literal["once", "for good", "all for good"]
"""This very request; it and all later ones of its kind; it and all later ones of any kind."""


class Cell(NamedTuple):
    """The request that fails; how many there were since the moment, and how many like it."""

    moment: Moment
    call: Call
    nth: int
    alike: int


@dataclass
class Clean:
    """How it goes without a fault: what was said, when the customer wrote, and every stage the operator's books went through."""

    run: Played
    moments: list[Moment]
    stages: list[str]

    @property
    def last(self) -> int:
        """The stage at which all is done."""
        return len(self.stages) - 1

    @cached_property
    def said(self) -> frozenset[str]:
        return frozenset(line.key for turn in self.run.talk.turns for line in turn.lines)

    def stage(self, state: State) -> int | None:
        """None where books are as they never were: something was done twice, or something else."""
        now = books(state)
        return self.stages.index(now) if now in self.stages else None

    def cells(self) -> Iterator[Cell]:
        """One for every request."""
        calls = self.run.office.calls
        for number, call in enumerate(calls):
            since = [one for one in self.moments if one.calls <= number][-1]
            before = calls[since.calls : number]
            yield Cell(since, call, len(before), Counter(before)[call])

    def again(self, cell: Cell, kind: str, times: Times, classifier: Classifier) -> Played:
        """From the cell's moment, with the fault."""
        run = begin(self.run.order, classifier, cell.moment)
        match times:
            case "once":
                run.office.fault(kind, cell.call, spared=cell.alike)
            case "for good":
                run.office.fault(kind, cell.call, spared=cell.alike, times=FOR_GOOD)
            case "all for good":
                run.office.fault(kind, None, spared=cell.nth, times=FOR_GOOD)
        return run


def clean_run(order: Order, classifier: Classifier) -> Clean:
    run = begin(order, classifier)
    clean = Clean(run, [], [books(run.office.state)])

    def watch(state: State) -> None:
        if clean.stage(state) is None:
            clean.stages.append(books(state))

    run.office.watch = watch
    run.before = lambda: clean.moments.append(moment(run))
    run.to_the_end()
    return clean


def books(state: State) -> str:
    """What the operator has on its books, but for who asked for it and for hand-offs."""
    made = Counter[str]()
    for table in ("payment", "topupBalance", "productOrder", "troubleTicket"):
        for row in state.table(table).values():
            if row.get("ticketType") != "handoff":
                made[f"{table} {row.get('state') or row['status']}"] += 1
    stands = {table: state.table(table) for table in ("product", "bucket", "customerBill")}
    return json.dumps([stands, made], sort_keys=True)
