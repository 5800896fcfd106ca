"""What a hostile or careless author or worker can send: every answer is a clear one, and nothing of it reaches another
organisation or stops one's own."""

import json
from itertools import pairwise
from typing import Any

import pytest

from frontline.adapters.api import gateway
from tests.functions.conftest import KEYS, Api
from tests.functions.test_authoring import Author, author, published
from tests.functions.test_turn_handler import is_problem
from tests.support.graphs import Json, edges, node, support_flow

__all__ = ["author", "published"]


def long_flow(text: str, count: int) -> Json:
    """As many messages, each of them long."""
    nodes = [node("start", "start"), *(node(f"m{at}", "message", text=text) for at in range(count))]
    names = ["start", *(f"m{at}" for at in range(count)), "human"]
    lines = [f"{one} -> {other}" for one, other in pairwise(names)]
    return {"title": "long", "nodes": [*nodes, node("human", "transfer")], "edges": edges(*lines)}


@pytest.mark.parametrize("text", ["न" * 2000, "x" * 2900])
def test_a_flow_that_fits_no_row_is_refused_in_so_many_words(author: Author, text: str) -> None:
    kept = author.send("PUT", "/v1/flows/support", long_flow(text, 100))
    if kept.status == 200:
        assert is_problem(author.send("POST", "/v1/flows/support/publish"), 409, "too_large")
    else:
        assert is_problem(kept, 413, "too_large")


@pytest.mark.parametrize(
    "body",
    ['{"title": "\\ud800"}', '{"title": NaN}', "[" * 100_000, "[]", "", "\udcff"],
    ids=["half a sign", "no number", "deep", "a list", "nothing", "no text"],
)
def test_a_body_that_is_no_flow_is_refused_in_so_many_words(author: Author, body: str) -> None:
    raw: Any = body.encode(errors="surrogateescape") if body == "\udcff" else body
    is_problem(author.call("PUT", "/v1/flows/support", raw, {}), 400, "invalid")


@pytest.mark.parametrize("name", ["x" * 3000, "a%23b", "\u0905", "a#b", "..", "%2e%2e", "a b", "%00"])
def test_a_name_that_no_flow_can_have_is_not_found_or_refused(author: Author, name: str) -> None:
    for method, rest, body in (
        ("GET", "", None),
        ("GET", "/versions", None),
        ("GET", "/diagram", None),
        ("PUT", "", support_flow()),
        ("DELETE", "", None),
        ("POST", "/publish", None),
        ("POST", "/rollback", {"hash": "0" * 64}),
        ("POST", "/copy", {"to": "mine"}),
    ):
        assert author.send(method, f"/v1/flows/{name}{rest}", body).status in (400, 404), (method, rest)
    assert author.send("DELETE", f"/v1/flows/{name}", version="draft").status in (204, 400, 404)
    assert author.get("/v1/flows/support", version=name).status == 404
    assert author.room("r", "hello", flow=name).status in (400, 404)
    assert author.get(f"/v1/agents/{name}").status in (400, 404)
    assert author.get(f"/v1/numbers/{name}").status in (400, 404)


@pytest.mark.parametrize("spelt", ["%2B1555010100", "%2b1555010100", "+1%20555%20010%20100", "1555010100"])
def test_a_number_is_one_number_however_its_signs_are_sent(published: Author, spelt: str) -> None:
    published.send("PUT", "/v1/agents/desk", {"name": "Desk", "flow": "support"})
    kept = published.send("PUT", f"/v1/numbers/{spelt}", {"agent": "desk"})
    assert (kept.status, kept.body["number"]) == (200, "+1555010100")
    assert published.get(f"/v1/numbers/{spelt}").body["metadata"]["flowId"] == "support"


def test_who_is_in_a_flow_goes_on_when_it_is_no_longer_live(published: Author) -> None:
    assert published.room("leaving", "an invoice").body["status"] == "waiting"
    assert published.send("DELETE", "/v1/flows/support").status == 204
    assert published.room("leaving", "call me").body["response"] == "We will deal with: an invoice."
    assert is_problem(published.room("leaving", "hello"), 404, "not_found")
    assert is_problem(published.room("coming", "hello"), 404, "not_found")


@pytest.mark.parametrize(
    "variables",
    [
        {"x": "न" * 15_000},
        {str(at): "न" * 100 for at in range(100)},
        {"x": [[]] * 15_000},
        {"x": "\N{GRINNING FACE}" * 15_000},
    ],
    ids=["long", "many", "lists", "signs"],
)
def test_variables_are_few_in_bytes(published: Author, variables: Json) -> None:
    assert is_problem(published.room("big", "hello", variables=variables), 400, "invalid")
    for mode in ("test-chat", "test-audio"):
        refused = published.send("POST", f"/api/flows/support/{mode}", {"variables": variables})
        assert is_problem(refused, 400, "invalid")


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_variable_is_a_number_that_can_be_kept(published: Author, value: str) -> None:
    body = f'{{"roomName": "r", "userInput": "hi", "variables": {{"x": {{"y": [{value}]}}}}}}'
    assert is_problem(published.call("POST", "/api/flows/support/process", body, {}), 400, "invalid")


def test_a_deep_variable_ends_no_turn(published: Author) -> None:
    deep = '{"a":' * 150 + "1" + "}" * 150
    body = f'{{"roomName": "deep", "userInput": "hi", "variables": {{"x": {deep}}}}}'
    first = published.call("POST", "/api/flows/support/process", body, {})
    assert first.status in (200, 400)
    if first.status == 200:
        assert published.room("deep", "call me").status == 200


def test_nothing_of_a_flow_reaches_another_organisation(published: Author) -> None:
    session = published.room("shared", "an invoice").body["sessionId"]
    content = published.get("/v1/flows").body["live"][0]["hash"]
    other = Author(KEYS["globex"])
    for path in ("/v1/flows/support", "/v1/flows/support/versions", "/v1/flows/support/diagram"):
        assert is_problem(other.get(path), 404, "not_found")
    assert is_problem(other.get("/v1/flows/support", version=content), 404, "not_found")
    assert is_problem(other.send("POST", "/v1/flows/support/rollback", {"hash": content}), 404, "not_found")
    assert is_problem(other.room("shared", "hello"), 404, "not_found")
    assert is_problem(other.get(f"/api/flows/sessions/{session}"), 404, "not_found")
    assert other.get("/v1/flows").body["live"] == []


def test_a_key_for_turns_alone_is_no_authors(published: Author) -> None:
    turns = Author("key-for-turns-only")
    for method, path in (
        ("GET", "/v1/flows"),
        ("PUT", "/v1/flows/support"),
        ("GET", "/v1/flows/support"),
        ("DELETE", "/v1/flows/support"),
        ("POST", "/v1/flows/support/publish"),
        ("POST", "/v1/flows/support/rollback"),
        ("POST", "/v1/flows/support/copy"),
        ("GET", "/v1/flows/support/versions"),
        ("GET", "/v1/flows/support/diagram"),
        ("GET", "/v1/agents"),
        ("PUT", "/v1/agents/desk"),
        ("GET", "/v1/agents/desk"),
        ("DELETE", "/v1/agents/desk"),
        ("GET", "/v1/numbers"),
        ("PUT", "/v1/numbers/+1555"),
        ("DELETE", "/v1/numbers/+1555"),
        ("GET", f"/api/flows/sessions/{'0' * 32}.1"),
    ):
        assert is_problem(turns.send(method, path, {}), 403, "forbidden"), path
        assert is_problem(Author("").send(method, path, {}), 401, "unauthorised"), path
    del published


@pytest.mark.parametrize("method", ["HEAD", "PATCH", "TRACE", "PUT"])
def test_other_methods_are_a_clear_error(published: Author, method: str) -> None:
    is_problem(published.send(method, "/api/flows/support/process", {}), 405, "method_not_allowed")


def test_a_draft_that_is_no_flow_has_no_diagram(author: Author) -> None:
    author.send("PUT", "/v1/flows/support", {"title": "nothing yet"})
    assert author.get("/v1/flows/support/diagram").status in (404, 409, 422)


def test_a_session_that_was_never_begun_is_not_found(api: Api) -> None:
    for session in (f"{'0' * 32}.1", "nothing", f"{'0' * 32}.1%23", "\u0905"):
        assert api.get(f"/api/flows/sessions/{session}").status in (400, 404)


def test_long_words_and_reports_are_refused(published: Author) -> None:
    assert is_problem(published.room("long", "x" * 4001), 400, "invalid")
    assert is_problem(published.room("x" * 201, "x"), 400, "invalid")
    deep: Json = {}
    for _ in range(100):
        deep = {"a": deep}
    assert published.room("long", report={"action": "restart", "result": deep}).status in (200, 400)
    assert json.loads(published.room("long", "an invoice").text)["status"] == "waiting"
    assert gateway.wiring() is not None
