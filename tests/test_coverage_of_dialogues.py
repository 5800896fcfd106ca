"""Whatever a workflow can end with is in some dialogue, in every language: a result nobody ever saw told is not declared."""

import contextlib

from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.operator import TmfOperator
from frontline.ports import LanguageModel
from local.operator import SandboxOperator
from tests.support.dialogues import Spec, dialogues
from tests.support.playing import play
from tests.support.reached import Reached, declared, reached_by
from tests.support.world import Talk


def test_every_result_of_every_workflow_is_reached_in_every_language(
    sandbox: SandboxOperator, classifier: Classifier, reached: dict[str, set[Reached]]
) -> None:
    """What `test_conversations` has not played in this session is played here."""
    for dialogue in dialogues():
        if dialogue.id not in reached:
            reached[dialogue.id] = played(dialogue.spec, sandbox, classifier)
    missing = set(declared()).difference(*reached.values())
    assert not missing, "write dialogues that end so:\n" + "\n".join(" ".join(one) for one in sorted(missing))


def played(dialogue: Spec, sandbox: SandboxOperator, classifier: Classifier) -> set[Reached]:
    """Where it comes to, whatever it expects."""
    sandbox.switch("reset")
    with contextlib.closing(TmfOperator(sandbox.url)) as operator:

        def start(*models: LanguageModel, **options: object) -> Talk:
            return Talk(operator, classifier, (*models, classifier), **options)  # type: ignore[arg-type]

        return {one for _, turn, _ in play(dialogue, start, sandbox) for one in reached_by(turn)}
