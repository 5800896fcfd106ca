"""The sandbox's world: tables of resources as TM Forum describes them, and the pieces those are made of."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import RLock
from typing import Any

from local.operator.clock import Clock

Resource = dict[str, Any]
Table = dict[str, Resource]


@dataclass
class State:
    """Tables by resource name, the keys that were used, and texts that were sent to customers."""

    clock: Clock
    tables: dict[str, Table] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    messages: list[Resource] = field(default_factory=list)
    counters: dict[str, int] = field(default_factory=dict)
    lock: RLock = field(default_factory=RLock)

    def table(self, name: str) -> Table:
        return self.tables.setdefault(name, {})

    def add(self, name: str, resource: Resource) -> Resource:
        self.table(name)[resource["id"]] = resource
        return resource

    def next_id(self, prefix: str) -> str:
        self.counters[prefix] = self.counters.get(prefix, 0) + 1
        return f"{prefix}-{self.counters[prefix]}"

    def day(self, days: int) -> datetime:
        return self.clock.now() + timedelta(days=days)


def characteristic(name: str, value: object, value_type: str = "string") -> Resource:
    return {"name": name, "valueType": value_type, "value": value}


def customer_ref(customer_id: str) -> Resource:
    return {"id": customer_id, "role": "customer", "@referredType": "Customer"}


def money(value: float, unit: str) -> Resource:
    return {"unit": unit, "value": round(value, 2)}
