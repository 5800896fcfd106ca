"""The worker's client against the handler itself: the same flow by every way in, and nothing taken twice."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import asdict
from urllib.parse import urlsplit

import httpx
import pytest

from frontline_worker import FlowExecutor, FlowRefused, Patience, Reply, Report
from tests.adapters.llm.server import Asked, Server, Told, serving
from tests.functions.conftest import Api
from tests.functions.test_authoring import Author, author, published
from tests.support.client import NO_TLS
from tests.support.graphs import support_flow

__all__ = ["author", "published"]
QUICK = Patience(attempts=3, each=5.0, total=20.0, pause=0.01)


class Deployed:
    """The handler behind a real port; answers can be lost on their way."""

    def __init__(self, author: Author) -> None:
        self.lost: list[Told] = []
        self._author = author

    def __call__(self, asked: Asked) -> Told:
        answered = Api(key=asked.headers["x-api-key"]).call("POST", urlsplit(asked.path).path, asked.body.decode(), {})
        return self.lost.pop(0) if self.lost else Told(answered.status, answered.text.encode(), answered.headers)


@pytest.fixture
def deployed(published: Author) -> Iterator[Server]:
    with serving(Deployed(published)) as listening:
        yield listening


def talk(url: str, room: str, *said: str | Report, key: str = Api.key) -> list[Reply]:
    async def run() -> list[Reply]:
        async with httpx.AsyncClient(trust_env=False, verify=NO_TLS) as http:
            flow = FlowExecutor(url, key, patience=QUICK, http=http)
            await flow.start_flow("support", room, "ann", {"customerName": "Ann"})
            return [await flow.process_user_input(one) for one in said]

    return asyncio.run(run())


OPENING = "picture messages do not work"
WAYS: dict[str, tuple[str | Report, ...]] = {
    "to its end": ("an invoice", "pardon?", "call me"),
    "to a human": ("it is broken", Report("restart", {"success": True})),
}


def spoken(said: str | Report, field: str) -> dict[str, object]:
    return {"report": asdict(said)} if isinstance(said, Report) else {field: said}


def by_turns(author: Author, conversation: str, said: str | Report) -> tuple[str, object]:
    body = {"conversation": conversation, **spoken(said, "message")}
    reply = author.send("POST", "/v1/turns", body).body["reply"]
    return reply["text"], reply.get("action")


def by_process(author: Author, room: str, said: str | Report) -> tuple[str, object]:
    body = {"roomName": room, **spoken(said, "userInput")}
    answered = author.send("POST", "/api/flows/support/process", body).body
    return answered["response"], answered.get("action")


@pytest.mark.parametrize("way", WAYS)
def test_a_flow_says_the_same_by_every_way_in(deployed: Server, published: Author, way: str) -> None:
    document = {**support_flow(), "intents": [{"name": "mms_issue", "means": "pictures", "offer": "Pictures"}]}
    published.send("PUT", "/v1/flows/support", document)
    assert published.send("POST", "/v1/flows/support/publish").status == 200
    turns = [by_turns(published, f"same {way}", said) for said in (OPENING, *WAYS[way])]
    rooms = [by_process(published, f"same {way}", said) for said in ("", *WAYS[way])]
    replies = talk(deployed.url, f"same {way}, worker", "", *WAYS[way])
    worker = [(reply.text, asdict(reply.action) if reply.action else None) for reply in replies]
    assert turns == rooms == worker
    assert (replies[-1].completed, replies[-1].unanswered) == (True, 0)


@pytest.mark.parametrize("lost", [Told(500), Told(hang_up=True), Told(body={"a": 1}, cut=True)], ids=str)
def test_answers_lost_on_their_way_change_nothing(deployed: Server, published: Author, lost: Told) -> None:
    room = f"lost {lost.status} {lost.cut}"
    assert isinstance(deployed.answer, Deployed)
    deployed.answer.lost = [lost] * 2
    first, second = talk(deployed.url, room, "an invoice", "call me")
    assert (first.text, second.text) == ("Hello! Shall we call you, or write?", "We will deal with: an invoice.")
    session = published.get(f"/api/flows/sessions/{first.session_id}").body["session"]
    said = [line["content"] for line in session["context"]["conversation"] if line["role"] == "user"]
    assert said == ["an invoice", "call me"]
    assert [json.loads(asked.body)["userInput"] for asked in deployed.asked] == ["an invoice"] * 3 + ["call me"]


def test_after_an_outage_the_session_goes_on_where_it_was(deployed: Server) -> None:
    assert isinstance(deployed.answer, Deployed)
    deployed.answer.lost = [Told(503)] * QUICK.attempts
    held, after = talk(deployed.url, "outage", "an invoice", "call me")
    assert (held.held, held.unanswered) == (True, 1)
    assert after.text == "Hello! Shall we call you, or write? We will deal with: an invoice."
    assert (after.status, after.completed) == ("completed", True)


def test_a_refusal_says_what_to_do(deployed: Server, published: Author) -> None:
    with pytest.raises(FlowRefused, match="401 unauthorised: send a valid API key"):
        talk(deployed.url, "refused", "hello", key="no-key-of-ours")
    published.send("DELETE", "/v1/flows/support")
    with pytest.raises(FlowRefused, match="404 not_found: there is no published flow 'support'"):
        talk(deployed.url, "refused", "hello")
