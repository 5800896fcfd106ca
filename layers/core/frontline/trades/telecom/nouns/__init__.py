"""What a telecom's back office knows and does, in our own words. No API's field names reach beyond the adapter."""

from frontline.trades.telecom.nouns.billing import Bill, BillState, Charge, Payment, Progress, Recharge, TopUp
from frontline.trades.telecom.nouns.line import AccountType, Bucket, Customer, Line, LineStatus, Plan, Problem, Usage
from frontline.trades.telecom.nouns.money import Money, Number, plain
from frontline.trades.telecom.nouns.orders import (
    Change,
    DoNotDisturb,
    HandOff,
    Order,
    OrderState,
    PlanChange,
    Related,
    Resume,
    Roaming,
    SimReplacement,
    Ticket,
    TicketState,
)

__all__ = [
    "AccountType",
    "Bill",
    "BillState",
    "Bucket",
    "Change",
    "Charge",
    "Customer",
    "DoNotDisturb",
    "HandOff",
    "Line",
    "LineStatus",
    "Money",
    "Number",
    "Order",
    "OrderState",
    "Payment",
    "Plan",
    "PlanChange",
    "Problem",
    "Progress",
    "Recharge",
    "Related",
    "Resume",
    "Roaming",
    "SimReplacement",
    "Ticket",
    "TicketState",
    "TopUp",
    "Usage",
    "plain",
]
