"""The deployed functions in this process: their real handlers, an account in moto, two organisations with keys."""

import base64
import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

import pytest
from aws_lambda_powertools.utilities.typing import LambdaContext

from frontline.adapters.api import gateway
from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.organisations import ApiKey, Organisations, Scope
from functions.desk_handler import app as desk
from functions.event_publisher import app as publisher
from functions.turn_handler import app as turns
from functions.workflow_runner import app as steps
from local.operator import SandboxOperator
from tests.support.aws import MACHINES, a_state_machine, a_step_results_table, a_table, an_organisation, in_moto
from tests.support.contract import as_promised
from tests.support.rights import Record, acting_as, enforced
from tests.support.routes import function_of
from tests.support.world import ACME

Json = dict[str, Any]
ALL: tuple[Scope, ...] = ("turns", "journal", "erase", "approve", "author")
KEYS = {"acme-in": "key-of-acme", "globex": "key-of-globex"}
FUNCTIONS: dict[str, ModuleType] = {
    "TurnHandler": turns,
    "DeskHandler": desk,
    "WorkflowRunner": steps,
    "EventPublisher": publisher,
}
"""By their logical names."""
SETTINGS = {
    "TABLE_NAME": "conversations",
    "STEP_RESULTS_TABLE_NAME": "step-results",
    "BUS_NAME": "frontline",
    "STATE_MACHINE_PREFIX": MACHINES,
    "POWERTOOLS_SERVICE_NAME": "tests",
    "GEMINI_API_KEY_PARAMETER": "",
    "OLLAMA_URL": "",
}


class Context(LambdaContext):
    """What Lambda tells a function about its call."""

    def __init__(self, seconds: int = 29) -> None:
        self._seconds = seconds
        self._function_name = "a-function"
        self._memory_limit_in_mb = 1024
        self._invoked_function_arn = "arn:aws:lambda:ap-south-1:123456789012:function:a-function"
        self._aws_request_id = "request-1"

    def get_remaining_time_in_millis(self) -> int:  # type: ignore[override]  # Powertools declares it static
        return self._seconds * 1000


@dataclass
class Answered:
    """An HTTP response as API Gateway would send it."""

    status: int
    headers: dict[str, str]
    text: str
    body: Any = field(init=False)

    def __post_init__(self) -> None:
        self.body = json.loads(self.text) if self.text.startswith(("{", "[")) else None


@dataclass
class Api:
    """API Gateway with our handlers behind it, as the template routes to them. Whatever is answered is as the OpenAPI
    document says."""

    key: str = KEYS["acme-in"]

    def turn(self, message: str = "my internet is slow", **body: object) -> Answered:
        return self.post({"message": message, **body})

    def post(self, body: object, *, raw: bytes | str | None = None, **query: str) -> Answered:
        return self.call("POST", "/v1/turns", json.dumps(body) if raw is None else raw, query)

    def get(self, path: str, **query: str) -> Answered:
        return self.call("GET", path, None, query)

    def delete(self, path: str) -> Answered:
        return self.call("DELETE", path, None, {})

    def call(self, method: str, path: str, body: bytes | str | None, query: dict[str, str]) -> Answered:
        app = FUNCTIONS[function_of(method, path)]
        answer = app.handler(self.event(method, path, body, query), Context())
        headers = {name.lower(): ", ".join(value) for name, value in answer.get("multiValueHeaders", {}).items()}
        headers |= {name.lower(): value for name, value in answer.get("headers", {}).items()}
        answered = Answered(answer["statusCode"], headers, answer.get("body") or "")
        as_promised(method, path, answered.status, headers.get("content-type", ""), answered.text)
        return answered

    def event(self, method: str, path: str, body: bytes | str | None, query: dict[str, str]) -> Json:
        """Payload format 2.0. Binary bodies come in base64."""
        binary = isinstance(body, bytes)
        text = base64.b64encode(body).decode() if isinstance(body, bytes) else body
        return {
            "version": "2.0",
            "routeKey": "$default",
            "rawPath": path,
            "rawQueryString": urlencode(query),
            **({"queryStringParameters": query} if query else {}),
            "headers": {"content-type": "application/json", **({"x-api-key": self.key} if self.key else {})},
            "requestContext": {
                "http": {"method": method, "path": path, "sourceIp": "203.0.113.7"},
                "requestId": "request-1",
                "stage": "$default",
                "timeEpoch": 0,
            },
            **({"body": text} if text is not None else {}),
            "isBase64Encoded": binary,
        }


@pytest.fixture(scope="module", autouse=True)
def rights() -> Iterator[Record]:
    """Whatever a handler asks of AWS is held against the policies of its function, and none of it is refused."""
    with enforced() as record, ExitStack() as stack:
        for name, module in FUNCTIONS.items():
            stack.enter_context(patch.object(module, "handler", as_function(name, module.handler)))
        yield record
    assert record.refused == []


def as_function(name: str, handler: Callable[..., Json]) -> Callable[..., Json]:
    """The handler, with the rights of its function and no others."""

    def acting(event: Json, context: LambdaContext) -> Json:
        with acting_as(name):
            return handler(event, context)

    return acting


@pytest.fixture(scope="module")
def account(sandbox: SandboxOperator) -> Iterator[Any]:
    """DynamoDB with both organisations in it; the operator's books as new. Tests of one file share it, and no conversation."""
    with in_moto({**SETTINGS, "OPERATOR_URL": sandbox.url}):
        dynamodb = a_table(SETTINGS["TABLE_NAME"])
        a_step_results_table(SETTINGS["STEP_RESULTS_TABLE_NAME"])
        a_state_machine("recharge_resolution")
        for id_, key in KEYS.items():
            an_organisation(dynamodb, SETTINGS["TABLE_NAME"], ACME.but(id=id_, address_key=id_), key, ALL)
        narrow = ApiKey(organisation="acme-in", scopes=("turns",))
        Organisations(dynamodb, SETTINGS["TABLE_NAME"], time.monotonic).add_key("key-for-turns-only", narrow)
        sandbox.switch("reset")
        yield dynamodb


@pytest.fixture(scope="module")
def api(account: Any, classifier: Classifier) -> Iterator[Api]:
    del account
    gateway.wiring.cache_clear()
    gateway.wiring().classifier = classifier
    yield Api()
    gateway.wiring.cache_clear()
