"""Our nouns as the bodies TM Forum's specifications ask for. Keys go where an operator keeps foreign references."""

from collections.abc import Mapping
from decimal import Decimal
from typing import assert_never

from frontline.trades.telecom.nouns import (
    Bill,
    Bucket,
    Change,
    DoNotDisturb,
    HandOff,
    Money,
    PlanChange,
    Resume,
    Roaming,
    SimReplacement,
)

Json = Mapping[str, object]
AUTHOR = "Frontline"


def number(amount: str) -> int | float:
    """The specifications want JSON numbers. The shortest float spells the same digits as the decimal it came from."""
    value = Decimal(amount)
    return int(value) if value == value.to_integral_value() else float(value)


def money(amount: Money) -> Json:
    return {"unit": amount.currency, "value": number(amount.amount)}


def payment(bill: Bill, key: str) -> Json:
    amount = money(bill.remaining)
    return {
        "@type": "Payment",
        "correlatorId": key,
        "name": "Payment request",
        "description": f"Bill {bill.number or bill.id}",
        "account": {"id": bill.account_id or bill.customer_id, "@referredType": "BillingAccount"},
        "payer": {"id": bill.customer_id, "role": "customer", "@referredType": "Customer"},
        "paymentMethod": {"name": "paymentRequest", "@type": "PaymentMethod"},
        "totalAmount": amount,
        "amount": amount,
        "paymentItem": [{"id": "1", "item": {"id": bill.id, "@referredType": "CustomerBill"}, "totalAmount": amount}],
    }


def top_up(bucket: Bucket, amount: str, units: str, key: str, *, payment_id: str | None = None) -> Json:
    """`reason` names the payment and `description` the key: the specification has no field for either."""
    return {
        "@type": "TopupBalance",
        "amount": {"amount": number(amount), "units": units},
        "usageType": "monetary" if bucket.usage == "money" else bucket.usage,
        "bucket": {"id": bucket.id, "@referredType": "Bucket"},
        "partyAccount": {"id": bucket.account_id or bucket.line_id, "@referredType": "PartyAccount"},
        "product": [{"id": bucket.line_id, "@referredType": "Product"}],
        "channel": {"id": "frontline", "name": AUTHOR},
        "description": f"{AUTHOR} {key}",
        "reason": f"payment {payment_id}" if payment_id else "data refuel",
    }


def order(line_id: str, change: Change, key: str) -> Json:
    """One item that says what the line is to be."""
    category, becomes = _becomes(change)
    item: dict[str, object] = {"id": "1", "action": "modify", "product": {"id": line_id, **becomes}}
    if "productOffering" in becomes:
        item["productOffering"] = becomes["productOffering"]
    return {
        "@type": "ProductOrder",
        "externalId": key,
        "category": category,
        "description": f"{AUTHOR}: {category}",
        "productOrderItem": [item],
    }


def _becomes(change: Change) -> tuple[str, Json]:
    match change:
        case Resume():
            return "resumeLine", {"status": "active"}
        case Roaming():
            return "roaming", _characteristic("roaming", "boolean", change.on)
        case DoNotDisturb():
            return "doNotDisturb", _characteristic("doNotDisturb", "boolean", change.on)
        case PlanChange():
            return "planChange", {"productOffering": {"id": change.plan.id, "name": change.plan.name}}
        case SimReplacement():
            return "simReplacement", _characteristic("simStatus", "string", "replacementOrdered")
        case _:
            assert_never(change)


def _characteristic(name: str, value_type: str, value: object) -> Json:
    return {"productCharacteristic": [{"name": name, "valueType": value_type, "value": value}]}


def ticket(hand_off: HandOff, key: str) -> Json:
    """The packet: every note in order, and everything it is about by reference."""
    related = [{"id": one.id, "role": one.role, "@referredType": one.type} for one in hand_off.related]
    customer = {"id": hand_off.customer_id, "role": "customer", "@referredType": "Customer"}
    return {
        "@type": "TroubleTicket",
        "externalId": key,
        "name": hand_off.about,
        "description": hand_off.reason,
        "severity": hand_off.severity,
        "ticketType": hand_off.kind,
        "note": [{"id": str(n), "author": AUTHOR, "text": text} for n, text in enumerate(hand_off.notes, 1)],
        **({"relatedEntity": related} if related else {}),
        **({"relatedParty": [customer]} if hand_off.customer_id else {}),
    }
