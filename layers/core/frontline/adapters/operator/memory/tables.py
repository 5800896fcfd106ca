"""What the operator in memory starts with."""

from collections.abc import Iterable
from datetime import datetime
from typing import NotRequired, TypedDict

from frontline.trades.telecom.nouns import Bill, Bucket, Charge, Customer, Line, Payment, Plan, Problem


class Tables(TypedDict):
    """All but the time may be left out. A payment whose `for_id` is a line is a recharge."""

    now: datetime
    customers: NotRequired[Iterable[Customer]]
    lines: NotRequired[Iterable[Line]]
    bills: NotRequired[Iterable[Bill]]
    charges: NotRequired[Iterable[Charge]]
    buckets: NotRequired[Iterable[Bucket]]
    problems: NotRequired[Iterable[Problem]]
    payments: NotRequired[Iterable[Payment]]
    credited: NotRequired[Iterable[str]]
    plans: NotRequired[Iterable[Plan]]
