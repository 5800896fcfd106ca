"""Is it the customer who writes? Compared with the operator's books, or with a code that only their phone got."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.model.errors import NotFound
from frontline.ports import Guard, Wait
from frontline.speech.sounds import same_name
from frontline.trades.telecom.nouns import Customer, Line
from frontline.trades.telecom.ports import Operator


class Claim(BaseModel):
    """`identity_proof` is "name|date of birth", or "code"; from a channel that vouches, "line:<number>" or "customer:<id>".
    `asker` stands for whom the channel says it talks to, or for the conversation."""

    model_config = ConfigDict(frozen=True)
    phone_number: str
    identity_proof: str
    asker: str = ""


class CodeGiven(BaseModel):
    """The code the customer repeats."""

    model_config = ConfigDict(frozen=True)
    phone_number: str
    one_time_code: str
    asker: str = ""


class Verdict(BaseModel):
    """`identified` is the number that is proven; `minutes` is how long to wait."""

    result: Literal[
        "identified",
        "code_sent",
        "code_still_good",
        "code_later",
        "code_unsent",
        "mismatch",
        "not_vouched_for",
        "cannot_verify",
        "tried_too_often",
        "line_tried_too_often",
        "no_such_line",
    ]
    identified: str | None = None
    minutes: str | None = None


class CodeVerdict(BaseModel):
    """`identified` is the number the code was sent to."""

    result: Literal["identified", "wrong_code", "code_over"]
    identified: str | None = None


def check_identity(request: Claim, operator: Operator, guard: Guard) -> Verdict:
    """Whom a channel vouches for is identified, whoever tried whatever before; of another line they have proven nothing yet,
    and have not tried to. Guesses are counted; a mismatch never says which half was wrong."""
    try:
        line = operator.find_line(request.phone_number)
    except NotFound:
        return Verdict(result="no_such_line")
    kind, _, claimed = request.identity_proof.partition(":")
    if kind in ("line", "customer"):
        vouched = claimed if kind == "customer" else _owner(claimed, operator)
        if vouched != line.customer_id:
            return Verdict(result="not_vouched_for")
        return Verdict(result="identified", identified=request.phone_number)
    if request.identity_proof == "code":
        return _code_for(request.asker, line, guard)
    customer = operator.customer(line.customer_id)
    if customer.born is None:
        return Verdict(result="cannot_verify")
    if wait := guard.attempt(request.asker, line.id):
        return _too_often(wait)
    if not _is(customer, request.identity_proof):
        wait = guard.wait(request.asker, line.id)
        return _too_often(wait) if wait else Verdict(result="mismatch")
    guard.passed(request.asker, line.id)
    return Verdict(result="identified", identified=request.phone_number)


def check_code(request: CodeGiven, operator: Operator, guard: Guard) -> CodeVerdict:
    """A code works once, for ten minutes, for the line it was sent to, and for whoever asked for it."""
    line = operator.find_line(request.phone_number)
    match guard.code_is(request.asker, line.id, request.one_time_code):
        case "right":
            guard.used(request.asker, line.id)
            return CodeVerdict(result="identified", identified=request.phone_number)
        case "wrong":
            return CodeVerdict(result="wrong_code")
        case "over":
            return CodeVerdict(result="code_over")


def _code_for(asker: str, line: Line, guard: Guard) -> Verdict:
    """A wish that comes too soon sends nothing; what was sent before is still good."""
    match guard.send_code(asker, line.id, line.number):
        case "sent":
            return Verdict(result="code_sent")
        case "unsent":
            return Verdict(result="code_unsent")
        case Wait() as wait if guard.has_code(asker, line.id):
            return Verdict(result="code_still_good", minutes=_minutes(wait))
        case Wait() as wait:
            return Verdict(result="code_later", minutes=_minutes(wait))


def _too_often(wait: Wait) -> Verdict:
    return Verdict(result="tried_too_often" if wait.of == "asker" else "line_tried_too_often", minutes=_minutes(wait))


def _minutes(wait: Wait) -> str:
    return str(-(-wait.seconds // 60))


def _owner(number: str, operator: Operator) -> str | None:
    try:
        return operator.find_line(number).customer_id
    except NotFound:
        return None


def _is(customer: Customer, proof: str) -> bool:
    called, _, born = proof.partition("|")
    return customer.born is not None and customer.born.isoformat() == born and same_name(called, customer.name)
