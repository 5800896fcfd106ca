"""How the embedded stack's programs are started and ended: each by its own handle, none by name, nobody left behind."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

HOST = "127.0.0.1"


class PortInUse(Exception):
    """Something else listens on the port that was asked for."""


class EmulatorFailed(Exception):
    """The emulator ended at once, or did not answer in time; the message names its log."""


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def require_free(port: int) -> None:
    """Raise PortInUse when something listens on `port`."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise PortInUse(f"Port {port} of {HOST} is in use, perhaps by a Frontline that already runs.") from error


def start(command: Sequence[str | Path], root: Path, log: IO[str], **settings: Any) -> subprocess.Popen[str]:
    """Start a program that ends when its standard input does, so that it never outlives us.

    It gets a session of its own: a Ctrl-C at the terminal reaches only us, and we stop things in order.
    """
    options = {"stdin": subprocess.PIPE, "stdout": log, "stderr": log, **settings}
    return subprocess.Popen(command, cwd=root, env=clean_environment(), text=True, start_new_session=True, **options)


def clean_environment() -> dict[str, str]:
    """Our environment without what would lead a program, or a function in it, to another AWS, proxy or package."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "PYTHON"))}
    direct = ",".join(filter(None, [os.environ.get("NO_PROXY"), HOST, "localhost"]))
    return {**kept, "NO_PROXY": direct, "no_proxy": direct, "PYTHONUNBUFFERED": "1"}


def start_emulator(
    python: Path, root: Path, port: int, state: Path, log: IO[str], *options: str
) -> subprocess.Popen[str]:
    """Start the emulator and return when it answers; EmulatorFailed if it never does."""
    emulator = start([python, "-m", "local.emulator", str(port), state, *options], root, log)
    deadline = time.monotonic() + 30
    while emulator.poll() is None and time.monotonic() < deadline:
        health = f"http://{HOST}:{port}/_ministack/health"
        with contextlib.suppress(OSError), urllib.request.urlopen(health, timeout=5):
            return emulator
        time.sleep(0.05)
    stop(emulator)
    raise EmulatorFailed(f"The AWS emulator did not start; see {log.name}")


def stop(process: subprocess.Popen[str], seconds: float = 20) -> None:
    """End a program we started: ask, wait, insist."""
    process.terminate()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            stream.close()


def say(text: str) -> None:
    """Show progress at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
