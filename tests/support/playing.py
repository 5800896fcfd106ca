"""Plays a dialogue of `conversations/*.yaml` in this process: whoever looks at it gets every turn as it is taken."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from frontline.adapters.llm.mock import ScriptedModel
from frontline.model.errors import ModelUnavailable
from frontline.model.message import Customer, Outcome
from frontline.model.turn import Turn
from local.operator import SandboxOperator
from tests.support.backstage import cue, organisation_of, set_the_scene
from tests.support.dialogues import Spec
from tests.support.world import ACME, Talk


class Played(NamedTuple):
    """A step, the turn that came of it, and how often the dialogue's own model was asked for it."""

    step: Spec
    turn: Turn
    asked: int


def play(dialogue: Spec, start: Callable[..., Talk], sandbox: SandboxOperator) -> Iterator[Played]:
    model = scripted(dialogue["model"]) if "model" in dialogue else None
    vouched = {"id": dialogue.get("vouched"), "phone_number": dialogue.get("number")}
    customer = Customer(**vouched) if any(vouched.values()) else None
    one = start(*([model] if model else []), customer=customer, organisation=organisation_of(dialogue, ACME))
    set_the_scene(dialogue, sandbox)
    one.guard.phones.away = dialogue.get("no_sender", False)
    others_try(dialogue, one)
    for step in dialogue["turns"]:
        cue(step, sandbox, one.machines)
        one.wait(step.get("wait", 0))
        one.machines.down = step.get("workflows_down", False)
        before = len(model.calls) if model else 0
        yield Played(step, _taken(step, one), (len(model.calls) if model else 0) - before)


def others_try(dialogue: Spec, talk: Talk) -> None:
    """`others` guess at a line, or have codes sent to it, each once and from a conversation of their own."""
    others = dialogue.get("others", {})
    for number in range(others.get("guesses", 0)):
        talk.guard.attempt(f"another {number}", others["line"])
    for number in range(others.get("codes", 0)):
        talk.guard.send_code(f"another {number}", others["line"], "+919800000003")


def _taken(step: Spec, talk: Talk) -> Turn:
    if "order_ends" in step:
        return talk.order_ends(_outcome(step))
    return talk.say(words(step, talk), step.get("message_id"))


def words(step: Spec, talk: Talk) -> str:
    """`{code}` is the one-time code sent last."""
    said: str = step["say"]
    return said.replace("{code}", talk.guard.phones.code)


def scripted(lines: dict[str, Any]) -> ScriptedModel:
    """`down` cannot be reached, a mapping is a Decision, anything else is what the model says, raw."""
    script: dict[str, Any] = {}
    for text, line in lines.items():
        if line == "down":
            script[text] = ModelUnavailable("the script says so")
        else:
            script[text] = line if isinstance(line, str) else _decision(line)
    return ScriptedModel(script, otherwise=ModelUnavailable("not in the script"))


def _decision(line: Spec) -> str:
    return json.dumps({"confidence": 0.9, "entities": {}, **line}, ensure_ascii=False)


def _outcome(step: Spec) -> Outcome | None:
    return None if step["order_ends"] is True else Outcome.model_validate(step["order_ends"])
