"""Who was first: the step that begins to change something, or the customer who calls it off. One conditional write decides."""

import time
from typing import TYPE_CHECKING, Literal

from botocore.exceptions import BotoCoreError, ClientError

from frontline.model.errors import OperatorUnavailable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Fate = Literal["begun", "stopped"]
SECONDS_REMEMBERED = 90 * 24 * 60 * 60


class Fates:
    """One row an order in the step table, as long as an execution's name is remembered."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def begin(self, organisation: str, order: str) -> bool:
        """False if it was stopped. Beginning twice is beginning."""
        return self._decide(organisation, order, "begun")

    def stop(self, organisation: str, order: str) -> bool:
        """False if it has begun. Stopping twice is stopping."""
        return self._decide(organisation, order, "stopped")

    def _decide(self, organisation: str, order: str, fate: Fate) -> bool:
        try:
            self._client.put_item(
                TableName=self._table,
                Item={
                    "id": {"S": f"FATE#{organisation}#{order}"},
                    "fate": {"S": fate},
                    "expiration": {"N": str(int(time.time()) + SECONDS_REMEMBERED)},
                },
                ConditionExpression="attribute_not_exists(id) OR fate = :fate",
                ExpressionAttributeValues={":fate": {"S": fate}},
            )
        except ClientError as exc:
            if exc.response["Error"]["Code"] == "ConditionalCheckFailedException":
                return False
            raise OperatorUnavailable("the order's fate cannot be decided") from exc
        except BotoCoreError as exc:
            raise OperatorUnavailable("the order's fate cannot be decided") from exc
        return True
