"""What the template lets each function do, and every AWS call of this process held against it, as IAM would.

The emulator and moto enforce no rights: here a call that a function's policies do not allow is answered as AWS answers it.
"""

import contextlib
import fnmatch
import re
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from unittest.mock import patch

from botocore.client import BaseClient
from botocore.exceptions import ClientError

from tests.test_template import resources, template

Json = dict[str, Any]
REGION, ACCOUNT, STACK = "ap-south-1", "123456789012", "frontline"
TABLES = {"conversations": "Conversations", "step-results": "StepResults"}
"""The tests' tables, and what they are in the template."""
HASH_KEYS = {"Conversations": "pk", "StepResults": "id"}
MAKE_CALL = BaseClient._make_api_call  # type: ignore[attr-defined]
"""As botocore does it."""
ACTING: ContextVar[str | None] = ContextVar("ACTING", default=None)
"""The function that is running, by its logical name."""


@dataclass(frozen=True)
class Call:
    """One thing somebody wants to do: an IAM action, on what, and with which partition keys."""

    action: str
    resource: str
    keys: tuple[str, ...] = ()


@dataclass
class Record:
    """What was done, by function and statement, and what was refused."""

    used: dict[tuple[str, str], list[Call]] = field(default_factory=dict)
    refused: list[tuple[str, Call]] = field(default_factory=list)


def arn(service: str, rest: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{rest}"


def resolved(value: Any, parameters: Mapping[str, str]) -> Any:
    """A part of the template with its intrinsic functions worked out, as far as policies use them."""
    match value:
        case {"Ref": "AWS::NoValue"}:
            return None
        case {"Ref": str(name)}:
            return parameters[name]
        case {"GetAtt": str(name)}:
            return of_resource(name)
        case {"Sub": str(text)}:
            known = {"AWS::Partition": "aws", "AWS::Region": REGION, "AWS::AccountId": ACCOUNT, "AWS::StackName": STACK}
            return re.sub(r"\${([^}]+)}", lambda one: known.get(one[1]) or _ref(one[1], parameters), text)
        case {"Join": [glue, parts]}:
            return str(glue).join(resolved(parts, parameters))
        case {"Split": [at, text]}:
            return resolved(text, parameters).split(at)
        case {"If": [condition, then, otherwise]}:
            return resolved(then if holds(condition, parameters) else otherwise, parameters)
        case dict():
            return {key: resolved(one, parameters) for key, one in value.items()}
        case list():
            return [one for one in (resolved(one, parameters) for one in value) if one is not None]
        case _:
            return value


def _ref(name: str, parameters: Mapping[str, str]) -> str:
    return of_resource(name) if "." in name else parameters[name]


def of_resource(attribute: str) -> str:
    """`Conversations.Arn` as the tests' account has it."""
    name, _, which = attribute.partition(".")
    kind = template()["Resources"][name]["Type"]
    match kind, which:
        case "AWS::DynamoDB::Table", "Arn":
            return arn("dynamodb", f"table/{name}")
        case "AWS::DynamoDB::Table", "StreamArn":
            return arn("dynamodb", f"table/{name}/stream/1")
        case "AWS::Events::EventBus", _:
            return arn("events", f"event-bus/{STACK}")
        case _:
            return arn("any", name)


def holds(condition: str, parameters: Mapping[str, str]) -> bool:
    match template()["Conditions"][condition]:
        case {"Equals": [left, right]}:
            return bool(resolved(left, parameters) == resolved(right, parameters))
        case {"Not": [{"Equals": [left, right]}]}:
            return bool(resolved(left, parameters) != resolved(right, parameters))
        case other:
            raise AssertionError(f"a condition this evaluator does not know: {other}")


def statements(function: str, **given: str) -> tuple[Json, ...]:
    """What the function's role allows, in a stack deployed with these parameters."""
    defaults = {name: str(one.get("Default", "")) for name, one in template()["Parameters"].items()}
    found: list[Json] = []
    for policy in resources("AWS::Serverless::Function")[function]["Policies"]:
        assert isinstance(policy, dict), f"{function}: a policy template this evaluator does not know: {policy}"
        assert policy.keys() == {"Statement"}, f"{function}: a policy template this evaluator does not know: {policy}"
        found += resolved(policy["Statement"], {**defaults, **given})
    for one in found:
        known = {"Sid", "Effect", "Action", "Resource", "Condition"}
        assert one["Effect"] == "Allow", f"{function}: this evaluator knows no {one['Effect']}"
        assert one.keys() <= known, f"{function}: this evaluator does not know {one.keys() - known}"
    return tuple(found)


def allows(statement: Json, call: Call) -> bool:
    return (
        any(_like(action, call.action) for action in _list(statement["Action"]))
        and any(_like(resource, call.resource) for resource in _list(statement["Resource"]))
        and all(_met(kind, wanted, call) for kind, wanted in statement.get("Condition", {}).items())
    )


def _met(kind: str, wanted: Json, call: Call) -> bool:
    """`ForAllValues` holds where there is no value, as it does in IAM."""
    assert (kind, list(wanted)) == ("ForAllValues:StringLike", ["dynamodb:LeadingKeys"]), f"unknown: {kind} {wanted}"
    patterns = _list(wanted["dynamodb:LeadingKeys"])
    return all(any(_like(pattern, key) for pattern in patterns) for key in call.keys)


def _like(pattern: str, value: str) -> bool:
    """IAM knows `*` and `?` and no brackets."""
    return fnmatch.fnmatchcase(value, pattern.replace("[", "[[]"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def granting(function: str, call: Call, **given: str) -> str | None:
    """The Sid of the statement that allows it, if any does."""
    return next((str(one["Sid"]) for one in statements(function, **given) if allows(one, call)), None)


def calls_of(service: str, operation: str, request: Json) -> tuple[Call, ...]:
    """The IAM actions behind an SDK call."""
    action = f"{'states' if service == 'stepfunctions' else service}:{operation}"
    match service:
        case "dynamodb":
            table = TABLES[request["TableName"]]
            return (Call(action, arn(service, f"table/{table}"), _leading(HASH_KEYS[table], request)),)
        case "stepfunctions":
            named = request.get("stateMachineArn") or request.get("executionArn")
            given = named or arn("states", f"stateMachine:{STACK}_hand_off")
            # Names in the tests' account are older than the stack's; its prefix has a dash.
            return (Call(action, given.replace(f":{STACK}-", f":{STACK}_")),)
        case "ssm":
            return (Call(action, arn(service, f"parameter/{request['Name'].removeprefix('/')}")),)
        case "events":
            buses = {entry["EventBusName"] for entry in request["Entries"]}
            return tuple(Call(action, arn(service, f"event-bus/{bus}")) for bus in sorted(buses))
        case _:
            raise AssertionError(f"a call this evaluator does not know: {action}")


def _leading(hash_key: str, request: Json) -> tuple[str, ...]:
    """The partition keys a request touches. The resource clients of Powertools give plain values, ours typed ones."""
    if "KeyConditionExpression" in request:
        assert request["KeyConditionExpression"].startswith("pk = :pk"), request["KeyConditionExpression"]
        value = request["ExpressionAttributeValues"][":pk"]
    else:
        item = request.get("Key") or request.get("Item")
        assert item is not None, f"a request without a key: {sorted(request)}"
        value = item[hash_key]
    return (value["S"] if isinstance(value, dict) else value,)


@contextlib.contextmanager
def acting_as(function: str) -> Iterator[None]:
    """Until the end of it, calls are this function's."""
    token = ACTING.set(function)
    try:
        yield
    finally:
        ACTING.reset(token)


@contextlib.contextmanager
def enforced(**given: str) -> Iterator[Record]:
    """Every call that a function makes in this process is held against its policies, and refused if they do not allow it. Of
    two within each other the inner one counts."""
    record = Record()
    allowed = cache(lambda function, call: granting(function, call, **given))

    def checked(self: Any, operation: str, request: Json) -> Any:
        function = ACTING.get()
        for call in calls_of(self.meta.service_model.service_name, operation, request) if function else ():
            sid = allowed(function, call)
            if sid is None:
                record.refused.append((str(function), call))
                raise ClientError({"Error": {"Code": "AccessDeniedException", "Message": str(call)}}, operation)
            record.used.setdefault((str(function), sid), []).append(call)
        return MAKE_CALL(self, operation, request)

    with patch.object(BaseClient, "_make_api_call", checked):
        yield record
