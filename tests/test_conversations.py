"""Whole dialogues, as data: `conversations/*.yaml` say what the customer writes and what must come of it."""

from collections.abc import Callable

import pytest

from local.operator import SandboxOperator
from tests.support.dialogues import Spec, dialogues, expect
from tests.support.playing import play
from tests.support.world import Talk


@pytest.mark.parametrize("dialogue", [pytest.param(one.spec, id=one.id) for one in dialogues()])
def test_a_dialogue_goes_as_it_should(dialogue: Spec, talk: Callable[..., Talk], sandbox: SandboxOperator) -> None:
    for step, turn, asked in play(dialogue, talk, sandbox):
        expect(turn, step, f"{step.get('say', 'the order ends')!r} -> {turn.reply.text!r} {turn.action}")
        if "model_calls" in step:
            assert "model" in dialogue, "model_calls needs a scripted model"
            assert asked == step["model_calls"]
