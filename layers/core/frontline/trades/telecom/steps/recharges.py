"""A recharge that was paid: did the line get it, and if not, give it once."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import OperatorRefused
from frontline.trades.telecom.nouns import Recharge
from frontline.trades.telecom.ports import Operator


class WhichRecharge(BaseModel):
    """The line, and what the customer said about the payment, if anything."""

    model_config = ConfigDict(frozen=True)
    line_id: str
    amount: str | None = None
    paid_on: date | None = None


class RechargeFound(BaseModel):
    """The payment that fits best: one that is missing before one that arrived."""

    result: Literal["missing", "credited", "not_found"]
    payment_id: str = ""
    paid: str = ""
    paid_day: str = ""


class WhatToCredit(BaseModel):
    """The payment whose worth the line is to get."""

    model_config = ConfigDict(frozen=True)
    line_id: str
    payment_id: str


class Credited(BaseModel):
    """Whether the operator took the credit."""

    result: Literal["credited", "refused"]


class Verified(BaseModel):
    """What the operator's own books say afterwards."""

    credited: bool


def find_recharge(request: WhichRecharge, operator: Operator) -> RechargeFound:
    """The amount must agree if one was named; a day only decides between several, as people misremember days. What is
    missing comes before what arrived, and then the newest."""
    fitting = [recharge for recharge in operator.recharges(request.line_id) if _fits(recharge, request)]
    best = min(fitting, key=lambda recharge: (recharge.credited, not _that_day(recharge, request)), default=None)
    if best is None:
        return RechargeFound(result="not_found")
    return RechargeFound(
        result="credited" if best.credited else "missing",
        payment_id=best.payment_id,
        paid=str(best.amount),
        paid_day=best.paid.date().isoformat() if best.paid else "–",
    )


def credit_recharge(request: WhatToCredit, operator: Operator, key: str) -> Credited:
    """A refusal is a result; only what cannot be known is an error."""
    try:
        operator.credit_recharge(request.line_id, request.payment_id, key)
    except OperatorRefused:
        return Credited(result="refused")
    return Credited(result="credited")


def verify_recharge(request: WhatToCredit, operator: Operator) -> Verified:
    """Read back, rather than believed."""
    return Verified(
        credited=any(
            recharge.credited
            for recharge in operator.recharges(request.line_id)
            if recharge.payment_id == request.payment_id
        )
    )


def _fits(recharge: Recharge, request: WhichRecharge) -> bool:
    return request.amount is None or recharge.amount.value == Decimal(request.amount)


def _that_day(recharge: Recharge, request: WhichRecharge) -> bool:
    return recharge.paid is not None and recharge.paid.date() == request.paid_on
