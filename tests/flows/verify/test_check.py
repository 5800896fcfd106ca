"""A flow with a mistake is told where it is and what to do; a flow without one is told how much it can ask."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from frontline.adapters.flows.library import closure, shipped
from frontline.flows.verify.check import findings, verdict
from frontline.flows.verify.finding import Finding
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


def also(document: Json, expression: str, id_: str = "also") -> Json:
    """One more condition, and a way on from it."""
    data(document, "is")["conditions"].append({"id": id_, "expression": expression})
    return document if id_ in ("technical", "default") else add(document, f"is -{id_}-> bye")


def sorted_by_model(document: Json, **output: object) -> Json:
    sort = node("sort", "llm", instructions="?", outputs=[{"name": "issueCategory", **output}])
    document["nodes"] = [sort if one["id"] == "sort" else one for one in document["nodes"]]
    return add(document, "sort -failed-> human")


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
    "a value the slot never has, said the other way round": (
        lambda d: (contact_first(d), condition(d, "'phone' === wants_call")),
        ("impossible_value", "is"),
    ),
    "a yes that is no text": (
        lambda d: (
            d["slots"][1].update(type="yes_no", options=[]),
            contact_first(d),
            condition(d, "wants_call == 'yes'"),
        ),
        ("impossible_value", "is"),
    ),
    "an option no model fills in": (
        lambda d: (sorted_by_model(d, options=["Technical", "billing"]), condition(d, "issueCategory === 'technical'")),
        ("impossible_value", "is"),
    ),
    "a condition that those before it leave nothing": (
        lambda d: (
            contact_first(d),
            condition(d, "wants_call !== 'mail'"),
            also(d, "wants_call === 'call'"),
        ),
        ("shadowed_condition", "is"),
    ),
    "a condition without a way on": (
        lambda d: data(d, "is")["conditions"].append({"id": "more", "expression": "issueCategory === 'more'"}),
        ("dead_end", "is"),
    ),
    "two conditions of one name": (lambda d: also(d, "issueCategory === 'x'", "technical"), ("name_twice", "is")),
    "a condition called default": (lambda d: also(d, "issueCategory === 'x'", "default"), ("name_taken", "is")),
    "a limit that leads back at once": (
        lambda d: (
            put(d, "contact", limit=2),
            add(d, "contact -limit-> m", "m -> contact", m=node("m", "message", text=".")),
        ),
        ("endless_loop", "contact"),
    ),
    "a slot without a question": (lambda d: d["slots"][0].pop("question"), ("no_question", None)),
    "a question with a blank": (lambda d: d["slots"][0].update(question="{customerIssue}?"), ("unset_variable", None)),
    "a choice of nothing": (lambda d: d["slots"][1].pop("options"), ("no_options", None)),
    "a pattern that is none": (lambda d: d["slots"][0].update(pattern="(a"), ("bad_pattern", None)),
    "a pattern that only backtracking could run": (
        lambda d: d["slots"][0].update(pattern=r"(\w)\1"),
        ("bad_pattern", None),
    ),
    "a pattern of a choice": (lambda d: d["slots"][1].update(pattern="a"), ("wrong_bound", None)),
    "a least of a text": (lambda d: d["slots"][0].update(min=1), ("wrong_bound", None)),
    "bounds that leave nothing": (
        lambda d: (d["slots"][0].update(type="integer", min=3, max=2), put(d, "sort", values={"issueCategory": "1"})),
        ("wrong_bound", None),
    ),
    "a secret that is to be shown": (lambda d: d["slots"][0].update(type="code", shown=True), ("secret_told", None)),
    "two options that look alike": (
        lambda d: d["slots"][1]["options"].append({"value": "fax", "label": "Call me"}),
        ("name_twice", None),
    ),
    "an option without words": (
        lambda d: d["slots"][1]["options"].append({"value": "fax", "label": ""}),
        ("no_options", None),
    ),
    "a slot declared twice": (lambda d: d["slots"].append(d["slots"][0]), ("name_twice", None)),
    "a variable that nobody can read": (lambda d: put(d, "sort", values={"class": "1"}), ("name_taken", "sort")),
    "a variable that hides behind JavaScript": (lambda d: put(d, "sort", values={"Map": "1"}), ("name_taken", "sort")),
    "an output that is no name": (lambda d: sorted_by_model(d, name="issue category"), ("name_taken", "sort")),
    "a number to be picked from texts": (
        lambda d: sorted_by_model(d, type="number", options=["1"]),
        ("no_options", "sort"),
    ),
    "a secret that is said": (
        lambda d: (d["slots"][0].update(type="code"), put(d, "bye", text="{customerIssue}")),
        ("secret_told", "bye"),
    ),
    "a secret that is copied": (lambda d: d["slots"][0].update(type="proof"), ("secret_told", "sort")),
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


def test_a_bad_pattern_is_told_with_its_place_and_the_reason() -> None:
    document = support_flow()
    document["slots"][0]["pattern"] = "(?=a)b"
    assert findings(document, "support", us_catalogue()) == (
        Finding(
            code="bad_pattern",
            path="slots[0].pattern",
            reason="'(?=a)b': looking ahead or behind and named groups are not known here",
        ),
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


def codes(document: Json) -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in findings(document, "support", us_catalogue())]


def test_a_flow_is_not_called_like_a_workflow() -> None:
    assert ("name_taken", None) in found(support_flow(), "bill_payment")


def test_braces_that_are_no_blank_are_told() -> None:
    for text in ("{customerIssue.length}", "{ customerIssue }", "{{customerIssue}}"):
        document = support_flow()
        put(document, "bye", text=text)
        assert codes(document) == [("odd_blank", "warning")]


def test_a_loop_that_asks_what_is_known_is_told() -> None:
    for again, told in ((False, [("asked_once", "warning")]), (True, [])):
        document = support_flow()
        put(document, "contact", limit=2, again=again)
        retarget(document, "contact", "more")
        more = node("more", "decision", conditions=[{"id": "mail", "expression": "wants_call === 'mail'"}])
        add(document, "more -mail-> contact", "more -> bye", "contact -limit-> human", more=more)
        assert codes(document) == told


def test_what_may_be_unset_can_be_asked_for() -> None:
    document = support_flow()
    put(document, "contact", limit=2)
    retarget(document, "contact", "late")
    late = node("late", "decision", conditions=[{"id": "unset", "expression": "!wants_call"}])
    add(document, "contact -limit-> late", "late -unset-> human", "late -> bye", late=late)
    assert codes(document) == []


def test_a_variable_may_have_other_values_than_a_slot_of_its_name() -> None:
    document = support_flow()
    put(document, "sort", values={"wants_call": "'never'", "issueCategory": "wants_call"})
    condition(document, "wants_call === 'never'")
    assert codes(document) == []


def test_the_most_questions_of_many_ways_are_counted_in_no_time() -> None:
    document = support_flow()
    forks = {
        f"d{at}": node(f"d{at}", "decision", conditions=[{"id": "a", "expression": "customerIssue === 'x'"}])
        for at in range(60)
    }
    put(document, "contact", limit=2, again=True)
    retarget(document, "contact", "d0")
    more = {f"m{at}": node(f"m{at}", "message", text=".") for at in range(60)}
    ways = [f"d{at} -a-> m{at}" for at in range(60)] + [f"m{at} -> d{at + 1}" for at in range(59)]
    ways += [f"d{at} -> d{at + 1}" for at in range(59)] + ["m59 -> contact", "d59 -> bye", "contact -limit-> human"]
    add(document, *ways, **forks, **more)
    given = verdict(document, "support", us_catalogue())
    assert (given.sound, given.questions) == (True, 3 + 3 * 3)


def test_a_variable_that_some_ways_leave_unset_is_not_said_without_a_warning() -> None:
    document = support_flow()
    put(document, "bye", text="{issueCategory}")
    retarget(document, "hello", "contact")
    retarget(document, "contact", "asked")
    asked = node("asked", "decision", conditions=[{"id": "call", "expression": "wants_call === 'call'"}])
    add(document, "asked -call-> bye", "asked -> issue", asked=asked)
    reroute(document, "is", "technical", "technical")["target"] = "fix"
    retarget(document, "is", "bye")
    assert codes(document) == [("maybe_unset", "warning")]


def test_a_reading_that_decides_nothing_is_told() -> None:
    for reads, told in ((["vpn"], [("unused_reading", "warning")]), (["done"], [])):
        document = support_flow()
        put(document, "fix", reads=reads)
        assert codes(document) == told


@pytest.mark.parametrize(
    ("examples", "path", "reason"),
    [
        (["a pipe burst"] * 31, "intents[0].examples", "at most 30 items"),
        (["a" * 100_000], "intents[0].examples[0]", "at most 200 characters"),
        ([""], "intents[0].examples[0]", "at least 1 character"),
        (["a pipe\x00 burst"], "intents[0].examples[0]", "a control character"),
        (["half \ud83d a sign"], "intents[0].examples[0]", "unicode string"),
        (["?!"], "intents[0].examples[0]", "no letter"),
        (["a pipe", 7], "intents[0].examples[1]", "valid string"),
    ],
    ids=str,
)
def test_examples_are_bounded_and_what_is_none_is_told(examples: list[Any], path: str, reason: str) -> None:
    intent = {"name": "claim", "means": "has a damage", "offer": "Report a damage", "examples": examples}
    (only,) = findings({**support_flow(), "intents": [intent]}, "support", us_catalogue())
    assert (only.code, only.path) == ("schema", path)
    assert reason in only.reason


def test_an_offer_is_an_entry_of_a_menu() -> None:
    intent = {"name": "claim", "means": "has a damage", "offer": "x" * 100_000}
    (only,) = findings({**support_flow(), "intents": [intent]}, "support", us_catalogue())
    assert (only.code, only.path) == ("too_long", "intents[0].offer")
