"""A phone number's contract, whose it is, what it has left, and what is wrong around it."""

from datetime import date, datetime
from typing import Literal

from frontline.model.base import Frozen
from frontline.trades.telecom.nouns.money import Money, Number

LineStatus = Literal["active", "suspended", "pending", "closed"]
AccountType = Literal["prepaid", "postpaid"]
Usage = Literal["data", "voice", "sms", "money", "other"]


class Plan(Frozen):
    id: str
    name: str
    price: Money | None = None
    account_type: AccountType | None = None


class Line(Frozen):
    """One phone number's contract. What the operator did not say is None: unknown, never assumed."""

    id: str
    number: str
    status: LineStatus
    customer_id: str
    plan: Plan | None = None
    account_id: str | None = None
    account_type: AccountType | None = None
    roaming: bool | None = None
    do_not_disturb: bool | None = None
    contract_end: date | None = None
    plan_until: date | None = None
    sim_status: str | None = None
    topup_price: Money | None = None
    region: str | None = None

    def contract_ended(self, today: date) -> bool:
        """Only a known end date in the past ends a contract; its last day still counts."""
        return self.contract_end is not None and self.contract_end < today


class Customer(Frozen):
    id: str
    name: str
    status: str | None = None
    born: date | None = None
    phone: str | None = None
    email: str | None = None
    city: str | None = None


class Bucket(Frozen):
    """What is left of an allowance or a balance. `units` is GB, a currency, or the operator's own word."""

    id: str
    line_id: str
    usage: Usage
    remaining: Number
    units: str
    name: str | None = None
    valid_until: datetime | None = None
    account_id: str | None = None


class Problem(Frozen):
    """Something that is wrong with the network in a region."""

    id: str
    category: Literal["outage", "congestion", "other"]
    region: str | None
    open: bool
    eta: datetime | None = None
    since: datetime | None = None
    description: str | None = None
