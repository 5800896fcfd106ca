"""What can be the matter with a US customer's phone and line, alone or together, and what kind of customer has it."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from tests.support.account import Account, Bill, Row
from tests.support.phone import Phone

Complaint = Literal["no_service", "data", "slow", "mms"]
COMPLAINTS: tuple[Complaint, ...] = ("no_service", "data", "slow", "mms")
PhoneFault = Literal[
    "airplane_on",
    "sim_missing",
    "sim_locked_pin",
    "sim_locked_puk",
    "apn_incorrect",
    "data_off",
    "roaming_off",
    "data_saver_on",
    "mode_2g",
    "mode_3g",
    "vpn_on",
    "wifi_calling_on",
    "storage_missing",
    "sms_missing",
    "mmsc_missing",
]
LineFault = Literal[
    "roaming_disabled",
    "data_exceeded",
    "suspended",
    "bill_overdue",
    "bills_overdue",
    "contract_ended",
    "contract_ended_bill_overdue",
]
Fault = PhoneFault | LineFault
Decoy = Literal[
    "wifi_on",
    "roaming_on_at_home",
    "line_roams_at_home",
    "abroad",
    "mode_4g",
    "bill_due_later",
    "bill_overdue_but_active",
    "other_line",
]
Refusal = Literal["nothing", "payment_request", "paying", "more_data", "price"]
"""What the customer will not do: be sent a payment request; pay it; refuel or change the plan; pay its price, once told."""

_SPOILED: dict[PhoneFault, Callable[[Phone], Phone]] = {
    "airplane_on": lambda phone: replace(phone, airplane=True),
    "sim_missing": lambda phone: replace(phone, sim="missing"),
    "sim_locked_pin": lambda phone: replace(phone, sim="locked_pin"),
    "sim_locked_puk": lambda phone: replace(phone, sim="locked_puk"),
    "apn_incorrect": lambda phone: replace(phone, apn_correct=False),
    "data_off": lambda phone: replace(phone, data=False),
    "roaming_off": lambda phone: replace(phone, roaming=False),
    "data_saver_on": lambda phone: replace(phone, data_saver=True),
    "mode_2g": lambda phone: replace(phone, mode="2g_only"),
    "mode_3g": lambda phone: replace(phone, mode="3g_only"),
    "vpn_on": lambda phone: replace(phone, vpn=True),
    "wifi_calling_on": lambda phone: replace(phone, wifi_calling=True),
    "storage_missing": lambda phone: replace(phone, permissions=phone.permissions - {"storage"}),
    "sms_missing": lambda phone: replace(phone, permissions=phone.permissions - {"sms"}),
    "mmsc_missing": lambda phone: replace(phone, mmsc=False),
}
_OVERDUE = {"bill_overdue": 1, "bills_overdue": 2, "contract_ended_bill_overdue": 1}
SUSPENDED: frozenset[Fault] = frozenset(
    {"suspended", "bill_overdue", "bills_overdue", "contract_ended", "contract_ended_bill_overdue"}
)
CONTRACT_ENDED: frozenset[Fault] = frozenset({"contract_ended", "contract_ended_bill_overdue"})
LOCKED: frozenset[Fault] = frozenset({"sim_locked_pin", "sim_locked_puk"})
_LINE_FAULTS: tuple[LineFault, ...] = ("roaming_disabled", "data_exceeded")
_SUSPENSIONS: tuple[LineFault, ...] = (
    "suspended",
    "bill_overdue",
    "bills_overdue",
    "contract_ended",
    "contract_ended_bill_overdue",
)
FAULTS: tuple[Fault, ...] = (*_SPOILED, *_LINE_FAULTS, *_SUSPENSIONS)
_EITHER: tuple[frozenset[Fault], ...] = (LOCKED | {"sim_missing"}, frozenset({"mode_2g", "mode_3g"}), SUSPENDED)
"""Of each of these a customer can have one."""
_DECOYS: tuple[Decoy, ...] = (
    "wifi_on",
    "roaming_on_at_home",
    "line_roams_at_home",
    "abroad",
    "mode_4g",
    "bill_due_later",
    "bill_overdue_but_active",
    "other_line",
)


@dataclass(frozen=True)
class Combination:
    """`gigabytes`: how much a customer asks for who refuels; more than 2 until told that is all there is."""

    complaint: Complaint
    faults: frozenset[Fault]
    decoys: frozenset[Decoy] = frozenset()
    refuses: Refusal = "nothing"
    wants: Literal["refuel", "plan"] = "refuel"
    gigabytes: float = 2

    @property
    def abroad(self) -> bool:
        return bool(self.faults & {"roaming_off", "roaming_disabled"}) or "abroad" in self.decoys

    @property
    def phone(self) -> Phone:
        roams = self.abroad or "roaming_on_at_home" in self.decoys
        mode: Phone = Phone(mode="4g_only") if "mode_4g" in self.decoys else Phone()
        phone = replace(mode, abroad=self.abroad, wifi="wifi_on" in self.decoys, roaming=roams)
        for name, spoil in _SPOILED.items():
            if name in self.faults:
                phone = spoil(phone)
        return replace(phone, stale=not self.account.active)

    @property
    def account(self) -> Account:
        overdue = sum(count for name, count in _OVERDUE.items() if name in self.faults)
        return Account(
            active=not self.faults & SUSPENDED,
            roaming=(self.abroad or "line_roams_at_home" in self.decoys) and "roaming_disabled" not in self.faults,
            contract_ended=bool(self.faults & CONTRACT_ENDED),
            left=-0.25 if "data_exceeded" in self.faults else 8,
            bills=(
                Bill(overdue=True, paid=True),
                *(Bill() for _ in range(overdue or ("bill_overdue_but_active" in self.decoys))),
                *(Bill(overdue=False) for name in self.decoys if name == "bill_due_later"),
            ),
        )

    def body(self, number: str) -> Row:
        """What the sandbox operator is told of this customer."""
        account = self.account
        line = {
            "number": number,
            "plan": account.plan,
            "status": "active" if account.active else "suspended",
            "roaming": account.roaming,
            "contract_end": -20 if account.contract_ended else 300,
            "data_gb": account.left,
        }
        other = {"number": "556" + number[3:], "plan": "us-basic"}
        others = [{**other, "status": "suspended", "data_gb": 0}] if "other_line" in self.decoys else []
        return {"lines": [line, *others], "bills": [_bill(at, bill) for at, bill in enumerate(account.bills)]}

    def __str__(self) -> str:
        extra = [*sorted(self.decoys), *([] if self.refuses == "nothing" else [f"refuses {self.refuses}"])]
        how = f", {self.gigabytes} GB" if self.wants == "refuel" else ", another plan"
        wants = how if "data_exceeded" in self.faults else ""
        return f"{self.complaint}: {' + '.join(sorted(self.faults)) or 'nothing'} ({', '.join(extra) or 'no decoys'}{wants})"


def _bill(at: int, bill: Bill) -> Row:
    due = -20 - at if bill.overdue else 9
    charges = [["Monthly plan", 55, "recurringCharge"], ["Taxes", 4.13 + at, "tax"]]
    return {"issued": due - 30, "due": due, "charges": charges, "paid": bill.paid}


def possible(faults: frozenset[Fault]) -> bool:
    return all(len(faults & group) <= 1 for group in _EITHER)


def every(size: int) -> Iterator[frozenset[Fault]]:
    """All that can be the matter at once, so many of them."""
    return filter(possible, map(frozenset, itertools.combinations(FAULTS, size)))


_WEIGHTS: Mapping[int, int] = {0: 1, 1: 10, 2: 14, 3: 14, 4: 10, 5: 8, 6: 6, 8: 3, 10: 2}


def some(rng: Random) -> Combination:
    """Any number of faults, and half of the time a customer who would refuse something."""
    size = rng.choices(tuple(_WEIGHTS), tuple(_WEIGHTS.values()))[0]
    faults: frozenset[Fault] = frozenset()
    for fault in rng.sample(FAULTS, len(FAULTS)):
        if len(faults) < size and possible(faults | {fault}) and (fault not in LOCKED or rng.random() < 0.5):
            faults |= {fault}
    decoys = {decoy for decoy in _DECOYS if rng.random() < 0.2}
    refusals: tuple[Refusal, ...] = ("payment_request", "paying", "more_data", "price")
    return Combination(
        rng.choice(COMPLAINTS),
        faults,
        frozenset(decoys - ({"bill_overdue_but_active"} if faults & SUSPENDED else set())),
        rng.choice(refusals) if rng.random() < 0.25 else "nothing",
        rng.choice(("refuel", "refuel", "plan")),
        rng.choice((0.5, 1, 1.5, 2, 2, 5)),
    )
