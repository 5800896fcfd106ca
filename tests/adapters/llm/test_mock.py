"""The scripted model keeps the same port as the real ones."""

import pytest

from frontline.adapters.llm.guard import Budget, Guarded
from frontline.adapters.llm.mock import ScriptedModel
from frontline.model.decision import Decision
from frontline.model.errors import ModelUnavailable
from tests.adapters.llm.prompts import prompt
from tests.adapters.llm.server import Clock

SURE = Decision(intent="network_issue", confidence=0.9, entities={"region": "Pune"})


def test_it_answers_by_what_the_customer_wrote_whatever_the_case() -> None:
    model = ScriptedModel({"Network down in Pune": SURE})
    assert Decision.model_validate_json(model.generate(prompt(" network DOWN in pune ")).text) == SURE


def test_what_is_not_in_the_script_is_unknown() -> None:
    assert Decision.model_validate_json(ScriptedModel().generate(prompt("?")).text).intent == "unknown"


def test_it_can_talk_garbage_and_it_can_fail() -> None:
    model = ScriptedModel({"garbage": "not { JSON", "fail": ModelUnavailable("scripted")})
    assert model.generate(prompt("garbage")).text == "not { JSON"
    with pytest.raises(ModelUnavailable, match="scripted"):
        model.generate(prompt("fail"))


def test_it_keeps_every_prompt_it_was_given() -> None:
    model = ScriptedModel(lambda _: SURE)
    model.generate(prompt("one"))
    model.generate(prompt("two"))
    assert [asked.text for asked in model.calls] == ["one", "two"]


def test_it_can_be_guarded_like_any_other() -> None:
    clock = Clock()
    guard = Guarded(ScriptedModel({"hi": SURE}), budget=Budget(5.0, clock), clock=clock, deadline=1.0)
    assert Decision.model_validate_json(guard.generate(prompt("hi")).text) == SURE
