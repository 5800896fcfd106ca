"""Which flow answers a phone number: number -> agent -> flow, an organisation's own."""

from typing import TYPE_CHECKING, Any, TypeVar

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import Field

from frontline.adapters.newer import read
from frontline.model.base import Frozen
from frontline.model.errors import StoreUnavailable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class Agent(Frozen):
    """A way of answering: a name, and the flow it goes through."""

    id: str
    name: str = Field(min_length=1, max_length=100)
    flow: str


class Number(Frozen):
    """A phone number, in its one spelling, and who answers it."""

    number: str
    agent: str


E = TypeVar("E", Agent, Number)


class Directory:
    """`DIRECTORY#<organisation>`: `AGENT#<id>` and `NUMBER#<number>`."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def put(self, organisation: str, entry: Agent | Number) -> None:
        item = {**_key(organisation, _sk(entry)), "body": {"S": entry.model_dump_json()}}
        self._call("put_item", Item=item)

    def agent(self, organisation: str, agent_id: str) -> Agent | None:
        return self._one(organisation, f"AGENT#{agent_id}", Agent)

    def number(self, organisation: str, number: str) -> Number | None:
        return self._one(organisation, f"NUMBER#{number}", Number)

    def agents(self, organisation: str) -> tuple[Agent, ...]:
        return self._all(organisation, "AGENT#", Agent)

    def numbers(self, organisation: str) -> tuple[Number, ...]:
        return self._all(organisation, "NUMBER#", Number)

    def drop(self, organisation: str, entry: Agent | Number) -> None:
        self._call("delete_item", Key=_key(organisation, _sk(entry)))

    def _one(self, organisation: str, sk: str, kind: type[E]) -> E | None:
        item = self._call("get_item", Key=_key(organisation, sk), ConsistentRead=True).get("Item")
        return read(kind, item["body"]["S"]) if item else None

    def _all(self, organisation: str, prefix: str, kind: type[E]) -> tuple[E, ...]:
        request: dict[str, Any] = {
            "KeyConditionExpression": "pk = :pk AND begins_with(sk, :sk)",
            "ExpressionAttributeValues": {":pk": {"S": f"DIRECTORY#{organisation}"}, ":sk": {"S": prefix}},
        }
        found: list[E] = []
        while True:
            page = self._call("query", **request)
            found += [read(kind, item["body"]["S"]) for item in page["Items"]]
            if "LastEvaluatedKey" not in page:
                return tuple(found)
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def _call(self, operation: str, **request: Any) -> Any:
        try:
            return getattr(self._client, operation)(TableName=self._table, **request)
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable(f"agents and numbers cannot be read or kept: {type(exc).__name__}") from exc


def _sk(entry: Agent | Number) -> str:
    return f"AGENT#{entry.id}" if isinstance(entry, Agent) else f"NUMBER#{entry.number}"


def _key(organisation: str, sk: str) -> dict[str, dict[str, str]]:
    return {"pk": {"S": f"DIRECTORY#{organisation}"}, "sk": {"S": sk}}
