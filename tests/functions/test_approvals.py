"""`POST /v1/approvals/{order}` through the real handler."""

from typing import Any

import pytest
from botocore.stub import Stubber

from frontline.adapters.api import gateway
from tests.functions.conftest import KEYS, Api
from tests.functions.test_turn_handler import is_problem

ORDER = "0" * 40 + "-2"


def decide(api: Api, body: Any, order: str = ORDER) -> Any:
    import json

    return api.call("POST", f"/v1/approvals/{order}", json.dumps(body), {})


def test_a_decision_is_delivered(api: Api) -> None:
    gateway.wiring().approvals("acme-in").keep(ORDER, "token-1")
    with Stubber(gateway.wiring().states) as expecting:
        expecting.add_response("send_task_success", {}, {"taskToken": "token-1", "output": '{"approved": false}'})
        assert decide(api, {"approved": False}).status == 204


def test_a_decision_that_comes_too_late_is_told(api: Api) -> None:
    gateway.wiring().approvals("acme-in").keep(ORDER, "token-2")
    with Stubber(gateway.wiring().states) as expecting:
        expecting.add_client_error("send_task_success", "TaskTimedOut")
        is_problem(decide(api, {"approved": True}), 409, "not_waiting")


def test_an_order_that_does_not_wait_is_not_found(api: Api) -> None:
    is_problem(decide(api, {"approved": True}, "1" * 40 + "-2"), 404, "not_found")


def test_another_organisations_order_is_not_found(api: Api) -> None:
    gateway.wiring().approvals("acme-in").keep(ORDER, "token-3")
    del api
    is_problem(decide(Api(KEYS["globex"]), {"approved": True}), 404, "not_found")


@pytest.mark.parametrize("body", [{}, {"approved": "yes"}, {"approved": 1}, {"approved": True, "why": "x"}, []])
def test_a_decision_is_yes_or_no_and_nothing_else(api: Api, body: Any) -> None:
    is_problem(decide(api, body), 400, "invalid")


def test_a_key_for_turns_does_not_decide(api: Api) -> None:
    del api
    is_problem(decide(Api("key-for-turns-only"), {"approved": True}), 403, "forbidden")
    is_problem(decide(Api(""), {"approved": True}), 401, "unauthorised")
