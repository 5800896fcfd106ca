"""Orders that wait for a decision: the token of each in the step table, and the decision on its way to Step Functions."""

import json
import time
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from frontline.model.errors import NotFound, OperatorUnavailable, Refused, Unavailable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_stepfunctions import SFNClient

    from frontline.adapters.announcer import Announcer

WEEK = 7 * 24 * 60 * 60
LONGEST_NAME = 80
"""Of an execution."""
_OVER = frozenset({"TaskTimedOut", "TaskDoesNotExist", "InvalidToken"})


class Approvals:
    """The `Approvals` port, for one organisation: a token is only ever found by whom it was kept for."""

    def __init__(
        self, client: "DynamoDBClient", table: str, organisation: str, announcer: "Announcer | None" = None
    ) -> None:
        self._client = client
        self._table = table
        self._organisation = organisation
        self._announcer = announcer

    def keep(self, order: str, token: str) -> None:
        """`OperatorUnavailable`, which is retried, when the table does not answer: an order nobody can decide about
        must not begin to wait."""
        until = str(int(time.time()) + WEEK)
        item = {"id": {"S": self._id(order)}, "token": {"S": token}, "expiration": {"N": until}}
        try:
            self._client.put_item(TableName=self._table, Item=item)
        except (ClientError, BotoCoreError) as exc:
            raise OperatorUnavailable("the question cannot be kept") from exc

    def announce(self, order: str, conversation: str) -> None:
        if self._announcer:
            self._announcer.announce(self._organisation, order, conversation)

    def forget(self, order: str) -> None:
        """Nobody decides about it any more."""
        try:
            self._client.delete_item(TableName=self._table, Key={"id": {"S": self._id(order)}})
        except (ClientError, BotoCoreError) as exc:
            raise Unavailable("the question cannot be forgotten") from exc

    def decide(self, order: str, states: "SFNClient", *, approved: bool) -> None:
        """The first decision counts: `Refused` (not_waiting) for any after it, and after the time was up. `NotFound`
        when nobody was asked about such an order."""
        token = self._token(order)
        try:
            states.send_task_success(taskToken=token, output=json.dumps({"approved": approved}))
        except ClientError as exc:
            if exc.response["Error"]["Code"] in _OVER:
                raise Refused("this order does not wait for a decision any more", code="not_waiting") from exc
            raise Unavailable("the decision could not be delivered") from exc
        except BotoCoreError as exc:
            raise Unavailable("the decision could not be delivered") from exc

    def _token(self, order: str) -> str:
        if len(order) > LONGEST_NAME:
            raise NotFound("no such order waits for a decision")
        try:
            kept = self._client.get_item(
                TableName=self._table, Key={"id": {"S": self._id(order)}}, ConsistentRead=True
            ).get("Item")
        except (ClientError, BotoCoreError) as exc:
            raise Unavailable("the question cannot be looked up") from exc
        if kept is None:
            raise NotFound(f"no order {order} waits for a decision")
        return kept["token"]["S"]

    def _id(self, order: str) -> str:
        return f"APPROVAL#{self._organisation}#{order}"
