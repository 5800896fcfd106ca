"""What an author or a worker can get wrong in a flow ends no turn, gives nothing away and gets round no promise."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from frontline.adapters.llm.mock import ScriptedModel
from frontline.flows.javascript import sandbox
from frontline.flows.javascript.script import Script
from frontline.journal.replay import Drawn
from frontline.journal.rows import to_body
from frontline.model.action import AskSlot, RunWorkflow
from frontline.model.base import Variables
from frontline.model.decision import Prompt
from frontline.model.message import Customer, Outcome
from tests.support.graphs import ACME_US, Json, edges, flow_of_document, node, support_flow
from tests.support.world import Talk

Start = Callable[..., Talk]
STRICT = ACME_US.but(library=(), identity="proof")
HUMAN = node("human", "transfer")


def told(text: str, **options: object) -> Json:
    """A flow that says one thing."""
    nodes = [node("start", "start"), node("say", "message", text=text), node("end", "end"), HUMAN]
    return {"title": "telling", "nodes": nodes, "edges": edges("start -> say", "say -> end"), **options}


@pytest.fixture
def in_flow(talk: Start) -> Start:
    """Begins a conversation that belongs to a flow."""

    def start(document: Json, *models: ScriptedModel, flow_id: str = "support", **options: object) -> Talk:
        flows = Drawn((flow_of_document(document, flow_id),))
        organisation = ACME_US.but(library=())
        return talk(*models, **{"organisation": organisation, "flows": flows, "flow": flow_id, **options})

    return start


@pytest.mark.parametrize(
    ("variables", "text"),
    [
        ({"product_key": "gold"}, "You have gold."),
        ({"product_key": "2026-99-99"}, "You have 2026-99-99."),
        ({"product_key": "2026-00-10"}, "You have 2026-00-10."),
        ({"product_key": "2026-11-16"}, "You have 16 Nov 2026."),
    ],
)
def test_a_variable_is_said_as_it_is_whatever_it_looks_like(in_flow: Start, variables: Variables, text: str) -> None:
    document = told("You have {product_key}.", variables=["product_key"])
    assert in_flow(document, variables=variables).say("").reply.text == text


@pytest.mark.parametrize("flow_id", ["slot", "flow"])
def test_a_flow_can_have_any_name(in_flow: Start, flow_id: str) -> None:
    document = support_flow() | {"title": "any"}
    one = in_flow(document, flow_id=flow_id)
    one.say("I want another invoice")
    one.say("how much data do I have left?")
    one.say("+1 555 123 2002")
    assert "Back to any" in one.say("cancel").reply.text or "any" in one.turns[-2].reply.text


def test_a_number_that_is_none_is_not_what_a_model_filled_in(in_flow: Start) -> None:
    document = told("It is {x}.")
    document["nodes"].append(node("ask", "llm", instructions="?", outputs=[{"name": "x", "type": "number"}]))
    document["edges"] = edges("start -> ask", "ask -> say", "ask -failed-> human", "say -> end")
    assert in_flow(document, ScriptedModel(otherwise='{"x": NaN}')).say("hi").ticket.status == "escalated"
    assert in_flow(document, ScriptedModel(otherwise='{"x": 1e999}')).say("hi").ticket.status == "escalated"


def test_an_input_that_its_slot_cannot_read_leaves_the_slot_to_be_asked_for(in_flow: Start) -> None:
    document = told("Done.", variables=["number"])
    document["nodes"].append(node("left", "tool", workflow="data_balance", inputs={"phone_number": "number"}))
    document["edges"] = edges("start -> left", "left -> say", "left -failed-> human", "say -> end")
    for variables in ({}, {"number": None}, {"number": {"of": "mine"}}, {"number": ""}, {"number": "lots"}):
        turn = in_flow(document, variables=variables).say("")
        assert turn.runs == ()
        assert isinstance(turn.action, AskSlot)
        assert turn.action.slot == "phone_number"


def test_a_number_that_a_flow_is_given_has_to_be_proven_like_one_that_is_said(in_flow: Start) -> None:
    document = told("You have {remaining}.", variables=["number"])
    document["nodes"].append(node("left", "tool", workflow="data_balance", inputs={"phone_number": "number"}))
    document["edges"] = edges("start -> left", "left -> end", "left -failed-> human", "left -left-> say", "say -> end")
    me = Customer(phone_number="+15551232002")
    one = in_flow(document, customer=me, variables={"number": "+15551232005"}, organisation=STRICT)
    assert [run.workflow for run in one.say("").runs] == ["identity_check"]
    assert one.ticket.status == "needs_info"
    own = in_flow(document, customer=me, variables={"number": "+15551232002"}, organisation=STRICT)
    assert [run.workflow for run in own.say("").runs] == ["data_balance"]


def secretive(*, instructed: bool = False) -> Json:
    """Asks for a PIN, lets a model look on, and asks on."""
    asks = {"action": {"name": "read_pin"}, "text": "Read your PIN.", "help": "On the card.", "reads": ["pin"]}
    return {
        "title": "pins",
        "slots": [
            {"name": "pin", "type": "code", "question": "Your PIN?", "help": "On the card."},
            {"name": "why", "type": "text", "question": "Why?", "help": "In your own words."},
        ],
        "nodes": [
            node("start", "start"),
            node("pin", "instruct", **asks) if instructed else node("pin", "elicitation", slot="pin"),
            node("look", "llm", instructions="?", outputs=[{"name": "mood"}]),
            node("why", "elicitation", slot="why"),
            HUMAN,
        ],
        "edges": edges("start -> pin", "pin -> look", "look -> why", "look -failed-> why", "why -> human"),
    }


@pytest.mark.parametrize("instructed", [False, True])
def test_a_secret_is_told_to_no_model_no_human_and_no_observer(in_flow: Start, instructed: bool) -> None:
    prompts: list[Prompt] = []

    def look(prompt: Prompt) -> str:
        prompts.append(prompt)
        return '{"mood": "fine"}'

    one = in_flow(secretive(instructed=instructed), ScriptedModel(look))
    one.say("")
    one.say("482913")
    assert one.ticket.question == AskSlot(slot="why")
    one.say("because")
    assert prompts
    assert not any("482913" in prompt.model_dump_json() for prompt in prompts)
    for turn in one.turns:
        assert not any("482913" in event.model_dump_json() for event in turn.events)
        assert not any("482913" in said.text for said in turn.ticket.transcript)
        assert not any("482913" in run.model_dump_json() for run in turn.runs)
        assert not isinstance(turn.action, RunWorkflow)


@pytest.mark.parametrize("expression", ["words + words", "words + user_input", "[words, words, words]"])
def test_no_variable_grows_until_a_turn_cannot_be_kept(in_flow: Start, expression: str) -> None:
    document = told("Said.", variables=["words"])
    document["slots"] = [{"name": "what", "type": "text", "question": "What?", "help": "Anything."}]
    document["nodes"] += [
        node("more", "set", values={"words": expression}),
        *(node(f"copy{at}", "set", values={f"copy{at}": "words"}) for at in range(20)),
        node("ask", "elicitation", slot="what", again=True, limit=20),
    ]
    names = ["say", "more", *(f"copy{at}" for at in range(20)), "ask", "more"]
    document["edges"] = edges(
        "start -> say", *(f"{one} -> {other}" for one, other in pairwise(names)), "ask -limit-> end"
    )
    one = in_flow(document, variables={"words": "न" * 12_000})
    one.say("")
    for _ in range(9):
        one.say("word " * 700)
        assert len(to_body(one.turn).encode()) < 350_000
    assert one.ticket.status == "escalated"
    assert any(turn.degraded for turn in one.turns)


def test_half_a_sign_is_no_value(in_flow: Start) -> None:
    document = told("It is {half}.")
    document["nodes"].append(node("cut", "set", values={"half": "user_input.slice(0, 1)", "held": "[{a: half}]"}))
    document["edges"] = edges("start -> cut", "cut -> say", "say -> end")
    one = in_flow(document)
    one.say("\N{GRINNING FACE}")
    assert one.ticket.status == "resolved"
    assert to_body(one.turn)


def slow(expression: str) -> Json:
    """Decision after decision, each of them long."""
    forks = [
        node(f"is{at}", "decision", conditions=[{"id": f"c{no}", "expression": expression} for no in range(50)])
        for at in range(18)
    ]
    document = told("Said.")
    document["nodes"] += forks
    names = ["start", *(fork["id"] for fork in forks), "say", "end"]
    document["edges"] = edges(
        *(f"{one} -> {other}" for one, other in pairwise(names)),
        *(f"is{at} -c{no}-> human" for at in range(18) for no in range(50)),
    )
    return document


@pytest.mark.parametrize(
    ("expression", "most"),
    [("/(a+)+b/.test('a'.repeat(28))", 12), ("user_input.length > 1e9 && 'x'.repeat(9) === ''", 300)],
)
def test_a_flow_that_thinks_too_long_makes_way_for_a_human(
    in_flow: Start, monkeypatch: pytest.MonkeyPatch, expression: str, most: int
) -> None:
    asked: list[bool] = []
    answer = sandbox.answer

    def counted(script: Script, names: tuple[str, ...], arguments: str, *, judged: bool) -> str:
        asked.append(judged)
        return answer(script, names, arguments, judged=judged)

    monkeypatch.setattr(sandbox, "answer", counted)
    one = in_flow(slow(expression))
    assert one.say("hi").ticket.status == "escalated"
    assert len(asked) <= most
    one.turns.clear()  # what the engine's own clock ends, another machine may not


def asking(*nodes: Json, lines: tuple[str, ...], **options: object) -> Json:
    """Asks where, goes through these nodes, and asks what."""
    slots = [
        {"name": "where", "type": "region", "question": "Where?", "help": "Your city."},
        {"name": "what", "type": "text", "question": "What?", "help": "Anything."},
    ]
    ends = (
        node("start", "start"),
        node("where", "elicitation", slot="where"),
        node("what", "elicitation", slot="what"),
    )
    return {"title": "any", "slots": slots, "nodes": [*ends, *nodes, HUMAN], "edges": edges(*lines), **options}


def test_a_correction_forgets_nothing_that_was_worked_out_before(in_flow: Start) -> None:
    document = asking(
        node("count", "set", values={"count": "41 + 1"}),
        node("say", "message", text="{count} in {where}."),
        lines=("start -> count", "count -> where", "where -> say", "say -> what", "what -> human"),
    )
    one = in_flow(document)
    one.say("")
    assert one.say("Mumbai").reply.text == "42 in Mumbai. What?"
    assert one.say("sorry, not Mumbai, it is Delhi").reply.text.endswith("42 in Delhi NCR. And the what?")


def test_what_no_model_filled_in_and_what_failed_before_an_inquiry_is_named(in_flow: Start) -> None:
    document = asking(
        node("bad", "set", values={"bad": "nothing.at.all"}),
        node("look", "llm", instructions="?", outputs=[{"name": "mood"}]),
        node("left", "tool", workflow="data_balance", inputs={"phone_number": "'+15551232002'"}),
        lines=("start -> bad", "bad -> look", "look -> left", "look -failed-> left", "left -> what", "what -> human"),
        variables=["nothing"],
    )
    one = in_flow(document, ScriptedModel(otherwise="?"))
    turn = one.say("")
    assert [run.workflow for run in turn.runs] == ["model", "data_balance"]
    assert turn.degraded == ("support/bad", "support/look")


def test_what_was_asked_of_others_is_in_the_row_when_the_questions_end(in_flow: Start) -> None:
    document = asking(
        node("look", "llm", instructions="?", outputs=[{"name": "mood"}]),
        lines=("start -> where", "where -> look", "look -> what", "look -failed-> what", "what -> human"),
    )
    one = in_flow(document, ScriptedModel(otherwise='{"mood": "good"}'))
    flow = flow_of_document(document).but(question_bound=1)
    one.flows = Drawn((flow,))
    one.say("")
    turn = one.say("Mumbai")
    assert (turn.ticket.status, [run.workflow for run in turn.runs]) == ("escalated", ["model", "hand_off"])


@pytest.mark.parametrize(
    "gone",
    [
        node("gone", "tool", workflow="data_balance"),
        node("gone", "subflow", flow="nobody"),
        node("gone", "elicitation", slot="nothing"),
        node("gone", "instruct", action={"name": "look"}, text="Look.", help="There.", reads=["nothing"]),
        node("gone", "decision", conditions=[{"id": "yes", "expression": "true"}]),
        node("gone", "message", text="On to nowhere."),
    ],
    ids=["workflow", "flow", "slot", "reading", "way on", "edge"],
)
def test_what_was_taken_from_under_a_published_flow_ends_with_a_human(in_flow: Start, gone: Json) -> None:
    document = asking(gone, lines=("start -> gone",))
    one = in_flow(document, organisation=ACME_US.but(library=(), workflows=()))
    assert one.say("").ticket.status == "escalated"


def test_a_correction_inside_a_called_flow_goes_back_to_where_the_caller_asked(in_flow: Start) -> None:
    inner = {
        "title": "inner",
        "slots": [{"name": "why", "type": "text", "question": "Why?", "help": "Anything."}],
        "nodes": [node("start", "start"), node("why", "elicitation", slot="why"), node("end", "end"), HUMAN],
        "edges": edges("start -> why", "why -> end"),
    }
    outer = asking(
        node("is", "decision", conditions=[{"id": "here", "expression": "where === 'mumbai'"}]),
        node("inner", "subflow", flow="inner"),
        node("far", "message", text="Too far."),
        lines=(
            "start -> where",
            "where -> is",
            "is -here-> inner",
            "is -> far",
            "far -> what",
            "inner -> what",
            "what -> human",
        ),
    )
    one = in_flow(outer)
    one.flows = Drawn((flow_of_document(outer), flow_of_document(inner, "inner")))
    one.say("")
    assert one.say("Mumbai").reply.text == "Why?"
    assert one.say("sorry, not Mumbai, it is Delhi").reply.text.endswith("Too far. What?")
    assert one.ticket.matter and one.ticket.matter.callers == ()


def refuelling() -> tuple[Json, Json]:
    """An order inside a flow inside a flow, with words of their own for every end of it."""
    inner = {
        "title": "refuelling",
        "nodes": [
            node("start", "start"),
            node("refuel", "tool", workflow="data_refuel", inputs={"gigabytes": "'1'"}),
            node("done", "end", result="refuelled"),
            node("not", "end", result="not_refuelled"),
            HUMAN,
        ],
        "edges": edges("start -> refuel", "refuel -> done", "refuel -declined-> not", "refuel -failed-> human"),
    }
    outer = {
        "title": "more data",
        "nodes": [
            node("start", "start"),
            node("more", "subflow", flow="inner"),
            node("yes", "end", text="You have more."),
            node("no", "end", text="As you like.", resolution="cancelled"),
            HUMAN,
        ],
        "edges": edges(
            "start -> more",
            "more -refuelled-> yes",
            "more -not_refuelled-> no",
            "more -failed-> human",
            "more -> human",
        ),
    }
    return outer, inner


@pytest.fixture
def to_consent(talk: Start) -> Callable[[], Talk]:
    """Up to the question whether one gigabyte shall be bought."""

    def start() -> Talk:
        outer, inner = refuelling()
        flows = Drawn((flow_of_document(outer), flow_of_document(inner, "inner")))
        me = Customer(phone_number="+15551232002")
        one = talk(organisation=ACME_US.but(library=()), flows=flows, flow="support", customer=me)
        one.say("")
        assert one.turn.action.kind == "confirm", one.reply
        return one

    return start


def test_repairs_hold_at_an_orders_consent_inside_a_called_flow(to_consent: Callable[[], Talk]) -> None:
    one = to_consent()
    asked = one.turn.action
    for words in ("thanks", "please repeat that", "help", "hmm the weather"):
        assert one.say(words).action == asked, words
    assert one.say("no").reply.text.endswith("As you like.")
    assert one.ticket.status == "cancelled"
    assert to_consent().say("I want to talk to a human").ticket.status == "escalated"
    assert to_consent().say("cancel").ticket.status == "cancelled"


def test_a_no_at_an_order_takes_no_earlier_choice_back(talk: Start) -> None:
    outer, inner = refuelling()
    outer["slots"] = [
        {
            "name": "at_home",
            "type": "choice",
            "question": "Are you at home?",
            "options": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}],
        }
    ]
    outer["nodes"].append(node("home", "elicitation", slot="at_home"))
    outer["edges"] = edges("start -> home", "home -> more") + outer["edges"][1:]
    flows = Drawn((flow_of_document(outer), flow_of_document(inner, "inner")))
    me = Customer(phone_number="+15551232002")
    one = talk(organisation=ACME_US.but(library=()), flows=flows, flow="support", customer=me)
    one.say("")
    assert one.say("yes").action.kind == "confirm"
    assert one.say("no").reply.text.endswith("As you like.")


def test_an_order_inside_a_called_flow_comes_back_to_it(to_consent: Callable[[], Talk]) -> None:
    one = to_consent()
    ordered = one.say("yes")
    assert ordered.order
    assert one.say("yes", message_id=ordered.message.id.removeprefix("said:")).order == ordered.order
    for words in ("thanks", "please repeat that", "hello?", "what about my order"):
        assert one.say(words).ticket.status == "in_progress", words
    assert one.say("cancel").stop
    assert one.order_ends().reply.text.endswith("You have more.")
    assert one.ticket.status == "resolved"


def test_an_order_inside_a_called_flow_that_was_stopped_in_time_is_called_off(to_consent: Callable[[], Talk]) -> None:
    one = to_consent()
    one.say("yes")
    one.say("cancel")
    assert one.order_ends(Outcome(status="stopped")).ticket.status == "cancelled"


def test_an_order_inside_a_called_flow_that_failed_ends_with_a_human(to_consent: Callable[[], Talk]) -> None:
    one = to_consent()
    one.say("yes")
    assert one.order_ends(Outcome(status="failed")).ticket.status == "escalated"


def test_a_session_that_lay_idle_begins_its_flow_again(to_consent: Callable[[], Talk]) -> None:
    one = to_consent()
    one.wait(45)
    assert one.say("yes").action.kind == "confirm"
    assert one.ticket.ordinal == 2
