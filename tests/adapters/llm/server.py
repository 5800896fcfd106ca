"""A real HTTP server on a free local port that answers what it is told and remembers what it was asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Asked(NamedTuple):
    """One request, as it came over the wire. Header names are in lower case."""

    path: str
    headers: dict[str, str]
    body: bytes
    caller: object = None

    @property
    def document(self) -> dict[str, object]:
        document = json.loads(self.body)
        assert isinstance(document, dict)
        return document


class Told(NamedTuple):
    """One answer. `dribble` sends the body byte by byte with this pause; `wait` comes before anything; `cut` hangs up in
    the middle of the body."""

    status: int = 200
    body: object = b""
    headers: Mapping[str, str] = {}
    wait: float = 0.0
    dribble: float = 0.0
    hang_up: bool = False
    cut: bool = False

    @property
    def raw(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class Server:
    """`answer` is asked for every request; it may be replaced between requests."""

    def __init__(self, answer: Callable[[Asked], Told]) -> None:
        self.answer = answer
        self.asked: list[Asked] = []
        self.url = ""

    def tell(self, told: Told) -> None:
        """The same answer to everything from now on."""
        self.answer = lambda _asked: told


class Handler(BaseHTTPRequestHandler):
    """Does what the server's answer says."""

    protocol_version = "HTTP/1.1"
    server: "Listener"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", "0")))
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.path, headers, body, self.client_address)
        self.server.told.asked.append(asked)
        told = self.server.told.answer(asked)
        self.server.over.wait(told.wait)
        if told.hang_up:
            self.close_connection = True
            return
        self.send_response(told.status)
        for name, value in {"content-type": "application/json", **told.headers}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(told.raw)))
        self.end_headers()
        self._write(told.raw[: len(told.raw) // 2] if told.cut else told.raw, told.dribble)
        self.close_connection = self.close_connection or told.cut

    def _write(self, raw: bytes, dribble: float) -> None:
        for piece in [raw[at : at + 1] for at in range(len(raw))] if dribble else [raw]:
            if self.server.over.wait(dribble):
                return
            self.wfile.write(piece)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class calls it so
        del format, args


class Listener(ThreadingHTTPServer):
    """Callers may hang up at any moment; that is what the tests are about."""

    daemon_threads = True

    def __init__(self, told: Server) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.told = told
        self.over = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        del request, client_address


@contextmanager
def serving(answer: Callable[[Asked], Told] = lambda _asked: Told()) -> Iterator[Server]:
    """The server, listening."""
    server = Server(answer)
    listener = Listener(server)
    server.url = f"http://127.0.0.1:{listener.server_port}"
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.over.set()
        listener.shutdown()
        listener.server_close()
        thread.join()


@contextmanager
def nobody() -> Iterator[str]:
    """An address at which nobody listens."""
    with serving() as server:
        url = server.url
    yield url


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


def stopwatch() -> Callable[[], float]:
    """Seconds since it was made."""
    started = time.monotonic()
    return lambda: time.monotonic() - started
