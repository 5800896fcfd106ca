"""More data for a line: what it costs, adding it once, and whether it arrived."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import OperatorRefused
from frontline.trades.telecom.nouns import plain
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.lines import line_of

MOST_GIGABYTES = Decimal(2)


class HowMuch(BaseModel):
    """How much data is wanted on which line."""

    model_config = ConfigDict(frozen=True)
    phone_number: str
    gigabytes: str


class Priced(BaseModel):
    """`price` is for all of it."""

    result: Literal["priced", "too_much", "not_available", "no_such_line"]
    price: str = ""
    per_gigabyte: str = ""
    line_id: str = ""
    customer_id: str = ""


class WhoseData(BaseModel):
    """A line, by its id at the operator."""

    model_config = ConfigDict(frozen=True)
    line_id: str


class Counted(BaseModel):
    """All data of the line together: `before` anything is added."""

    gigabytes_left: str
    before: str


class WhatToAdd(BaseModel):
    """The line, and how much it gets."""

    model_config = ConfigDict(frozen=True)
    line_id: str
    gigabytes: str


class Added(BaseModel):
    """Whether the operator took it. `reason` is the operator's, for the human who takes over."""

    result: Literal["added", "refused"]
    reason: str = ""


class WhatWasThere(BaseModel):
    """What the line had before anything was added."""

    model_config = ConfigDict(frozen=True)
    line_id: str
    before: str


class Arrived(BaseModel):
    """What the operator's own books say afterwards."""

    arrived: bool
    gigabytes_left: str


def price_refuel(request: HowMuch, operator: Operator) -> Priced:
    """A price nobody named is never guessed, and data goes only into an allowance that is there."""
    line = line_of(request.phone_number, operator)
    if line is None:
        return Priced(result="no_such_line")
    if Decimal(request.gigabytes) > MOST_GIGABYTES:
        return Priced(result="too_much", customer_id=line.customer_id)
    if line.status != "active" or line.topup_price is None or not operator.buckets(line.id, "data"):
        return Priced(result="not_available", customer_id=line.customer_id)
    return Priced(
        result="priced",
        price=str(line.topup_price.times(request.gigabytes)),
        per_gigabyte=str(line.topup_price),
        line_id=line.id,
        customer_id=line.customer_id,
    )


def count_data(request: WhoseData, operator: Operator) -> Counted:
    """Counted before and after, because only the difference tells what was added."""
    left = sum((Decimal(bucket.remaining) for bucket in operator.buckets(request.line_id, "data")), Decimal(0))
    return Counted(gigabytes_left=plain(left), before=plain(left))


def add_data(request: WhatToAdd, operator: Operator, key: str) -> Added:
    """A refusal is a result; only what cannot be known is an error."""
    try:
        done = operator.add_data(request.line_id, request.gigabytes, key)
    except OperatorRefused as refusal:
        return Added(result="refused", reason=str(refusal))
    return Added(result="refused" if done.state == "failed" else "added", reason=done.state)


def verify_data(request: WhatWasThere, operator: Operator) -> Arrived:
    """More than before is proof; how much more is not, because the phone may use data meanwhile."""
    left = count_data(WhoseData(line_id=request.line_id), operator).gigabytes_left
    return Arrived(arrived=Decimal(left) > Decimal(request.before), gigabytes_left=left)
