"""How often a model is asked until a matter is resolved: counted over every dialogue of the tests' conversations.

A turn that needs a model needs one call: what a broken rung costs on top is the ladder's affair, not the matter's."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.operator import TmfOperator
from frontline.agent.outcomes import ASKED
from frontline.model.event import TicketCreated, TicketResolved, WorkflowSelected
from frontline.model.turn import Turn
from frontline.ports import LanguageModel
from frontline.train import main as train
from local.operator import SandboxOperator
from tests.support.dialogues import dialogues
from tests.support.playing import play
from tests.support.world import START, Talk


def measure() -> dict[str, object]:
    """By matter, and on average over all resolved ones; matters resolved together share their ticket's calls."""
    calls: Counter[str] = Counter()
    resolved: Counter[str] = Counter()
    for turns in played():
        for matters, asked in resolutions(turns):
            resolved.update(matters)
            calls.update(dict.fromkeys(matters, round(1000 * asked / len(matters))))
    return {
        "per_matter": {name: round(calls[name] / 1000 / resolved[name], 2) for name in sorted(resolved)},
        "resolved_matters": resolved.total(),
        "model_calls_per_resolved_matter": round(calls.total() / 1000 / resolved.total(), 2),
        "budget": 1,
    }


def resolutions(turns: list[Turn]) -> Iterator[tuple[set[str], int]]:
    """Each ticket that was resolved: its matters, and how often a model was asked since it was opened."""
    matters: set[str] = set()
    asked = 0
    for turn in turns:
        happened = [event.happened for event in turn.events]
        if any(isinstance(one, TicketCreated) for one in happened):
            matters, asked = set(), 0
        asked += bool(turn.heard.proposal and turn.heard.proposal.attempts)
        asked += sum(run.workflow == ASKED for run in turn.runs)
        matters |= {one.workflow for one in happened if isinstance(one, WorkflowSelected)}
        if matters and any(isinstance(one, TicketResolved) and one.resolution == "resolved" for one in happened):
            yield matters, asked


def played() -> Iterator[list[Turn]]:
    """Every dialogue, in process, with the operator's books as new."""
    sandbox = SandboxOperator(datetime.fromtimestamp(START / 1000, UTC))
    with TemporaryDirectory() as folder, sandbox.serve():
        train([folder])
        classifier = Classifier(Path(folder) / "classifier.bin")
        operator = TmfOperator(sandbox.url)

        def start(*models: LanguageModel, **options: object) -> Talk:
            return Talk(operator, classifier, (*models, classifier), **options)  # type: ignore[arg-type]

        for dialogue in dialogues():
            sandbox.switch("reset")
            yield [turn for _, turn, _ in play(dialogue.spec, start, sandbox)]
        operator.close()
