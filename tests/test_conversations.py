"""Whole dialogues, as data: `conversations/*.yaml` say what the customer writes and what must come of it. Whatever a workflow
can end with is in some dialogue, in every language: a result nobody ever saw told is not declared."""

import contextlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.operator import Outside, TmfOperator
from frontline.ports import LanguageModel
from local.operator import SandboxOperator
from tests.support.dialogues import Dialogue, Spec, dialogues, expect
from tests.support.playing import play
from tests.support.reached import Reached, declared, reached_by
from tests.support.sockless import Sockless
from tests.support.world import Talk


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Where every process of this run notes what its dialogues came to."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if hasattr(request.config, "workerinput") else own) / "reached"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.mark.parametrize("dialogue", [pytest.param(one, id=one.id) for one in dialogues()])
def test_a_dialogue_goes_as_it_should(
    dialogue: Dialogue, talk: Callable[..., Talk], sandbox: SandboxOperator, notes: Path
) -> None:
    reached: set[Reached] = set()
    for step, turn, asked in play(dialogue.spec, talk, sandbox):
        reached.update(reached_by(turn))
        expect(turn, step, f"{step.get('say', 'the order ends')!r} -> {turn.reply.text!r} {turn.action}")
        if "model_calls" in step:
            assert "model" in dialogue.spec, "model_calls needs a scripted model"
            assert asked == step["model_calls"]
    with (notes / str(os.getpid())).open("a") as noted:
        noted.write(json.dumps([dialogue.id, sorted(reached)]) + "\n")


def test_every_result_of_every_workflow_is_reached_in_every_language(
    sandbox: SandboxOperator, classifier: Classifier, notes: Path
) -> None:
    """What was not played above, because only some tests were asked for or another process is at it, is played here."""
    noted = [json.loads(line) for file in notes.iterdir() for line in file.read_text().splitlines()]
    reached = {name: {Reached(*one) for one in ends} for name, ends in noted}
    for dialogue in dialogues():
        if dialogue.id not in reached:
            reached[dialogue.id] = played(dialogue.spec, sandbox, classifier)
    missing = set(declared()).difference(*reached.values())
    assert not missing, "write dialogues that end so:\n" + "\n".join(" ".join(one) for one in sorted(missing))


def played(dialogue: Spec, sandbox: SandboxOperator, classifier: Classifier) -> set[Reached]:
    """Where it comes to, whatever it expects."""
    sandbox.switch("reset")
    outside = Outside(client=Sockless(sandbox.serving).client)
    with contextlib.closing(TmfOperator("http://operator", outside=outside)) as operator:

        def start(*models: LanguageModel, **options: object) -> Talk:
            return Talk(operator, classifier, (*models, classifier), **options)  # type: ignore[arg-type]

        return {one for _, turn, _ in play(dialogue, start, sandbox) for one in reached_by(turn)}
