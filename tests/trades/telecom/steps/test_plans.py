"""Which plans a line can change to, what they cost, and that a change is believed only when the line shows it."""

import json

import pytest

from frontline.adapters.operator import MemoryOperator
from frontline.model.errors import OperatorRefused
from frontline.trades.telecom.nouns import Plan
from frontline.trades.telecom.steps.plans import (
    MOST_OFFERED,
    ChosenPlan,
    PlanOrder,
    WhichPlan,
    WhosePlans,
    change_plan,
    list_plans,
    price_plan,
    verify_plan,
)
from tests.trades.telecom.steps.people import an_order, line, operator, plan

MINE = WhosePlans(line_id="line-1")


@pytest.fixture
def books() -> MemoryOperator:
    return operator(lines=[line("active")], plans=[plan("p-599", "599"), plan("p-199", "199"), plan("p-free", None)])


def chosen(plan_id: str) -> WhichPlan:
    return WhichPlan(line_id="line-1", plan=plan_id)


def agreed(plan_id: str) -> ChosenPlan:
    return ChosenPlan(line_id="line-1", plan=plan_id, plan_name=f"Plan {plan_id}")


def test_all_plans_but_ones_own_are_listed_cheapest_first(books: MemoryOperator) -> None:
    found = list_plans(MINE, books)
    assert json.loads(found.plan_options) == [
        {"value": "p-199", "label": "Plan p-199, ₹199"},
        {"value": "p-599", "label": "Plan p-599, ₹599"},
    ]
    assert (found.result, found.plan_now) == ("listed", "Plan p-399")
    assert found.plans == "1. Plan p-199, ₹199; 2. Plan p-599, ₹599"


def test_a_list_is_bounded() -> None:
    many = [plan(f"p-{number}", str(number)) for number in range(1000, 1300)]
    assert len(json.loads(list_plans(MINE, operator(lines=[line("active")], plans=many)).plan_options)) == MOST_OFFERED


def test_no_other_plan_and_a_closed_line_are_results() -> None:
    assert list_plans(MINE, operator(lines=[line("active")])).result == "no_other"
    assert list_plans(MINE, operator(lines=[line("closed")], plans=[plan("p-599", "599")])).result == "closed"


@pytest.mark.parametrize(("wanted", "price", "difference"), [("p-599", "₹599", "+₹200"), ("p-199", "₹199", "-₹200")])
def test_a_plan_is_priced_against_todays(books: MemoryOperator, wanted: str, price: str, difference: str) -> None:
    found = price_plan(chosen(wanted), books)
    assert (found.result, found.price, found.price_now, found.difference) == ("priced", price, "₹399", difference)


@pytest.mark.parametrize("now", [None, Plan(id="old", name="Old")], ids=["no plan", "no price"])
def test_what_todays_plan_costs_is_not_guessed(now: Plan | None) -> None:
    found = price_plan(chosen("p-599"), operator(lines=[line("active", plan=now)], plans=[plan("p-599", "599")]))
    assert (found.price_now, found.difference) == ("–", "–")


@pytest.mark.parametrize("wanted", ["p-399", "p-free", "p-golden"], ids=["ones own", "without a price", "unknown"])
def test_only_what_is_on_offer_can_be_chosen(books: MemoryOperator, wanted: str) -> None:
    assert price_plan(chosen(wanted), books).result == "not_on_offer"


def test_a_plan_is_changed_once_for_one_key(books: MemoryOperator) -> None:
    first = change_plan(agreed("p-599"), books, "key")
    assert change_plan(agreed("p-599"), books, "key").order_id == first.order_id
    assert (first.result, books.effects) == ("ordered", ["order:key"])
    order = PlanOrder(line_id="line-1", order_id=first.order_id, plan="p-599")
    assert verify_plan(order, books).state == "done"


def test_both_shapes_of_a_refusal_are_one_result(books: MemoryOperator) -> None:
    assert change_plan(agreed("p-golden"), books, "key").reason == "there is no such plan"
    books.fail(OperatorRefused("not now", code="http_409"))
    assert change_plan(agreed("p-599"), books, "key-2").reason == "not now"


def test_a_change_is_believed_only_when_the_line_shows_it(books: MemoryOperator) -> None:
    books.orders_by_id["order-9"] = an_order("done")
    order = PlanOrder(line_id="line-1", order_id="order-9", plan="p-599")
    assert verify_plan(order, books).state == "pending"
    books.orders_by_id["order-9"] = an_order("refused", "not for you")
    assert (verify_plan(order, books).state, verify_plan(order, books).reason) == ("refused", "not for you")
