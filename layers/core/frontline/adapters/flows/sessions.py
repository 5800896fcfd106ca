"""Sessions that were prepared before anybody spoke, and how to find a flow's session again: one row each, until it expires."""

import time
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import Field

from frontline.adapters.newer import read
from frontline.channels.flow_calls import TryMetadata
from frontline.model.base import Stored, Variables
from frontline.model.errors import StoreUnavailable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

KEPT_SECONDS = 24 * 60 * 60


class Pending(Stored):
    """A test room that waits for its worker."""

    flow: str
    test: TryMetadata
    variables: Variables = Field(default_factory=dict)


class Sessions:
    """`SESSION#<organisation>#<conversation>`: only its own organisation finds it."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def prepare(self, organisation: str, conversation: str, pending: Pending) -> None:
        """Kept for a day; the session itself is the conversation's journal."""
        item = {
            **self._key(organisation, conversation),
            "body": {"S": pending.model_dump_json(by_alias=True)},
            "expires_at": {"N": str(int(time.time()) + KEPT_SECONDS)},
        }
        try:
            self._client.put_item(TableName=self._table, Item=item)
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"the session could not be prepared: {type(exc).__name__}") from exc

    def prepared(self, organisation: str, conversation: str) -> Pending | None:
        """What was prepared for this conversation, if anything."""
        try:
            key = self._key(organisation, conversation)
            item = self._client.get_item(TableName=self._table, Key=key).get("Item")
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"the session cannot be looked up: {type(exc).__name__}") from exc
        return read(Pending, item["body"]["S"]) if item else None

    def forget(self, organisation: str, conversation: str) -> bool:
        """Whether anything was prepared; nothing is now."""
        try:
            key = self._key(organisation, conversation)
            gone = self._client.delete_item(TableName=self._table, Key=key, ReturnValues="ALL_OLD")
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"the session cannot be forgotten: {type(exc).__name__}") from exc
        return bool(gone.get("Attributes"))

    def _key(self, organisation: str, conversation: str) -> "dict[str, dict[str, str]]":
        return {"pk": {"S": f"SESSION#{organisation}#{conversation}"}, "sk": {"S": "PENDING"}}
