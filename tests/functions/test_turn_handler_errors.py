"""What the HTTP contract says when something is wrong: who may call, what a body must be, and what is not there."""

import json

import pytest
from botocore.exceptions import EndpointConnectionError

from frontline.adapters.api import gateway
from tests.functions.conftest import Api
from tests.functions.test_turn_handler import NOWHERE, is_problem

PHONE = "9812345678"


@pytest.mark.parametrize("key", ["", "nobody's", "key-of-acme "])
@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/v1/turns"), ("GET", f"/v1/tickets/{NOWHERE}"), ("DELETE", f"/v1/tickets/{NOWHERE}")]
)
def test_without_a_valid_key_nothing_is_done(api: Api, key: str, method: str, path: str) -> None:
    del api
    answer = Api(key).call(method, path, json.dumps({"message": "hello"}), {})
    assert "x-api-key" in is_problem(answer, 401, "unauthorised")


def test_a_key_may_do_only_what_it_is_for(api: Api) -> None:
    narrow = Api("key-for-turns-only")
    id_ = narrow.turn().body["ticket_id"]
    assert narrow.get(f"/v1/tickets/{id_}").status == 200
    assert "journal" in is_problem(narrow.get(f"/v1/tickets/{id_}/turns"), 403, "forbidden")
    assert "erase" in is_problem(narrow.delete(f"/v1/tickets/{id_}"), 403, "forbidden")
    assert api.get(f"/v1/tickets/{id_}").status == 200


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({}, "message"),
        ({"message": "  "}, "message"),
        ({"message": "x" * 4001}, "message"),
        ({"message": 7}, "message"),
        ({"message": "hello", "locale": PHONE}, "locale"),
        ({"message": "hello", "conversation": ""}, "conversation"),
        ({"message": "hello", "ticket_id": "x" * 61}, "ticket_id"),
        ({"message": "hello", "ticket_id": NOWHERE, "conversation": "c"}, "conversation"),
        ({"message": "hello", "message_id": "x" * 201}, "message_id"),
        ({"message": "hello", "customer": {"phone_number": PHONE * 4}}, "customer.phone_number"),
        ({"message": "hello", "phone": PHONE}, "phone"),
        ({"report": {"action": "", "result": "ok"}}, "report.action"),
        ({"report": {"action": "ping", "result": [PHONE]}}, "report.result"),
    ],
)
def test_a_wrong_body_is_told_which_field_and_why_and_never_its_value(api: Api, body: object, named: str) -> None:
    answer = api.post(body)
    assert named in is_problem(answer, 400, "invalid")
    assert PHONE not in answer.text


@pytest.mark.parametrize(
    "raw", ["", "{", "null", "[]", '"hello"', '{"message": "\\ud800"}', b"\xff\xfe", b"\x00", b"{}", '{"message": NaN}']
)
def test_a_body_that_is_no_request_is_the_callers_fault(api: Api, raw: bytes | str) -> None:
    is_problem(api.post(None, raw=raw), 400, "invalid")


def test_nothing_is_done_when_the_wait_makes_no_sense(api: Api) -> None:
    body = {"message": "hello", "message_id": "one"}
    assert "wait" in is_problem(api.post(body, wait="soon"), 400, "invalid")
    is_problem(api.post(body, wait=PHONE + "x"), 400, "invalid")
    assert PHONE not in api.post(body, wait=PHONE + "x").text
    assert "wait" in is_problem(api.post(body, wait="nan"), 400, "invalid")
    assert api.post(body, wait="-1").body["turn"] == 1


@pytest.mark.parametrize("id_", ["1", "x.1", "0" * 32, "0" * 32 + ".0", "0" * 32 + ".1234567"])
def test_what_is_no_ticket_id_is_said_to_be_none(api: Api, id_: str) -> None:
    assert "ticket_id" in is_problem(api.get(f"/v1/tickets/{id_}"), 400, "invalid")
    is_problem(api.delete(f"/v1/tickets/{id_}"), 400, "invalid")


def test_a_ticket_that_is_not_there_is_not_found(api: Api) -> None:
    for answer in (api.get(f"/v1/tickets/{NOWHERE}"), api.get(f"/v1/tickets/{NOWHERE}/turns")):
        is_problem(answer, 404, "not_found")
    is_problem(api.delete(f"/v1/tickets/{NOWHERE}"), 404, "not_found")
    id_ = api.turn().body["ticket_id"]
    is_problem(api.get(f"/v1/tickets/{id_[:-2]}.2"), 404, "not_found")


@pytest.mark.parametrize(("method", "path"), [("GET", "/v2/turns"), ("PUT", "/v1/ticket/1"), ("GET", "/")])
def test_a_route_that_is_not_there_is_named(api: Api, method: str, path: str) -> None:
    assert f"{method} {path}" in is_problem(api.call(method, path, None, {}), 404, "no_such_route")


def test_when_nobody_can_tell_who_calls_the_caller_is_asked_to_come_back(api: Api) -> None:
    gateway.wiring.cache_clear()

    def away(**_: object) -> None:
        raise EndpointConnectionError(endpoint_url="https://dynamodb")

    gateway.wiring().table.meta.events.register("before-call.dynamodb", away)
    answer = api.turn(message_id="one")
    gateway.wiring.cache_clear()
    is_problem(answer, 503, "unavailable")
    assert int(answer.headers["retry-after"]) >= 1
