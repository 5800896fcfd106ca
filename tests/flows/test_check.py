"""A flow with a mistake is told where it is and what to do; a flow without one is told how much it can ask."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from frontline.adapters.flows.library import closure, shipped
from frontline.flows.check import findings, verdict
from frontline.flows.finding import Finding
from tests.support.graphs import Json, edges, flow_of_document, node, support_flow, us_catalogue

Change = Callable[[Json], Any]


def found(document: Json, flow_id: str = "support") -> list[tuple[str, str | None]]:
    return [(one.code, one.node) for one in findings(document, flow_id, us_catalogue()) if one.severity == "error"]


def data(document: Json, id_: str) -> Json:
    return next(one for one in document["nodes"] if one["id"] == id_)["data"]  # type: ignore[no-any-return]


def edge(document: Json, source: str, handle: str | None = None) -> Json:
    return next(one for one in document["edges"] if one["source"] == source and one.get("sourceHandle") == handle)


def add(document: Json, *lines: str, **nodes: Json) -> Json:
    document["nodes"] += nodes.values()
    document["edges"] += edges(*lines)
    return document


def put(document: Json, id_: str, **changed: object) -> Json:
    given = data(document, id_)
    given |= changed
    return given


def kind(document: Json, type_: str, **changed: object) -> Json:
    """The second node becomes another kind of node."""
    document["nodes"][1] |= {"type": type_, "data": changed}
    return document


def condition(document: Json, expression: str) -> Json:
    only = data(document, "is")["conditions"][0]
    return put_in(only, expression=expression)


def put_in(place: Json, **changed: object) -> Json:
    place |= changed
    return place


def retarget(document: Json, source: str, target: str) -> Json:
    return put_in(edge(document, source), target=target)


def reroute(document: Json, source: str, handle: str | None, other: str) -> Json:
    return put_in(edge(document, source, handle), sourceHandle=other)


def contact_first(document: Json) -> Json:
    retarget(document, "hello", "contact")
    retarget(document, "contact", "issue")
    return retarget(document, "is", "bye")


MISTAKES: dict[str, tuple[Change, tuple[str, str | None]]] = {
    "a misspelled field": (lambda d: put(d, "hello", txt="Hi"), ("schema", "hello")),
    "an unknown kind of node": (lambda d: kind(d, "mesage", text="Hello!"), ("schema", "hello")),
    "two nodes of one name": (lambda d: add(d, hello=node("hello", "message", text="Hi")), ("duplicate_node", "hello")),
    "no start": (lambda d: d["nodes"].pop(0), ("no_start", None)),
    "a second start": (lambda d: add(d, "again -> hello", again=node("again", "start")), ("several_starts", "again")),
    "an edge to nowhere": (lambda d: retarget(d, "hello", "isue"), ("dangling_edge", "hello")),
    "an edge from nowhere": (lambda d: add(d, "nobody -> bye"), ("dangling_edge", "nobody")),
    "a handle that is not there": (lambda d: reroute(d, "is", "technical", "tecnical"), ("wrong_handle", "is")),
    "two ways by one handle": (lambda d: add(d, "hello -> bye"), ("duplicate_edge", "hello")),
    "a node that nothing leads to": (
        lambda d: add(d, "x -> bye", x=node("x", "message", text="x")),
        ("unreachable", "x"),
    ),
    "a node that leads nowhere": (lambda d: d["edges"].remove(edge(d, "contact")), ("dead_end", "contact")),
    "a way that never ends": (
        lambda d: (
            add(
                d, "p -> q", "q -> p", p=node("p", "message", text="."), q=node("q", "elicitation", slot="mms", limit=2)
            ),
            retarget(d, "contact", "p"),
        ),
        ("dead_end", "p"),
    ),
    "a decision without default": (lambda d: d["edges"].remove(edge(d, "is")), ("no_default", "is")),
    "a loop that never waits": (
        lambda d: (retarget(d, "sort", "hello"), retarget(d, "hello", "sort")),
        ("endless_loop", "hello"),
    ),
    "a loop that asks for ever": (lambda d: retarget(d, "contact", "issue"), ("unbounded_questions", "issue")),
    "no way to a human": (lambda d: (retarget(d, "fix", "bye"), d["nodes"].pop()), ("missing_escalation", None)),
    "a blank nobody fills": (lambda d: put(d, "bye", text="{customer_issue}"), ("unset_variable", "bye")),
    "a misspelled variable": (lambda d: condition(d, "issueCatgory === 'x'"), ("unset_variable", "is")),
    "a variable set only later": (
        lambda d: (retarget(d, "hello", "sort"), retarget(d, "is", "issue"), retarget(d, "issue", "contact")),
        ("unset_variable", "sort"),
    ),
    "a slot nobody declared": (lambda d: put(d, "contact", slot="wants_cal"), ("unknown_slot", "contact")),
    "a reading nobody knows": (lambda d: put(d, "fix", reads=["donne"]), ("unknown_slot", "fix")),
    "a slot of no type": (lambda d: d["slots"][0].update(type="txt"), ("unknown_slot_type", None)),
    "a slot declared otherwise": (lambda d: d["slots"].append({"name": "signal"}), ("slot_redeclared", None)),
    "an intent another flow serves": (
        lambda d: d.update(intents=[{"name": "mms_issue", "means": "pictures", "offer": "Pictures"}]),
        ("intent_taken", None),
    ),
    "a workflow there is not": (lambda d: kind(d, "tool", workflow="refund"), ("unknown_workflow", "hello")),
    "a flow there is not": (lambda d: kind(d, "subflow", flow="sevice"), ("unknown_flow", "hello")),
    "a flow that calls itself": (lambda d: kind(d, "subflow", flow="support"), ("recursive_call", "hello")),
    "an input nobody takes": (
        lambda d: kind(d, "tool", workflow="data_refuel", inputs={"gigabyte": "2"}),
        ("wrong_input", "hello"),
    ),
    "a result without a way on": (
        lambda d: (kind(d, "tool", workflow="data_balance"), reroute(d, "hello", None, "left")),
        ("unhandled_result", "hello"),
    ),
    "a result misspelled": (
        lambda d: (kind(d, "subflow", flow="service"), add(d, "hello -restorred-> bye")),
        ("wrong_handle", "hello"),
    ),
    "an expression that is none": (lambda d: condition(d, "issueCategory.includes('x'"), ("unparseable", "is")),
    "a comparison that sets": (lambda d: condition(d, "issueCategory = 'Technical'"), ("assignment", "is")),
    "the same condition twice": (
        lambda d: (
            data(d, "is")["conditions"].append({**data(d, "is")["conditions"][0], "id": "two"}),
            add(d, "is -two-> bye"),
        ),
        ("shadowed_condition", "is"),
    ),
    "a value the slot never has": (
        lambda d: (contact_first(d), condition(d, "wants_call === 'phone'")),
        ("impossible_value", "is"),
    ),
    "a condition that never holds": (
        lambda d: (contact_first(d), condition(d, "wants_call.toUpperCase() === 'call'")),
        ("impossible_value", "is"),
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found_where_it_is(mistake: str) -> None:
    change, expected = MISTAKES[mistake]
    document = support_flow()
    assert found(document) == []
    change(document)
    assert expected in found(document)


def test_every_finding_says_where_and_what_to_do() -> None:
    document = support_flow()
    data(document, "is")["conditions"][0]["expression"] = "issueCategry === 'x'"
    (finding,) = [one for one in findings(document, "support", us_catalogue()) if one.severity == "error"]
    assert finding == Finding(
        code="unset_variable",
        node="is",
        path="nodes[4].data.conditions[0].expression",
        reason="nothing on the way here sets 'issueCategry'; did you mean 'issueCategory'?",
    )


def test_a_variable_set_on_one_way_only_is_a_warning_unless_it_is_guarded() -> None:
    for expression, warned in (("wants_call.length > 9", ["late"]), ("wants_call?.length > 9", [])):
        document = support_flow()
        late = node("late", "decision", conditions=[{"id": "long", "expression": expression}])
        add(document, "late -> bye", "late -long-> human", late=late)
        retarget(document, "contact", "late")
        retarget(document, "fix", "late")
        given = findings(document, "support", us_catalogue())
        assert [one.node for one in given if one.code == "maybe_unset"] == warned


def test_a_variable_of_the_caller_is_declared() -> None:
    document = support_flow()
    data(document, "hello")["text"] = "Hello {customerName}!"
    assert found(document) == [("unset_variable", "hello")]
    document["variables"] = ["customerName"]
    assert found(document) == []


def test_what_is_checked_takes_the_place_of_what_is_live() -> None:
    live = flow_of_document(support_flow())
    document = copy.deepcopy(support_flow())
    document["slots"][0]["question"] = "How can I help?"
    assert findings(document, "support", us_catalogue(live)) == ()


def test_the_most_questions_are_counted_with_their_tries() -> None:
    given = verdict(support_flow(), "support", us_catalogue())
    assert given.questions == 3 + 5


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_flow_is_sound_and_bounded(name: str) -> None:
    raw = shipped()[name].model_dump(mode="json", exclude_none=True)
    given = verdict(raw, name, us_catalogue(*closure([name])))
    assert given.findings == ()
    assert given.questions is not None
