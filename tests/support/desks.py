"""Organisations of the embedded stack, each with an operator of its own in this process: as many as a test wants at once."""

import contextlib
import re
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from botocore.exceptions import ClientError

from frontline.model.organisation import Organisation
from frontline.model.turn import Order
from local.operator import SandboxOperator
from local.stack import Stack
from tests.support.aws import an_organisation
from tests.support.client import Client
from tests.support.world import ACME

PREFIX = "/frontline/frontline/operator/"
RESTING = frozenset({"WaitStateEntered", "ExecutionSucceeded", "ExecutionFailed", "ExecutionAborted"})


class House:
    """What all desks share: the stack, and the sandbox that one-time codes are sent to."""

    def __init__(self, stack: Stack, post: SandboxOperator) -> None:
        self.stack, self.post = stack, post
        self.ssm, self.dynamodb, self.states = (stack.client(name) for name in ("ssm", "dynamodb", "stepfunctions"))

    @cached_property
    def step_results(self) -> str:
        tables: list[str] = self.dynamodb.list_tables()["TableNames"]
        return next(name for name in tables if "StepResults" in name)

    @contextlib.contextmanager
    def desk(self, like: Organisation = ACME) -> Iterator["Desk"]:
        """A new organisation, its operator's books as new."""
        name = f"desk-{secrets.token_hex(8)}"
        organisation = like.but(id=name, time_zone=afternoon(datetime.now(UTC).hour), address_key=name)
        self.stack.keys[name] = secrets.token_urlsafe(24)
        table = self.stack.outputs["TableName"]
        an_organisation(self.dynamodb, table, organisation, self.stack.keys[name], ("turns", "journal", "approve"))
        with SandboxOperator(None).serve() as sandbox, Client(self.stack, name) as client:
            entry = f'{{"url": "{sandbox.url}"}}'
            self.ssm.put_parameter(Name=PREFIX + name, Value=entry, Type="SecureString")
            yield Desk(self, organisation, sandbox, client)


def afternoon(hour: int) -> str:
    """A zone where that hour of UTC is about three in the afternoon of the same day: dialogues take place in working hours."""
    ahead = min(14, 15 - hour)
    return f"Etc/GMT{-ahead:+d}" if ahead else "UTC"


class Desk:
    """Where one customer of one organisation is served."""

    def __init__(self, house: House, organisation: Organisation, sandbox: SandboxOperator, client: Client) -> None:
        self.house, self.organisation, self.sandbox, self.client = house, organisation, sandbox, client
        self.stack = house.stack

    def code(self) -> str:
        """The one-time code sent last, to anybody."""
        sent = self.house.post.world.state.messages
        found = re.search(r"\d{6}", sent[-1]["text"]) if sent else None
        return found[0] if found else ""

    def decided(self, order: Order, approved: bool | None) -> bool:
        """Whether the order waited for a decision, which now was made; with None its time is up, as the emulator's clock
        cannot be moved."""
        key = {"id": {"S": f"APPROVAL#{self.organisation.id}#{order.name}"}}
        kept: dict[str, Any] = self.house.dynamodb.get_item(
            TableName=self.house.step_results, Key=key, ConsistentRead=True
        )
        if "Item" not in kept:
            return False
        if approved is not None:
            return self.client.http.post(f"/v1/approvals/{order.name}", json={"approved": approved}).status_code == 204
        try:
            self.house.states.send_task_failure(taskToken=kept["Item"]["token"]["S"], error="States.Timeout")
        except ClientError:
            return False
        return True

    def rests(self, order: Order) -> bool:
        """Whether its execution has come to a wait, or to its end."""
        machine = f"{self.stack.outputs['StateMachinePrefix']}{order.workflow}"
        execution = machine.replace(":stateMachine:", ":execution:", 1)
        history = self.house.states.get_execution_history(
            executionArn=f"{execution}:{order.name}", reverseOrder=True, maxResults=1
        )
        return bool(history["events"]) and history["events"][0]["type"] in RESTING
