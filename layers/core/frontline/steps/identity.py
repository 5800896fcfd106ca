"""Is it the customer who writes? Compared with the operator's books, or with a code that only their phone got."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import NotFound
from frontline.model.operator import Customer, Line
from frontline.ports import Guard, Operator
from frontline.slots.sounds import same_name


class Claim(BaseModel):
    """`identity_proof` is "name|date of birth", or "code"; from a channel that vouches, "line:<number>" or "customer:<id>"."""

    model_config = ConfigDict(frozen=True)
    phone_number: str
    identity_proof: str


class CodeGiven(BaseModel):
    """The code the customer repeats."""

    model_config = ConfigDict(frozen=True)
    phone_number: str
    one_time_code: str


class Verdict(BaseModel):
    """`identified` is the number that is proven."""

    result: Literal["identified", "code_sent", "mismatch", "not_vouched_for", "cannot_verify", "locked", "no_such_line"]
    identified: str | None = None


class CodeVerdict(BaseModel):
    """`identified` is the number the code was sent to."""

    result: Literal["identified", "wrong_code", "locked"]
    identified: str | None = None


def check_identity(request: Claim, operator: Operator, guard: Guard) -> Verdict:
    """Attempts are counted per line, whoever makes them from wherever; a mismatch never says which half was wrong. Whom a
    channel vouches for has proven nothing yet of another line, and has not tried to: nobody's line is locked by that."""
    try:
        line = operator.find_line(request.phone_number)
    except NotFound:
        return Verdict(result="no_such_line")
    if guard.locked(line.id):
        return Verdict(result="locked")
    if request.identity_proof == "code":
        return Verdict(result="code_sent" if guard.send_code(line.id, line.number) else "cannot_verify")
    kind, _, claimed = request.identity_proof.partition(":")
    if kind in ("line", "customer"):
        vouched = claimed if kind == "customer" else _owner(claimed, operator)
        if vouched != line.customer_id:
            return Verdict(result="not_vouched_for")
        guard.passed(line.id)
        return Verdict(result="identified", identified=request.phone_number)
    customer = operator.customer(line.customer_id)
    if customer.born is None:
        return Verdict(result="cannot_verify")
    return _judged(_is(customer, request.identity_proof), request, line, guard)


def check_code(request: CodeGiven, operator: Operator, guard: Guard) -> CodeVerdict:
    """A code works once, for ten minutes, for the line it was sent to."""
    line = operator.find_line(request.phone_number)
    if guard.locked(line.id):
        return CodeVerdict(result="locked")
    if not guard.attempt(line.id):
        return CodeVerdict(result="locked")
    if guard.code_is(line.id, request.one_time_code):
        guard.passed(line.id)
        return CodeVerdict(result="identified", identified=request.phone_number)
    return CodeVerdict(result="locked" if guard.locked(line.id) else "wrong_code")


def _judged(agrees: bool, request: Claim, line: Line, guard: Guard) -> Verdict:
    if not guard.attempt(line.id):
        return Verdict(result="locked")
    if agrees:
        guard.passed(line.id)
        return Verdict(result="identified", identified=request.phone_number)
    return Verdict(result="locked" if guard.locked(line.id) else "mismatch")


def _owner(number: str, operator: Operator) -> str | None:
    try:
        return operator.find_line(number).customer_id
    except NotFound:
        return None


def _is(customer: Customer, proof: str) -> bool:
    called, _, born = proof.partition("|")
    return customer.born is not None and customer.born.isoformat() == born and same_name(called, customer.name)
