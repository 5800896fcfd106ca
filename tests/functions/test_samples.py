"""The sample events for `sam local invoke` are what the functions really get: each handler takes its own."""

import json
from typing import Any

import boto3

from functions.desk_handler import app as desk
from functions.event_publisher import app as publisher
from functions.turn_handler import app as turns
from functions.workflow_runner import app as steps
from tests.functions.conftest import KEYS, SETTINGS, Api, Context
from tests.test_template import EVENTS

Json = dict[str, Any]


def sample(name: str) -> Json:
    (file,) = (path for path in EVENTS if path.stem == name)
    return dict(json.loads(file.read_text()))


def test_there_is_a_test_here_for_every_sample() -> None:
    samples = {"turn_message", "desk_request", "order_ended", "workflow_step", "table_stream"}
    assert {path.stem for path in EVENTS} == samples


def test_who_works_at_an_organisation_sees_its_flows(api: Api) -> None:
    event = sample("desk_request")
    assert desk.handler(event, Context())["statusCode"] == 401
    event["headers"]["x-api-key"] = KEYS["acme-in"]
    answer = desk.handler(event, Context())
    assert (answer["statusCode"], json.loads(answer["body"])["live"]) == (200, [])
    del api


def test_a_message_is_answered(api: Api) -> None:
    event = sample("turn_message")
    assert turns.handler(event, Context())["statusCode"] == 401
    event["headers"]["x-api-key"] = KEYS["acme-in"]
    answer = turns.handler(event, Context())
    assert (answer["statusCode"], json.loads(answer["body"])["missing_slot"]) == (200, "region")
    del api


def test_the_end_of_an_order_is_a_turn(api: Api) -> None:
    event = sample("order_ended")
    turns.handler(event, Context())
    conversation = json.loads(event["detail"]["input"])["conversation"]
    assert api.get(f"/v1/tickets/{conversation}.1").status == 200


def test_a_step_is_run(account: Any) -> None:
    steps.runner.cache_clear()
    assert steps.handler(sample("workflow_step"), Context())["found"] is True
    for client in steps.runner()._operators._known.values():
        client.close()
    del account


def test_a_new_row_is_published(account: Any) -> None:
    boto3.client("events").create_event_bus(Name=SETTINGS["BUS_NAME"])
    publisher.publisher.cache_clear()
    assert publisher.handler(sample("table_stream"), Context())["batchItemFailures"] == []
    del account
