"""System C's contract: a worker calls for a flow, a room at a time, and the same engine answers."""

import base64
import hashlib
import hmac
import json

import boto3

from frontline.adapters.api import gateway
from tests.functions.conftest import KEYS, Api
from tests.functions.test_authoring import Author, author, published
from tests.functions.test_turn_handler import is_problem
from tests.support.graphs import support_flow

__all__ = ["author", "published"]


def test_the_first_call_begins_the_session_and_later_ones_go_on(published: Author) -> None:
    first = published.room("room-1", "My computer won't start", userId="user-1").body
    assert (first["status"], first["completed"]) == ("waiting", False)
    assert first["action"] == {"name": "restart", "arguments": {"wait": 10}}
    report = {"action": "restart", "result": {"success": True}}
    second = published.room("room-1", report=report).body
    assert (second["sessionId"], second["status"], second["completed"]) == (first["sessionId"], "transferred", True)


def test_a_room_is_a_conversation_of_its_own(published: Author) -> None:
    assert published.room("room-2", "hello").body["sessionId"] != published.room("room-3", "hello").body["sessionId"]


def test_a_call_without_words_starts_the_flow_and_then_asks_again(published: Author) -> None:
    assert published.room("room-4").body["response"] == "Hello! What can I do for you?"
    assert published.room("room-4").body["response"] == "Once more: What can I do for you?"


def test_a_call_made_twice_is_answered_once(published: Author) -> None:
    first = published.room("room-5", "an invoice", messageId="m1")
    assert published.room("room-5", "an invoice", messageId="m1").text == first.text
    assert is_problem(published.room("room-5", "the other one", messageId="m1"), 409, "message_id_reused")
    begun = published.room("room-5b", "an invoice", messageId="m1", variables={"name": "Ann"})
    assert published.room("room-5b", "an invoice", messageId="m1").text == begun.text
    other = published.room("room-5b", "an invoice", messageId="m1", variables={"name": "Ben"})
    assert is_problem(other, 409, "message_id_reused")


def test_variables_begin_a_session(published: Author) -> None:
    document = published.send("GET", "/v1/flows/support", version="draft").body["flow"]
    document["variables"] = ["customerName"]
    document["nodes"][1]["data"]["text"] = "Hello {customerName}!"
    published.send("PUT", "/v1/flows/support", document)
    published.send("POST", "/v1/flows/support/publish")
    given = {"customerName": "Ann", "profile": {"tier": ["gold"]}}
    assert published.room("room-6", variables=given).body["response"].startswith("Hello Ann!")


def test_a_session_can_be_looked_into(published: Author) -> None:
    session = published.room("room-7", "an invoice").body["sessionId"]
    seen = published.get(f"/api/flows/sessions/{session}").body["session"]
    assert (seen["sessionId"], seen["flowId"], seen["status"]) == (session, "support", "waiting")
    assert (seen["currentNodeId"], seen["currentPath"]) == ("contact", ["support/contact"])
    assert seen["context"]["variables"] == {"customerIssue": "an invoice", "issueCategory": "other"}
    assert seen["context"]["conversation"] == [
        {"role": "user", "content": "an invoice"},
        {"role": "assistant", "content": "Hello! Shall we call you, or write?"},
    ]


def test_what_nobody_is_shown_is_in_no_session_and_no_journals_answer(published: Author) -> None:
    document = published.send("GET", "/v1/flows/support", version="draft").body["flow"]
    document["slots"][0]["shown"] = False
    document["nodes"][3]["data"]["values"]["copied"] = "customerIssue"
    published.send("PUT", "/v1/flows/support", document)
    assert published.send("POST", "/v1/flows/support/publish").status == 200
    published.room("room-7b")
    session = published.room("room-7b", "another invoice, it is for my divorce").body["sessionId"]
    for path in (f"/api/flows/sessions/{session}", f"/v1/tickets/{session}/turns"):
        told = published.get(path)
        assert told.status == 200 and "divorce" not in told.text


def test_a_completed_session_makes_way_for_the_next_in_its_room(published: Author) -> None:
    published.room("room-8", "an invoice")
    done = published.room("room-8", "call me").body
    assert (done["status"], done["completed"]) == ("completed", True)
    after = published.room("room-8", "it is broken").body
    assert after["sessionId"] != done["sessionId"]
    assert after["response"].endswith("Please restart it.")


def test_a_flow_that_is_not_live_is_a_clear_error(author: Author) -> None:
    assert "publish" in is_problem(author.room("room-9", "hello", flow="nothing"), 404, "not_found")
    assert is_problem(author.send("POST", "/api/flows/support/process", {"userInput": "hello"}), 400, "invalid")


def test_without_livekit_a_test_room_is_a_clear_error(published: Author) -> None:
    for mode in ("test-chat", "test-audio"):
        refused = published.send("POST", f"/api/flows/support/{mode}", {})
        assert "LiveKit" in is_problem(refused, 409, "livekit_not_configured")


def test_a_test_room_waits_for_its_worker(published: Author) -> None:
    given = {"url": "wss://livekit.example", "key": "lk-key", "secret": "lk-secret-of-thirty-two-characters"}
    boto3.client("ssm", "ap-south-1").put_parameter(
        Name="/frontline/frontline/livekit/acme-in", Type="SecureString", Value=json.dumps(given), Overwrite=True
    )
    settings = gateway.wiring().settings
    gateway.wiring().settings = settings.but(livekit_parameters="/frontline/frontline/livekit/")
    body = {"identity": "ann", "variables": {"customerName": "Ann"}}
    made = published.send("POST", "/api/flows/support/test-chat", body).body
    gateway.wiring().settings = settings
    assert (made["serverUrl"], made["identity"], made["flowName"]) == (given["url"], "ann", "customer support")
    assert joins(made["token"], given["secret"]) == ("lk-key", "ann", made["roomName"])
    waiting = published.get(f"/api/flows/sessions/{made['sessionId']}").body["session"]
    assert (waiting["status"], waiting["flowId"]) == ("pending", "support")
    assert waiting["context"] == {"variables": {"customerName": "Ann"}, "conversation": []}
    assert waiting["testMetadata"] == {"testMode": "chat", "identity": "ann", "roomName": made["roomName"]}
    assert published.room(made["roomName"], "an invoice").body["sessionId"] == made["sessionId"]
    begun = published.get(f"/api/flows/sessions/{made['sessionId']}").body["session"]
    assert (begun["status"], begun["testMetadata"]["testMode"]) == ("waiting", "chat")
    assert begun["context"]["variables"]["customerName"] == "Ann"


def joins(token: str, secret: str) -> tuple[str, str, str]:
    """Who signed it, who may join, and which room; after the signature was checked."""
    signed, _, signature = token.rpartition(".")
    expected = hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest()
    assert base64.urlsafe_b64decode(signature + "=") == expected
    claims = json.loads(base64.urlsafe_b64decode(signed.split(".")[1] + "=="))
    assert claims["video"]["roomJoin"] is True
    assert claims["nbf"] < claims["exp"]
    return claims["iss"], claims["sub"], claims["video"]["room"]


def test_nobody_reads_sessions_without_the_right_to_journals(published: Author) -> None:
    session = published.room("room-10", "an invoice").body["sessionId"]
    assert is_problem(Api(key="key-for-turns-only").get(f"/api/flows/sessions/{session}"), 403, "forbidden")
    assert is_problem(Api(key=KEYS["globex"]).get(f"/api/flows/sessions/{session}"), 404, "not_found")


def test_a_flow_published_in_another_environment_can_be_called_at_once(author: Author) -> None:
    """This environment read the organisation a moment ago, and remembers it without the flow."""
    author.send("PUT", "/v1/flows/support", support_flow())
    organisations = gateway.wiring().organisations
    assert is_problem(author.room("early", "it is broken"), 404, "not_found")
    organisations._looked.clear()
    before = dict(organisations._remembered)
    assert author.send("POST", "/v1/flows/support/publish").status == 200
    organisations._remembered.clear()
    organisations._remembered.update(before)
    assert author.room("r1", "it is broken").body["response"] == "Hello! Please restart it."
