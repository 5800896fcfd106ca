"""What every test may ask for: a trained classifier, a sandbox operator, and a customer to talk to Frontline."""

import fcntl
import hashlib
import os
import re
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

import frontline
from frontline.adapters.llm.classifier import FILE, Classifier
from frontline.adapters.operator import TmfOperator
from frontline.adapters.operator.transport.settings import Outside
from frontline.ports import LanguageModel
from frontline.train import main as train
from local.operator import SandboxOperator
from local.stack import Stack
from tests.support import corpus
from tests.support.promises import keep_all
from tests.support.sockless import Sockless
from tests.support.witnesses import keep_with_witnesses
from tests.support.world import START, Talk


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", help="a file that gets a line for every conversation: see tests/support/corpus.py")


def pytest_configure() -> None:
    """Ctrl-C ends the run at once, every process of it: nothing that a test began needs an end, and what it started ends with
    it, as `local/tethered.py` sees to."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))


PACKAGE = Path(frontline.__file__).parent

ON_THE_STACK = ("tests/e2e/", "tests/contracts/", "tests/local/test_mends.py", "tests/local/test_start.py")
"""What starts an embedded stack or an emulator. One process runs it all, so that one stack runs at a time, and once."""


DIALOGUE = re.compile(r"(tests/test_conversations\.py)::\w+\[(\w+): ")


class OneStack(LoadFileScheduling):  # type: ignore[misc]  # xdist has no types
    """A file is one process's work, and what needs the embedded stack is one file; of the dialogues each file of theirs is."""

    def _split_scope(self, nodeid: str) -> str:
        if dialogue := DIALOGUE.match(nodeid):
            return "::".join(dialogue.groups())
        return "the stack" if nodeid.startswith(ON_THE_STACK) else str(super()._split_scope(nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneStack | None:
    """`--dist loadfile`, with the stack's tests in one place."""
    return OneStack(config, log) if config.getvalue("dist") == "loadfile" else None


settings.register_profile("any_machine", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=8)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "any_machine"))


@pytest.fixture(scope="session")
def classifier(request: pytest.FixtureRequest) -> Classifier:
    """Trained from the example sentences as the build does it, once for as long as nothing it learns from changes: the first
    process that asks trains for all."""
    folder: Path = request.config.cache.mkdir("classifier")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        trained = folder / learnt_from()
        if not (trained / FILE.name).exists():
            for old in folder.glob("*/"):
                shutil.rmtree(old)
            train([str(folder / "unfinished")])
            (folder / "unfinished").rename(trained)
    return Classifier(trained / FILE.name)


def learnt_from() -> str:
    """A digest of the code that trains and of all the sentences and words it reads."""
    code = files_of_package("train", "adapters/llm", "speech", "trades")
    parts = [part for file in code for part in (str(file).encode(), file.read_bytes())]
    return hashlib.sha256(b"\0".join((sys.version.encode(), *parts))).hexdigest()


def files_of_package(*folders: str) -> list[Path]:
    return sorted(file for name in folders for file in (PACKAGE / name).rglob("*") if file.suffix in (".py", ".txt"))


@pytest.fixture(scope="session")
def sandbox() -> Iterator[SandboxOperator]:
    """A real back office over real HTTP, in this process."""
    operator = SandboxOperator(datetime.fromtimestamp(START / 1000, UTC))
    with operator.serve():
        yield operator


@pytest.fixture
def operator(sandbox: SandboxOperator) -> Iterator[TmfOperator]:
    """The operator as Frontline sees it, its books as new. Between two tries nobody waits, and no socket is between them."""
    sandbox.switch("reset")
    outside = Outside(sleep=lambda _: None, client=Sockless(sandbox.serving).client)
    adapter = TmfOperator("http://operator", outside=outside)
    yield adapter
    adapter.close()


@pytest.fixture
def talk(
    operator: TmfOperator, sandbox: SandboxOperator, classifier: Classifier, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Talk]]:
    """Starts conversations; the promises are checked over all their journals when the test is done."""
    talks: list[Talk] = []

    def start(*models: LanguageModel, **options: object) -> Talk:
        conversation = f"{len(talks) + 1:032x}"
        settings = {"conversation": conversation, **options}
        talks.append(Talk(operator, classifier, (*models, classifier), **settings))  # type: ignore[arg-type]
        return talks[-1]

    yield start
    for one in talks:
        if one.turns:
            packets = [str(case) for case in sandbox.world.state.table("troubleTicket").values()]
            keep_all(one.journal(), one.organisation, one.flows, (*one.told, *packets), one.guard.phones.ever_sent)
    keep_with_witnesses(talks, sandbox.world.state.tables)
    if file := request.config.getoption("--record"):
        corpus.append(talks, request.node.nodeid.removeprefix("tests/"), Path(file))


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The embedded stack, as `make run` starts it: the built template in the emulator, over real HTTP."""
    with Stack(state_dir=tmp_path_factory.mktemp("stack"), parameters={"LookSeconds": "2"}) as running:
        yield running
