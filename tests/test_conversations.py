"""Whole dialogues, as data: `conversations/*.yaml` say what the customer writes and what must come of it."""

from collections.abc import Callable
from typing import Any

import pytest

from frontline.adapters.llm.mock import ScriptedModel
from frontline.model.errors import ModelUnavailable
from frontline.model.message import Customer, Outcome
from local.operator import SandboxOperator
from tests.support.backstage import cue, set_the_scene
from tests.support.dialogues import Spec, dialogues, expect
from tests.support.world import Talk


@pytest.mark.parametrize("dialogue", [pytest.param(one.spec, id=one.id) for one in dialogues()])
def test_a_dialogue_goes_as_it_should(dialogue: Spec, talk: Callable[..., Talk], sandbox: SandboxOperator) -> None:
    model = scripted(dialogue["model"]) if "model" in dialogue else None
    vouched = {"id": dialogue.get("vouched"), "phone_number": dialogue.get("number")}
    customer = Customer(**vouched) if any(vouched.values()) else None
    one = talk(*([model] if model else []), customer=customer)
    set_the_scene(dialogue, sandbox, one.operator)
    for step in dialogue["turns"]:
        cue(step, sandbox, one.machines)
        one.wait(step.get("wait", 0))
        one.machines.down = step.get("workflows_down", False)
        before = len(model.calls) if model else 0
        turn = (
            one.order_ends(_outcome(step))
            if "order_ends" in step
            else one.say(words(step, one), step.get("message_id"))
        )
        expect(turn, step, f"{step.get('say', 'the order ends')!r} -> {turn.reply.text!r} {turn.action}")
        if "model_calls" in step:
            assert model, "model_calls needs a scripted model"
            assert len(model.calls) - before == step["model_calls"]


def words(step: Spec, talk: Talk) -> str:
    """`{code}` is the one-time code sent last."""
    said: str = step["say"]
    return said.replace("{code}", next(reversed(talk.guard.sent.values()), ""))


def scripted(lines: dict[str, Any]) -> ScriptedModel:
    """`down` cannot be reached, a mapping is a Decision, anything else is what the model says, raw."""
    script: dict[str, Any] = {}
    for text, line in lines.items():
        if line == "down":
            script[text] = ModelUnavailable("the script says so")
        else:
            script[text] = line if isinstance(line, str) else yaml_to_json(line)
    return ScriptedModel(script, otherwise=ModelUnavailable("not in the script"))


def yaml_to_json(line: Spec) -> str:
    import json

    return json.dumps({"confidence": 0.9, "entities": {}, **line}, ensure_ascii=False)


def _outcome(step: Spec) -> Outcome | None:
    return None if step["order_ends"] is True else Outcome.model_validate(step["order_ends"])
