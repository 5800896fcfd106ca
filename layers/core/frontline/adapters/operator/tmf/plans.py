"""What plans a line can change to. The table has no catalogue, so the inventory tells: an entry without a phone number
is an offer; an operator that keeps none there offers what its active lines have."""

from collections.abc import Iterable

from frontline.adapters.operator.document import Document
from frontline.adapters.operator.tmf.read_lines import number_of, read_plan
from frontline.trades.telecom.nouns import Line, Plan


def offered(
    line: Line, configured: Iterable[Plan], products: Iterable[Document], currency: str | None
) -> tuple[Plan, ...]:
    """Only plans with a price, in the line's currency, and of its account type where either is known."""
    rows = list(products)
    offers = [row for row in rows if number_of(row) is None]
    in_use = [row for row in rows if (row.text("status") or "").casefold() == "active"]
    read = [plan for plan in (read_plan(row, currency) for row in offers or in_use) if plan]
    plans = {plan.id: plan for plan in (*read, *configured)}
    if line.plan:
        plans.setdefault(line.plan.id, line.plan)
    fitting = [plan for plan in plans.values() if _fits(plan, line)]
    return tuple(sorted(fitting, key=lambda plan: (plan.price.value if plan.price else 0, plan.id)))


def _fits(plan: Plan, line: Line) -> bool:
    paid_in = line.plan.price.currency if line.plan and line.plan.price else None
    return (
        plan.price is not None
        and paid_in in {None, plan.price.currency}
        and (plan.account_type is None or line.account_type in {None, plan.account_type})
    )
