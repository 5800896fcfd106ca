"""Plans: which a line can change to, what the chosen one costs, the change, and whether it is in effect."""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict

from frontline.trades.telecom.nouns import Line, Money, Plan, PlanChange
from frontline.trades.telecom.ports import Operator
from frontline.trades.telecom.steps.orders import UNSAID, Followed, Ordered, WhichOrder, followed, ordered

MOST_OFFERED = 24
"""More than anybody reads; it keeps rows bounded at an operator with hundreds."""


class WhosePlans(BaseModel):
    """The line that wants another plan."""

    model_config = ConfigDict(frozen=True)
    line_id: str


class PlansFound(BaseModel):
    """`plan_options` is a JSON list of {value, label}, so that it travels as one value; `plans` is the same in words."""

    result: Literal["listed", "no_other", "closed"]
    plan_options: str = ""
    plans: str = ""
    plan_now: str = UNSAID


class WhichPlan(BaseModel):
    """A line and the plan that was chosen for it."""

    model_config = ConfigDict(frozen=True)
    line_id: str
    plan: str


class PlanPriced(BaseModel):
    """`difference` has a sign; unknown stays unknown."""

    result: Literal["priced", "not_on_offer"]
    plan_name: str = ""
    price: str = ""
    price_now: str = UNSAID
    difference: str = UNSAID


class ChosenPlan(WhichPlan):
    """The plan by its name too: operators want both."""

    plan_name: str


class PlanOrder(WhichOrder):
    """The order, and the plan the line should have when it is done."""

    plan: str


def list_plans(request: WhosePlans, operator: Operator) -> PlansFound:
    """All but the line's own, cheapest first. A closed line cannot change to anything."""
    line = operator.line(request.line_id)
    if line.status == "closed":
        return PlansFound(result="closed")
    others = _others(line, operator)[:MOST_OFFERED]
    now = line.plan.name if line.plan else UNSAID
    if not others:
        return PlansFound(result="no_other", plan_now=now)
    options = [{"value": plan.id, "label": f"{plan.name}, {plan.price}"} for plan in others]
    words = "; ".join(f"{number}. {option['label']}" for number, option in enumerate(options, 1))
    return PlansFound(result="listed", plan_options=json.dumps(options, ensure_ascii=False), plans=words, plan_now=now)


def price_plan(request: WhichPlan, operator: Operator) -> PlanPriced:
    """Asked afresh: a plan chosen a while ago, or for another line, may not be on offer for this one."""
    line = operator.line(request.line_id)
    chosen = next((plan for plan in _others(line, operator) if plan.id == request.plan), None)
    if chosen is None or chosen.price is None:
        return PlanPriced(result="not_on_offer")
    today = line.plan.price if line.plan else None
    return PlanPriced(
        result="priced",
        plan_name=chosen.name,
        price=str(chosen.price),
        price_now=str(today) if today else UNSAID,
        difference=_difference(chosen.price, today) if today else UNSAID,
    )


def change_plan(request: ChosenPlan, operator: Operator, key: str) -> Ordered:
    """Exactly the plan the customer agreed to; whether the line may have it is the operator's to say."""
    plan = Plan(id=request.plan, name=request.plan_name)
    return ordered(lambda: operator.order_change(request.line_id, PlanChange(plan=plan), key))


def verify_plan(request: PlanOrder, operator: Operator) -> Followed:
    """In effect is what the line shows as its plan."""
    return followed(request, operator, lambda line: line.plan is not None and line.plan.id == request.plan)


def _others(line: Line, operator: Operator) -> list[Plan]:
    own = line.plan.id if line.plan else None
    return [plan for plan in operator.plans(line.id) if plan.id != own and plan.price]


def _difference(new: Money, today: Money) -> str:
    if new.currency != today.currency:
        return UNSAID
    change = new.value - today.value
    amount = Money(amount=str(abs(change)), currency=new.currency)
    return f"{'-' if change < 0 else '+'}{amount}"
