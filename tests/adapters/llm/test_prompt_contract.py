"""The prompt's contract, end to end: a model that answers exactly as it was told is believed, for every intent, move, value and
field that the prompt names, over Gemini's protocol and Ollama's, in an organisation of workflows and in one of flows."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
from jsonschema import validate

from frontline.adapters.llm.gemini import Gemini
from frontline.adapters.llm.mock import ScriptedModel
from frontline.adapters.llm.ollama import Ollama
from frontline.agent.hear.prompt import MODEL_MOVES, UNKNOWN
from frontline.journal.replay import Drawn, differences
from frontline.model.action import AskIntent, AskSlot, Confirm
from frontline.model.flow import Flow
from frontline.model.heard import OUT_OF_SCOPE
from frontline.model.message import Customer
from frontline.model.organisation import Organisation
from frontline.ports import LanguageModel
from frontline.trades.telecom import TRADE
from local.seed import ORGANISATIONS
from tests.adapters.llm.google import KEY, MODEL, candidate
from tests.adapters.llm.ollama_server import ollama
from tests.adapters.llm.server import Asked, Server, Told, serving
from tests.support.graphs import Json, flow_of_document, support_flow
from tests.support.world import Talk

Start = Callable[..., Talk]
WORDS = "xylo brumm"
"""What no code can read, so that a model is asked."""
LISTED = re.compile(r"^- (?P<name>\w+): .*?(?: \(workflow: (?P<workflow>[\w-]+)\))?$", re.MULTILINE)
OPTIONS = re.compile(r"^- (?P<name>\w+): [\w ]+, one of (?P<values>.+)$", re.MULTILINE)


class House(NamedTuple):
    """An organisation and the flows its author has published."""

    organisation: Organisation
    drawn: tuple[Flow, ...] = ()


def authored() -> Json:
    """A flow as an author writes it, that serves an intent of its own."""
    say = {"en": "get broadband", "hi": "ब्रॉडबैंड", "hinglish": "broadband lena"}
    intent = {"name": "new_broadband", "means": "wants broadband at home", "offer": say}
    return support_flow() | {"intents": [intent]}


ACME_IN, ACME_US = (House(one.but(address_key="key")) for one in ORGANISATIONS)
HOUSES = (
    ACME_IN,
    ACME_US,
    House(ACME_US.organisation.but(library=()), (flow_of_document(authored(), "broadband"),)),
)


class Put(NamedTuple):
    """A prompt as the model got it over the wire."""

    rules: str
    schema: Json
    told: Json


class Obedient:
    """Answers each message with the fields scripted for it and all else as the rules say of what is not so; to the letter of
    the schema that came with the prompt."""

    def __init__(self) -> None:
        self.script: dict[str, dict[str, Any]] = {}
        self.put: list[Put] = []

    def answer(self, put: Put) -> str:
        self.put.append(put)
        answer = {
            "intent": UNKNOWN,
            "confidence": 0.95,
            "entities": {},
            "workflow": None,
            "next_action": "clarification",
            "clarification_question": None,
        }
        answer = {name: value for name, value in answer.items() if name in put.schema["properties"]}
        answer |= {
            name: value
            for name, value in self.script.get(put.told["message"], {}).items()
            if name in put.schema["properties"] or name != "workflow"
        }
        validate(answer, put.schema)
        return json.dumps(answer)


@contextmanager
def by_gemini(model: Obedient) -> Iterator[LanguageModel]:
    def answer(asked: Asked) -> Told:
        sent: Any = asked.document
        rules = sent["systemInstruction"]["parts"][0]["text"]
        told = json.loads(sent["contents"][0]["parts"][0]["text"])
        put = Put(rules, sent["generationConfig"]["responseJsonSchema"], told)
        return Told(body=candidate({"text": model.answer(put)}))

    with serving(answer) as server:
        ours = Gemini(key=lambda: KEY, model=MODEL, url=server.url)
        yield ours
        ours.close()


@contextmanager
def by_ollama(model: Obedient) -> Iterator[LanguageModel]:
    with ollama() as (pretended, server):
        listening(server, pretended.answer, lambda put: setattr(pretended, "says", model.answer(put)))
        ours = Ollama(url=server.url)
        yield ours
        ours.close()


def listening(server: Server, answer: Callable[[Asked], Told], put: Callable[[Put], None]) -> None:
    """The server answers what the model says to the prompt of this very request."""

    def answered(asked: Asked) -> Told:
        sent: Any = asked.document
        rules, told = (one["content"] for one in sent["messages"])
        put(Put(rules, sent["format"], json.loads(told)))
        return answer(asked)

    server.answer = answered


@pytest.fixture(params=[by_gemini, by_ollama], ids=["gemini", "ollama"])
def reader(request: pytest.FixtureRequest) -> Iterator[tuple[Obedient, LanguageModel]]:
    model = Obedient()
    with request.param(model) as ours:
        yield model, ours


Reader = tuple[Obedient, LanguageModel]


def in_house(house: House, talk: Start, model: LanguageModel, **options: Any) -> Talk:
    flows = {"flows": Drawn(house.drawn)} if house.drawn else {}
    return talk(model, organisation=house.organisation, **flows, **options)


def listed(rules: str) -> dict[str, str | None]:
    """The intents and moves in the rules' own list, each with the workflow that it names."""
    told = rules.partition("Intents:\n")[2].partition("\n\nEntities:")[0]
    return {found["name"]: found["workflow"] for found in LISTED.finditer(told)}


def rules_of(house: House, talk: Start, reader: Reader) -> str:
    in_house(house, talk, reader[1]).say(WORDS)
    return reader[0].put[-1].rules


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.organisation.id + "+broadband" * bool(house.drawn))
def test_every_intent_and_move_is_believed_when_answered_as_the_prompt_told(
    house: House, talk: Start, reader: Reader
) -> None:
    model, ours = reader
    offered = listed(rules_of(house, talk, reader))
    served = set(model.put[-1].schema["$defs"]["wish"]["enum"])
    assert {name for name, workflow in offered.items() if workflow} == (served if ours.name == "gemini" else set())
    assert len(served) >= 5 and {*MODEL_MOVES, UNKNOWN, OUT_OF_SCOPE} == offered.keys() - served
    assert not house.drawn or "new_broadband" in served
    for name, workflow in offered.items():
        model.script[WORDS] = {"intent": name, "workflow": workflow}
        one = in_house(house, talk, ours)
        heard = one.say(WORDS).heard
        assert heard.proposal and heard.proposal.model == ours.name, name
        assert one.turn.degraded == (), name
        if name in served:
            assert heard.intent == name, name
            selected = {e.happened.intent for e in one.turn.events if e.happened.name == "workflow.selected"}
            assert name in selected
        elif name == OUT_OF_SCOPE:
            assert heard.intent == name
        elif name != UNKNOWN:
            assert heard.move == name, name


@pytest.mark.parametrize("house", HOUSES[:2], ids=lambda house: house.organisation.id)
def test_every_value_that_the_prompt_lists_for_an_entity_can_be_answered(
    house: House, talk: Start, reader: Reader
) -> None:
    model, ours = reader
    rules = rules_of(house, talk, reader)
    values = {one["name"]: one["values"].split(", ") for one in OPTIONS.finditer(rules)}
    assert values
    for place in range(max(map(len, values.values()))):
        entities = {name: listed[place] for name, listed in values.items() if place < len(listed)}
        model.script[WORDS] = {"entities": entities}
        one = in_house(house, talk, ours)
        one.say(WORDS)
        assert one.turn.heard.guessed == entities, "each listed value is told once, those of several entities together"


class Scene(NamedTuple):
    """What is said and answered before, what is said then and how the model answers it, and what must come of it."""

    before: dict[str, dict[str, Any]]
    says: str
    answer: dict[str, Any]
    comes: Callable[[Talk], bool]


def asks(slot: str) -> Callable[[Talk], bool]:
    return lambda one: isinstance(one.turn.action, AskSlot) and one.turn.action.slot == slot


def offers(workflow: str, **values: object) -> Callable[[Talk], bool]:
    def offered(one: Talk) -> bool:
        known = {fact.slot: fact.value for fact in one.ticket.facts.known}
        action = one.turn.action
        return isinstance(action, Confirm) and action.workflow == workflow and values.items() <= known.items()

    return offered


def hands_off(reason: str) -> Callable[[Talk], bool]:
    return lambda one: one.turn.action.kind == "hand_off" and one.turn.action.reason == reason


def says(key: str) -> Callable[[Talk], bool]:
    return lambda one: key in [line.key for line in one.turn.lines] and one.turn.order is None


def about(*roots: str) -> Callable[[Talk], bool]:
    return lambda one: tuple(matter.root for matter in one.ticket.matters) == roots


def among(*intents: str) -> Callable[[Talk], bool]:
    return lambda one: isinstance(one.turn.action, AskIntent) and one.turn.action.among == intents


REFUEL = {"two more please brumm": {"intent": "data_refuel", "entities": {"gigabytes": "2"}}, "2": {}}
PLANS = {"xylo of another kind": {"intent": "plan_change"}}
DONE = {"how much xylo have I left": {"intent": "data_balance"}}
SCENES: dict[str, Scene] = {
    "wishes": Scene(
        {},
        WORDS,
        {"intent": "data_refuel", "wishes": ["ticket_status"]},
        lambda one: {"data_refuel", "ticket_status"} <= {matter.root for matter in one.ticket.matters},
    ),
    "between": Scene({}, WORDS, {"between": ["data_refuel", "plan_change"]}, among("data_refuel", "plan_change")),
    "corrects a value": Scene(
        REFUEL,
        "brumm 1 xylo",
        {"intent": "data_refuel", "entities": {"gigabytes": "1"}, "corrects": ["gigabytes"]},
        offers("data_refuel", gigabytes="1"),
    ),
    "corrects without a value": Scene(
        REFUEL, WORDS, {"intent": "data_refuel", "corrects": ["gigabytes"]}, asks("gigabytes")
    ),
    "drops": Scene(REFUEL, WORDS, {"intent": "data_refuel", "drops": True}, about()),
    "drops and begins another": Scene(REFUEL, WORDS, {"intent": "plan_change", "drops": True}, about("plan_change")),
    "escalate": Scene(
        REFUEL, WORDS, {"intent": "out_of_scope", "next_action": "escalate"}, hands_off("asked_for_human")
    ),
    "an escalate for what a workflow does": Scene(
        {}, WORDS, {"intent": "plan_change", "next_action": "escalate"}, asks("plan")
    ),
    "asks of an offer": Scene(REFUEL, WORDS, {"intent": "asks"}, says("asks.cannot_tell")),
    "asks of a list": Scene(PLANS, WORDS, {"intent": "asks"}, says("asks.cannot_tell")),
    "condition": Scene(REFUEL, WORDS, {"intent": "condition"}, says("only_so")),
    "followup": Scene(DONE, WORDS, {"intent": "followup"}, hands_off("not_solved")),
    "callback": Scene(REFUEL, WORDS, {"intent": "callback"}, hands_off("asked_for_callback")),
    "human": Scene(REFUEL, WORDS, {"intent": "human"}, hands_off("asked_for_human")),
    "wait": Scene(PLANS, WORDS, {"intent": "wait"}, says("take_your_time")),
    "who": Scene(PLANS, WORDS, {"intent": "who"}, says("who")),
    "a choice from the list": Scene(
        PLANS,
        WORDS,
        {"intent": "plan_change", "entities": {"plan": "post-599"}},
        offers("plan_change", plan="post-599"),
    ),
}
INDIAN = {"customer": Customer(phone_number="9800000006")}
WHERE = {"workflows": ACME_IN, "flows": House(ACME_US.organisation.but(time_zone="Asia/Kolkata"))}
"""The organisation of flows with the books of the sandbox that all share."""


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("name", SCENES)
def test_every_field_and_move_has_its_effect_where_it_is_meant_and_orders_nothing(
    name: str, where: str, talk: Start, reader: Reader
) -> None:
    model, ours = reader
    scene = SCENES[name]
    model.script = {**scene.before, scene.says: scene.answer}
    one = in_house(WHERE[where], talk, ours, **INDIAN)
    for words in scene.before:
        one.say(words)
    one.say(scene.says)
    assert scene.comes(one), f"{one.reply} {one.turn.action} {one.turn.heard}"
    assert one.turn.degraded == ()
    orders = [turn.order.workflow for turn in one.turns if turn.order]
    assert set(orders) <= {"hand_off"}
    assert list(differences(one.journal(), one.organisation, TRADE, one.world.flows)) == [], "a replay needs no model"


def test_an_answer_that_is_refused_is_named_in_degraded(talk: Start) -> None:
    one = talk(ScriptedModel(lambda _: "I think it is the bill.", name="gemini"))
    turn = one.say("my internet is slow")
    assert turn.degraded == ("gemini:rejected",)
    assert [event.happened.missing for event in turn.events if event.happened.name == "degraded"] == [turn.degraded]
