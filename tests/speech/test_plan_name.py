"""A plan named out of the blue is the one wanted, not the one left, and no number of another kind."""

from collections.abc import Callable

import pytest

from frontline.model.base import Value

Hear = Callable[..., Value | None]


@pytest.mark.parametrize(
    ("said", "plan"),
    [
        ("upgrade me to 999 postpaid", "999"),
        ("mujhe 999 wale plan pe shift karo", "999"),
        ("change my plan to 599", "599"),
        ("84 din wala plan laga do", "84 days"),
        ("I want the 84 days plan", "84 days"),
        ("84 दिन वाला प्लान लगा दो", "84 days"),
        ("599 plan chahiye", "599"),
        ("change my plan from 599 to 999", "999"),
        ("599 se 999 wale plan me badal do", "999"),
        ("move me from the 599 plan to the 399 one", "399"),
        ("upgrade my 599 plan to 999", "999"),
        ("599 plan ya 999 plan", None),
        ("change my plan", None),
        ("change the plan of 9800000003", None),
        ("plan with 75 gb", None),
        ("plan with 150 GB", None),
        ("my 28 day plan is over", None),
        ("999", None),
    ],
)
def test_a_plan_is_named_by_its_price_or_its_days(hear: Hear, said: str, plan: str | None) -> None:
    assert hear("plan_name", said) == plan
