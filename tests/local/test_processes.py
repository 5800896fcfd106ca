"""Whoever starts a program waits as long as it works, and says what for; what stands still is given up."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from local import processes


@pytest.fixture
def log(tmp_path: Path) -> Iterator[IO[str]]:
    with (tmp_path / "log").open("w") as file:
        yield file


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "NEWS", 0.2)
    monkeypatch.setattr(processes, "STALLED", 1.0)


def started(code: str, log: IO[str]) -> "subprocess.Popen[str]":
    return processes.start([sys.executable, "-uc", code], Path.cwd(), log)


def test_a_slow_program_is_waited_for_as_long_as_it_works(
    log: IO[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    working = "import time\nfor n in range(20): print(n); time.sleep(0.1)\n"
    slow = started(f"{working}open({str(tmp_path / 'up')!r}, 'w'); input()", log)
    try:
        assert processes.patiently((tmp_path / "up").exists, slow, log, "the probe to be up")
    finally:
        processes.stop(slow)
    assert "still waiting for the probe to be up" in capsys.readouterr().out


def test_a_program_that_stands_still_is_given_up(log: IO[str]) -> None:
    still = started("input()", log)
    try:
        assert processes.patiently(lambda: False, still, log, "nothing") is None
        assert still.poll() is None
    finally:
        processes.stop(still)


def test_a_program_that_ended_is_not_waited_for(log: IO[str]) -> None:
    ended = started("pass", log)
    assert processes.patiently(lambda: False, ended, log, "nothing") is None
    processes.stop(ended)


def test_a_long_command_says_that_it_is_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-c", "import time; time.sleep(0.5); print('done')"]
    assert processes.run_telling(command, Path.cwd(), "the probe").stdout == "done\n"
    assert "still waiting for the probe" in capsys.readouterr().out


def test_what_a_program_writes_is_for_its_owner_alone(log: IO[str], tmp_path: Path) -> None:
    writer = started(f"open({str(tmp_path / 'written')!r}, 'w')", log)
    writer.wait()
    processes.stop(writer)
    assert oct((tmp_path / "written").stat().st_mode & 0o777) == "0o600"
