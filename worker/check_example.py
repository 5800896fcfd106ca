"""Drives the example in a real LiveKit session, without a LiveKit server or network, against a backend on this machine.
For an environment with livekit-agents: python check_example.py. Exits with an error if anything is not as it should be."""

import asyncio
import json
import logging
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from livekit.agents import AgentSession, ConversationItemAddedEvent, StopResponse, llm, room_io

import example_livekit
from example_livekit import FlowAgent, metadata_of, on_text
from frontline_worker import SORRY, FlowExecutor, Patience
from frontline_worker.texts import HOLDING_KEPT

DOWN, REFUSED = "down", "refused"


class Backend(BaseHTTPRequestHandler):
    """Repeats what it hears; down once when told so."""

    failed = 0

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        said = request["userInput"]
        status = 404 if said == REFUSED else 200
        if said == DOWN and Backend.failed < 2:
            Backend.failed += 1
            status = 503
        answer = {"sessionId": "s.1", "status": "waiting", "response": f"<{said}>", "completed": said == "bye"}
        raw = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class calls it so
        del format, args


async def talk(url: str, *said: str) -> tuple[list[str], bool]:
    """What the agent says in one session, and whether the session is closed at its end."""
    spoken: list[str] = []
    closed = asyncio.Event()
    async with FlowExecutor(url, "a-key", patience=Patience(attempts=1)) as flow:
        await flow.start_flow("support", "room-1")
        session: AgentSession[None] = AgentSession()
        agent = FlowAgent(flow)

        def heard(event: ConversationItemAddedEvent) -> None:
            if isinstance(event.item, llm.ChatMessage):
                spoken.append(event.item.text_content or "")

        session.on("conversation_item_added", heard)
        session.on("close", lambda _event: closed.set())
        await session.start(agent, record=False)
        for number, words in enumerate(said):
            if number % 2:
                await on_text(session, room_io.TextInputEvent(text=words))
                continue
            try:
                await agent.on_user_turn_completed(llm.ChatContext(), llm.ChatMessage(role="user", content=[words]))
            except StopResponse:
                continue
            raise SystemExit("the session would have replied by itself")
        await asyncio.sleep(0.5)
        ended = closed.is_set()
        await session.aclose()
    return spoken, ended


def check_metadata() -> None:
    """The job's goes before the participant's; none at all is an error."""
    if metadata_of('{"flowId": "job"}', '{"flowId": "token"}')["flowId"] != "job":
        raise SystemExit("the job's metadata does not count")
    if metadata_of("", '{"flowId": "token"}')["flowId"] != "token":
        raise SystemExit("the participant's metadata does not count")
    try:
        metadata_of("", "[1]")
    except ValueError:
        return
    raise SystemExit("a job without a flow was taken")


async def check(url: str) -> None:
    check_metadata()
    example_livekit.RETRY_SECONDS = 0.1
    holding = HOLDING_KEPT["en"]
    for said, expected in {
        ("one", "two"): (["<>", "<one>", "<two>"], False),
        ("one", DOWN, "three"): (["<>", "<one>", holding, holding, f"<{DOWN}>", "<three>"], False),
        ("one", "bye"): (["<>", "<one>", "<bye>"], True),
        (REFUSED,): (["<>", SORRY["en"]], True),
    }.items():
        found = await talk(url, *said)
        if found != expected:
            raise SystemExit(f"{said}: {found} instead of {expected}")


if __name__ == "__main__":
    logging.disable()
    listener = ThreadingHTTPServer(("127.0.0.1", 0), Backend)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    asyncio.run(check(f"http://127.0.0.1:{listener.server_port}"))
