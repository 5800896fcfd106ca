"""What models are told, when they are asked, and what of their answers counts."""

import json
from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontline.adapters.llm.mock import ScriptedModel
from frontline.agent.hear.masked import masked
from frontline.agent.hear.prompt import MODEL_MOVES, UNKNOWN, message
from frontline.model.action import AskSlot, Confirm
from frontline.model.decision import NextAction, Prompt
from frontline.model.errors import ModelUnavailable
from frontline.model.heard import OUT_OF_SCOPE
from frontline.model.message import Customer
from frontline.trades import catalogue_of
from tests.support.talking import RECHARGED, to_confirmation
from tests.support.world import ACME, Talk

Start = Callable[..., Talk]
CATALOGUE = catalogue_of(ACME)
SOMEBODY, MEENA, OVERDUE = (Customer(phone_number=f"980000000{n}") for n in (6, 3, 4))
TELLING = (("explain my bill", MEENA), ("how much data do I have left", SOMEBODY), ("pay my overdue bill", OVERDUE))
REFUSING = (
    "is number pe nahi, 9800000003 pe lagao",
    "not this one, put it on 9800000003",
    "इस नंबर पर नहीं, 9800000003 पर लगाओ",
)


def silent() -> ScriptedModel:
    """It is asked and cannot answer."""
    return ScriptedModel(otherwise=ModelUnavailable("listens only"))


def answering(said: str, intent: str = UNKNOWN, confidence: float = 0.9, **fields: Any) -> ScriptedModel:
    """One message is understood, and no other."""
    answer = json.dumps({"intent": intent, "confidence": confidence, **fields})
    return ScriptedModel({said: answer}, otherwise=ModelUnavailable("knows one message"))


def told(prompt: Prompt) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(message(prompt))
    return document


@pytest.mark.parametrize(("says", "customer"), TELLING, ids=["bill items", "a balance", "dues"])
def test_of_our_own_lines_a_model_sees_no_value(says: str, customer: Customer, talk: Start) -> None:
    model = silent()
    one = talk(model, customer=customer)
    one.say(says)
    values = {str(value) for turn in one.turns for line in turn.lines for value in line.values.values()}
    values |= {str(value) for run in one.turn.runs if run.outcome for value in run.outcome.values.values()}
    shown = {value for value in values if any(sign.isdigit() for sign in value) and value in one.reply}
    assert shown, "nothing was told that could leak"
    one.say("blorb fnord")
    last = told(model.calls[-1])
    assert [line["by"] for line in last["talk"]] == ["customer", "frontline"]
    assert "[" in last["talk"][1]["said"], "it is told what was said, by the names of the values"
    assert not [value for value in shown if value in message(model.calls[-1])]


def test_the_offer_is_told_without_its_values_and_with_what_it_lets_them_choose_from(talk: Start) -> None:
    model = silent()
    one = talk(model, customer=SOMEBODY)
    one.say("change my plan")
    listing = told(silent_after(one, model, "blorb fnord"))
    assert {option["entity"] for option in listing["options"]} == {"plan"}
    assert "post-399" in [option["value"] for option in listing["options"]]
    one.say("1")
    assert isinstance(one.turn.action, Confirm)
    offer = told(silent_after(one, model, "blorb fnord"))
    assert "[" in offer["question"]
    assert "399" not in offer["question"] and "9800000006" not in message(model.calls[-1])
    assert offer["options"] == listing["options"] and offer["about"] == ["plan_change"]


def silent_after(one: Talk, model: ScriptedModel, words: str) -> Prompt:
    one.say(words)
    return model.calls[-1]


def test_the_menu_is_told_with_its_intents_and_what_is_over_as_such(talk: Start) -> None:
    model = silent()
    one = talk(model, customer=SOMEBODY)
    one.say("blorb fnord")
    menu = told(silent_after(one, model, "fnord blorb"))
    assert menu["question"] and [option["intent"] for option in menu["options"]][:1] == [CATALOGUE.offers()[0].name]
    one = talk(model, customer=SOMEBODY)
    one.say("how much data do I have left")
    assert one.ticket.status == "resolved"
    assert told(silent_after(one, model, "blorb fnord"))["state"] == "the last matter is over"


ASKED: tuple[tuple[str, tuple[str, ...], str, bool], ...] = (
    ("a name of the menu among other words", ("blorb fnord",), "the plan thing, change my plan I think", True),
    ("a name of the menu alone", ("blorb fnord",), "change my plan", False),
    ("a number of the menu", ("blorb fnord",), "3", False),
    ("a correction with nothing open", (), "no wait, that was wrong", True),
    ("a no with a clause more", ("turn on roaming",), "no not that one the cheaper one", True),
    ("a plain no", ("turn on roaming",), "no thanks", False),
    ("a plain yes", ("turn on roaming",), "yes please", False),
    ("a question at an offer", ("turn on roaming",), "what if my brother objects to that", True),
    ("a question at an offer that the code knows", ("turn on roaming",), "will i be charged for it?", False),
    ("an answer that is no value we know", ("my internet is slow",), "Xanadupur", True),
    ("an answer", ("my internet is slow",), "Jaipur", False),
)


@pytest.mark.parametrize(("before", "says", "asked"), [one[1:] for one in ASKED], ids=[one[0] for one in ASKED])
def test_a_model_is_asked_where_the_code_is_only_half_sure(
    before: tuple[str, ...], says: str, asked: bool, talk: Start
) -> None:
    """And where it does not answer, what the code heard stands."""
    model = silent()
    one, alone = talk(model, customer=SOMEBODY), talk(customer=SOMEBODY)
    for words in (*before, says):
        calls = len(model.calls)
        one.say(words)
        alone.say(words)
    assert (len(model.calls) > calls) is asked
    assert (one.turn.action, one.reply) == (alone.turn.action, alone.reply)


@pytest.mark.parametrize(
    ("says", "seen"),
    [
        ("is there any other way for this", "is there any other way for this"),
        ("my fibre internet in Jaipur is slow", "my fibre internet in *** is slow"),
        ("in the spring of 1978 I believe, Meena Iyer", None),
        ("is it 5 may or Meena in your system now", "is it *** *** or *** in your *** now"),
        ("Meena Iyer", None),
        ("haan", None),
        ("482913", None),
        ("पाँच सितंबर", None),
    ],
)
def test_where_a_proof_is_asked_for_only_words_of_this_house_can_be_seen(says: str, seen: str | None) -> None:
    assert masked(says) == seen


def test_at_a_question_for_a_proof_moves_and_intents_are_all_that_is_taken(talk: Start) -> None:
    says = "is there any other way for this in Jaipur"
    fields: dict[str, Any] = {
        "entities": {"region": "Jaipur", "phone_number": "9800000004"},
        "corrects": ["phone_number"],
    }
    model = answering("is there any other way for this in ***", "callback", **fields)
    one = talk(model)
    one.say("explain my bill for 9800000003")
    turn = one.say(says)
    assert turn.action.kind == "hand_off" and turn.heard.move == "callback"
    assert not turn.heard.said and not turn.heard.guessed and not turn.heard.corrects


def test_what_the_customer_spelt_otherwise_answers_the_open_question_of_a_sure_model(talk: Start) -> None:
    for confidence, source in ((0.9, "said"), (0.6, "inferred")):
        one = talk(answering("mobail", "slow_internet", confidence, entities={"connection": "mobile"}))
        one.say("my internet is slow")
        one.say("Jaipur")
        one.say("mobail")
        known = [(fact.value, fact.source) for fact in one.ticket.facts.known if fact.slot == "connection"]
        assert known == [("mobile", source)] or one.ticket.status == "resolved"
        assert (one.turn.heard.said.get("connection") == "mobile") is (source == "said")


def test_a_number_of_a_line_is_only_ever_the_customers_own_digits(talk: Start) -> None:
    one = talk(answering("the one my son has", "billing_issue", entities={"phone_number": "9800000003"}))
    one.say("explain my bill")
    one.say("the one my son has")
    assert isinstance(one.turn.action, AskSlot) and one.turn.action.slot == "phone_number"
    assert not one.turn.heard.said


def test_what_stands_in_the_message_is_kept_though_nobody_is_sure_what_is_wanted(talk: Start) -> None:
    one = talk(answering("brumm atlantis of jaipur", "slow_internet", 0.3, entities={"region": "jaipur"}))
    one.say("my internet is slow")
    turn = one.say("brumm atlantis of jaipur")
    assert turn.heard.said == {"region": "rajasthan"} and turn.heard.intent is None


def test_where_code_and_model_read_one_slot_differently_the_models_counts_if_its_words_stand_there(talk: Start) -> None:
    says = "xylo rs 99 brumm or was it two ninety nine"
    for value, read in (("two ninety nine", "299.00"), ("399", "99.00")):
        one = talk(answering(says, "recharge_issue", entities={"amount": value}))
        assert one.say(says).heard.said == {"amount": read}


def test_what_explains_another_trouble_is_the_one_wish_where_a_model_read_it_too(talk: Start) -> None:
    one = talk(answering("xylo brumm", "no_signal", wishes=["roaming", "plan_change"]))
    heard = one.say("xylo brumm").heard
    assert (heard.intent, heard.wishes) == ("roaming", ("plan_change",))


@pytest.mark.parametrize("says", REFUSING)
@pytest.mark.parametrize("read_as", ["roaming", "do_not_disturb", "help", "condition", UNKNOWN])
def test_at_an_offer_another_value_corrects_the_known_one_whoever_reads_it_and_as_what(
    says: str, read_as: str, talk: Start
) -> None:
    """The next yes switches nothing for the number that was just refused."""
    model = answering(says, read_as, 0.95, entities={"phone_number": "9800000003"})
    one = talk(ScriptedModel(lambda prompt: _or_unavailable(model, prompt)), customer=SOMEBODY)
    one.say("turn on roaming")
    assert isinstance(one.turn.action, Confirm)
    one.say(says)
    number = one.ticket.facts.get("phone_number")
    assert number and number.value == "+919800000003"
    one.say("haan")
    assert not [
        turn.order for turn in one.turns if turn.order and turn.order.inputs.get("phone_number") == "+919800000006"
    ]


def _or_unavailable(model: ScriptedModel, prompt: Prompt) -> str:
    return model.generate(prompt).text


def test_noted_is_never_said_when_nothing_was_learned(talk: Start) -> None:
    for entities in ({"phone_number": "9800000002"}, {"region": "atlantis"}, {}):
        one = talk(answering("brumm 9800000002 atlantis", UNKNOWN, entities=entities))
        to_confirmation(one)
        turn = one.say("brumm 9800000002 atlantis")
        assert "noted" not in [line.key for line in turn.lines]


@pytest.mark.parametrize("slot", sorted(CATALOGUE.secrets))
def test_no_prompt_schema_or_entity_is_about_a_secret(slot: str, talk: Start) -> None:
    model = answering(RECHARGED, "recharge_issue", entities={slot: "Ravi Kumar, 30 January 1985"}, corrects=[slot])
    one = talk(model)
    turn = one.say(RECHARGED)
    assert turn.heard.proposal and turn.heard.proposal.decision and not turn.heard.proposal.decision.corrects
    assert isinstance(turn.action, AskSlot) and turn.action.slot == "identity_proof"
    assert slot not in f"{model.calls[0].instructions}{model.calls[0].answer_schema}{message(model.calls[0])}"


decisions = st.fixed_dictionaries(
    {
        "intent": st.sampled_from([*CATALOGUE.intents, *MODEL_MOVES, UNKNOWN, OUT_OF_SCOPE]),
        "confidence": st.floats(0, 1),
        "entities": st.dictionaries(
            st.sampled_from(sorted(CATALOGUE.knowledge)), st.sampled_from(["yes", "true", "9800000003", "1"]), max_size=3
        ),
        "next_action": st.sampled_from(get_args(NextAction)),
        "clarification_question": st.just("PAY NOW"),
        "wishes": st.lists(st.sampled_from(list(CATALOGUE.intents)), max_size=3),
        "between": st.lists(st.sampled_from(list(CATALOGUE.intents)), max_size=3),
        "corrects": st.lists(st.sampled_from(sorted(CATALOGUE.knowledge)), max_size=3),
        "drops": st.booleans(),
    }
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(answer=decisions, says=st.sampled_from(["brumm xylo", "no not like that brumm", "will it cost brumm?"]))
def test_no_answer_of_a_model_agrees_to_anything_or_reaches_a_customer(
    answer: dict[str, Any], says: str, talk: Start
) -> None:
    one = talk(ScriptedModel({says: json.dumps(answer)}, otherwise=ModelUnavailable("knows one message")))
    to_confirmation(one)
    turn = one.say(says)
    assert turn.order is None or turn.order.workflow == "hand_off"
    assert turn.stop is None
    assert "PAY NOW" not in turn.reply.text
