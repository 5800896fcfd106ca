"""How many examples a test takes: random ones, and those of a product of everything with everything."""

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from hypothesis import settings

T = TypeVar("T")


def examples(many: int) -> settings:
    """As many, or as few as the run's own profile takes when it is a quick one."""
    return settings(deadline=None) if _quick() else settings(deadline=None, max_examples=many)


def some(cases: Iterable[T], one_in: int) -> list[T]:
    """All of them, or one in so many when the run's own profile is a quick one. A number that divides no side of the product
    meets every value of each side."""
    return list(islice(cases, 0, None, one_in if _quick() else 1))


def _quick() -> bool:
    return settings.get_current_profile_name() == "quick"
