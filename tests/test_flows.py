"""Conversations in flows: an organisation's own go through the same engine, with the same repairs, as everything else."""

from collections.abc import Callable

import pytest

from frontline.adapters.llm.mock import ScriptedModel
from frontline.journal.replay import Drawn
from tests.support.graphs import ACME_US, Json, edges, flow_of_document, node, support_flow
from tests.support.stores import Weather
from tests.support.world import Talk

Start = Callable[..., Talk]


@pytest.fixture
def in_flow(talk: Start) -> Start:
    """Begins a conversation that belongs to a flow."""

    def start(
        document: Json, *models: ScriptedModel, called: tuple[tuple[str, Json], ...] = (), **options: object
    ) -> Talk:
        drawn = [flow_of_document(other, name) for name, other in called]
        flows = Drawn((flow_of_document(document), *drawn))
        return talk(*models, organisation=ACME_US.but(library=()), flows=flows, flow="support", **options)

    return start


def test_the_first_words_answer_the_first_question(in_flow: Start) -> None:
    one = in_flow(support_flow())
    assert one.say("My computer won't start").reply.text == "Hello! Please restart it."
    assert one.turn.reply.action is not None
    assert one.turn.reply.action.model_dump() == {"name": "restart", "arguments": {"wait": 10}}
    matter = one.ticket.matter
    assert matter is not None
    assert matter.found == {"issueCategory": "Technical"}


def test_a_flow_begins_without_words_too(in_flow: Start) -> None:
    one = in_flow(support_flow())
    assert one.say("").reply.text == "Hello! What can I do for you?"
    assert "Shall we call you" in one.say("I want another invoice").reply.text
    ended = one.say("call me please")
    assert (ended.reply.text, ended.ticket.status) == ("We will deal with: I want another invoice.", "resolved")


def test_a_greeting_is_returned_and_the_question_is_asked(in_flow: Start) -> None:
    assert "What can I do for you?" in in_flow(support_flow()).say("hello").reply.text


def test_an_instruction_is_explained_waits_and_takes_a_report(in_flow: Start) -> None:
    one = in_flow(support_flow())
    one.say("it is broken")
    assert (
        one.say("where do I find that?").reply.text == "Hold the button. Have you done it? Or write “help”, or “human”."
    )
    waits = one.say("one moment").reply
    assert "Take your time" in waits.text
    assert waits.action is not None, "what the device is asked for is still open"
    assert one.say("repeat that").reply.text.endswith("a colleague takes over. Please restart it.")
    ended = one.report("restart", {"done": True})
    assert (ended.ticket.status, ended.reply.text.startswith("A colleague takes over.")) == ("escalated", True)


def device_flow() -> Json:
    """An instruction that wants several things read off one device."""
    slots = [
        {"name": "brand", "type": "text"},
        {"name": "model_name", "type": "text"},
        {"name": "plugged_in", "type": "yes_no"},
    ]
    look = node(
        "look",
        "instruct",
        action={"name": "look_at_device"},
        text="Please look at it.",
        help="At its back.",
        reads=[slot["name"] for slot in slots],
    )
    end = node("end", "end", text="{brand} {model_name}", resolution="resolved")
    nodes = [node("start", "start"), look, end, node("human", "transfer")]
    return {"title": "a device", "slots": slots, "nodes": nodes, "edges": edges("start -> look", "look -> end")}


def test_a_report_is_read_by_its_names(in_flow: Start) -> None:
    one = in_flow(device_flow())
    one.say("")
    one.report("look_at_device", {"pluggedIn": False})
    assert {fact.slot: fact.value for fact in one.ticket.facts.known} == {"plugged_in": False}
    assert one.ticket.status == "needs_info"
    ended = one.report("LookAtDevice", {"brand": "Acme", "model_name": "X1", "network": {"state": "no signal"}})
    assert (ended.reply.text, ended.ticket.status) == ("Acme X1", "resolved")


def named_otherwise() -> Json:
    """An instruction whose end has a name of its author's own."""
    document = support_flow()
    document["slots"].append({"name": "restarted", "type": "done"})
    next(one for one in document["nodes"] if one["id"] == "fix")["data"]["reads"] = ["restarted"]
    return document


def test_thanks_are_no_word_that_it_is_done_whatever_that_is_called(in_flow: Start) -> None:
    one = in_flow(named_otherwise())
    one.say("it is broken")
    assert "Take your time" in one.say("ok thanks").reply.text
    assert one.say("done, thanks").ticket.status == "escalated"


def test_a_single_value_of_a_report_answers_the_only_thing_asked(in_flow: Start) -> None:
    document = device_flow()
    next(one for one in document["nodes"] if one["id"] == "look")["data"]["reads"] = ["brand"]
    document["nodes"][-2]["data"]["text"] = "{brand}"
    one = in_flow(document)
    one.say("")
    assert one.report("look_at_device", {"make": "Acme"}).reply.text == "Acme"


def test_a_report_on_something_else_answers_nothing(in_flow: Start) -> None:
    one = in_flow(device_flow())
    one.say("")
    one.report("check_battery", {"brand": "Acme", "model_name": "X1", "plugged_in": True})
    assert one.ticket.status == "needs_info"
    assert not one.ticket.facts.known


def test_a_report_answers_no_spoken_question(in_flow: Start) -> None:
    one = in_flow(support_flow())
    one.say("")
    one.report("check_battery", {"battery": 50})
    assert one.turn.action.kind == "ask_slot"
    assert not one.ticket.facts.known


def test_an_instruction_that_is_never_answered_ends_with_a_human(in_flow: Start) -> None:
    one = in_flow(support_flow())
    one.say("it is broken")
    for _ in range(5):
        one.say("the weather is nice today isn't it so blue")
    assert one.ticket.status == "escalated"


def test_a_human_can_be_had_at_every_point(in_flow: Start) -> None:
    one = in_flow(support_flow())
    one.say("it is broken")
    assert one.say("I want to talk to a human").ticket.status == "escalated"


def test_it_can_be_called_off_at_every_point(in_flow: Start) -> None:
    one = in_flow(support_flow())
    one.say("it is broken")
    assert one.say("cancel").ticket.status == "cancelled"


def test_a_correction_goes_back_to_where_it_was_asked(in_flow: Start) -> None:
    document = support_flow()
    document["slots"].append({"name": "city", "type": "region", "question": "Where?", "help": "Your city."})
    near = [{"id": "yes", "expression": "city === 'mumbai'"}]
    document["nodes"] += [node("city", "elicitation", slot="city"), node("near", "decision", conditions=near)]
    document["edges"] = [one for one in document["edges"] if one["source"] != "issue"]
    document["edges"] += edges("issue -> city", "city -> near", "near -> sort", "near -yes-> contact")
    one = in_flow(document)
    one.say("I want another invoice")
    assert "Shall we call you" in one.say("Mumbai").reply.text
    assert one.say("sorry, not Mumbai, it is Delhi").reply.options == ("Call me", "Write to me")
    assert one.ticket.facts.get("city").value == "delhi"  # type: ignore[union-attr]


def test_a_model_fills_in_what_is_declared_and_nothing_else(in_flow: Start) -> None:
    document = support_flow()
    sort = node(
        "sort",
        "llm",
        instructions="Which kind of issue is it?",
        outputs=[{"name": "issueCategory", "options": ["Technical", "billing"]}],
    )
    document["nodes"] = [sort if one["id"] == "sort" else one for one in document["nodes"]]
    document["edges"] += edges("sort -failed-> human")
    told = in_flow(document, ScriptedModel(lambda _: '{"issueCategory": "Technical"}'))
    assert "Please restart it." in told.say("my screen is dark").reply.text
    for answer in ('{"issueCategory": "weather"}', "no idea", '{"issueCategory": "billing", "admin": true}'):
        assert in_flow(document, ScriptedModel(otherwise=answer)).say("my screen is dark").ticket.status == "escalated"


def test_free_words_and_variables_reach_a_model_and_a_human_without_the_secrets_in_them(in_flow: Start) -> None:
    document = support_flow()
    sort = node(
        "sort", "llm", instructions="Which kind?", outputs=[{"name": "issueCategory", "options": ["Technical"]}]
    )
    document["nodes"] = [sort if one["id"] == "sort" else one for one in document["nodes"]]
    document["edges"] += edges("sort -failed-> human")
    model = ScriptedModel({}, otherwise="no idea")
    variables = {"note": {"lines": ["Nobody Known, 7 May 1971"]}}
    ended = in_flow(document, model, variables=variables).say("I am Ravi Kumar, 30 Jan 1985, my password is Hunter2")
    assert ended.order and ended.order.workflow == "hand_off"
    assert "[password]" in model.calls[0].text
    for text in (str(model.calls), str(ended.order.inputs), str(ended.ticket.facts)):
        assert not [secret for secret in ("Ravi", "1985", "Hunter2", "1971") if secret in text]


def test_who_loses_a_race_asks_no_model_to_fill_in_again(in_flow: Start) -> None:
    document = support_flow()
    sort = node(
        "sort", "llm", instructions="Which kind?", outputs=[{"name": "issueCategory", "options": ["Technical"]}]
    )
    document["nodes"] = [sort if one["id"] == "sort" else one for one in document["nodes"]]
    document["edges"] += edges("sort -failed-> human")
    model = ScriptedModel(lambda _: '{"issueCategory": "Technical"}')
    store = Weather()
    one = in_flow(document, model, store=store)
    other = Talk(
        one.operator,
        one.classifier,
        one.models,
        one.organisation,
        store=store,
        conversation=one.conversation,
        flows=one.flows,
        flow="support",
    )
    store.before_append = lambda: other.say("", "winner")
    lost = one.say("my screen is dark", "loser")
    assert (other.turn.seq, lost.seq) == (1, 2)
    assert "Please restart it." in lost.reply.text
    assert [call.text for call in model.calls] == ["my screen is dark"]


def test_a_subflow_is_gone_through_and_brings_back_what_is_asked_of_it(in_flow: Start) -> None:
    document = support_flow()
    sort = node(
        "sort",
        "subflow",
        flow="sorting",
        inputs={"words": "customerIssue.toUpperCase()"},
        outputs={"issueCategory": "kind"},
    )
    document["nodes"] = [sort if one["id"] == "sort" else one for one in document["nodes"]]
    document["edges"] += edges("sort -urgent-> human")
    sorting = {
        "title": "sorting",
        "variables": ["words"],
        "nodes": [
            node("start", "start"),
            node("kind", "set", values={"kind": "words.includes('BROKEN') ? 'technical' : 'other'", "secret": "1"}),
            node("is", "decision", conditions=[{"id": "fire", "expression": "/FIRE/.test(words)"}]),
            node("urgent", "end", result="urgent"),
            node("done", "end"),
            node("human", "transfer"),
        ],
        "edges": edges("start -> kind", "kind -> is", "is -fire-> urgent", "is -> done"),
    }
    one = in_flow(document, called=(("sorting", sorting),))
    assert "Please restart it." in one.say("it is broken").reply.text
    assert one.ticket.matter and one.ticket.matter.found == {"issueCategory": "technical"}
    assert in_flow(document, called=(("sorting", sorting),)).say("it is on fire").ticket.status == "escalated"


def test_a_condition_that_throws_is_not_met_and_is_told(in_flow: Start) -> None:
    document = support_flow()
    document["nodes"][3]["data"]["values"] = {"issueCategory": "nothing.at.all"}
    document["variables"] = ["nothing"]
    one = in_flow(document)
    assert "Shall we call you" in one.say("it is broken").reply.text
    assert one.turn.degraded == ("support/sort", "support/is")


def test_a_limit_ends_a_loop(in_flow: Start) -> None:
    document = support_flow()
    next(one for one in document["nodes"] if one["id"] == "contact")["data"] |= {"limit": 2, "again": True}
    document["edges"] = [one for one in document["edges"] if one["source"] != "contact"]
    document["edges"] += edges("contact -> contact", "contact -limit-> human")
    one = in_flow(document)
    one.say("an invoice")
    one.say("call me")
    assert one.ticket.status == "needs_info"
    assert one.say("call me").ticket.status == "escalated"


def test_a_flow_that_was_taken_away_ends_with_a_human(in_flow: Start) -> None:
    one = in_flow(support_flow())
    one.say("an invoice")
    one.flows = Drawn(())
    one.flow = None
    assert one.say("call me").ticket.status == "escalated"
    one.turns.clear()  # its journal stands on two releases, so no one release can replay it


def test_a_newer_version_is_walked_from_its_start_without_asking_again(in_flow: Start) -> None:
    one = in_flow(support_flow())
    one.say("an invoice")
    newer = support_flow()
    newer["slots"][1] |= {"name": "way", "question": "Call or mail?"}
    next(node for node in newer["nodes"] if node["id"] == "contact")["data"]["slot"] = "way"
    one.flows = Drawn((flow_of_document(newer),))
    assert one.say("hmm let me think about it").reply.text.endswith("Call or mail?")
    one.turns.clear()  # its journal stands on two releases, so no one release can replay it


def test_half_an_answer_is_kept_and_the_rest_is_asked_for(in_flow: Start) -> None:
    document = support_flow()
    fix = next(one for one in document["nodes"] if one["id"] == "fix")
    fix["data"]["reads"] = ["signal", "data_saver"]
    one = in_flow(document)
    one.say("it is broken")
    assert one.say("data saver is on").reply.text == "Got it. What do you see?"
    assert one.say("two bars of signal").reply.text.startswith("A colleague takes over.")


def test_the_words_of_an_offer_are_a_wish_where_free_words_are_asked_for_and_in_a_list(talk: Start) -> None:
    hot = {"name": "hot_phone", "means": "it gets hot", "offer": "My phone is hot"}
    cold = {"name": "cold_phone", "means": "it gets cold", "offer": "My phone is cold"}
    flows = Drawn(
        (
            flow_of_document({**device_flow(), "intents": [hot, cold]}, "device"),
            flow_of_document({**support_flow(), "intents": [{"name": "sup", "means": "support", "offer": "Support"}]}),
        )
    )
    one = talk(organisation=ACME_US.but(library=()), flows=flows)
    assert one.say("support").reply.text == "Hello! What can I do for you?"
    assert one.say("my phone is cold").reply.text.endswith("Please look at it.")
    listed = talk(organisation=ACME_US.but(library=()), flows=flows)
    listed.say("hello")
    assert listed.say("My phone is cold").reply.text == "Please look at it."


def test_an_authors_intent_is_found_by_its_offer_without_a_model(talk: Start) -> None:
    document = {**device_flow(), "intents": [{"name": "hot_phone", "means": "it gets hot", "offer": "My phone is hot"}]}
    one = talk(organisation=ACME_US.but(library=()), flows=Drawn((flow_of_document(document),)))
    assert one.say("my phone is hot!").reply.text == "Please look at it."
