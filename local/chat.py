"""A terminal chat with Frontline's HTTP API, for people: what a thin channel has to do, and nothing more."""

import contextlib
import json
import os
import sys
import urllib.error
import urllib.request
from typing import Any

WAIT_SECONDS = 5
HELP = "Write as a customer would, in any language it speaks. /new starts another conversation, /quit ends."
DIM, BOLD, PLAIN = "\033[2m", "\033[1m", "\033[0m"


class Unreachable(Exception):
    """Frontline did not answer, or answered with an error."""


def chat(endpoint: str, key: str) -> None:
    """Talk until /quit or the end of the input."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  # gives input() its line editing
    show(f"\n{DIM}{HELP}{PLAIN}\n")
    ticket: str | None = None
    while (message := ask()) != "/quit":
        if message in {"/help", "/?"}:
            show(f"{DIM}{HELP}{PLAIN}\n")
        elif message == "/new":
            ticket = None
            show(f"{DIM}A new conversation.{PLAIN}\n")
        elif message:
            ticket = exchange(endpoint, key, message, ticket)


def ask() -> str:
    """Read one line; the end of the input is /quit."""
    try:
        return input(f"{BOLD}you>{PLAIN} ").strip()
    except EOFError:
        return "/quit"


def exchange(endpoint: str, key: str, message: str, ticket: str | None) -> str | None:
    """Send one message, show the reply, and return the ticket to go on with."""
    try:
        turn = send(endpoint, key, {"message": message, **({"ticket_id": ticket} if ticket else {})})
    except Unreachable as error:
        show(f"{DIM}{error}{PLAIN}\n")
        return ticket
    show(pretty(turn))
    answered: str | None = turn.get("ticket_id", ticket)
    return answered


def send(endpoint: str, key: str, body: dict[str, str]) -> dict[str, Any]:
    """POST one turn and return what came back."""
    headers = {"x-api-key": key, "content-type": "application/json"}
    url = f"{endpoint}/v1/turns?wait={WAIT_SECONDS}"
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            turn: dict[str, Any] = json.load(response)
            return turn
    except urllib.error.HTTPError as error:
        raise Unreachable(f"HTTP {error.code}: {error.read().decode(errors='replace')[:500]}") from error
    except OSError as error:
        raise Unreachable(f"Frontline does not answer: {error}") from error


def pretty(turn: dict[str, Any]) -> str:
    """A turn as people read it: the text, the options to choose from, the status."""
    reply = turn.get("reply") or {}
    lines = [f"{BOLD}frontline>{PLAIN} {reply.get('text', '')}"]
    lines += [f"  - {option_text(option)}" for option in reply.get("options") or ()]
    notes = [turn.get("status"), turn.get("workflow"), asked(turn), degraded(turn)]
    lines.append(f"{DIM}  [{' · '.join(note for note in notes if note)}]{PLAIN}")
    return "\n".join(lines) + "\n"


def option_text(option: object) -> str:
    """An option is a text, or an object that has one."""
    return str(option.get("text") or option.get("label") or option) if isinstance(option, dict) else str(option)


def asked(turn: dict[str, Any]) -> str | None:
    """What the reply asks for."""
    return f"asks for {turn['missing_slot']}" if turn.get("missing_slot") else None


def degraded(turn: dict[str, Any]) -> str | None:
    """What was missing when the reply was made."""
    missing = turn.get("degraded")
    return f"without {', '.join(missing) if isinstance(missing, list) else missing}" if missing else None


def show(text: str) -> None:
    """Print; colours only where a terminal shows them."""
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        for code in (DIM, BOLD, PLAIN):
            text = text.replace(code, "")
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
