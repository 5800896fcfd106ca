"""Who waits for a shared execution to end: one row a conversation, written before the execution is started."""

import time
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from frontline.journal.rows import DAY
from frontline.model.errors import StoreUnavailable, WorkflowsUnavailable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class Followers:
    """In the table of conversations, beside them: `FOLLOW#<organisation>#<order>`, a conversation each."""

    def __init__(self, client: "DynamoDBClient", table: str, retention_days: int) -> None:
        self._client = client
        self._table = table
        self._retention_days = retention_days

    def add(self, organisation: str, order: str, conversation: str) -> None:
        """Following twice is following once."""
        until = int(time.time()) + self._retention_days * DAY
        item = {"pk": {"S": self._key(organisation, order)}, "sk": {"S": conversation}, "expires_at": {"N": str(until)}}
        try:
            self._client.put_item(TableName=self._table, Item=item)
        except (ClientError, BotoCoreError) as exc:
            raise WorkflowsUnavailable(f"who waits for it could not be kept: {type(exc).__name__}") from exc

    def remove(self, organisation: str, order: str, conversation: str) -> None:
        """It waits no longer."""
        key = {"pk": {"S": self._key(organisation, order)}, "sk": {"S": conversation}}
        try:
            self._client.delete_item(TableName=self._table, Key=key)
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"who waits for it could not be forgotten: {type(exc).__name__}") from exc

    def of(self, organisation: str, order: str) -> list[str]:
        """Every conversation that waits."""
        request: Any = {
            "TableName": self._table,
            "KeyConditionExpression": "pk = :pk",
            "ExpressionAttributeValues": {":pk": {"S": self._key(organisation, order)}},
            "ConsistentRead": True,
        }
        found: list[str] = []
        try:
            while True:
                page = self._client.query(**request)
                found += [item["sk"]["S"] for item in page["Items"]]
                if "LastEvaluatedKey" not in page:
                    return found
                request["ExclusiveStartKey"] = page["LastEvaluatedKey"]
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"who waits for it cannot be read: {type(exc).__name__}") from exc

    def _key(self, organisation: str, order: str) -> str:
        return f"FOLLOW#{organisation}#{order}"
