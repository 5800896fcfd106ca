"""What an order or a top-up does to the tables of the operator in memory."""

from decimal import Decimal

from frontline.adapters.operator.memory.books import Books
from frontline.model.errors import NotFound, OperatorRefused
from frontline.trades.telecom.nouns import (
    Change,
    DoNotDisturb,
    Line,
    PlanChange,
    Resume,
    Roaming,
    SimReplacement,
    TopUp,
    Usage,
    plain,
)


def apply_change(books: Books, line_id: str, change: Change) -> str | None:
    """Makes the change, or says why not."""
    line = books.lines_by_id.get(line_id)
    if line is None:
        raise NotFound(f"there is no {line_id}")
    reason = _why_not(books, line, change)
    if reason is None:
        books.lines_by_id[line_id] = _changed(books, line, change)
    return reason


def _why_not(books: Books, line: Line, change: Change) -> str | None:
    today = books.now.date()
    if line.status == "closed":
        return "the line is closed"
    if isinstance(change, Resume) and line.contract_ended(today):
        return "the contract of this line has ended"
    theirs = (bill for bill in books.bills_by_id.values() if bill.customer_id == line.customer_id)
    if isinstance(change, Resume) and any(bill.overdue(today) for bill in theirs):
        return "a bill is overdue"
    if isinstance(change, PlanChange) and change.plan.id not in books.plans_by_id:
        return "there is no such plan"
    return None


def _changed(books: Books, line: Line, change: Change) -> Line:
    match change:
        case Resume():
            return line.model_copy(update={"status": "active"})
        case Roaming():
            return line.model_copy(update={"roaming": change.on})
        case DoNotDisturb():
            return line.model_copy(update={"do_not_disturb": change.on})
        case PlanChange():
            return line.model_copy(update={"plan": books.plans_by_id[change.plan.id]})
        case SimReplacement():
            return line


def add_to_bucket(books: Books, line_id: str, usage: Usage, amount: str, key: str) -> TopUp:
    """Into the first bucket of that usage; without one there is nowhere to put it."""
    for bucket in books.buckets_by_id.values():
        if bucket.line_id == line_id and bucket.usage == usage:
            total = plain(Decimal(bucket.remaining) + Decimal(amount))
            books.buckets_by_id[bucket.id] = bucket.model_copy(update={"remaining": total})
            return topped_up(key, line_id, amount, bucket.units)
    raise OperatorRefused(f"the line has no {usage} to add to", code="no_bucket")


def topped_up(key: str, line_id: str, amount: str, units: str) -> TopUp:
    return TopUp(id=f"topup-{key}", line_id=line_id, state="done", amount=amount, units=units)
