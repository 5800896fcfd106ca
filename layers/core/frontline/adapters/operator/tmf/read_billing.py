"""TMF678 bills and charges, TMF676 payments and TMF654 top-ups as our nouns."""

from frontline.adapters.operator.document import Document
from frontline.trades.telecom.nouns import Bill, BillState, Charge, Money, Payment, Progress, TopUp

_BILL: dict[str, BillState] = {
    "new": "draft",
    "onhold": "on_hold",
    "validated": "issued",
    "sent": "issued",
    "partiallypaid": "partly_paid",
    "settled": "paid",
}
_DONE = ("done", "completed", "paid", "settled", "succeeded", "success")
_PENDING = ("pending", "acknowledged", "inprogress", "created", "initiated", "initialized", "requested", "authorized")
_FAILED = ("failed", "rejected", "cancelled", "expired", "denied", "declined")
_PROGRESS: dict[str, Progress] = {
    **dict.fromkeys(_DONE, "done"),
    **dict.fromkeys(_PENDING, "pending"),
    **dict.fromkeys(_FAILED, "failed"),
}


def word(document: Document, field: str) -> str:
    """A state as the specification spells it, whatever the operator does with case, blanks and underscores."""
    return (document.text(field) or "").casefold().replace("_", "").replace(" ", "")


def read_bill(document: Document, customer_id: str, currency: str | None) -> Bill:
    """What remains is what the operator says; only a settled bill needs no amount to be read as paid."""
    stated = word(document, "state")
    if stated and stated not in _BILL:
        raise document.wrong("state", "is not a state of a bill")
    due, remaining = _amounts(document, stated, currency)
    period = document.child("billingPeriod")
    account = document.child("billingAccount") or document.child("financialAccount")
    return Bill(
        id=document.need("id"),
        customer_id=customer_id,
        amount_due=due,
        remaining=remaining,
        state=_BILL.get(stated) or _state_by_amounts(due, remaining),
        number=document.text("billNo"),
        account_id=account.text("id") if account else None,
        billed=document.day("billDate"),
        due=document.day("paymentDueDate"),
        period_from=period.day("startDateTime") if period else None,
        period_to=period.day("endDateTime") if period else None,
    )


def _amounts(document: Document, stated: str, currency: str | None) -> tuple[Money, Money]:
    due = document.money("amountDue", currency) or document.money("taxIncludedAmount", currency)
    remaining = document.money("remainingAmount", currency)
    if remaining is None and due is not None:
        remaining = due.times("0") if stated == "settled" else due
    if remaining is None:
        raise document.wrong("amountDue", "is missing")
    return due or remaining, remaining


def _state_by_amounts(due: Money, remaining: Money) -> BillState:
    if remaining.value <= 0:
        return "paid"
    return "issued" if remaining.value >= due.value else "partly_paid"


def read_charge(document: Document, bill_id: str, currency: str | None) -> Charge:
    amount = document.money("taxIncludedAmount", currency) or document.money("taxExcludedAmount", currency)
    if amount is None:
        raise document.wrong("taxIncludedAmount", "is missing")
    kind = document.text("type")
    if "credit" in (kind or "").casefold() and amount.value > 0:
        amount = amount.times("-1")
    product = document.child("product")
    charge_id = document.need("id")
    return Charge(
        id=charge_id,
        bill_id=bill_id,
        name=document.text("name") or document.text("description") or kind or charge_id,
        amount=amount,
        type=kind,
        description=document.text("description"),
        on=document.day("date"),
        line_id=product.text("id") if product else None,
    )


def read_payment(document: Document, currency: str | None) -> Payment:
    state = _PROGRESS.get(word(document, "status"))
    if state is None:
        raise document.wrong("status", "is not a status of a payment")
    amount = document.money("totalAmount", currency) or document.money("amount", currency)
    if amount is None:
        raise document.wrong("totalAmount", "is missing")
    payer = document.child("payer")
    items = payment_items(document)
    return Payment(
        id=document.need("id"),
        state=state,
        amount=amount,
        for_id=items[0] if items else None,
        customer_id=payer.text("id") if payer else None,
        requested=document.moment("statusDate") if state == "pending" else None,
        paid=(document.moment("paymentDate") or document.moment("statusDate")) if state == "done" else None,
    )


def payment_items(document: Document) -> tuple[str, ...]:
    items = (item.child("item") for item in document.children("paymentItem"))
    return tuple(item.need("id") for item in items if item)


def read_top_up(document: Document, line_id: str, amount: str, units: str) -> TopUp:
    """What the operator does not repeat is what we asked for; its status it must say."""
    state = _PROGRESS.get(word(document, "status"))
    if state is None:
        raise document.wrong("status", "is not a status of a top-up")
    return TopUp(id=document.need("id"), line_id=line_id, state=state, amount=amount, units=units)
