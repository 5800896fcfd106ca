"""The embedded stack as one object: built, started, deployed and seeded on entering, stopped and saved on leaving.

`make run` and the end-to-end tests start Frontline through here and nowhere else.
"""

import contextlib
import fcntl
import json
import os
import queue
import stat
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Self

from frontline.adapters.offices import Entry, Offices
from frontline.model.errors import Refused
from local import aws, build, processes
from local.processes import HOST, say
from local.seed import COUNTRIES, DEFAULT_COUNTRY, seed_organisations

ROOT = build.ROOT


class StackFailed(Exception):
    """The embedded stack could not be started; the message says why and where to look."""


class Stack:
    """Frontline on this machine. `endpoint` serves its HTTP API and, to AWS SDKs, the AWS services behind it.

    State lives in `state_dir` and survives a stop. `parameters` override those of the template, `secrets` become SSM
    parameters, `operator_url` replaces the sandbox operator that organisations share; `operators` are those some have of
    their own. With `port=0` a free port is chosen.
    """

    def __init__(
        self,
        port: int = 0,
        state_dir: Path = ROOT / ".frontline",
        operator_url: str | None = None,
        parameters: Mapping[str, str] | None = None,
        secrets: Mapping[str, str] | None = None,
    ) -> None:
        self.port = port or processes.free_port()
        self.endpoint = f"http://{HOST}:{self.port}"
        self.state_dir = state_dir.resolve()
        self.operator_url = operator_url or ""
        self._own_operator = not operator_url
        self.operators: dict[str, str] = {}
        self.parameters = dict(parameters or {})
        self.secrets = dict(secrets or {})
        self.outputs: dict[str, str] = {}
        self.keys: dict[str, str] = {}
        self._programs: dict[str, subprocess.Popen[str]] = {}
        self._cleanup = contextlib.ExitStack()

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as undo:
            undo.callback(self._cleanup.close)
            self._start()
            undo.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._cleanup.close()

    def client(self, service: str) -> Any:
        """A boto3 client of the emulator."""
        return aws.client(service, self.endpoint)

    @contextlib.contextmanager
    def outage(self, service: str, *, hang: bool = False) -> Iterator[None]:
        """Let every call to an AWS service fail (or hang, then fail) meanwhile; `service` as SDKs sign it: `events`."""
        self._control("PUT", f"outage/{service}{'?hang' if hang else ''}")
        try:
            yield
        finally:
            self._control("DELETE", f"outage/{service}")

    def kill_lambda_workers(self, function: str = "") -> int:
        """Kill the functions' processes at once (those of `function`, a logical name); return how many."""
        return int(self._control("DELETE", f"workers/{function}"))

    def restart(self) -> None:
        """Stop gracefully and start again at the same port, with the same state."""
        self._cleanup.close()
        self.__enter__()

    def wait(self) -> str:
        """What has ended by itself, which nothing ever should, as soon as something has."""
        while True:
            for name, program in self._programs.items():
                if (status := program.poll()) is not None:
                    log = self.state_dir / f"{name.split()[-1]}.log"
                    return f"The {name} ended by itself, with status {status}; see {log}"
            time.sleep(0.5)

    def _start(self) -> None:
        processes.require_free(self.port)
        self.state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._take_lock()
        make_private(self.state_dir)
        programs = build.environment("emulator")
        build.build()
        python = programs / "python"
        say("Starting the sandbox operator ...")
        self._start_operators(python)
        say("Starting the AWS emulator ...")
        emulator = processes.start_emulator(python, ROOT, self.port, self.state_dir, self._log("emulator"))
        self._cleanup.callback(processes.stop, emulator)
        self._programs["AWS emulator"] = emulator
        for name, value in self.secrets.items():
            self.client("ssm").put_parameter(Name=name, Value=value, Type="SecureString", Overwrite=True)
        say("Deploying template.yaml ...")
        self.outputs = self._deploy(python)
        try:
            self.keys = seed_organisations(
                self.client("dynamodb"), self.outputs["TableName"], self.state_dir, self._offices()
            )
        except Refused as error:
            raise StackFailed(str(error)) from error
        self._save()

    def _offices(self) -> Offices:
        """Every organisation's own back office is written where the functions look for it, if they do."""
        prefix = self.outputs.get("OperatorEntries", "")
        own = {name: Entry(url=url) for name, url in self.operators.items()} if prefix else {}
        for name, entry in own.items():
            value = entry.model_dump_json(exclude_none=True)
            self.client("ssm").put_parameter(Name=prefix + name, Value=value, Type="SecureString", Overwrite=True)
        return Offices(Entry(url=self.operator_url), own, prefix)

    def _take_lock(self) -> None:
        lock = self._cleanup.enter_context(private(self.state_dir / ".lock"))
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StackFailed(
                f"Another Frontline that runs now keeps its tickets in {self.state_dir}. "
                "For a second one beside it, name a folder and a port of its own:  make run STATE=another-folder PORT=4700"
            ) from error

    def _log(self, name: str) -> IO[str]:
        return self._cleanup.enter_context(private(self.state_dir / f"{name}.log"))

    def _start_operators(self, python: Path) -> None:
        """The one that organisations share, unless it is somewhere else, and those of their own: one program."""
        shared = [DEFAULT_COUNTRY] if self._own_operator else []
        wanted = [f"--country={country}" for country in (*shared, *COUNTRIES.values())]
        command: list[str | Path] = [python, "-m", "local.tethered", "local.operator", "--port", "0", *wanted]
        log = self._log("operator")
        operator = processes.start(command, ROOT, log, stdout=subprocess.PIPE)
        self._cleanup.callback(processes.stop, operator)
        self._programs["sandbox operator"] = operator
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=read_lines, args=(operator.stdout or (), lines), daemon=True).start()
        ready = processes.patiently(lambda: taken(lines), operator, log, "the sandbox operator to be ready")
        if not ready:
            raise StackFailed(f"The sandbox operator did not start; see {log.name}")
        urls = dict(part.removeprefix("operator.").split("=", 1) for part in ready.split()[1:])
        self.operator_url = urls.get(DEFAULT_COUNTRY, self.operator_url)
        self.operators = {name: urls[country] for name, country in COUNTRIES.items()}

    def _deploy(self, python: Path) -> dict[str, str]:
        sandbox = {"SenderUrl": f"{self.operator_url}/sandbox/messages"} if self._own_operator else {}
        own = {"OperatorUrl": self.operator_url, "OperatorParameters": "yes"}
        parameters = {**own, **sandbox, **self.parameters}
        pairs = [f"{name}={value}" for name, value in parameters.items()]
        command: list[str | Path] = [python, "-m", "local.deploy", self.endpoint, *pairs]
        with build.undisturbed():
            result = processes.run_telling(command, ROOT, "the template to be deployed")
        if result.returncode != 0:
            raise StackFailed(f"The template could not be deployed.\n{result.stderr}")
        outputs: dict[str, str] = json.loads(result.stdout)
        return outputs

    def _save(self) -> None:
        """A stack that is up is on disk: whatever comes later, its table and keys are those that were told."""
        try:
            self._control("PUT", "saved/")
        except urllib.error.HTTPError as error:
            raise StackFailed(f"The stack could not be saved in {self.state_dir}: {error.read().decode()}") from error

    def _control(self, method: str, path: str) -> str:
        request = urllib.request.Request(f"{self.endpoint}/_frontline/{path}", method=method)
        with urllib.request.urlopen(request, timeout=120) as response:
            return str(response.read().decode())


def private(file: Path) -> IO[str]:
    """A file opened for writing that nobody else may read, even if it was there before."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.fchmod(descriptor, 0o600)
    return os.fdopen(descriptor, "w")


def make_private(folder: Path) -> None:
    """What an earlier release left readable for everybody holds names and birth dates. A folder that is not ours alone
    stays as it is."""
    whole = [folder] if (folder / "keys.json").exists() and not folder.stat().st_mode & stat.S_ISVTX else []
    state = [folder / "emulator", *(folder / "emulator").rglob("*")]
    for path in filter(Path.exists, (*whole, *state)):
        path.chmod(0o700 if path.is_dir() else 0o600)


def read_lines(source: Iterable[str], lines: "queue.Queue[str]") -> None:
    """Put what a program says into a queue, so that nobody waits on it without end."""
    for line in source:
        lines.put(line)


def taken(lines: "queue.Queue[str]") -> str | None:
    """The operator's word that it is ready, if it has come."""
    while not lines.empty():
        if (line := lines.get()).startswith("READY operator"):
            return line
    return None
