"""What the sandbox does when asked for money, data or help: what it refuses and why, and what follows."""

from typing import Any

from local.operator.clock import text
from local.operator.history import given_for
from local.operator.resources import Resource, State


class Rejected(Exception):
    """An answer with a TM Forum error body."""

    def __init__(self, status: int, code: str, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.code = code


def find(state: State, table: str, wanted: str) -> Resource:
    if wanted not in state.table(table):
        raise Rejected(404, "not_found", f"there is no {table} {wanted}")
    return state.table(table)[wanted]


def need(body: Resource, *path: str) -> Any:
    """A field the specification, or we, cannot do without."""
    value: Any = body
    for name in path:
        value = value[0] if isinstance(value, list) and value else value
        value = value.get(name) if isinstance(value, dict) else None
        if value in (None, "", []):
            raise Rejected(400, "missing", f"{'.'.join(path)} is missing")
    return value


def create_top_up(state: State, body: Resource) -> Resource:
    """Adds to the bucket. What a payment paid is given once, whatever the request is called."""
    bucket = find(state, "bucket", need(body, "bucket", "id"))
    need(body, "partyAccount", "id")
    amount = need(body, "amount", "amount")
    if amount <= 0 or need(body, "amount", "units") != bucket["remainingValue"]["units"]:
        raise Rejected(400, "bad_amount", "more than nothing, in the units of the bucket")
    if need(body, "usageType") != bucket["usageType"]:
        raise Rejected(400, "bad_usage_type", "the bucket is of another usage type")
    reason = body.get("reason", "")
    given = state.table("topupBalance").values()
    if reason.startswith("payment ") and any(one.get("reason") == reason for one in given):
        raise Rejected(409, "already_credited", "this payment was credited before")
    _fill(bucket, amount)
    now = text(state.clock.now())
    done = {"id": state.next_id("topup"), "status": "completed", "requestedDate": now, "confirmationDate": now}
    return state.add("topupBalance", {**body, **done, "product": bucket["product"]})


def _fill(bucket: Resource, amount: float) -> None:
    value = bucket["remainingValue"]
    bucket["remainingValue"] = {**value, "amount": round(value["amount"] + amount, 6)}


def create_payment(state: State, body: Resource) -> Resource:
    """A request the customer has yet to answer. One at a time."""
    need(body, "account", "id")
    need(body, "paymentMethod")
    value = need(body, "totalAmount", "value")
    item = need(body, "paymentItem", "item", "id")
    bill = state.table("customerBill").get(item)
    payer = bill["relatedParty"][0]["id"] if bill else need(body, "payer", "id")
    if bill and bill["remainingAmount"]["value"] <= 0:
        raise Rejected(409, "bill_settled", "nothing is left to pay")
    if bill and bill["remainingAmount"]["value"] != value:
        raise Rejected(422, "wrong_amount", "not what is left to pay")
    for other in state.table("payment").values():
        if other["status"] == "pending" and other["payer"]["id"] == payer:
            raise Rejected(409, "payment_pending", "another payment request is open")
    now = text(state.clock.now())
    made = {"id": state.next_id("payment"), "status": "pending", "statusDate": now}
    payer_ref = {"id": payer, "role": "customer", "@referredType": "Customer"}
    return state.add("payment", {**body, **made, "payer": payer_ref})


def pay(state: State, payment_id: str) -> Resource:
    """The customer accepts the request: the bill is settled, or the line gets what was paid."""
    payment = find(state, "payment", payment_id)
    if payment["status"] != "pending":
        return payment
    now = text(state.clock.now())
    payment.update(status="done", statusDate=now, paymentDate=now)
    item = payment["paymentItem"][0]["item"]["id"]
    bill = state.table("customerBill").get(item)
    if bill:
        bill.update(state="settled", remainingAmount={**bill["remainingAmount"], "value": 0})
        applied = {"appliedAmount": payment["totalAmount"], "payment": {"id": payment_id, "@referredType": "Payment"}}
        bill["appliedPayment"] = [*bill.get("appliedPayment", ()), applied]
    elif f"bucket-monetary-{item}" in state.table("bucket"):
        _fill(state.table("bucket")[f"bucket-monetary-{item}"], payment["totalAmount"]["value"])
        state.add("topupBalance", given_for(state, payment, now))
    return payment


def create_ticket(state: State, body: Resource) -> Resource:
    for name in ("description", "severity", "ticketType"):
        need(body, name)
    now = text(state.clock.now())
    made = {"id": state.next_id("ticket"), "status": "acknowledged", "creationDate": now, "lastUpdate": now}
    return state.add("troubleTicket", {**body, **made})
