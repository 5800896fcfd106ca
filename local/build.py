"""Decides when `sam build` has to run: when a file it reads has changed since it last succeeded."""

import contextlib
import fcntl
import hashlib
import os
import platform
import subprocess
from collections.abc import Iterator
from pathlib import Path

from local.processes import say

ROOT = Path(__file__).parent.parent
BUILT = ROOT / ".aws-sam" / "build"
TEMPLATE = BUILT / "template.yaml"
STAMP = BUILT / ".inputs"
INPUTS = ("template.yaml", "layers", "functions", "statemachines", ".python-version", "local/build.py")


QUIET_SAM = {"SAM_CLI_TELEMETRY": "0", "__SAM_CLI_APP_DIR": str(ROOT / ".aws-sam" / "cli")}
"""SAM tells nobody that it ran, and keeps what it remembers here instead of in the home directory."""


class BuildFailed(Exception):
    """`sam build` or an install did not succeed; the message holds what it said."""


def environment(name: str) -> Path:
    """Make the Python environment called `name`, if it is not there, and return its folder of programs."""
    if subprocess.run([ROOT / "local" / "environment", name], cwd=ROOT, check=False).returncode != 0:
        raise BuildFailed(f"The environment {name!r} could not be made; its messages are above.")
    return ROOT / ".venv" / name / "bin"


def build() -> None:
    """Bring `.aws-sam/build` to the present sources. Safe to call from several processes at once."""
    (ROOT / ".aws-sam").mkdir(exist_ok=True)
    with (ROOT / ".aws-sam" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = fingerprint()
        if STAMP.exists() and STAMP.read_text() == wanted:
            return
        STAMP.unlink(missing_ok=True)
        say("Building with SAM ...")
        run_sam(environment("sam"))
        STAMP.write_text(wanted)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Whoever reads what was built is not surprised by another process that builds anew."""
    with (ROOT / ".aws-sam" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield


def run_sam(programs: Path) -> None:
    """Run `sam build` with the interpreter of its own environment, which has the template's runtime."""
    native = (platform.system(), platform.machine()) == ("Linux", "x86_64")
    settings = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHON": str(programs / "python"),
        **QUIET_SAM,
        **({} if native else {"LAYER_PLATFORM": "host"}),
    }
    command: list[str | Path] = [programs / "sam", "build", "--config-env", "local"]
    result = subprocess.run(command, cwd=ROOT, env=settings, check=False, capture_output=True, text=True)
    if result.returncode != 0:
        raise BuildFailed(f"`sam build` failed.\n{result.stdout}{result.stderr}")


def fingerprint() -> str:
    """A digest of every file `sam build` reads."""
    digest = hashlib.sha256()
    for path in sorted(inputs()):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def inputs() -> Iterator[Path]:
    """The files `sam build` reads."""
    for name in INPUTS:
        start = ROOT / name
        found = start.rglob("*") if start.is_dir() else [start]
        yield from (path for path in found if path.is_file() and "__pycache__" not in path.parts)
