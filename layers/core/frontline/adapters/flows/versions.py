"""An organisation's own flows: drafts, and published versions that never change. What is live, the organisation's row says."""

import json
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import JsonValue

from frontline.adapters.newer import read
from frontline.model.base import Stored
from frontline.model.errors import Refused, StoreUnavailable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

    from frontline.flows.document import FlowDocument

LARGEST = 390_000
"""An item of the table has 400 kB."""

Raw = dict[str, JsonValue]


class Version(Stored):
    """A published flow as it will always be, its document to the letter; `subflows` are those it calls, as they were, `taught`
    what its examples came to over the classifier of that day."""

    flow: str
    hash: str
    published_at: int
    document: Raw
    subflows: tuple[tuple[str, str], ...] = ()
    taught: str = ""

    @property
    def known(self) -> "FlowDocument":
        """The document as far as this release knows its fields. `ValidationError` for a type of node it does not know."""
        from frontline.flows.document import FlowDocument

        return FlowDocument.model_validate(self.document, extra="ignore")

    @property
    def shown(self) -> Raw:
        """The document without its empty fields, those of a newer release included."""
        said: Raw = _said(self.document)
        return said


class Versions:
    """`FLOWS#<organisation>`: `DRAFT#<flow>` and `VERSION#<flow>#<hash>`, in the table of conversations."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def draft(self, organisation: str, flow: str) -> Raw | None:
        """As its author left it, whatever it is worth."""
        item = self._get(organisation, f"DRAFT#{flow}")
        return json.loads(item) if item else None

    def keep_draft(self, organisation: str, flow: str, document: Raw) -> None:
        self._put(organisation, f"DRAFT#{flow}", json.dumps(document, ensure_ascii=False))

    def drop_draft(self, organisation: str, flow: str) -> None:
        key = {"pk": {"S": f"FLOWS#{organisation}"}, "sk": {"S": f"DRAFT#{flow}"}}
        self._call("delete_item", Key=key)

    def drafts(self, organisation: str) -> tuple[str, ...]:
        """The flows that have one."""
        return tuple(sk.removeprefix("DRAFT#") for sk, _ in self._all(organisation, "DRAFT#"))

    def version(self, organisation: str, flow: str, content_hash: str) -> Version | None:
        item = self._get(organisation, f"VERSION#{flow}#{content_hash}")
        return read(Version, item) if item else None

    def keep_version(self, organisation: str, version: Version) -> None:
        """Writing the same content again is writing it once."""
        self._put(organisation, f"VERSION#{version.flow}#{version.hash}", version.model_dump_json())

    def versions(self, organisation: str, flow: str) -> tuple[Version, ...]:
        """Newest first."""
        rows = [read(Version, body) for _, body in self._all(organisation, f"VERSION#{flow}#")]
        return tuple(sorted(rows, key=lambda version: version.published_at, reverse=True))

    def _get(self, organisation: str, sk: str) -> str | None:
        key = {"pk": {"S": f"FLOWS#{organisation}"}, "sk": {"S": sk}}
        item = self._call("get_item", Key=key, ConsistentRead=True).get("Item")
        return str(item["body"]["S"]) if item else None

    def _put(self, organisation: str, sk: str, body: str) -> None:
        if len(body.encode()) > LARGEST:
            raise Refused(f"what is kept of a flow has at most {LARGEST} bytes; divide it", code="too_large")
        self._call("put_item", Item={"pk": {"S": f"FLOWS#{organisation}"}, "sk": {"S": sk}, "body": {"S": body}})

    def _all(self, organisation: str, prefix: str) -> list[tuple[str, str]]:
        request: dict[str, Any] = {
            "KeyConditionExpression": "pk = :pk AND begins_with(sk, :sk)",
            "ExpressionAttributeValues": {":pk": {"S": f"FLOWS#{organisation}"}, ":sk": {"S": prefix}},
            "ConsistentRead": True,
        }
        found: list[tuple[str, str]] = []
        while True:
            page = self._call("query", **request)
            found += [(item["sk"]["S"], item["body"]["S"]) for item in page["Items"]]
            if "LastEvaluatedKey" not in page:
                return found
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def _call(self, operation: str, **request: Any) -> Any:
        try:
            return getattr(self._client, operation)(TableName=self._table, **request)
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"flows cannot be read or kept: {type(exc).__name__}") from exc


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _said(part) for name, part in value.items() if part is not None}
    return [_said(part) for part in value] if isinstance(value, list) else value
