"""The sandbox over HTTP/1.1: one thread a connection, kept alive, and faults where they were ordered."""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

from local.operator.faults import Fault
from local.operator.routes import Routes
from local.operator.switches import Answer, Request, World


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, world: World, api_key: str | None) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.world = world
        self.routes = Routes(world)
        self.api_key = api_key

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: Server

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def do_PATCH(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is inherited
        """Quiet: nothing personal goes to a log."""

    def _serve(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        raw = self.rfile.read(length)
        url = urlsplit(self.path)
        path = unquote(url.path)
        fault = None if path.startswith("/sandbox/") else self.server.world.faults.take(self.command, path)
        early = self._before(fault)
        if early is None:
            answer = self._answer(path, dict(parse_qsl(url.query)), raw)
            early = self._after(fault, answer)
        if early is not None:
            self._send(early)

    def _answer(self, path: str, params: dict[str, str], raw: bytes) -> Answer:
        if self.server.api_key not in (None, self.headers.get("X-API-Key")):
            return Answer(401, {"code": "unauthorized", "reason": "who are you?"})
        try:
            body = json.loads(raw or b"{}")
        except ValueError:
            return Answer(400, {"code": "unreadable", "reason": "this is not JSON"})
        key = self.headers.get("Idempotency-Key")
        return self.server.routes.answer(Request(self.command, path, params, body, key))

    def _before(self, fault: Fault | None) -> Answer | None:
        """What goes wrong before anything is done. A refused connection is closed without a word."""
        if fault is None or fault.after or fault.kind not in ("error", "busy", "refuse"):
            return None
        if fault.kind == "refuse":
            self.close_connection = True
            return Answer(0, None)
        return _failure(fault)

    def _after(self, fault: Fault | None, answer: Answer) -> Answer:
        """What goes wrong when everything is done."""
        if fault is None:
            return answer
        if fault.kind == "slow":
            time.sleep(fault.seconds)
        elif fault.kind == "drop":
            self.close_connection = True
            return Answer(0, None)
        elif fault.kind in ("malformed", "empty"):
            return Answer(answer.status, b'{"id": ' if fault.kind == "malformed" else b"")
        elif fault.after:
            return _failure(fault)
        return answer

    def _send(self, answer: Answer) -> None:
        """Status 0 is silence."""
        if answer.status == 0:
            return
        content = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
        self.send_response(answer.status)
        for name, value in {**answer.headers, "Content-Type": "application/json"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()


def _failure(fault: Fault) -> Answer:
    status = 429 if fault.kind == "busy" else fault.status
    headers = {} if fault.retry_after is None else {"Retry-After": fault.retry_after}
    return Answer(status, {"code": "sandboxFault", "reason": "as ordered"}, headers)
