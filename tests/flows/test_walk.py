"""The walk over any flow there can be: it ends, it never runs what misses a slot, and it takes no guess for an answer."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from frontline.flows.compile import DECLINED, flow_of
from frontline.flows.ground import Ground, satisfied
from frontline.flows.walk import STEP_LIMIT, Stop, Walked, walk
from frontline.model.action import AskSlot, Confirm, HandOff, RunWorkflow, Say
from frontline.model.catalogue import Catalogue
from frontline.model.fact import Fact, Facts, Source
from frontline.model.message import Outcome
from frontline.model.ticket import Matter, Run
from frontline.model.workflow import Result, Workflow
from frontline.trades.telecom import TRADE
from tests.support.declared import WORDS, intent, slot, workflow

SOURCES: tuple[Source, ...] = ("said", "history", "inferred")
NAMES = ("a", "b", "c")


@st.composite
def a_workflow(draw: st.DrawFn) -> tuple[Workflow, ...]:
    """The one to walk, last; before it the inquiry it looks with, if it does."""
    asked = draw(st.permutations(NAMES).map(lambda names: names[: draw(st.integers(0, 3))]))
    slots = tuple(slot(name, inferable=draw(st.booleans())) for name in asked)
    wrong = {f"wrong_{one.name}": Result(says=WORDS, then="go_on", corrects=one.name) for one in slots}
    results = {
        "fine": Result(says=WORDS),
        "onward": Result(says=WORDS, then="go_on"),
        "hard": Result(says=WORDS, then="hand_off"),
        **wrong,
    }
    order = draw(st.booleans())
    preview = workflow("look", slots=slots, results=results)
    wanted = workflow(
        "wanted",
        kind="order" if order else "inquiry",
        slots=slots,
        results=results,
        intents=(intent("wanted"),),
        confirm=WORDS if order else None,
        preview="look" if draw(st.booleans()) else None,
    )
    return (preview, wanted)


facts = st.lists(
    st.builds(
        Fact, slot=st.sampled_from(NAMES), value=st.integers(0, 9), source=st.sampled_from(SOURCES), turn=st.just(1)
    ),
    max_size=3,
    unique_by=lambda fact: fact.slot,
).map(lambda known: Facts(known=tuple(known)))


class Dialogue:
    """A customer who answers everything, workflows that end as they like."""

    def __init__(self, workflows: tuple[Workflow, ...], known: Facts) -> None:
        self.catalogue = Catalogue.of(workflows, trade=TRADE)
        self.flow = flow_of(self.catalogue, "wanted")
        self.facts = known
        self.matter = Matter(intent="wanted", flow="wanted", flow_hash=self.flow.hash, node=self.flow.start)

    def walk(self) -> Walked:
        walked = walk(self.matter, Ground(self.facts, self.catalogue, "2026-11-16"))
        self.matter, self.facts = walked.matter, walked.ground.facts
        return walked

    def answer(self, stop: Stop, data: st.DataObject) -> bool:
        """Whether there is more to come."""
        match stop:
            case AskSlot(slot=name, correcting=correcting):
                fact = Fact(slot=name, value=data.draw(st.integers(10, 99)), source="said", turn=2)
                self.facts = self.facts.learn(fact, correction=correcting)
                if correcting:
                    self.matter = self.matter.but(node=self.flow.start, consented=False, run=None, found={})
            case Confirm() if data.draw(st.booleans()):
                self.matter = self.matter.but(consented=True)
            case Confirm():
                self.matter = self.matter.but(node=self.flow.after(self.matter.node, DECLINED))
            case RunWorkflow():
                results = list(self.catalogue.workflows[stop.workflow].results)
                ended = Outcome(status="succeeded", result=data.draw(st.sampled_from(results)), values={"found": 1})
                run = Run(node=stop.node, workflow=stop.workflow, inputs=stop.inputs, outcome=ended)
                self.matter = self.matter.but(run=run)
            case _:
                return False
        return True


@given(a_workflow(), facts, st.data())
def test_a_walk_never_runs_what_misses_a_slot_and_never_takes_a_guess_for_an_answer(
    workflows: tuple[Workflow, ...], known: Facts, data: st.DataObject
) -> None:
    one = Dialogue(workflows, known)
    for _ in range(30):
        stop = one.walk().stop
        if isinstance(stop, RunWorkflow):
            for wanted in one.catalogue.workflows[stop.workflow].slots:
                fact = one.facts.get(wanted.name)
                assert fact is not None
                assert stop.inputs[wanted.name] == fact.value
                assert fact.source != "inferred" or wanted.inferable
        if isinstance(stop, AskSlot) and not stop.correcting:
            assert not satisfied(stop.slot, one.matter, Ground(one.facts, one.catalogue, "")), (
                "what is known is not asked"
            )
        if not one.answer(stop, data):
            break


@given(a_workflow(), facts, st.data())
def test_an_order_runs_only_after_the_customer_has_agreed(
    workflows: tuple[Workflow, ...], known: Facts, data: st.DataObject
) -> None:
    one = Dialogue(workflows, known)
    for _ in range(30):
        stop = one.walk().stop
        if isinstance(stop, RunWorkflow) and one.catalogue.workflows[stop.workflow].kind == "order":
            assert one.matter.consented
        if not one.answer(stop, data):
            break


@given(a_workflow(), facts, st.data())
def test_the_same_walk_twice_comes_to_the_same(
    workflows: tuple[Workflow, ...], known: Facts, data: st.DataObject
) -> None:
    one = Dialogue(workflows, known)
    for _ in range(10):
        before = Ground(one.facts, one.catalogue, "2026-11-16")
        again = walk(one.matter, before)
        walked = one.walk()
        assert walked == again
        if not one.answer(walked.stop, data):
            break


def test_a_flow_that_never_waits_ends_with_a_human() -> None:
    one = Dialogue((workflow("wanted", slots=(slot("a"),), intents=(intent("wanted"),)),), Facts())
    ring = one.flow.but(edges=tuple(edge.but(target="ask_a") for edge in one.flow.edges))
    catalogue = Catalogue.of((), (ring,))
    catalogue = dataclasses.replace(catalogue, slots=one.catalogue.slots)
    ground = Ground(Facts(known=(Fact(slot="a", value=1, source="said", turn=1),)), catalogue, "2026-11-16")
    assert STEP_LIMIT < 1000
    assert walk(one.matter, ground).stop == HandOff(reason="workflow_failed")


def test_what_was_found_out_is_handed_on_and_what_is_not_declared_is_not() -> None:
    look = workflow("look", results={"onward": Result(says=WORDS, then="go_on")})
    one = Dialogue((look, workflow("wanted", slots=(slot("a"),), intents=(intent("wanted"),), preview="look")), Facts())
    one.facts = Facts(known=tuple(Fact(slot=name, value=1, source="said", turn=1) for name in ("a", "z")))
    stop = one.walk().stop
    assert stop == RunWorkflow(workflow="look", node="look", inputs={"today": "2026-11-16", "intent": "wanted", "a": 1})
    ended = Outcome(status="succeeded", result="onward", values={"line_id": "line-1"})
    one.matter = one.matter.but(run=Run(node="look", workflow="look", inputs={}, outcome=ended))
    onward = one.walk()
    assert isinstance(onward.stop, RunWorkflow)
    assert onward.stop.inputs == {"today": "2026-11-16", "intent": "wanted", "line_id": "line-1", "a": 1}
    assert [line.key for line in onward.lines] == ["look.onward"]


def test_while_an_order_is_under_way_the_walk_stays() -> None:
    one = Dialogue((workflow("wanted", intents=(intent("wanted"),)),), Facts())
    one.matter = one.matter.but(run=Run(node="run", workflow="wanted", inputs={}, order="order-1"))
    walked = one.walk()
    assert (walked.stop, walked.matter.node) == (Say(), "run")
