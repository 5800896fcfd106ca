"""What the first reply of a new Lambda environment costs in CPU, against a plain handler of the same libraries.

The plain one is installed as `sam build` installs: unpacked wheels, no bytecode, and Lambda's file system keeps none. It
is measured with bytecode too, to show what the rest is worth."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.people import ACME
from frontline.adapters.organisations import ApiKey, hashed
from local.build import BUILT, ROOT, build

ROUNDS = 7
KEY = "bench-key"
ROWS = {
    f"KEY#{hashed(KEY)}": ApiKey(organisation=ACME.id).model_dump_json(),
    f"ORGANISATION#{ACME.id}": ACME.model_dump_json(),
}


class Table(BaseHTTPRequestHandler):
    """As much of DynamoDB as a first turn needs, answering at once."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        operation = self.headers["X-Amz-Target"].partition(".")[2]
        answer: dict[str, object] = {}
        if operation == "GetItem":
            body = ROWS.get(request["Key"]["pk"]["S"], "{}")
            answer = {"Item": {"body": {"S": body}}}
        elif operation == "Query":
            answer = {"Items": [], "Count": 0, "ScannedCount": 0}
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/x-amz-json-1.0")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is inherited
        """Quiet."""


def measure() -> dict[str, object]:
    """In turns, each in a fresh interpreter; the least of each, as what a neighbour on the machine adds is nobody's cost."""
    build()
    for folder, flag in (("plain", "--no-compile"), ("plain_with_bytecode", "--compile")):
        _install(folder, flag)
    rounds: dict[str, list[float]] = {"ours": [], "plain": [], "plain_with_bytecode": []}
    with table() as port:
        for _ in range(ROUNDS):
            for name, taken in rounds.items():
                taken.append(cpu_of(name, port))
    least = {name: min(taken) for name, taken in rounds.items()}
    return {
        "milliseconds_cpu": {name: round(value * 1000) for name, value in least.items()},
        "ratio": round(least["ours"] / least["plain"], 2),
        "budget": 0.5,
        "ratio_to_plain_with_bytecode": round(least["ours"] / least["plain_with_bytecode"], 2),
        "budget_with_bytecode": 1.1,
    }


@contextmanager
def table() -> Iterator[int]:
    """The port at which the table answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Table)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def _install(folder: str, flag: str) -> None:
    """The libraries of the layer, once per set of requirements."""
    requirements = ROOT / "layers" / "core" / "requirements.txt"
    target = BUILT.parent / "bench" / folder
    stamp = target / ".requirements"
    if stamp.exists() and stamp.read_text() == requirements.read_text():
        return
    command = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps", "--upgrade"]
    subprocess.run([*command, "--require-hashes", flag, "--target", target, "--requirement", requirements], check=True)
    stamp.write_text(requirements.read_text())


def cpu_of(which: str, port: int) -> float:
    """CPU seconds from the interpreter's first line to the first reply."""
    environment = {
        "PATH": os.environ["PATH"],
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_REGION": "ap-south-1",
        "AWS_DEFAULT_REGION": "ap-south-1",
        "AWS_ACCESS_KEY_ID": "bench",
        "AWS_SECRET_ACCESS_KEY": "bench",
        "TABLE_NAME": "bench",
        "STATE_MACHINE_PREFIX": "arn:aws:states:ap-south-1:000000000000:stateMachine:bench-",
        "POWERTOOLS_SERVICE_NAME": "bench",
        "POWERTOOLS_METRICS_NAMESPACE": "bench",
        "LAYER": str(BUILT / "CoreLayer" / "python" if which == "ours" else BUILT.parent / "bench" / which),
        "FUNCTION": str(BUILT / "TurnHandler"),
        "KEY": KEY,
    }
    script = Path(__file__).with_name("first_reply.py")
    command = [sys.executable, "-I", "-S", "-B", str(script), which.partition("_")[0]]
    result = subprocess.run(command, env=environment, check=False, stdout=subprocess.PIPE, text=True)
    if result.returncode != 0:
        raise SystemExit(f"the first reply of {which!r} could not be measured; what it said is above")
    return float(result.stdout.splitlines()[-1])
