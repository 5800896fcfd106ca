"""An organisation's flows as its author works on them: by HTTP alone, verified, published, rolled back, nobody else's."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from frontline.adapters.api import gateway
from tests.functions.conftest import ALL, KEYS, SETTINGS, Answered, Api
from tests.functions.test_turn_handler import is_problem
from tests.support.aws import an_organisation
from tests.support.graphs import ACME_US, Json, support_flow


class Author(Api):
    """Calls with a body, as an author does."""

    def send(self, method: str, path: str, body: object = None, **query: str) -> Answered:
        return self.call(method, path, None if body is None else json.dumps(body), query)

    def room(self, room: str, words: str = "", flow: str = "support", **more: object) -> Answered:
        return self.send("POST", f"/api/flows/{flow}/process", {"roomName": room, "userInput": words, **more})


@pytest.fixture
def author(api: Api) -> Iterator[Author]:
    del api
    one = Author()
    yield one
    one.send("DELETE", "/v1/flows/support")


@pytest.fixture
def published(author: Author) -> Author:
    author.send("PUT", "/v1/flows/support", support_flow())
    assert author.send("POST", "/v1/flows/support/publish").status == 200
    return author


def test_a_draft_is_kept_and_told_what_is_wrong_with_it(author: Author) -> None:
    document: Json = support_flow()
    document["nodes"][4]["data"]["conditions"][0]["expression"] = "issueCategry == 1"
    kept = author.send("PUT", "/v1/flows/support", document)
    assert (kept.status, kept.body["publishable"]) == (200, False)
    assert [(one["code"], one["node"]) for one in kept.body["findings"]] == [("unset_variable", "is")]
    refused = author.send("POST", "/v1/flows/support/publish")
    assert "mend its errors" in is_problem(refused, 422, "unsound")
    assert [one["code"] for one in refused.body["findings"]] == ["unset_variable"]
    assert author.send("GET", "/v1/flows/support", version="draft").body["flow"] == document


def test_what_is_published_is_live_at_once(published: Author) -> None:
    assert published.room("r1", "it is broken").body["response"] == "Hello! Please restart it."
    live = published.get("/v1/flows").body["live"]
    assert [one["id"] for one in live] == ["support"]


def test_a_session_stays_on_the_version_it_began_with(published: Author) -> None:
    first = published.room("r2", "an invoice").body
    assert first["response"] == "Hello! Shall we call you, or write?"
    newer = support_flow()
    newer["slots"][1]["question"] = "Call or mail?"
    newer["nodes"][7]["data"]["text"] = "Bye."
    published.send("PUT", "/v1/flows/support", newer)
    published.send("POST", "/v1/flows/support/publish")
    assert published.room("r3", "an invoice").body["response"] == "Hello! Call or mail?"
    assert published.room("r2", "call me").body["response"] == "We will deal with: an invoice."
    assert published.room("r3", "call me").body["response"] == "Bye."


def test_an_earlier_version_can_be_live_again(published: Author) -> None:
    first = published.get("/v1/flows").body["live"][0]["hash"]
    newer = support_flow()
    newer["nodes"][1]["data"]["text"] = "Good day!"
    published.send("PUT", "/v1/flows/support", newer)
    second = published.send("POST", "/v1/flows/support/publish").body["hash"]
    assert first != second
    assert published.send("POST", "/v1/flows/support/rollback", {"hash": first}).body["hash"] == first
    assert published.room("r4", "an invoice").body["response"].startswith("Hello!")
    versions = published.get("/v1/flows/support/versions").body["versions"]
    assert {one["hash"]: one["live"] for one in versions}[first] is True
    assert is_problem(published.send("POST", "/v1/flows/support/rollback", {"hash": "0" * 64}), 404, "not_found")


def test_a_caller_of_a_published_flow_is_verified_and_moved_with_it(published: Author) -> None:
    caller: Json = {
        "title": "caller",
        "nodes": [
            {"id": "start", "type": "start"},
            {"id": "sub", "type": "subflow", "data": {"flow": "support"}},
            {"id": "end", "type": "end"},
            {"id": "human", "type": "transfer"},
        ],
        "edges": [
            {"source": "start", "target": "sub"},
            {"source": "sub", "target": "end"},
            {"source": "sub", "sourceHandle": "failed", "target": "human"},
        ],
    }
    published.send("PUT", "/v1/flows/caller", caller)
    before = published.send("POST", "/v1/flows/caller/publish").body["hash"]
    assert published.room("r5", "an invoice", flow="caller").body["response"].startswith("Hello!")
    newer = support_flow()
    newer["nodes"][1]["data"]["text"] = "Good day!"
    published.send("PUT", "/v1/flows/support", newer)
    published.send("POST", "/v1/flows/support/publish")
    after = {one["id"]: one["hash"] for one in published.get("/v1/flows").body["live"]}["caller"]
    assert after != before
    assert published.room("r6", "an invoice", flow="caller").body["response"].startswith("Good day!")
    assert published.room("r5", "call me", flow="caller").body["completed"] is True
    assert is_problem(published.send("DELETE", "/v1/flows/support"), 409, "still_called")
    assert published.send("DELETE", "/v1/flows/caller").status == 204


def test_an_own_flow_in_place_of_a_shipped_one_must_suit_the_shipped_flows_that_call_it(account: Any, api: Api) -> None:
    del api
    an_organisation(account, SETTINGS["TABLE_NAME"], ACME_US, "key-of-acme-us", ALL)
    author = Author(key="key-of-acme-us")
    author.send("POST", "/v1/flows/lift_suspension/copy", {"to": "lift_suspension"})
    same = author.send("POST", "/v1/flows/lift_suspension/publish")
    assert same.status == 200, same.text
    changed = author.send("GET", "/v1/flows/lift_suspension", version="draft").body["flow"]
    next(node for node in changed["nodes"] if node["id"] == "lifted")["data"]["result"] = "back"
    author.send("PUT", "/v1/flows/lift_suspension", changed)
    refused = author.send("POST", "/v1/flows/lift_suspension/publish")
    is_problem(refused, 422, "unsound")
    assert [(one["code"], one["node"]) for one in refused.body["findings"]] == [("wrong_handle", "lift")]
    assert "in overdue_bill, which calls it" in refused.body["findings"][0]["reason"]


def test_a_shipped_flow_can_be_copied_and_changed_but_not_written(author: Author) -> None:
    library = author.get("/v1/flows").body["library"]
    assert "service" in {one["id"] for one in library}
    copied = author.send("POST", "/v1/flows/slow_data/copy", {"to": "our_slow_data"})
    assert copied.status == 200
    draft = author.send("GET", "/v1/flows/our_slow_data").body
    assert draft["version"] == "draft"
    assert draft["flow"]["nodes"][0]["id"] == "start"


def test_a_flow_is_drawn(published: Author) -> None:
    drawn = published.get("/v1/flows/support/diagram")
    assert drawn.text.startswith("flowchart TD")


def test_nobody_else_sees_or_reaches_an_organisations_flows(published: Author) -> None:
    stranger = Author(key=KEYS["globex"])
    assert stranger.get("/v1/flows").body["live"] == []
    assert is_problem(stranger.get("/v1/flows/support"), 404, "not_found")
    assert is_problem(stranger.room("r1", "hello"), 404, "not_found")
    session = published.room("r7", "an invoice").body["sessionId"]
    assert is_problem(stranger.get(f"/api/flows/sessions/{session}"), 404, "not_found")


def test_only_a_key_that_may_author_does(author: Author) -> None:
    reader = Author(key="key-for-turns-only")
    assert is_problem(reader.send("PUT", "/v1/flows/support", support_flow()), 403, "forbidden")


@pytest.mark.parametrize("body", ["", "[]", "nonsense", "null"])
def test_a_draft_is_a_json_object(author: Author, body: str) -> None:
    assert is_problem(author.call("PUT", "/v1/flows/support", body, {}), 400, "invalid")


def test_a_draft_has_a_size_and_a_name(author: Author) -> None:
    assert is_problem(author.send("PUT", "/v1/flows/support", {"title": "x" * 300_000}), 413, "too_large")
    assert is_problem(author.send("PUT", "/v1/flows/a.b", support_flow()), 400, "invalid")


def test_two_authors_at_once_do_not_undo_each_other(published: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    organisations: Any = gateway.wiring().organisations
    seen = organisations.fresh("acme-in")
    organisations.replace(seen, seen.organisation.but(name="Acme of India"))
    monkeypatch.setattr(organisations, "fresh", lambda _: seen)
    lost = published.send("POST", "/v1/flows/support/publish")
    assert is_problem(lost, 503, "unavailable")
    monkeypatch.undo()
    now = organisations.fresh("acme-in").organisation
    assert now.name == "Acme of India"


def test_a_number_leads_to_an_agent_and_its_flow(published: Author) -> None:
    assert is_problem(published.send("PUT", "/v1/numbers/+1-555-0100", {"agent": "front"}), 404, "not_found")
    assert published.send("PUT", "/v1/agents/front", {"name": "Front desk", "flow": "support"}).status == 200
    assert published.send("PUT", "/v1/numbers/+1-555-0100", {"agent": "front"}).body["number"] == "+15550100"
    found = published.get("/v1/numbers/15550100").body
    assert found["metadata"] == {"organizationId": "acme-in", "agentId": "front", "flowId": "support"}
    assert is_problem(Author(key=KEYS["globex"]).get("/v1/numbers/15550100"), 404, "not_found")
    assert is_problem(published.send("DELETE", "/v1/agents/front"), 409, "still_called")
    assert published.get("/v1/numbers").body["numbers"] == [{"number": "+15550100", "agent": "front"}]
    assert published.get("/v1/agents").body["agents"] == [{"id": "front", "name": "Front desk", "flow": "support"}]
    published.send("PUT", "/v1/agents/front", {"name": "Front desk", "flow": "nothing"})
    assert is_problem(published.get("/v1/numbers/15550100"), 409, "not_published")
    assert published.send("DELETE", "/v1/numbers/+15550100").status == 204
    assert published.send("DELETE", "/v1/agents/front").status == 204
