"""Attempts and one-time codes per line, in the step table: counted atomically, hashed, and forgotten by its TTL."""

import hashlib
import hmac
import secrets
import time
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from frontline.model.errors import OperatorUnavailable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

ATTEMPTS = 3
CODES_A_DAY = 5
DAY = 24 * 60 * 60
CODE_SECONDS = 600
CEILING = ":most"


class Sender:
    """Sends a text to a phone by one POST of {"to", "text"}. The sandbox operator has such an address; an SMS gateway does."""

    def __init__(self, url: str) -> None:
        self._url = url

    def send(self, number: str, text: str) -> bool:
        """Whether it was taken."""
        import httpx

        try:
            return httpx.post(self._url, json={"to": number, "text": text}, timeout=3.0).is_success
        except httpx.HTTPError:
            return False


class LineGuard:
    """The `Guard` port. `OperatorUnavailable` when the table does not answer: nobody is let in on a guess."""

    def __init__(self, client: "DynamoDBClient", table: str, organisation: str, sender: Sender | None) -> None:
        self._client = client
        self._table = table
        self._organisation = organisation
        self._sender = sender

    def locked(self, line_id: str) -> bool:
        return int(self._read(self._attempts(line_id)).get("count", {}).get("N", "0")) >= ATTEMPTS

    def attempt(self, line_id: str) -> bool:
        return self._counted(self._attempts(line_id), ATTEMPTS)

    def passed(self, line_id: str) -> None:
        for id_ in (self._attempts(line_id), self._code(line_id)):
            try:
                self._client.delete_item(TableName=self._table, Key={"id": {"S": id_}})
            except (ClientError, BotoCoreError) as exc:
                raise OperatorUnavailable("attempts cannot be forgotten") from exc

    def send_code(self, line_id: str, number: str) -> bool:
        if self._sender is None or not self._counted(f"SENT#{self._attempts(line_id)}", CODES_A_DAY):
            return False
        code = f"{secrets.randbelow(1_000_000):06d}"
        self._update(
            self._code(line_id), "SET #v = :v, #e = :e", "code", {"S": self._hash(line_id, code)}, CODE_SECONDS
        )
        return self._sender.send(number, f"{code} is your code. Do not tell it to anyone who calls you.")

    def code_is(self, line_id: str, code: str) -> bool:
        kept = self._read(self._code(line_id))
        fresh = int(kept.get("expiration", {}).get("N", "0")) > time.time()
        return fresh and hmac.compare_digest(kept.get("code", {}).get("S", ""), self._hash(line_id, code))

    def _attempts(self, line_id: str) -> str:
        return f"ATTEMPTS#{self._organisation}#{self._named(line_id)}#{time.strftime('%Y-%m-%d', time.gmtime())}"

    def _code(self, line_id: str) -> str:
        return f"CODE#{self._organisation}#{self._named(line_id)}"

    def _named(self, line_id: str) -> str:
        """Counted without being told: an erasure leaves these rows, so that it opens no line to further guesses."""
        return hashlib.sha256(f"{self._organisation}/{line_id}".encode()).hexdigest()[:32]

    def _hash(self, line_id: str, code: str) -> str:
        return hashlib.sha256(f"{self._organisation}/{line_id}/{code}".encode()).hexdigest()

    def _read(self, id_: str) -> dict[str, dict[str, str]]:
        try:
            answer = self._client.get_item(TableName=self._table, Key={"id": {"S": id_}}, ConsistentRead=True)
        except (ClientError, BotoCoreError) as exc:
            raise OperatorUnavailable("attempts cannot be looked up") from exc
        found: dict[str, dict[str, str]] = answer.get("Item", {})  # type: ignore[assignment]  # only strings and numbers lie there
        return found

    def _counted(self, id_: str, most: int) -> bool:
        """One atomic step: whoever comes when `most` are reached is not counted, and not let through."""
        try:
            self._update(id_, "ADD #v :v SET #e = :e", "count", {"N": "1"}, DAY, most)
        except self._client.exceptions.ConditionalCheckFailedException:
            return False
        return True

    def _update(
        self, id_: str, expression: str, name: str, value: dict[str, str], seconds: int, most: int | None = None
    ) -> None:
        limit: Any = {} if most is None else {"ConditionExpression": f"attribute_not_exists(#v) OR #v < {CEILING}"}
        ceiling: Any = {} if most is None else {CEILING: {"N": str(most)}}
        try:
            self._client.update_item(
                TableName=self._table,
                Key={"id": {"S": id_}},
                UpdateExpression=expression,
                ExpressionAttributeNames={"#v": name, "#e": "expiration"},
                ExpressionAttributeValues={":v": value, ":e": {"N": str(int(time.time()) + seconds)}, **ceiling},
                **limit,
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            raise
        except (ClientError, BotoCoreError) as exc:
            raise OperatorUnavailable("attempts cannot be counted") from exc
