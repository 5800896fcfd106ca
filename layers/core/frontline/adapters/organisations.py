"""Who may call, and for which organisation: API keys, stored hashed, and the organisations themselves, remembered a while."""

import hashlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from botocore.exceptions import BotoCoreError, ClientError

from frontline.adapters.newer import read
from frontline.model.base import Stored
from frontline.model.errors import LostRace, NotFound, StoreUnavailable
from frontline.model.organisation import Organisation

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Scope = Literal["turns", "journal", "erase", "approve", "author"]
REMEMBERED_SECONDS = 60.0


class ApiKey(Stored):
    """What a key may do, and for whom."""

    organisation: str
    scopes: tuple[Scope, ...] = ("turns",)


class Caller(NamedTuple):
    """An authenticated request's organisation and rights."""

    organisation: Organisation
    scopes: tuple[Scope, ...]


class Kept(NamedTuple):
    """An organisation, and its row as it lies in the table."""

    organisation: Organisation
    body: str


class Remembered(NamedTuple):
    body: str
    until: float


def hashed(key: str) -> str:
    """Keys are long and random, so a plain hash is enough; only the hash is ever stored."""
    return hashlib.sha256(key.encode()).hexdigest()


class Organisations:
    """Rows `ORGANISATION#<id>` and `KEY#<hash>`. One that was read is used for a minute, and longer while the table is away."""

    def __init__(self, client: "DynamoDBClient", table: str, clock: Callable[[], float]) -> None:
        self._client = client
        self._table = table
        self._clock = clock
        self._remembered: dict[str, Remembered] = {}

    def caller(self, api_key: str) -> Caller:
        """`NotFound` for a key nobody has."""
        key = read(ApiKey, self._body(f"KEY#{hashed(api_key)}", "KEY"))
        return Caller(self.get(key.organisation), key.scopes)

    def get(self, organisation: str) -> Organisation:
        return read(Organisation, self._body(f"ORGANISATION#{organisation}", "PROFILE"))

    def fresh(self, organisation: str) -> Kept:
        """As the table has it now."""
        pk = f"ORGANISATION#{organisation}"
        self._remembered.pop(pk, None)
        body = self._body(pk, "PROFILE")
        return Kept(read(Organisation, body), body)

    def replace(self, old: Kept, new: Organisation) -> None:
        """Only where nobody else has changed it meanwhile; then `LostRace`. Only what changed is written: the rest stays as
        a newer release may have put it. This environment sees it at once, others within a minute."""
        pk = f"ORGANISATION#{new.id}"
        try:
            self._client.put_item(
                TableName=self._table,
                Item={"pk": {"S": pk}, "sk": {"S": "PROFILE"}, "body": {"S": _changed(old, new)}},
                ConditionExpression="body = :old",
                ExpressionAttributeValues={":old": {"S": old.body}},
            )
        except self._client.exceptions.ConditionalCheckFailedException as exc:
            raise LostRace(f"{new.id} was changed by somebody else; look again and repeat") from exc
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"the organisation could not be changed: {type(exc).__name__}") from exc
        self._remembered.pop(pk, None)

    def put(self, organisation: Organisation, api_key: str, scopes: tuple[Scope, ...]) -> None:
        """Create or replace an organisation and give it a key."""
        key = ApiKey(organisation=organisation.id, scopes=scopes)
        self._put(f"ORGANISATION#{organisation.id}", "PROFILE", organisation.model_dump_json())
        self._put(f"KEY#{hashed(api_key)}", "KEY", key.model_dump_json())

    def _put(self, pk: str, sk: str, body: str) -> None:
        self._client.put_item(TableName=self._table, Item={"pk": {"S": pk}, "sk": {"S": sk}, "body": {"S": body}})

    def _body(self, pk: str, sk: str) -> str:
        known = self._remembered.get(pk)
        if known and known.until > self._clock():
            return known.body
        try:
            item = self._client.get_item(TableName=self._table, Key={"pk": {"S": pk}, "sk": {"S": sk}}).get("Item")
        except (ClientError, BotoCoreError) as exc:
            if known:
                return known.body
            raise StoreUnavailable(f"cannot look up who is calling: {type(exc).__name__}") from exc
        if item is None:
            self._remembered.pop(pk, None)
            raise NotFound("no such key or organisation")
        body = item["body"]["S"]
        self._remembered[pk] = Remembered(body, self._clock() + REMEMBERED_SECONDS)
        return body


def _changed(old: Kept, new: Organisation) -> str:
    """The stored row with the fields that `new` has otherwise than what was read of it."""
    before = old.organisation.model_dump(mode="json")
    changed = {name: value for name, value in new.model_dump(mode="json").items() if value != before.get(name)}
    return json.dumps({**json.loads(old.body), **changed}, ensure_ascii=False, separators=(",", ":"))
