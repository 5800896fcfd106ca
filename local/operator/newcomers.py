"""Customers that come and go while the sandbox runs: under /sandbox/customers, by the number of one of their lines.

Their ids are never used again, so that nothing remembered of one who had the number before is true of the next.
"""

import json
import secrets
from collections.abc import Iterable
from typing import Any

from local.operator import seeds
from local.operator.beginning import add_customer
from local.operator.history import add_bill
from local.operator.orders import set_trait, trait
from local.operator.resources import Resource, State
from local.operator.rules import Rejected, need

_KEPT_BY = {
    "customer": ("id",),
    "product": ("relatedParty", "id"),
    "customerBill": ("relatedParty", "id"),
    "payment": ("payer", "id"),
}
"""Where a resource says whose it is. What is about a line or a bill is found by that."""


def welcome(state: State, body: Resource) -> Resource:
    """`{"lines": [{"number", "plan", ...}], "bills": [{"issued", "due", "charges", "paid"}], "name", "born", "region",
    "country"}`, days counted from today as in the seeds. Who had one of the numbers before is forgotten."""
    serial = secrets.randbits(40)
    lines = tuple(seeds.Line(**{"id": f"line-{serial}-{at}", **one}) for at, one in enumerate(need(body, "lines"), 1))
    for line in lines:
        if _owner(state, line.number):
            forget(state, line.number)
    known = {"name": "Pat Taylor", "born": "1990-01-01", "region": "Ohio", "country": "US"}
    told = {key: value for key, value in body.items() if key not in ("lines", "bills")}
    seed = seeds.Customer(serial, lines=lines, bills=tuple(map(_bill, body.get("bills", ()))), **{**known, **told})
    add_customer(state, seed)
    return books(state, lines[0].number)


def change(state: State, number: str, body: Resource) -> Resource:
    """`{"status", "roaming", "contractEndDate", "simStatus", "data_gb"}` of the line, `bills` to add; as much as is given."""
    owner = _owner(state, number)
    product = _line(state, number)
    for name, value in body.items():
        if name == "status":
            product["status"] = value
        elif name == "data_gb":
            bucket = state.table("bucket")[f"bucket-data-{product['id']}"]
            bucket["remainingValue"] = {**bucket["remainingValue"], "amount": value}
        elif name == "bills":
            for one in value:
                bill_id = f"{owner.replace('customer', 'bill')}-{secrets.token_hex(3)}"
                add_bill(
                    state, owner, bill_id, _bill(one), product["productPrice"][0]["price"]["taxIncludedAmount"]["unit"]
                )
        elif name in ("roaming", "contractEndDate", "simStatus"):
            set_trait(product, name, value)
        else:
            raise Rejected(400, "unreadable", f"{name} cannot be changed")
    return books(state, number)


def forget(state: State, number: str) -> Resource:
    """The customer goes, with all that is theirs."""
    gone = books(state, number)
    for table, rows in gone.items():
        for row in rows:
            del state.table(table)[row["id"]]
    kept = {row["id"] for rows in gone.values() for row in rows}
    state.keys = {key: made for key, made in state.keys.items() if made not in kept}
    return gone


def books(state: State, number: str) -> dict[str, list[Resource]]:
    """All the operator has about the customer with this number, by table; tickets that only mention them too."""
    owner = _owner(state, number)
    if not owner:
        raise Rejected(404, "not_found", f"nobody has {number}")
    found = {
        table: [row for row in state.table(table).values() if owner in _values(row, path)]
        for table, path in _KEPT_BY.items()
    }
    theirs = {row["id"] for rows in found.values() for row in rows}
    about = {
        "bucket": ("product", "id"),
        "topupBalance": ("product", "id"),
        "productOrder": ("productOrderItem", "product", "id"),
        "appliedCustomerBillingRate": ("bill", "id"),
    }
    for table, path in about.items():
        found[table] = [row for row in state.table(table).values() if theirs & set(_values(row, path))]
    found["troubleTicket"] = [row for row in state.table("troubleTicket").values() if owner in json.dumps(row)]
    return found


def _bill(body: Resource) -> seeds.Bill:
    charges = tuple((str(name), float(amount), str(kind)) for name, amount, kind in need(body, "charges"))
    return seeds.Bill(**{**body, "charges": charges})


def _line(state: State, number: str) -> Resource:
    return next(row for row in state.table("product").values() if trait(row, "msisdn") == number)


def _owner(state: State, number: str) -> str:
    """Nobody is ''."""
    owners = (row["relatedParty"][0]["id"] for row in state.table("product").values() if trait(row, "msisdn") == number)
    return next(iter(owners), "")


def _values(value: Any, path: Iterable[str]) -> list[Any]:
    """What stands at a path, through lists."""
    found = [value]
    for name in path:
        each = [one for row in found for one in (row if isinstance(row, list) else [row])]
        found = [row[name] for row in each if isinstance(row, dict) and name in row]
    return found
