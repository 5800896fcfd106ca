"""The table. One item a turn: one consistent Query to load, one conditional PutItem to commit."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from frontline.adapters.newer import read_row
from frontline.journal import rows
from frontline.model.errors import Invalid, LostRace, StoreUnavailable
from frontline.model.turn import Turn
from frontline.ports import LetGo, Loaded

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

CONFLICT = "ConditionalCheckFailedException"
EMPTIED = "emptied"
"""Marks a row whose turn was erased: only its number is left."""


class DynamoStore:
    """Keeps the promises of the `Store` port with what DynamoDB promises: conditions, and reads after writes."""

    def __init__(self, client: "DynamoDBClient", table: str, retention_days: int = 90) -> None:
        self._client = client
        self._table = table
        self._retention_days = retention_days

    def newest(self, organisation: str, conversation: str) -> Loaded:
        item = next(self._query(organisation, conversation, newest=True), None)
        if item is None:
            return Loaded(None, "")
        body = item["body"]["S"]
        return Loaded(read_row(body), rows.digest(body))

    def turn(self, organisation: str, conversation: str, seq: int) -> Turn | None:
        key = {"pk": {"S": rows.partition(organisation, conversation)}, "sk": {"S": rows.sort_key(seq)}}
        try:
            item = self._client.get_item(TableName=self._table, Key=key, ConsistentRead=True).get("Item")
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"reading turn {seq} failed: {type(exc).__name__}") from exc
        return read_row(item["body"]["S"]) if item and EMPTIED not in item else None

    def append(self, turn: Turn) -> None:
        """A condition that fails on our own row is a retry that had succeeded before: the row is ours, and committed."""
        body = rows.to_body(turn)
        message = turn.message
        try:
            self._client.put_item(
                TableName=self._table,
                Item={
                    "pk": {"S": rows.partition(message.organisation, message.conversation)},
                    "sk": {"S": rows.sort_key(turn.seq)},
                    "body": {"S": body},
                    "expires_at": {"N": str(rows.expires_at(turn, self._retention_days))},
                },
                ConditionExpression="attribute_not_exists(sk)",
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
            )
        except ClientError as exc:
            if exc.response["Error"]["Code"] == "ValidationException":
                raise Invalid("this turn is too large to be kept", where="message") from exc
            if exc.response["Error"]["Code"] != CONFLICT:
                raise StoreUnavailable(f"writing turn {turn.seq} failed: {exc.response['Error']['Code']}") from exc
            there: Any = exc.response
            if there.get("Item", {}).get("body", {}).get("S") != body:
                raise LostRace(f"turn {turn.seq} is taken") from exc
        except BotoCoreError as exc:
            raise StoreUnavailable(f"writing turn {turn.seq} failed: {type(exc).__name__}") from exc

    def journal(self, organisation: str, conversation: str, after: int = 0) -> Iterator[Turn]:
        for item in self._query(organisation, conversation, after=after):
            if EMPTIED not in item:
                yield read_row(item["body"]["S"])

    def erase(self, organisation: str, conversation: str, let_go: LetGo = lambda _: None) -> int:
        """An empty row is put after the last first, so that the count of turns is never lost; then all before it are emptied,
        and no more to be seen. Their numbers stay taken: who began a turn before the erasure cannot end it there. A turn that
        is committed in between is erased too. Erased again, only what a failure left of it goes: mostly nothing."""
        while newest := self.newest(organisation, conversation).turn:
            if newest.forgotten:
                return self._empty_before(newest, let_go)
            tombstone = newest.erased()
            try:
                self.append(tombstone)
            except LostRace:
                continue
            return self._empty_before(tombstone, let_go)
        return 0

    def _empty_before(self, tombstone: Turn, let_go: LetGo) -> int:
        """What is left of each is the tombstone's own body with its number, which an older release can read."""
        last = rows.sort_key(tombstone.seq)
        there = self._query(tombstone.message.organisation, tombstone.message.conversation)
        turns = [
            (item, read_row(item["body"]["S"])) for item in there if item["sk"]["S"] < last and EMPTIED not in item
        ]
        said = [turn for _, turn in turns if not turn.forgotten]
        let_go(said)
        try:
            for item, turn in turns:
                kept = {name: item[name] for name in ("pk", "sk", "expires_at") if name in item}
                body = rows.to_body(tombstone.but(seq=turn.seq))
                self._client.put_item(
                    TableName=self._table, Item={**kept, "body": {"S": body}, EMPTIED: {"BOOL": True}}
                )
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"erasing the conversation failed: {type(exc).__name__}") from exc
        return len(said)

    def _query(self, organisation: str, conversation: str, *, newest: bool = False, after: int = 0) -> Iterator[Any]:
        """Page by page as it is wanted, from the oldest on; or the newest alone."""
        partition = {"S": rows.partition(organisation, conversation)}
        request: Any = {
            "TableName": self._table,
            "KeyConditionExpression": "pk = :pk",
            "ExpressionAttributeValues": {":pk": partition},
            "ScanIndexForward": not newest,
            "ConsistentRead": True,
            **({"Limit": 1} if newest else {}),
        }
        if after:
            request["ExclusiveStartKey"] = {"pk": partition, "sk": {"S": rows.sort_key(after)}}
        while True:
            try:
                page = self._client.query(**request)
            except (ClientError, BotoCoreError) as exc:
                raise StoreUnavailable(f"reading the conversation failed: {type(exc).__name__}") from exc
            yield from page["Items"]
            if newest or "LastEvaluatedKey" not in page:
                return
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]
