"""Is something wrong where the customer is, and what can they try if not?"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import NotFound
from frontline.trades.telecom.ports import Operator


class WhereToLook(BaseModel):
    """A region, as the slot knows it."""

    model_config = ConfigDict(frozen=True)
    region: str


class NetworkStatus(BaseModel):
    """The gravest open problem of the region, and by which id it is followed."""

    problem: Literal["outage", "congestion", "none"]
    subject: str = ""
    until: str | None = None


class WhichOutage(BaseModel):
    """The problem's id at the operator."""

    model_config = ConfigDict(frozen=True)
    subject: str


class OutageState(BaseModel):
    """Whether there is anything left to wait for."""

    over: bool


class WhatToTry(BaseModel):
    """How the customer is connected."""

    model_config = ConfigDict(frozen=True)
    connection: Literal["mobile", "fixed_line"]


class Advice(BaseModel):
    """The result to tell."""

    result: Literal["try_phone", "try_router"]


def check_network_status(request: WhereToLook, operator: Operator) -> NetworkStatus:
    """Outages before congestion; of several the first the operator names."""
    for problem in operator.problems(request.region):
        if problem.category in ("outage", "congestion"):
            until = problem.eta.date().isoformat() if problem.eta else None
            return NetworkStatus(problem=problem.category, subject=problem.id, until=until)
    return NetworkStatus(problem="none")


def check_outage(request: WhichOutage, operator: Operator) -> OutageState:
    """An outage nobody knows any more is over."""
    try:
        return OutageState(over=not operator.problem(request.subject).open)
    except NotFound:
        return OutageState(over=True)


def suggest_resolution(request: WhatToTry, operator: Operator) -> Advice:
    """What a customer can do themselves depends on how they are connected."""
    del operator
    return Advice(result="try_router" if request.connection == "fixed_line" else "try_phone")
