"""Free words and names."""

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


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Rahul Sharma", "Rahul Sharma"),
        ("rahul sharma", "Rahul Sharma"),
        ("my name is rahul", "Rahul"),
        ("mera naam Rahul hai", "Rahul"),
        ("मेरा नाम राहुल है", "राहुल"),
        ("मैं राहुल हूँ", "राहुल"),
        ("I am Priya", "Priya"),
        ("hi, rahul here", "Rahul"),
        ("Dr. Rao", "Rao"),
        ("Mary-Jane O'Brien", "Mary-Jane O'Brien"),
        ("what?", None),
        ("why do you need it", None),
        ("my bill is wrong", None),
        ("9876543210", None),
        ("I don't know", None),
    ],
)
def test_a_name_is_what_is_left_without_small_talk(hear: Hear, said: str, name: str | None) -> None:
    assert hear("name", said, asked=True) == name


def test_unasked_a_name_must_be_called_one(hear: Hear) -> None:
    assert hear("name", "my name is Rahul and my net is slow") == "Rahul"
    assert hear("name", "Rahul") is None
