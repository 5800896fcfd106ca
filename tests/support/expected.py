"""The oracle: what the runbook's rules make of a combination of faults. Whether it is solved or goes to a human, which faults
are mended before that, and what of phone and account is different at the end. All else stays as it was."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from tests.support.account import Account
from tests.support.faults import CONTRACT_ENDED, LOCKED, SUSPENDED, Combination, Complaint, Fault, LineFault
from tests.support.phone import Phone

_SERVICE: tuple[Fault, ...] = (
    "airplane_on",
    "sim_missing",
    "sim_locked_pin",
    "sim_locked_puk",
    "apn_incorrect",
    "suspended",
    "bill_overdue",
    "bills_overdue",
    "contract_ended",
    "contract_ended_bill_overdue",
)
_CONNECTION: tuple[Fault, ...] = (*_SERVICE, "roaming_off", "roaming_disabled", "data_off", "data_exceeded")
_SPEED: tuple[Fault, ...] = (*_CONNECTION, "data_saver_on", "mode_2g", "mode_3g", "vpn_on")
_PICTURES: tuple[Fault, ...] = (
    *_CONNECTION,
    "mode_2g",
    "wifi_calling_on",
    "storage_missing",
    "sms_missing",
    "mmsc_missing",
)
PATHS: Mapping[Complaint, tuple[Fault, ...]] = {
    "no_service": _SERVICE,
    "data": _SPEED,
    "slow": _SPEED,
    "mms": _PICTURES,
}
"""What is looked for, in the workflow's order. A suspended line stops everybody, so its reasons are in one place."""

MOST_GIGABYTES = 2


@dataclass(frozen=True)
class Expected:
    """`mended` before the end; `stops` is the fault that only a human can do something about."""

    outcome: Literal["solved", "escalated"]
    mended: frozenset[Fault]
    stops: Fault | None = None

    @property
    def apn_reset(self) -> bool:
        """The workflow has the APN settings reset wherever service is still missing after airplane mode and SIM."""
        without_service = self.mended & (SUSPENDED | {"apn_incorrect"})
        return bool(without_service) or self.stops in SUSPENDED


def expected(case: Combination) -> Expected:
    mended: set[Fault] = set()
    for fault in PATHS[case.complaint]:
        if fault not in case.faults:
            continue
        if _beyond_us(fault, case):
            return Expected("escalated", frozenset(mended), fault)
        mended.add(fault)
    return Expected("solved", frozenset(mended))


def _beyond_us(fault: Fault, case: Combination) -> bool:
    if fault in LOCKED or fault in CONTRACT_ENDED:
        return True
    if fault in ("bill_overdue", "bills_overdue"):
        return case.refuses in ("payment_request", "paying")
    return fault == "data_exceeded" and case.refuses in ("more_data", "price")


_MENDED: Mapping[Fault, Callable[[Phone], Phone]] = {
    "airplane_on": lambda phone: replace(phone, airplane=False),
    "sim_missing": lambda phone: replace(phone, sim="active"),
    "apn_incorrect": lambda phone: replace(phone, apn_correct=True, mmsc=True),
    "data_off": lambda phone: replace(phone, data=True),
    "roaming_off": lambda phone: replace(phone, roaming=True),
    "data_saver_on": lambda phone: replace(phone, data_saver=False),
    "mode_2g": lambda phone: replace(phone, mode="4g_5g_preferred"),
    "mode_3g": lambda phone: replace(phone, mode="4g_5g_preferred"),
    "vpn_on": lambda phone: replace(phone, vpn=False),
    "wifi_calling_on": lambda phone: replace(phone, wifi_calling=False),
    "storage_missing": lambda phone: replace(phone, permissions=phone.permissions | {"storage"}),
    "sms_missing": lambda phone: replace(phone, permissions=phone.permissions | {"sms"}),
    "mmsc_missing": lambda phone: replace(phone, mmsc=True),
}


def phone_at_the_end(case: Combination) -> Phone:
    """With the settings the rules ask for; where several do, the one the manual names."""
    phone = case.phone
    for fault in expected(case).mended & _MENDED.keys():
        phone = _MENDED[fault](phone)
    return phone


def account_at_the_end(case: Combination) -> Account:
    """But for how much data there is, and whom requests were sent for that were not paid."""
    wanted, account = expected(case), case.account
    resumed = bool(wanted.mended & SUSPENDED)
    owed = account.owing if resumed else ()
    refuels = "data_exceeded" in wanted.mended and case.wants == "refuel"
    return replace(
        account,
        active=account.active or resumed,
        roaming=account.roaming or "roaming_disabled" in wanted.mended,
        bills=tuple(replace(bill, paid=bill.paid or at in owed) for at, bill in enumerate(account.bills)),
        asked=owed,
        refuels=(min(case.gigabytes, MOST_GIGABYTES),) if refuels else (),
        hand_offs=1 if wanted.outcome == "escalated" else 0,
    )


def mistakes(case: Combination, phone: Phone, account: Account, others: str = "") -> list[str]:
    """What of phone and account is not as the rules want it; `others` is how the other lines were."""
    return [*_of_phone(case, phone), *_of_account(case, account, others)]


def _of_phone(case: Combination, phone: Phone) -> list[str]:
    wanted = expected(case)
    free: dict[str, frozenset[object]] = {}
    if wanted.apn_reset:
        free["mmsc"] = frozenset({True})
    if "mode_2g" in wanted.mended and case.complaint == "mms":
        free["mode"] = frozenset({"3g_only", "4g_only"})
    end = phone_at_the_end(case)
    return [
        f"phone: {one.name} is {getattr(phone, one.name)!r}, not {getattr(end, one.name)!r}"
        for one in fields(Phone)
        if one.compare
        and getattr(phone, one.name) != getattr(end, one.name)
        and getattr(phone, one.name) not in free.get(one.name, frozenset())
    ]


def _of_account(case: Combination, account: Account, others: str) -> list[str]:
    end, stops = account_at_the_end(case), expected(case).stops
    found = [
        f"account: {name} is {getattr(account, name)!r}, not {getattr(end, name)!r}"
        for name in ("active", "roaming", "contract_ended", "bills", "refuels", "hand_offs")
        if getattr(account, name) != getattr(end, name)
    ]
    changes = "data_exceeded" in expected(case).mended and case.wants == "plan"
    if (account.plan != end.plan) is not changes:
        found.append(f"account: the plan is {account.plan}")
    unpaid: tuple[LineFault, ...] = ("bill_overdue", "bills_overdue")
    may_ask = stops in unpaid and case.refuses == "paying"
    if account.asked != end.asked and not (may_ask and len(account.asked) == 1 and account.asked[0] in end.owing):
        found.append(f"account: payment was requested for bills {account.asked}, not {end.asked}")
    if others != account.others:
        found.append("account: another line was changed")
    return found
