"""What an order works with, beside its execution: inputs from the row that began it, and what its steps found out, in one
row of the step table. An execution's history outlives an erasure by 90 days, so it holds only references to them."""

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from botocore.exceptions import BotoCoreError, ClientError

from frontline.model.base import Values
from frontline.model.errors import OperatorUnavailable, OrderStopped, StoreUnavailable
from frontline.model.turn import Order, Turn
from frontline.ports import Store

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

    from frontline.trades.telecom.steps import Step

Json = dict[str, Any]
SECONDS_REMEMBERED = 90 * 24 * 60 * 60
SECONDS_OUTLIVED = 4 * 24 * 60 * 60
"""Longer than any order that cannot be stopped runs."""


class Orders(Protocol):
    """Keeps and gives what orders work with, for the runner of steps and for whoever hears of an order's end."""

    def values(self, organisation: str, conversation: str, order: str) -> Values | None:
        """Its inputs, and over them what its steps found out. None when its conversation was erased, or never began it."""
        ...

    def keep(self, organisation: str, order: str, found: Values) -> None:
        """Remember what a step found out."""
        ...


def order_turn(store: Store, organisation: str, conversation: str, order: str) -> Turn | None:
    """The row that began the order, if it is there; its number is in the order's name."""
    seq = order.rpartition("-")[2]
    turn = store.turn(organisation, conversation, int(seq)) if seq.isdecimal() else None
    return turn if turn and turn.order and turn.order.name == order else None


def by_reference(
    step: "Step", given: Json, orders: Orders, whose: tuple[str, str, str], run: Callable[[Json], Json]
) -> Json:
    """What the step came to that an execution may show. Its inputs are looked up, and the rest of its output is kept there.
    `whose`: organisation, conversation, order. An order whose row is gone goes no further."""
    organisation, _, order = whose
    known = orders.values(*whose)
    if known is None:
        raise OrderStopped("the conversation that ordered this was erased")
    output = run({**known, **given})
    if found := {name: value for name, value in output.items() if name not in step.tells}:
        orders.keep(organisation, order, found)
    return {name: value for name, value in output.items() if name in step.tells}


class MemoryOrders:
    """In this process, over any store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[tuple[str, str], Values] = {}

    def values(self, organisation: str, conversation: str, order: str) -> Values | None:
        turn = order_turn(self._store, organisation, conversation, order)
        return {**turn.order.inputs, **self._found.get((organisation, order), {})} if turn and turn.order else None

    def keep(self, organisation: str, order: str, found: Values) -> None:
        self._found[organisation, order] = {**self._found.get((organisation, order), {}), **found}


class TableOrders:
    """`RUN#<organisation>#<order>` in the step table: `found`, and the inputs of an order that outlives its conversation."""

    def __init__(self, store: Store, client: "DynamoDBClient", table: str) -> None:
        self._store = store
        self._client = client
        self._table = table

    def values(self, organisation: str, conversation: str, order: str) -> Values | None:
        kept = self._read(organisation, order)
        try:
            turn = order_turn(self._store, organisation, conversation, order)
        except StoreUnavailable as exc:
            raise OperatorUnavailable("the row that began an order cannot be read") from exc
        inputs = turn.order.inputs if turn and turn.order else kept.get("inputs")
        return None if inputs is None else {**inputs, **kept.get("found", {})}

    def keep(self, organisation: str, order: str, found: Values) -> None:
        """Steps of one order come one after the other; two calls of the same one write the same."""
        kept = self._read(organisation, order)
        self._update(organisation, order, "found", {**kept.get("found", {}), **found}, SECONDS_REMEMBERED)

    def erased(self, organisation: str, conversation: str, order: str) -> bool:
        """Whether the row that began it is gone. What was started by hand never had one."""
        of_a_turn = order.rpartition("-")[2].isdecimal()
        return of_a_turn and order_turn(self._store, organisation, conversation, order) is None

    def outlive(self, organisation: str, order: Order) -> None:
        """Keep its inputs without its conversation, until it ends or must have."""
        self._update(organisation, order.name, "inputs", order.inputs, SECONDS_OUTLIVED)

    def forget(self, organisation: str, order: str) -> None:
        """What it worked with goes, and nothing more is kept: a step may still be on its way."""
        until = str(int(time.time()) + SECONDS_OUTLIVED)
        item: Any = {**self._key(organisation, order), "erased": {"BOOL": True}, "expiration": {"N": until}}
        try:
            self._client.put_item(TableName=self._table, Item=item)
        except (ClientError, BotoCoreError) as exc:
            raise StoreUnavailable("what an order worked with cannot be forgotten") from exc

    def _read(self, organisation: str, order: str) -> dict[str, Values]:
        try:
            key = self._key(organisation, order)
            item = self._client.get_item(TableName=self._table, Key=key, ConsistentRead=True).get("Item", {})
        except (ClientError, BotoCoreError) as exc:
            raise OperatorUnavailable("what an order works with cannot be read") from exc
        return {name: json.loads(item[name]["S"]) for name in ("inputs", "found") if name in item}

    def _update(self, organisation: str, order: str, name: str, values: Values, seconds: int) -> None:
        try:
            self._client.update_item(
                TableName=self._table,
                Key=self._key(organisation, order),
                UpdateExpression="SET #n = :v, #e = :e",
                ConditionExpression="attribute_not_exists(erased)",
                ExpressionAttributeNames={"#n": name, "#e": "expiration"},
                ExpressionAttributeValues={
                    ":v": {"S": json.dumps(values, ensure_ascii=False)},
                    ":e": {"N": str(int(time.time()) + seconds)},
                },
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return
        except (ClientError, BotoCoreError) as exc:
            raise OperatorUnavailable("what an order works with cannot be kept") from exc

    def _key(self, organisation: str, order: str) -> dict[str, dict[str, str]]:
        return {"id": {"S": f"RUN#{organisation}#{order}"}}
