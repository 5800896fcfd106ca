"""Yes and no as answers: the tables `yes_no.<code>.yaml`. To add a sentence, write it under `yes`, `no` or `neither`."""

from collections.abc import Callable

import pytest

from frontline.model.base import Value
from tests.support.tables import tables

MEANS = {"yes": True, "no": False, "neither": None}
CASES = [(said, MEANS[heading]) for heading, listed in tables(__file__, "yes_no") for said in listed]


@pytest.mark.parametrize(("said", "value"), CASES)
def test_an_answer_is_a_yes_or_a_no_or_neither(
    hear: Callable[..., Value | None], said: str, value: bool | None
) -> None:
    assert hear("yes_no", said, asked=True) is value


def test_a_yes_nobody_asked_for_says_nothing(hear: Callable[..., Value | None]) -> None:
    assert hear("yes_no", "yes") is None
