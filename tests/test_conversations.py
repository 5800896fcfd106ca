"""Whole dialogues, as data: `conversations/*.yaml` say what the customer writes and what must come of it."""

from collections.abc import Callable

import pytest

from local.operator import SandboxOperator
from tests.support.dialogues import Dialogue, dialogues, expect
from tests.support.playing import play
from tests.support.reached import Reached, reached_by
from tests.support.world import Talk


@pytest.mark.parametrize("dialogue", [pytest.param(one, id=one.id) for one in dialogues()])
def test_a_dialogue_goes_as_it_should(
    dialogue: Dialogue, talk: Callable[..., Talk], sandbox: SandboxOperator, reached: dict[str, set[Reached]]
) -> None:
    reached[dialogue.id] = set()
    for step, turn, asked in play(dialogue.spec, talk, sandbox):
        reached[dialogue.id].update(reached_by(turn))
        expect(turn, step, f"{step.get('say', 'the order ends')!r} -> {turn.reply.text!r} {turn.action}")
        if "model_calls" in step:
            assert "model" in dialogue.spec, "model_calls needs a scripted model"
            assert asked == step["model_calls"]
