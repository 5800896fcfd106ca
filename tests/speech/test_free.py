"""Free words; what names are is in slots/names.*.yaml."""

from collections.abc import Callable

import pytest

from frontline.model.base import Value

Hear = Callable[..., Value | None]


def test_any_words_answer_a_question_for_words(hear: Hear) -> None:
    assert hear("text", "  it \x00 broke\n twice ", asked=True) == "it broke twice"
    assert hear("text", "x" * 500, asked=True) == "x" * 500


@pytest.mark.parametrize("said", ["", "  \n ", "\ud800", "x" * 501])
def test_nothing_and_too_much_are_no_text(hear: Hear, said: str) -> None:
    assert hear("text", said, asked=True) is None


def test_words_nobody_asked_for_are_no_text(hear: Hear) -> None:
    assert hear("text", "it broke") is None
