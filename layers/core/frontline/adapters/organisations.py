"""Who may call, and for which organisation: API keys, stored hashed, and the organisations themselves, remembered a while."""

import hashlib
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from botocore.exceptions import BotoCoreError, ClientError

from frontline.adapters.newer import read
from frontline.model.base import Stored
from frontline.model.errors import Invalid, LostRace, NotFound, Refused, StoreUnavailable
from frontline.model.organisation import Organisation

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Scope = Literal["turns", "journal", "erase", "approve", "author"]
REMEMBERED_SECONDS = 2.0
LOOKS_AGAIN, AGAIN_SECONDS = 8, 1.0
"""How many unknown names are worth another look at the table, and how long; who makes names up costs no more."""
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
"""What an organisation can be called. Its id stands between the `#` of every key, and in the names of parameters."""


class ApiKey(Stored):
    """What a key may do, for whom, and since when, in milliseconds; of old keys that is not known."""

    organisation: str
    scopes: tuple[Scope, ...] = ("turns",)
    created: int = 0


class Caller(NamedTuple):
    """An authenticated request's organisation and rights."""

    organisation: Organisation
    scopes: tuple[Scope, ...]


class Exists(Refused):
    """It is there already, and stays as it is."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} exists already; nothing was changed", code="exists")


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
    """Rows `ORGANISATION#<id>` and `KEY#<hash>`. What was read is used for seconds, and longer while the table is away."""

    def __init__(self, client: "DynamoDBClient", table: str, clock: Callable[[], float]) -> None:
        self._client = client
        self._table = table
        self._clock = clock
        self._remembered: dict[str, Remembered] = {}
        self._looked: dict[tuple[str, str], float] = {}

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
        body = self._body(pk, "PROFILE", consistent=True)
        return Kept(read(Organisation, body), body)

    def again(self, organisation: Organisation, name: str) -> Organisation:
        """For whoever asks for a flow that is not known here: as the table has it now. Looked up once a second for a name,
        and for a few names a second; otherwise, and while the table is away, the organisation as it was given."""
        now = self._clock()
        self._looked = {key: at for key, at in self._looked.items() if at + AGAIN_SECONDS > now}
        ours = [key for key in self._looked if key[0] == organisation.id]
        if (organisation.id, name) in ours or len(ours) >= LOOKS_AGAIN:
            return organisation
        self._looked[organisation.id, name] = now
        pk = f"ORGANISATION#{organisation.id}"
        remembered = self._remembered.get(pk)
        try:
            return self.fresh(organisation.id).organisation
        except (StoreUnavailable, NotFound):
            if remembered:
                self._remembered[pk] = remembered
            return organisation

    def replace(self, old: Kept, new: Organisation) -> None:
        """Only where nobody else has changed it meanwhile; then `LostRace`. Only what changed is written: the rest stays as
        a newer release may have put it. This environment sees it at once, others within `REMEMBERED_SECONDS`."""
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

    def create(self, organisation: Organisation) -> None:
        """A new row, or `Exists`: whoever is there already keeps their flows, keys and conversations."""
        if not ID.fullmatch(organisation.id):
            raise Invalid("an organisation's id has up to 63 of a-z, 0-9 and -, and does not begin with -", where="id")
        pk = f"ORGANISATION#{organisation.id}"
        self._create(pk, "PROFILE", organisation.model_dump_json(), f"organisation {organisation.id!r}")

    def add_key(self, api_key: str, key: ApiKey) -> None:
        """One more key of an organisation that is there, else `NotFound`; `Exists` for a key somebody has."""
        self.fresh(key.organisation)
        self._create(f"KEY#{hashed(api_key)}", "KEY", key.model_dump_json(), "this key")

    def _create(self, pk: str, sk: str, body: str, what: str) -> None:
        try:
            self._client.put_item(
                TableName=self._table,
                Item={"pk": {"S": pk}, "sk": {"S": sk}, "body": {"S": body}},
                ConditionExpression="attribute_not_exists(pk)",
            )
        except self._client.exceptions.ConditionalCheckFailedException as exc:
            raise Exists(what) from exc
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"{what} could not be created: {type(exc).__name__}") from exc

    def _body(self, pk: str, sk: str, *, consistent: bool = False) -> str:
        known = self._remembered.get(pk)
        if known and known.until > self._clock():
            return known.body
        try:
            key = {"pk": {"S": pk}, "sk": {"S": sk}}
            item = self._client.get_item(TableName=self._table, Key=key, ConsistentRead=consistent).get("Item")
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
