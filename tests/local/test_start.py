"""What can go wrong before the embedded stack is up is said plainly, with a way on."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from local.processes import free_port

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what making an environment needs, and nothing to install."""
    (tmp_path / "local").mkdir()
    shutil.copy(ROOT / "local" / "environment", tmp_path / "local")
    shutil.copy(ROOT / ".python-version", tmp_path)
    (tmp_path / "requirements-probe.txt").write_text("# nothing\n")
    return tmp_path


def make_environment(checkout: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [checkout / "local" / "environment", "probe"]
    return subprocess.run(command, env={**os.environ, **variables}, check=False, capture_output=True, text=True)


def run_stack(**variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "local.run"]
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "layers" / "core"), **variables}
    return subprocess.run(command, cwd=ROOT, env=settings, check=False, capture_output=True, text=True)


def test_a_missing_python_is_named_with_ways_to_get_it(checkout: Path) -> None:
    tools = checkout / "tools"
    tools.mkdir()
    for name in ("bash", "cat", "cksum", "dirname", "env", "grep", "rm"):
        (tools / name).symlink_to(str(shutil.which(name)))
    result = make_environment(checkout, PATH=str(tools), HOME=str(checkout), PYENV_ROOT=str(checkout), PYTHON="")
    assert result.returncode != 0
    assert "needs Python 3.13" in result.stderr
    assert "make PYTHON=" in result.stderr


def test_a_python_of_another_version_is_refused(checkout: Path) -> None:
    result = make_environment(checkout, PYTHON="/bin/false")
    assert result.returncode != 0
    assert "PYTHON=/bin/false is not Python 3.13" in result.stderr


def test_an_interrupted_install_is_made_anew_and_a_finished_one_kept(checkout: Path) -> None:
    (checkout / ".venv" / "probe").mkdir(parents=True)
    assert "finishing or renewing" in make_environment(checkout).stdout
    assert make_environment(checkout).stdout == ""


def test_changed_requirements_renew_the_environment(checkout: Path) -> None:
    make_environment(checkout)
    (checkout / "requirements-probe.txt").write_text("# still nothing\n")
    assert "finishing or renewing" in make_environment(checkout).stdout


def test_a_port_in_use_is_named_with_the_variable_to_change(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = run_stack(PORT=port, STATE=str(tmp_path))
    assert result.returncode == 1
    assert f"Port {port} of 127.0.0.1 is in use" in result.stderr
    assert "make run PORT=" in result.stderr


def child(parent: int, module: str) -> int:
    """The process that `parent` started for a module."""
    listed = subprocess.run(
        ["ps", "-A", "-ww", "-o", "pid=,ppid=,command="], check=True, capture_output=True, text=True
    ).stdout
    found = [line.split(None, 2) for line in listed.splitlines()]
    (pid,) = [int(pid) for pid, ppid, command in found if int(ppid) == parent and f" {module} " in f"{command} "]
    return pid


def test_a_program_of_the_stack_that_dies_ends_it_with_a_word_why(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    settings = {"PYTHONPATH": str(ROOT / "layers" / "core"), "HOME": str(home), "STATE": str(tmp_path / "state")}
    with subprocess.Popen(
        [sys.executable, "-m", "local.run"],
        cwd=ROOT,
        env={**os.environ, **settings, "PORT": str(free_port())},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        try:
            assert running.stdout
            assert any(line.startswith("READY ") for line in running.stdout)
            os.kill(child(running.pid, "local.operator"), signal.SIGKILL)
            _, said = running.communicate(timeout=60)
        finally:
            running.terminate()
    assert running.returncode == 1
    assert "The sandbox operator ended by itself" in said
    assert "operator.log" in said
    assert not (home / ".aws-sam").exists()


def test_a_port_that_is_no_number_is_named() -> None:
    result = run_stack(PORT="eighty")
    assert result.returncode == 1
    assert "PORT=eighty is not a port" in result.stderr
