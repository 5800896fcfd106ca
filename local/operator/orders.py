"""What the sandbox does when a line is to be changed."""

from datetime import timedelta
from typing import Any

from local.operator import seeds
from local.operator.beginning import priced
from local.operator.clock import text
from local.operator.resources import Resource, State
from local.operator.rules import Rejected, find, need

DELIVERY = timedelta(days=2)
"""How long a new SIM card is on its way."""


def trait(product: Resource, name: str) -> Any:
    return next((one["value"] for one in product["productCharacteristic"] if one["name"] == name), None)


def set_trait(product: Resource, name: str, value: object) -> None:
    traits = product["productCharacteristic"]
    changed = [{**one, "value": value} if one["name"] == name else one for one in traits]
    if trait(product, name) is None:
        changed.append({"name": name, "value": value})
    product["productCharacteristic"] = changed


def create_order(state: State, body: Resource) -> Resource:
    """Carried out at once, but for a SIM card, which has to arrive."""
    wanted = need(body, "productOrderItem", "product")
    product = find(state, "product", need(body, "productOrderItem", "product", "id"))
    if need(body, "productOrderItem", "action") != "modify":
        raise Rejected(400, "unsupported_action", "only modify is offered here")
    problem = _why_not(state, product, wanted)
    waits = any(one["value"] == "replacementOrdered" for one in wanted.get("productCharacteristic", ()))
    outcome = "rejected" if problem else "inProgress" if waits else "completed"
    if problem is None:
        _change(state, product, wanted)
    now = text(state.clock.now())
    items = [{**item, "state": outcome} for item in body["productOrderItem"]]
    order = {**body, "id": state.next_id("order"), "state": outcome, "orderDate": now, "productOrderItem": items}
    if outcome == "completed":
        order["completionDate"] = now
    if problem:
        order["note"] = [{"id": "1", "author": "Operator", "text": problem}]
    return state.add("productOrder", order)


def _why_not(state: State, product: Resource, wanted: Resource) -> str | None:
    if product["status"] in ("terminated", "cancelled", "aborted"):
        return "the line is closed"
    if wanted.get("status") == "active":
        today = state.clock.now().date().isoformat()
        if (trait(product, "contractEndDate") or "9999") < today:
            return "the contract of this line has ended"
        customer = product["relatedParty"][0]["id"]
        if any(_overdue(bill, text(state.clock.now())) for bill in _bills(state, customer)):
            return "a bill is overdue"
    offering = wanted.get("productOffering", {}).get("id")
    if offering and offering not in {plan.id for plan in seeds.PLANS}:
        return "there is no such plan"
    return None


def _bills(state: State, customer: str) -> list[Resource]:
    return [bill for bill in state.table("customerBill").values() if bill["relatedParty"][0]["id"] == customer]


def _overdue(bill: Resource, now: str) -> bool:
    return bool(bill["remainingAmount"]["value"] > 0 and bill["paymentDueDate"] < now)


def _change(state: State, product: Resource, wanted: Resource) -> None:
    if wanted.get("status"):
        product["status"] = wanted["status"]
    for one in wanted.get("productCharacteristic", ()):
        set_trait(product, one["name"], one["value"])
    offering = wanted.get("productOffering", {}).get("id")
    for plan in seeds.PLANS:
        if plan.id == offering:
            _allow_more(state, product, plan)
            product.update(priced(plan))
            set_trait(product, "topupPrice", plan.per_gb)


def _allow_more(state: State, product: Resource, plan: seeds.Plan) -> None:
    """Where both plans have a monthly allowance, what is left changes by the difference: what was used stays used."""
    before = next((one.gb for one in seeds.PLANS if one.id == product["productOffering"]["id"]), None)
    bucket = state.table("bucket").get(f"bucket-data-{product['id']}")
    if bucket and plan.gb is not None and before is not None:
        left = bucket["remainingValue"]
        bucket["remainingValue"] = {**left, "amount": round(left["amount"] + plan.gb - before, 6)}
