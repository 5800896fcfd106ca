"""What a line has left."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.nouns import Bucket, Money, Usage
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.lines import line_of

_USAGES: tuple[Usage, ...] = ("data", "voice", "sms", "money")


class WhoseBalance(BaseModel):
    """The number, and the day on which the question is asked."""

    model_config = ConfigDict(frozen=True)
    phone_number: str
    today: date


class Balance(BaseModel):
    """`used_up` is where more can be bought, `empty` where it cannot. `allowances` lists everything that is left, data first,
    in the operator's own names; `until` is the day on which the first of the data ends."""

    result: Literal["left", "left_undated", "used_up", "empty", "no_allowance", "no_such_line"]
    allowances: str = ""
    until: str = ""
    customer_id: str = ""


def read_balance(request: WhoseBalance, operator: Operator) -> Balance:
    """What has run out of time is not left, whatever is in it."""
    line = line_of(request.phone_number, operator)
    if line is None:
        return Balance(result="no_such_line")
    buckets = [bucket for usage in _USAGES for bucket in operator.buckets(line.id, usage)]
    running = [bucket for bucket in buckets if bucket.valid_until is None or bucket.valid_until.date() >= request.today]
    if not running:
        return Balance(result="no_allowance", customer_id=line.customer_id)
    data = [bucket for bucket in running if bucket.usage == "data"]
    some = [bucket for bucket in data if float(bucket.remaining) > 0]
    ends = min((bucket.valid_until.date() for bucket in some if bucket.valid_until), default=None)
    result: Literal["left", "left_undated", "used_up", "empty"] = "left" if ends else "left_undated"
    if data and not some:
        result = "used_up" if line.status == "active" and line.topup_price else "empty"
    return Balance(
        result=result,
        allowances=", ".join(map(_named, running)),
        until=ends.isoformat() if ends else "",
        customer_id=line.customer_id,
    )


def _named(bucket: Bucket) -> str:
    """Names are the operator's; where it gives none, our own word for it."""
    if bucket.usage == "money":
        return f"{bucket.name or 'Balance'} {Money(amount=bucket.remaining, currency=bucket.units)}"
    return f"{bucket.name or bucket.usage.capitalize()} {bucket.remaining} {bucket.units}"
