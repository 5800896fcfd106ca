"""Whole dialogues, as data: `conversations/*.yaml` say what the customer writes and what must come of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from frontline.adapters.llm.mock import ScriptedModel
from frontline.model.action import AskIntent, AskSlot, Confirm
from frontline.model.errors import ModelUnavailable
from frontline.model.message import Customer, Outcome
from frontline.model.turn import Turn
from local.operator import SandboxOperator
from tests.support.backstage import CUES, cue, set_the_scene
from tests.support.world import Talk, runs_of

Spec = dict[str, Any]
FOLDER = Path(__file__).parent / "conversations"
DIALOGUES = [
    pytest.param(dialogue, id=f"{file.stem}: {dialogue['name']}")
    for file in sorted(FOLDER.glob("*.yaml"))
    for dialogue in yaml.safe_load(file.read_text())
]


@pytest.mark.parametrize("dialogue", DIALOGUES)
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
        turn = one.order_ends(_outcome(step)) if "order_ends" in step else one.say(step["say"], step.get("message_id"))
        expect(turn, step, f"{step.get('say', 'the order ends')!r} -> {turn.reply.text!r} {turn.action}")
        if "model_calls" in step:
            assert model, "model_calls needs a scripted model"
            assert len(model.calls) - before == step["model_calls"]


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


def expect(turn: Turn, step: Spec, seen: str) -> None:  # noqa: C901, PLR0912  one line per thing a dialogue may expect
    """Only what the dialogue names is looked at; a name nobody knows is a mistake in the dialogue."""
    known = {fact.slot: fact.value for fact in turn.ticket.facts.known}
    sources = {fact.slot: fact.source for fact in turn.ticket.facts.known}
    events = [event.happened.name for event in turn.events]
    for key, wanted in step.items():
        if key in CUES:
            continue
        match key:
            case "say" | "wait" | "message_id" | "order_ends" | "model_calls" | "workflows_down":
                continue
            case "asks":
                assert isinstance(turn.action, AskSlot) and turn.action.slot == wanted, seen
            case "asks_intent":
                assert isinstance(turn.action, AskIntent), seen
            case "confirms":
                assert isinstance(turn.action, Confirm) and turn.action.workflow == wanted, seen
            case "action":
                assert turn.action.kind == wanted, seen
            case "hands_off":
                assert turn.action.kind == "hand_off" and turn.action.reason == wanted, seen
            case "runs":
                assert runs_of(turn) == wanted, seen
            case "orders":
                assert (turn.order.workflow if turn.order else None) == wanted, seen
            case "status":
                assert turn.ticket.status == wanted, seen
            case "locale":
                assert turn.heard.locale == wanted, seen
            case "ticket":
                assert turn.ticket.ordinal == wanted, seen
            case "turn":
                assert turn.seq == wanted, seen
            case "matters":
                assert [matter.flow for matter in turn.ticket.matters] == wanted, seen
            case "degraded":
                assert list(turn.degraded) == wanted, seen
            case "options":
                assert list(turn.reply.options) == wanted, seen
            case "events":
                assert set(wanted) <= set(events), f"{seen} {events}"
            case "knows":
                assert {slot: known.get(slot) for slot in wanted} == wanted, f"{seen} {known}"
            case "sources":
                assert {slot: sources.get(slot) for slot in wanted} == wanted, f"{seen} {sources}"
            case "says":
                for part in [wanted] if isinstance(wanted, str) else wanted:
                    assert part in turn.reply.text, seen
            case "says_not":
                assert wanted not in turn.reply.text, seen
            case _:
                raise AssertionError(f"a dialogue cannot expect {key!r}")
