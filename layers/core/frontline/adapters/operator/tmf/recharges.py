"""Which payments for a line the line got. Payments say what was paid (TMF676), top-ups what was given (TMF654); nothing
in the specifications ties one to the other, so this file decides, and in doubt decides that it was given."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from frontline.adapters.operator.document import Document
from frontline.trades.telecom.nouns import Payment, Recharge

_GIVEN = {"completed", "created"}
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Given:
    """One top-up that counts: completed, or on its way."""

    id: str
    done: bool
    amount: Decimal | None
    when: datetime | None
    mentions: frozenset[str]


def read_given(document: Document) -> Given | None:
    """A failed or cancelled top-up gave nothing."""
    status = (document.text("status") or "").casefold()
    if status not in _GIVEN:
        return None
    amount = document.child("amount")
    number = amount.number("amount") if amount else None
    references = [document.child(field) for field in ("paymentMethod", "balanceTopup", "channel", "requestor")]
    references += [*document.children("relatedParty"), *document.children("logicalResource")]
    words = [document.text(field) or "" for field in ("description", "reason", "voucher")]
    return Given(
        id=document.need("id"),
        done=status == "completed",
        amount=Decimal(number) if number is not None else None,
        when=document.moment("confirmationDate") or document.moment("requestedDate"),
        mentions=frozenset(
            {reference.text("id") or "" for reference in references if reference}
            | {token for text in words for token in re.findall(r"[^\s,;:()\[\]]+", text)}
        ),
    )


def credits_of(payments: Iterable[Payment], top_ups: Iterable[Given]) -> dict[str, Given]:
    """By payment, what was given for it: first what names the payment; then, oldest payment first, a top-up of the same
    amount that names no payment and is not known to be older."""
    done = sorted((p for p in payments if p.state == "done"), key=lambda payment: (payment.paid or _NEVER, payment.id))
    ordered = sorted(top_ups, key=lambda given: (given.when or _NEVER, given.id))
    credited: dict[str, Given] = {}
    for payment in done:
        named = next((given for given in ordered if payment.id in given.mentions), None)
        if named is not None:
            credited[payment.id] = named
    loose = [given for given in ordered if not given.mentions & {payment.id for payment in done}]
    for payment in done:
        match = next((given for given in loose if _could_be(given, payment)), None)
        if payment.id not in credited and match is not None:
            loose.remove(match)
            credited[payment.id] = match
    return credited


def recharges_of(line_id: str, payments: Iterable[Payment], credited: Mapping[str, Given]) -> tuple[Recharge, ...]:
    """Newest first. What was not paid is no recharge."""
    done = sorted((p for p in payments if p.state == "done"), key=lambda payment: (payment.paid or _NEVER, payment.id))
    return tuple(
        Recharge(payment_id=p.id, line_id=line_id, amount=p.amount, paid=p.paid, credited=p.id in credited)
        for p in reversed(done)
    )


def _could_be(given: Given, payment: Payment) -> bool:
    later = given.when is None or payment.paid is None or given.when >= payment.paid
    return later and (given.amount is None or given.amount == payment.amount.value)
