"""A flow of an author's own with slots of many types: published, gone through, and what is shown of it to whom."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.llm.mock import ScriptedModel
from frontline.adapters.operator import TmfOperator
from frontline.agent import desk as desk_of_a_turn
from frontline.agent.tell import hand_off, plan
from frontline.channels.flow_calls import session_of
from frontline.channels.shown import Mask, shown
from frontline.flows.ground import Ground
from frontline.journal import rows
from frontline.model.action import AskSlot
from frontline.model.catalogue import Catalogue
from frontline.model.event import SlotFilled
from frontline.model.turn import Turn
from frontline.model.words import NO_WORDS
from frontline.trades import catalogue_of
from tests.support.graphs import Json, edges, node
from tests.support.promises import keep_all
from tests.support.publishing import an_authors_desk
from tests.support.world import Talk

ASKED: tuple[Json, ...] = (
    {"name": "member", "type": "text", "pattern": r"[A-Z]{2}-?\d{4}"},
    {"name": "people", "type": "integer", "min": 1, "max": 8},
    {"name": "reach", "type": "email"},
    {"name": "area", "type": "postcode"},
    {"name": "reason", "type": "text", "shown": False},
    {"name": "wine", "type": "text", "shown": True},
)
HELPS = ["Two letters, four digits.", "A number.", "Like a@b.in.", "Six digits.", "Anything.", "Red or white."]


def membership() -> Json:
    """Asks for everything in order, has a model look at it, and hands over."""
    slots = [{**slot, "question": f"{slot['name']}?", "help": HELPS[at]} for at, slot in enumerate(ASKED)]
    asks = [node(f"ask_{slot['name']}", "elicitation", slot=slot["name"]) for slot in ASKED]
    sort = node("sort", "llm", instructions="Which kind?", outputs=[{"name": "kind", "options": ["a"]}])
    copy = node("copy", "set", values={"copied": "reason"})
    told = node("told", "message", text="{member}, {people}, {reach}, {area}, {wine}.")
    ids = ["start", *(ask["id"] for ask in asks), "copy", "told", "sort"]
    ways = [f"{one} -> {other}" for one, other in pairwise(ids)]
    return {
        "title": "membership",
        "slots": slots,
        "nodes": [node("start", "start"), *asks, copy, told, sort, node("human", "transfer", text="A colleague.")],
        "edges": edges(*ways, "sort -> human", "sort -failed-> human"),
    }


class Answer(NamedTuple):
    said: str
    slot: str
    value: object


ENGLISH = (
    Answer("it is ab 12 34", "member", "AB1234"),
    Answer("there are three of us", "people", 3),
    Answer("ravi dot k at gmail dot com", "reach", "ravi.k@gmail.com"),
    Answer("560 001", "area", "560001"),
    Answer("my doctor told me to", "reason", "my doctor told me to"),
    Answer("the red one, thanks", "wine", "the red one, thanks"),
)
HINGLISH = (
    Answer("mera number AB-1234 hai", "member", "AB-1234"),
    Answer("hum teen log hain", "people", 3),
    Answer("mera email ravi@gmail.com hai", "reach", "ravi@gmail.com"),
    Answer("paanch chhe shunya shunya shunya ek", "area", "560001"),
    Answer("doctor ne bola tha", "reason", "doctor ne bola tha"),
    Answer("laal wali", "wine", "laal wali"),
)
HINDI = (
    Answer("AB १२३४", "member", "AB1234"),
    Answer("हम तीन लोग हैं", "people", 3),
    Answer("मेरा ईमेल ravi@gmail.com है", "reach", "ravi@gmail.com"),
    Answer("पिन कोड ५६०००१ है", "area", "560001"),
    Answer("डॉक्टर ने कहा था", "reason", "डॉक्टर ने कहा था"),
    Answer("लाल वाली", "wine", "लाल वाली"),
)


@pytest.fixture
def begin(talk: Callable[..., Talk]) -> Iterator[Callable[..., Talk]]:
    """A conversation in the flow as its author published it."""
    with an_authors_desk() as desk:
        desk.publish("membership", membership())

        def start(*models: ScriptedModel) -> Talk:
            organisation = desk.organisation.but(time_zone="Asia/Kolkata")
            one = talk(*models, organisation=organisation, flows=desk.published, flow="membership")
            one.say("")
            return one

        yield start


@pytest.mark.parametrize("answers", [ENGLISH, HINGLISH, HINDI], ids=["en", "hinglish", "hi"])
def test_every_answer_is_read_in_every_language(answers: tuple[Answer, ...], begin: Callable[..., Talk]) -> None:
    one = begin()
    for answer in answers:
        assert one.turn.action == AskSlot(slot=answer.slot)
        one.say(answer.said)
        fact = one.ticket.facts.get(answer.slot)
        assert fact is not None and fact.value == answer.value
    assert one.ticket.status == "escalated"


@pytest.mark.parametrize("slot", [slot["name"] for slot in ASKED if slot["name"] not in ("reason", "wine")])
def test_a_question_or_a_wish_at_it_is_no_answer(slot: str, begin: Callable[..., Talk]) -> None:
    one = begin()
    for answer in ENGLISH[: [answer.slot for answer in ENGLISH].index(slot)]:
        one.say(answer.said)
    for words in ("what is a postcode?", "why do you need that?", "in hindi please", "english please"):
        one.say(words)
        assert one.turn.action == AskSlot(slot=slot)
        assert one.ticket.facts.get(slot) is None
    assert one.say("I want to talk to a human").ticket.status == "escalated"


def test_a_wish_for_a_human_or_a_language_is_no_free_text_either(begin: Callable[..., Talk]) -> None:
    one = begin()
    for answer in ENGLISH[:4]:
        one.say(answer.said)
    assert one.say("in english please").action == AskSlot(slot="reason")
    assert one.say("I want to talk to a human").ticket.status == "escalated"
    assert one.ticket.facts.get("reason") is None


@pytest.mark.parametrize(
    "words", ["what is a reason?", "why do you need that", "zaroori hai kya", "क्यों चाहिए", "do I have to give one"]
)
def test_a_question_is_no_free_text_and_gets_the_help(words: str, begin: Callable[..., Talk]) -> None:
    one = begin()
    for answer in ENGLISH[:4]:
        one.say(answer.said)
    asked = one.say(words)
    assert (asked.action, asked.ticket.facts.get("reason")) == (AskSlot(slot="reason"), None)
    in_short, whole = "Anything. And the reason? Or write “human”.", "Anything. reason?"
    assert asked.reply.text == (in_short if asked.ticket.locale == "en" else whole)


def test_what_is_out_of_bounds_is_asked_once_more_and_then_a_human_has_it(begin: Callable[..., Talk]) -> None:
    one = begin()
    one.say("AB1234")
    assert one.say("twelve").action == AskSlot(slot="people")
    assert one.say("12").ticket.status == "escalated"


def test_a_slip_is_corrected(begin: Callable[..., Talk]) -> None:
    one = begin()
    for answer in ENGLISH[:3]:
        one.say(answer.said)
    assert one.say("sorry, my email is ravi@work.in").action == AskSlot(slot="area")
    assert one.ticket.facts.get("reach").value == "ravi@work.in"  # type: ignore[union-attr]


def test_what_nobody_is_shown_is_in_no_event_packet_prompt_journal_or_session(begin: Callable[..., Talk]) -> None:
    model = ScriptedModel({}, otherwise="no idea")
    one = begin(model)
    for answer in ENGLISH:
        one.say(answer.said)
    hidden, secret = (
        catalogue_of(one.organisation, one.world.flows.of(one.organisation, one.ticket.pins)).hidden,
        "doctor",
    )
    assert "reason" in hidden
    assert one.turn.order and one.turn.order.workflow == "hand_off"
    sessions = session_of(tuple(one.turns), "membership", hidden, None)
    told = (
        str([event for turn in one.turns for event in turn.events]),
        str(one.turn.order.inputs),
        str(model.calls),
        "".join(rows.to_body(shown(turn, hidden)) for turn in one.turns),
        sessions.model_dump_json(),
    )
    assert [text for text in told if secret in text] == []
    assert "reason = ***" in str(one.turn.order.inputs)
    assert secret in rows.to_body(one.turns[-2]), "the flow itself goes on with it"


def test_who_works_on_the_matter_is_shown_the_rest_and_observers_what_says_so(begin: Callable[..., Talk]) -> None:
    model = ScriptedModel({}, otherwise="no idea")
    one = begin(model)
    for answer in ENGLISH:
        one.say(answer.said)
    hidden = catalogue_of(one.organisation, one.world.flows.of(one.organisation, one.ticket.pins)).hidden
    assert one.turn.order
    for text in (str(one.turn.order.inputs), model.calls[-1].context, rows.to_body(shown(one.turn, hidden))):
        assert "AB1234" in text and "ravi.k@gmail.com" in text and "560001" in text
    assert {slot: masked for turn in one.turns for slot, masked in _filled(turn)} == {
        "member": "***",
        "people": "***",
        "reach": "***",
        "area": "***",
        "reason": "***",
        "wine": "the red one, thanks",
    }


def _filled(turn: Turn) -> Iterator[tuple[str, str]]:
    for event in turn.events:
        if isinstance(event.happened, SlotFilled):
            yield event.happened.slot, event.happened.masked


def _as_secrets_alone(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Catalogue, "hidden", property(lambda catalogue: catalogue.secrets))


def _in_the_transcript(patch: pytest.MonkeyPatch) -> None:
    for module in (desk_of_a_turn, plan, hand_off):
        patch.setattr(module, "tellable", lambda _ticket, desk: desk.words or NO_WORDS)


def _in_a_prompt(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Ground, "tellable", Ground.known)


def _in_the_packet(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(hand_off, "HIDDEN", "my doctor told me to")


def _in_a_copy(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Mask, "variables", lambda _, variables: variables)


@pytest.mark.parametrize("plant", [_as_secrets_alone, _in_the_transcript, _in_a_prompt, _in_the_packet, _in_a_copy])
def test_each_way_out_is_watched(
    plant: Callable[[pytest.MonkeyPatch], None],
    operator: TmfOperator,
    classifier: Classifier,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with an_authors_desk() as desk, monkeypatch.context() as planted:
        desk.publish("membership", membership())
        organisation = desk.organisation.but(time_zone="Asia/Kolkata")
        models = (ScriptedModel({}, otherwise="no idea"), classifier)
        one = Talk(operator, classifier, models, organisation, flows=desk.published, flow="membership")
        plant(planted)
        for words in ("", *(answer.said for answer in ENGLISH)):
            one.say(words)
        with pytest.raises(AssertionError, match=r"^promise 27 is broken"):
            keep_all(one.journal(), organisation, desk.published, one.told, only={27})
