"""Every shipped flow is gone through by the real walk, along ways that together take every edge."""

from itertools import pairwise

import pytest

from frontline.adapters.flows.library import closure, shipped
from frontline.flows.ground import Ground
from frontline.flows.paths import TOLD, Step, paths, told
from frontline.flows.verify.handles import handles_of
from frontline.flows.walk import Walked, walk
from frontline.model.action import AskSlot, Close, HandOff, Instruct
from frontline.model.catalogue import Catalogue
from frontline.model.fact import Fact, Facts
from frontline.model.flow import Call, Condition, Edge, Elicitation, End, Flow, Fork, Node, Start, Transfer
from frontline.model.ticket import Matter
from frontline.model.trade import Trade
from frontline.model.workflow import Option, Slot
from frontline.trades.telecom import TRADE
from frontline.trades.telecom.workflows.observations import OBSERVATIONS
from tests.support.declared import WORDS
from tests.support.graphs import us_catalogue

OUTCOME = "outcome_of_what_was_called"


def stand_in(name: str, results: frozenset[str], reads: tuple[str, ...]) -> Flow:
    """What is called, asking outright what it should have read and how it ends."""
    asked: list[Node] = [Elicitation(id=f"read_{slot}", slot=slot, again=True) for slot in reads]
    ask = Elicitation(id="how", slot=OUTCOME, again=True)
    fork = Fork(
        id="which", conditions=tuple(Condition(id=r, expression=f"{OUTCOME} === '{r}'") for r in sorted(results))
    )
    ends = [End(id=f"end_{result}", result=result) for result in sorted(results)]
    way = ["start", *(one.id for one in asked), "how", "which"]
    edges = [Edge(source=a, target=b) for a, b in pairwise(way)]
    edges += [Edge(source="which", handle=result, target=f"end_{result}") for result in results]
    edges += [Edge(source="which", target=ends[0].id)]
    nodes = (Start(id="start"), *asked, ask, fork, *ends)
    return Flow(id=name, hash=name, start="start", nodes=nodes, edges=tuple(edges), question_bound=99)


def on_its_own(flow: Flow, known: Catalogue) -> Catalogue:
    """The flow among stand-ins for all that it calls."""
    calls = {node.flow: node for node in flow.nodes if isinstance(node, Call)}
    observed, only_told = {slot.name for slot in OBSERVATIONS}, told(flow, known)
    stand_ins = [
        stand_in(
            name,
            handles_of(node, known),
            tuple(sorted(set(known.wanted_by(name)) & observed | (only_told if name in known.workflows else set()))),
        )
        for name, node in calls.items()
    ]
    two = tuple(Option(value=str(value), label=WORDS) for value in TOLD)
    tellings = [
        Slot(name=name, type="text", label=WORDS, question=WORDS, help=WORDS, options=two) for name in sorted(only_told)
    ]
    outcome = Slot(
        name=OUTCOME, type="text", label=WORDS, question=WORDS, help=WORDS, options=(Option(value="x", label=WORDS),)
    )
    return Catalogue.of(
        (),
        (flow, *stand_ins),
        Trade(slots=(*OBSERVATIONS, *known.slots.values(), *tellings, outcome), slot_types=TRADE.slot_types),
    )


class Walker:
    """Answers what the walk asks as a way says."""

    def __init__(self, flow: Flow, catalogue: Catalogue, way: tuple[Step, ...]) -> None:
        self.catalogue = catalogue
        self.facts = Facts()
        self.values = {step.node: step.values for step in way}
        self.handles = {step.node: step.handle for step in way}
        self.left = list(way)
        self.matter = Matter(intent=flow.id, flow=flow.id, flow_hash=flow.hash, node=flow.start)

    def go(self) -> Walked:
        for _ in range(400):
            walked = walk(self.matter, Ground(self.facts, self.catalogue, "2026-11-16"))
            self.matter, self.facts = walked.matter, walked.ground.facts
            if not isinstance(walked.stop, AskSlot | Instruct) or not self._answered(walked):
                return walked
        raise AssertionError("it never ends")

    def _answered(self, walked: Walked) -> bool:
        own = self.matter.callers[0].node if self.matter.callers else self.matter.node
        while self.left and self.left[0].node != own:
            self.left.pop(0)
        if not self.left:
            return False
        step = self.left[0]
        slots = walked.stop.reads if isinstance(walked.stop, Instruct) else (walked.stop.slot,)  # type: ignore[union-attr]
        for slot in slots:
            known = self.catalogue.slots[slot]
            value = (
                step.handle
                if slot == OUTCOME
                else step.values.get(slot, known.options[0].value if known.options else "x")
            )
            self.facts = self.facts.learn(Fact(slot=slot, value=value, source="said", turn=1))  # type: ignore[arg-type]
        self.matter = self.matter.but(answered=True)
        if not self.matter.callers or OUTCOME in slots:
            self.left.pop(0)
        return True


@pytest.mark.parametrize("name", shipped())
def test_generated_ways_cover_every_edge(name: str) -> None:
    known = us_catalogue(*closure([name]))
    coverage = paths(known.flows[name], known)
    assert coverage.uncovered == ()
    assert coverage.share == 1.0


@pytest.mark.parametrize("name", shipped())
def test_the_real_walk_goes_every_generated_way_to_its_end(name: str) -> None:
    known = us_catalogue(*closure([name]))
    flow = known.flows[name]
    for way in paths(flow, known).ways:
        if any(step.handle == "limit" for step in way):
            continue
        last = flow.node(flow.after(way[-1].node, way[-1].handle))
        walked = Walker(flow, on_its_own(flow, known), way).go()
        if isinstance(last, End):
            assert walked.stop == Close(resolution=last.resolution), way
        if isinstance(last, Transfer):
            assert isinstance(walked.stop, HandOff), way
        if isinstance(last, End | Transfer):
            assert walked.matter.node == last.id
