"""A slot list becomes a flow, always the same one: ask, look, ask for consent, run, end."""

import pytest

from frontline.flows.compile import flow_of
from frontline.model.catalogue import Catalogue
from frontline.model.flow import Elicitation, End, Flow, Transfer
from frontline.model.organisation import Organisation
from frontline.model.text import Text
from frontline.model.workflow import Result, Workflow
from frontline.trades import catalogue_of
from frontline.trades.telecom.workflows import WORKFLOWS
from tests.support.declared import WORDS, intent, slot, workflow
from tests.support.world import ACME

RESULTS = {
    "fine": Result(says=WORDS),
    "onward": Result(says=WORDS, then="go_on"),
    "too_hard": Result(says=WORDS, then="hand_off"),
    "wrong": Result(says=WORDS, then="go_on", corrects="number"),
}
LOOK = workflow("look", slots=(slot("number"),), results=RESULTS)
ORDER = workflow(
    "change",
    kind="order",
    slots=(slot("number"), slot("wish")),
    results={"fine": RESULTS["fine"], "too_hard": RESULTS["too_hard"]},
    intents=(intent("change"),),
    preview="look",
    confirm=WORDS,
)
SERVED = [pytest.param(name, id=name) for name, one in WORKFLOWS.items() if one.intents]


def compiled(*workflows: Workflow) -> Flow:
    return flow_of(Catalogue.of(workflows), workflows[-1].name)


def path(flow: Flow, *handles: str) -> list[str]:
    """The nodes from the start, leaving by these handles in turn and by default ones between them."""
    node, left, been = flow.start, list(handles), [flow.start]
    while not isinstance(flow.node(node), End | Transfer):
        offered = [edge.handle for edge in flow.edges if edge.source == node]
        node = flow.after(node, left.pop(0) if left and left[0] in offered else "default")
        been.append(node)
    return been


def test_slots_are_asked_in_the_order_they_are_declared_then_it_is_run() -> None:
    flow = compiled(workflow("ask", slots=(slot("b"), slot("a"))))
    assert path(flow, "done") == ["ask_b", "ask_a", "run", "done"]


def test_an_order_is_looked_up_and_agreed_to_before_it_runs() -> None:
    flow = compiled(LOOK, ORDER)
    assert path(flow, "onward", "fine") == ["ask_number", "ask_wish", "look", "consent", "run", "done"]
    assert path(flow, "onward", "declined")[-2:] == ["consent", "called_off"]


def test_a_result_that_closes_the_matter_or_needs_a_human_goes_there() -> None:
    flow = compiled(LOOK, ORDER)
    assert path(flow, "fine")[-2:] == ["look", "done"]
    assert path(flow, "too_hard")[-2:] == ["look", "human"]
    assert path(flow, "onward", "too_hard")[-2:] == ["run", "human"]


def test_a_value_that_did_not_hold_is_asked_for_again() -> None:
    flow = compiled(LOOK, ORDER)
    assert flow.after("look", "wrong") == "correct_number"
    assert flow.node("correct_number") == Elicitation(id="correct_number", slot="number", correcting=True)


def test_the_same_declaration_gives_the_same_flow_to_the_byte() -> None:
    again = [Workflow.model_validate_json(one.model_dump_json()) for one in (LOOK, ORDER)]
    assert compiled(*again).model_dump_json() == compiled(LOOK, ORDER).model_dump_json()


@pytest.mark.parametrize(
    "changed",
    [
        ORDER.but(slots=tuple(reversed(ORDER.slots))),
        ORDER.but(slots=(*ORDER.slots, slot("more"))),
        ORDER.but(preview=None),
        ORDER.but(results={**ORDER.results, "another": RESULTS["fine"]}),
        ORDER.but(results={"fine": RESULTS["too_hard"], "too_hard": RESULTS["too_hard"]}),
    ],
)
def test_another_way_through_has_another_hash(changed: Workflow) -> None:
    assert compiled(LOOK, changed).hash != compiled(LOOK, ORDER).hash


def test_other_words_are_the_same_flow_so_that_no_customer_starts_over_for_a_typo() -> None:
    reworded = ORDER.but(title=Text.same("other words"), confirm=Text.same("Really?"))
    assert compiled(LOOK, reworded).hash == compiled(LOOK, ORDER).hash


def test_questions_are_bounded_by_what_the_slots_tries_add_up_to() -> None:
    short, long = compiled(workflow("short", slots=(slot("a"),))), compiled(LOOK, ORDER)
    assert short.question_bound == 3 + 3
    assert long.question_bound == 6 + 6


@pytest.mark.parametrize("name", SERVED)
def test_every_flow_we_ship_is_whole(name: str) -> None:
    """Every edge leads somewhere, every node can be reached and left, and a tool has a way on for each of its results."""
    catalogue = catalogue_of(Organisation(id="o", name="O", workflows=(name,), address_key="k"))
    flow = flow_of(catalogue, name)
    nodes = {node.id for node in flow.nodes}
    reached, waiting = {flow.start}, [flow.start]
    while waiting:
        source = waiting.pop()
        targets = {edge.target for edge in flow.edges if edge.source == source} - reached
        assert targets <= nodes
        reached |= targets
        waiting.extend(targets)
    ends = {node.id for node in flow.nodes if isinstance(node, End | Transfer)}
    assert nodes - reached <= ends, "an end may be unused; everything else is on some way"
    assert {edge.source for edge in flow.edges} >= nodes - ends - {f"correct_{slot}" for slot in catalogue.slots}


def test_the_whole_of_what_acme_offers_compiles_within_the_limits_of_a_row() -> None:
    catalogue = catalogue_of(ACME)
    assert all(flow_of(catalogue, served).question_bound <= 40 for served in catalogue.served_by.values())
