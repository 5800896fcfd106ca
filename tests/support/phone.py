"""A customer's phone as the technical-support manual describes it: what state it is in and what follows from that. Written
from the manual alone, so that it can judge an agent."""

from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

Sim = Literal["active", "missing", "locked_pin", "locked_puk"]
Mode = Literal["2g_only", "3g_only", "4g_only", "4g_5g_preferred"]
MODES: tuple[Mode, ...] = ("2g_only", "3g_only", "4g_only", "4g_5g_preferred")


@dataclass(frozen=True)
class Line:
    """What the network knows of the line."""

    active: bool = True
    roaming: bool = False
    exceeded: bool = False


@dataclass(frozen=True)
class PaymentRequest:
    id: str
    bill: str
    amount: float


class Carrier(Protocol):
    """The network and the operator's payment page, as a phone reaches them."""

    def line(self) -> Line: ...

    def request(self) -> PaymentRequest | None: ...

    def pay(self, request: PaymentRequest) -> None: ...


@dataclass(frozen=True)
class Phone:
    """`resetting`: the APN settings are as new from the next start on. `stale`: the line was down since the phone was last
    started, so it has to be started again. `abroad` is where its owner is."""

    airplane: bool = False
    sim: Sim = "active"
    apn_correct: bool = True
    mmsc: bool = True
    mode: Mode = "4g_5g_preferred"
    data: bool = True
    roaming: bool = False
    data_saver: bool = False
    wifi: bool = False
    wifi_calling: bool = False
    vpn: bool = False
    permissions: frozenset[str] = frozenset({"storage", "sms"})
    abroad: bool = False
    resetting: bool = field(default=False, compare=False)
    stale: bool = field(default=False, compare=False)


def service(phone: Phone, line: Line) -> bool:
    registered = line.active and not phone.stale
    return registered and not phone.airplane and phone.sim == "active" and phone.apn_correct


def connected(phone: Phone, line: Line) -> bool:
    """Mobile data, at any speed."""
    allowed = not phone.abroad or (phone.roaming and line.roaming)
    return service(phone, line) and phone.data and not line.exceeded and allowed


def generation(phone: Phone, line: Line) -> str:
    """The network the phone is in."""
    newest = {"2g_only": "2G", "3g_only": "3G", "4g_only": "4G", "4g_5g_preferred": "5G"}
    return newest[phone.mode] if service(phone, line) else "none"


def signal(phone: Phone, line: Line) -> str:
    bars = {"none": "none", "2G": "poor", "3G": "fair", "4G": "good", "5G": "excellent"}
    return bars[generation(phone, line)]


def megabits(phone: Phone, line: Line) -> float | None:
    """What a speed test measures; None is no connection."""
    if not connected(phone, line):
        return None
    best = {"2G": 0.4, "3G": 8.0, "4G": 130.0, "5G": 280.0}[generation(phone, line)]
    return round(best * (0.2 if phone.data_saver else 1) * (0.1 if phone.vpn else 1), 2)


def speed(phone: Phone, line: Line) -> str:
    measured = megabits(phone, line)
    if measured is None:
        return "none"
    steps = ((100, "excellent"), (25, "good"), (5, "fair"), (1, "poor"))
    return next((word for least, word in steps if measured >= least), "very poor")


def sends_pictures(phone: Phone, line: Line) -> bool:
    suitable = generation(phone, line) not in ("none", "2G") and phone.mmsc
    return connected(phone, line) and suitable and not phone.wifi_calling and {"storage", "sms"} <= phone.permissions


def restarted(phone: Phone, line: Line) -> Phone:
    renewed = {"apn_correct": True, "mmsc": True, "resetting": False} if phone.resetting else {}
    return replace(phone, stale=not line.active, **renewed)  # type: ignore[arg-type]
