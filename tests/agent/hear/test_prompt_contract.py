"""The prompt's contract: a model that answers exactly as it was told is believed, for every word the prompt names."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from jsonschema import validate

from frontline.adapters.llm.mock import ScriptedModel
from frontline.agent.hear.prompt import UNKNOWN
from frontline.journal.replay import Drawn
from frontline.model.decision import Prompt
from frontline.model.flow import Flow
from frontline.model.heard import OUT_OF_SCOPE
from frontline.model.organisation import Organisation
from local.seed import ORGANISATIONS
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


HOUSES = (
    *(House(organisation) for organisation in ORGANISATIONS),
    *(House(one.but(library=()), (flow_of_document(authored(), "broadband"),)) for one in ORGANISATIONS),
)


class Obedient:
    """Takes from the prompt what it lists, and answers the entry it is asked for, to the letter."""

    def __init__(self, pick: Callable[[Prompt], dict[str, Any]]) -> None:
        self._pick = pick

    def __call__(self, prompt: Prompt) -> str:
        answer = {
            "intent": UNKNOWN,
            "confidence": 0.9,
            "entities": {},
            "workflow": None,
            "next_action": "clarification",
            "clarification_question": None,
        } | self._pick(prompt)
        validate(answer, json.loads(prompt.answer_schema))
        return json.dumps(answer)


def answering(**fields: object) -> Callable[[Prompt], dict[str, Any]]:
    return lambda _: dict(fields)


def listed(prompt: Prompt) -> dict[str, str | None]:
    """The intents and moves in the rules' own list, each with the workflow that it names."""
    rules = prompt.instructions.partition("Intents:\n")[2].partition("\n\nEntities:")[0]
    return {found["name"]: found["workflow"] for found in LISTED.finditer(rules)}


def prompt_of(house: House, talk: Start) -> Prompt:
    model = ScriptedModel()
    in_house(house, talk, model).say(WORDS)
    return model.calls[0]


def in_house(house: House, talk: Start, model: ScriptedModel) -> Talk:
    flows = {"flows": Drawn(house.drawn)} if house.drawn else {}
    return talk(model, organisation=house.organisation.but(address_key="key"), **flows)


def always(fields: dict[str, Any]) -> Callable[[Prompt], dict[str, Any]]:
    return lambda _: fields


def answered(house: House, talk: Start, pick: Callable[[Prompt], dict[str, Any]]) -> Talk:
    one = in_house(house, talk, ScriptedModel(Obedient(pick)))
    one.say(WORDS)
    return one


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.organisation.id + "+broadband" * bool(house.drawn))
def test_every_intent_and_move_is_believed_when_answered_as_the_prompt_told(house: House, talk: Start) -> None:
    offered = listed(prompt_of(house, talk))
    served = {name for name, workflow in offered.items() if workflow}
    assert len(served) >= 5 and {"human", "goodbye", UNKNOWN, OUT_OF_SCOPE} <= offered.keys()
    assert not house.drawn or offered["new_broadband"] == "broadband"
    for name, workflow in offered.items():
        one = answered(house, talk, always({"intent": name, "workflow": workflow}))
        heard = one.turn.heard
        assert heard.proposal and heard.proposal.model == "scripted", name
        assert one.turn.degraded == (), name
        if workflow:
            assert heard.intent == name, name
            assert name in {
                event.happened.intent for event in one.turn.events if event.happened.name == "workflow.selected"
            }
        elif name == OUT_OF_SCOPE:
            assert heard.intent == name
        elif name != UNKNOWN:
            assert heard.move == name, name


@pytest.mark.parametrize("house", HOUSES[:2], ids=lambda house: house.organisation.id)
def test_every_value_that_the_prompt_lists_for_an_entity_can_be_answered(house: House, talk: Start) -> None:
    def values(prompt: Prompt) -> Iterator[tuple[str, str]]:
        for found in OPTIONS.finditer(prompt.instructions):
            yield from ((found["name"], value) for value in found["values"].split(", "))

    pairs = list(values(prompt_of(house, talk)))
    assert pairs
    for name, value in pairs:
        one = answered(house, talk, always({"entities": {name: value}}))
        assert one.turn.heard.guessed == {name: value}


def test_an_answer_that_is_refused_is_named_in_degraded(talk: Start) -> None:
    one = talk(ScriptedModel(lambda _: "I think it is the bill.", name="gemini"))
    turn = one.say("my internet is slow")
    assert turn.degraded == ("gemini:rejected",)
    assert [event.happened.missing for event in turn.events if event.happened.name == "degraded"] == [turn.degraded]
