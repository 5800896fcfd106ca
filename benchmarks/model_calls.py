"""How often a model is asked until a matter is resolved: counted over every dialogue of the tests' conversations.

Calls of the first rung are counted: the dialogue's own model, or one that never answers; the classifier is no call."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.operator import TmfOperator
from frontline.model.decision import LLMResponse, Prompt
from frontline.model.errors import ModelUnavailable
from frontline.model.event import TicketCreated, TicketResolved, WorkflowSelected
from frontline.model.turn import Turn
from frontline.ports import LanguageModel
from frontline.train import main as train
from local.operator import SandboxOperator
from tests.support.dialogues import Spec, dialogues
from tests.support.playing import play
from tests.support.world import START, Talk


def measure() -> dict[str, object]:
    """By matter, and on average over all resolved ones; matters resolved together share their ticket's calls."""
    calls: Counter[str] = Counter()
    resolved: Counter[str] = Counter()
    dialogues = messages = asked_in_all = 0
    for turns in played():
        dialogues, messages = dialogues + 1, messages + len(turns)
        asked_in_all += sum(asked for _, asked in turns)
        for matters, asked in resolutions(turns):
            resolved.update(matters)
            calls.update(dict.fromkeys(matters, round(1000 * asked / len(matters))))
    return {
        "per_matter": {name: round(calls[name] / 1000 / resolved[name], 2) for name in sorted(resolved)},
        "resolved_matters": resolved.total(),
        "model_calls_per_resolved_matter": round(calls.total() / 1000 / resolved.total(), 3),
        "budget": 1,
        "dialogues": dialogues,
        "turns": messages,
        "model_calls_per_dialogue": round(asked_in_all / dialogues, 3),
        "budget_per_dialogue": 1.4,
    }


class Counted:
    """A model that counts how often it is asked."""

    def __init__(self, model: LanguageModel) -> None:
        self.name = model.name
        self.calls = 0
        self._model = model

    def generate(self, prompt: Prompt) -> LLMResponse:
        self.calls += 1
        return self._model.generate(prompt)


class Absent:
    """A model that is asked and never answers, so that the classifier does."""

    name = "model"

    def generate(self, prompt: Prompt) -> LLMResponse:
        del prompt
        raise ModelUnavailable("the model is only counted")


def resolutions(turns: list[tuple[Turn, int]]) -> Iterator[tuple[set[str], int]]:
    """Each ticket that was resolved: its matters, and how often a model was asked since it was opened."""
    matters: set[str] = set()
    asked = 0
    for turn, calls in turns:
        happened = [event.happened for event in turn.events]
        if any(isinstance(one, TicketCreated) for one in happened):
            matters, asked = set(), 0
        asked += calls
        matters |= {one.workflow for one in happened if isinstance(one, WorkflowSelected)}
        if matters and any(isinstance(one, TicketResolved) and one.resolution == "resolved" for one in happened):
            yield matters, asked


def played() -> Iterator[list[tuple[Turn, int]]]:
    """Every dialogue, in process, with the operator's books as new: its turns, and how often each asked."""
    sandbox = SandboxOperator(datetime.fromtimestamp(START / 1000, UTC))
    with TemporaryDirectory() as folder, sandbox.serve():
        with redirect_stdout(sys.stderr):
            train([folder])
        classifier = Classifier(Path(folder) / "classifier.bin")
        for dialogue in dialogues():
            sandbox.switch("reset")
            with closing(TmfOperator(sandbox.url)) as operator:
                yield list(counted(dialogue.spec, operator, classifier, sandbox))


def counted(
    dialogue: Spec, operator: TmfOperator, classifier: Classifier, sandbox: SandboxOperator
) -> Iterator[tuple[Turn, int]]:
    rungs: list[Counted] = []

    def start(*models: LanguageModel, **options: object) -> Talk:
        rungs.append(Counted(models[0] if models else Absent()))
        return Talk(operator, classifier, (rungs[0], classifier), **options)  # type: ignore[arg-type]

    before = 0
    for _, turn, _ in play(dialogue, start, sandbox):
        yield turn, rungs[0].calls - before
        before = rungs[0].calls
