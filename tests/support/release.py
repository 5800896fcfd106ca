"""The rows of a release, kept: every dialogue of `conversations/` as the code of one commit wrote it.

`make release` records them anew, from a clean commit: when a release is made, so that the next one is held against it."""

import contextlib
import json
import lzma
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from frontline.journal import rows
from frontline.model.organisation import Organisation

ROOT = Path(__file__).parents[2]
FILE = ROOT / "tests" / "rows" / "last_release.jsonl.xz"


class Journal(NamedTuple):
    """One conversation as it lay in the table: its rows' bodies, oldest first."""

    dialogue: str
    organisation: Organisation
    bodies: tuple[str, ...]


class Release(NamedTuple):
    """The commit that wrote the rows, and the rows."""

    commit: str
    journals: tuple[Journal, ...]


def last_release() -> Release:
    head, *lines = (json.loads(line) for line in lzma.decompress(FILE.read_bytes()).decode().splitlines())
    journals = tuple(
        Journal(one["dialogue"], Organisation.model_validate(one["organisation"]), tuple(one["rows"])) for one in lines
    )
    return Release(head["commit"], journals)


def record() -> None:
    """Play every dialogue, and keep what lies in the table then."""
    if _git("status", "--porcelain", "layers"):
        sys.exit("the layer is not as any commit has it; commit first")
    lines: list[dict[str, Any]] = [{"commit": _git("rev-parse", "HEAD")}]
    lines += [
        {"dialogue": one.dialogue, "organisation": one.organisation.model_dump(mode="json"), "rows": one.bodies}
        for one in _played()
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    FILE.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))


def _played() -> Iterator[Journal]:
    from frontline.adapters.llm.classifier import Classifier
    from frontline.adapters.operator import TmfOperator
    from frontline.train import main as train
    from local.operator import SandboxOperator
    from tests.support.dialogues import dialogues
    from tests.support.playing import play
    from tests.support.world import START, Talk

    sandbox = SandboxOperator(datetime.fromtimestamp(START / 1000, UTC))
    with TemporaryDirectory() as folder, sandbox.serve():
        train([folder])
        classifier = Classifier(Path(folder) / "classifier.bin")
        for dialogue in dialogues():
            sandbox.switch("reset")
            talks: list[Talk] = []
            with contextlib.closing(TmfOperator(sandbox.url)) as operator:

                def start(*models: Any, operator: Any = operator, talks: list[Talk] = talks, **options: Any) -> Talk:
                    talks.append(Talk(operator, classifier, (*models, classifier), **options))
                    return talks[-1]

                for _ in play(dialogue.spec, start, sandbox):
                    pass
            for talk in talks:
                yield Journal(dialogue.id, talk.organisation, tuple(rows.to_body(turn) for turn in talk.journal()))


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    record()
