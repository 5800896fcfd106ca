"""How the embedded stack's programs are started and ended: each by its own handle, none by name, nobody left behind."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any, TypeVar

HOST = "127.0.0.1"
STALLED = 60.0
"""Seconds without any progress after which a program is given up."""
LONGEST = 900.0
NEWS = 10.0
"""Seconds between two words about what is being waited for."""
T = TypeVar("T")


class PortInUse(Exception):
    """Something else listens on the port that was asked for."""


class EmulatorFailed(Exception):
    """The emulator ended at once, or stood still; the message names its log."""


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
    options = {"stdin": subprocess.PIPE, "stdout": log, "stderr": log, "umask": 0o077, **settings}
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

    def answers() -> bool:
        health = f"http://{HOST}:{port}/_ministack/health"
        with contextlib.suppress(OSError), urllib.request.urlopen(health, timeout=5):
            return True
        return False

    try:
        if patiently(answers, emulator, log, "the AWS emulator to answer"):
            return emulator
    except BaseException:
        stop(emulator)
        raise
    stop(emulator)
    raise EmulatorFailed(f"The AWS emulator did not start; see {log.name}")


def patiently(look: Callable[[], T], process: subprocess.Popen[str], log: IO[str], awaited: str) -> T | None:
    """What `look` finds, however long it takes, as long as the program works; None if it ended or stands still.

    Work is a longer log or more processor time. Whoever waits is told what for.
    """
    began = moved = told = time.monotonic()
    seen = progress(process, log)
    while process.poll() is None:
        if found := look():
            return found
        now = time.monotonic()
        if now - told >= NEWS:
            say_waiting(awaited, now - began)
            told, latest = now, progress(process, log)
            moved, seen = (now, latest) if latest != seen else (moved, seen)
        if now - moved > STALLED or now - began > LONGEST:
            return None
        time.sleep(0.05)
    return None


def run_telling(command: Sequence[str | Path], root: Path, awaited: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, and say now and then what is being waited for."""
    began = time.monotonic()
    with subprocess.Popen(
        command, cwd=root, env=clean_environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            while True:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    out, err = process.communicate(timeout=NEWS)
                    return subprocess.CompletedProcess(command, process.returncode, out, err)
                say_waiting(awaited, time.monotonic() - began)
        except BaseException:
            process.kill()
            raise


def say_waiting(awaited: str, seconds: float) -> None:
    """A busy machine is the usual reason, so its load is told too."""
    say(f"... still waiting for {awaited} ({seconds:.0f} s; {os.getloadavg()[0]:.0f} programs want the machine)")


def progress(process: subprocess.Popen[str], log: IO[str]) -> tuple[int, str]:
    """Something that changes when the program does anything: the length of its log and its processor time."""
    used = subprocess.run(["ps", "-o", "time=", "-p", str(process.pid)], check=False, capture_output=True, text=True)
    return os.fstat(log.fileno()).st_size, used.stdout.strip()


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
