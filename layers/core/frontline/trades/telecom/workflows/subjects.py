"""What the intents of the trade have to do with one another: which may be meant by a word or a value that says too little, which
stand together in the menu, and which trouble is explained by another."""

from collections.abc import Mapping

from frontline.model.subject import Subject
from frontline.trades.telecom.workflows.texts import text

SUBJECTS: tuple[Subject, ...] = (
    Subject(
        name="network",
        intents=("no_signal", "no_data", "slow_internet", "call_drop"),
        general="network_issue",
        offer=text("subject.network"),
    ),
    Subject(
        name="bills",
        intents=("billing_issue", "pay_overdue_bill", "unexpected_charges", "line_suspended"),
        offer=text("subject.bills"),
    ),
    Subject(
        name="plans",
        intents=("recharge_issue", "plan_change", "plan_validity", "data_balance", "data_refuel"),
        offer=text("subject.plans"),
    ),
    Subject(
        name="things",
        intents=("sim_issue", "roaming", "device_issue", "do_not_disturb"),
        offer=text("subject.things"),
    ),
    Subject(name="sim", intents=("sim_issue",)),
    Subject(name="place", intents=("no_signal", "no_data", "slow_internet"), slots=("region",)),
    Subject(name="when", intents=("no_signal", "recharge_issue", "unexpected_charges"), slots=("paid_on",)),
    Subject(name="number", intents=("recharge_issue", "billing_issue", "data_balance"), slots=("phone_number",)),
    Subject(
        name="money",
        intents=("unexpected_charges", "recharge_issue", "billing_issue", "pay_overdue_bill"),
        slots=("amount",),
    ),
    Subject(name="phone", intents=("no_signal", "call_drop", "device_issue", "sim_issue")),
    Subject(name="account", intents=("data_balance", "billing_issue", "plan_validity", "line_suspended")),
    Subject(name="service", intents=("no_signal", "no_data", "call_drop", "line_suspended")),
    Subject(name="broken", intents=("no_signal", "no_data", "call_drop", "device_issue")),
    Subject(name="fixed", intents=("slow_internet", "network_issue", "device_issue")),
    Subject(name="prepaid", intents=("recharge_issue", "data_balance", "plan_change")),
    Subject(name="postpaid", intents=("billing_issue", "pay_overdue_bill", "plan_change")),
    Subject(name="bill", intents=("billing_issue", "pay_overdue_bill", "unexpected_charges")),
    Subject(name="plan", intents=("plan_change", "plan_validity")),
    Subject(name="recharge", intents=("recharge_issue", "plan_change", "plan_validity")),
    Subject(name="balance", intents=("data_balance", "plan_validity", "unexpected_charges")),
    Subject(name="data", intents=("data_balance", "no_data", "data_refuel")),
)

_NETWORK = ("network_issue", "no_signal", "no_data", "slow_internet", "call_drop")

EXPLAINS: Mapping[str, tuple[str, ...]] = {
    "roaming": (*_NETWORK, "device_issue"),
    "sim_issue": (*_NETWORK, "device_issue"),
    "line_suspended": (*_NETWORK, "pay_overdue_bill"),
    "recharge_issue": (
        *_NETWORK,
        "line_suspended",
        "data_balance",
        "data_refuel",
        "plan_validity",
        "unexpected_charges",
    ),
    "data_refuel": ("data_balance", "no_data", "slow_internet", "network_issue"),
    "plan_change": ("data_balance", "data_refuel", "slow_internet"),
    "data_balance": ("no_data", "slow_internet", "network_issue"),
    "unexpected_charges": ("billing_issue",),
    **dict.fromkeys(_NETWORK, ("device_issue",)),
}
"""A trouble that another one brings with it: told in one breath, it is part of the story, and no wish of its own."""
