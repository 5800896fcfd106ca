"""What a message denies is told apart from what it asks for; what asks for an end denies nothing: the tables
`denied.<code>.yaml`.

To add a message, write it under `left` with what is left of it ("" for no wish at all), or under `nothing` if it denies none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.agent.hear.denied import without_denied
from tests.support.tables import sentences, tables

LEFT = [pair for heading, below in tables(__file__, "denied") if heading == "left" for pair in below.items()]


@pytest.mark.parametrize(("said", "left"), LEFT)
def test_what_is_denied_is_left_out(said: str, left: str) -> None:
    rest = without_denied(said)
    assert rest is not None
    assert rest.split() == left.split()


@pytest.mark.parametrize("said", sentences(__file__, "denied", "nothing"))
def test_trouble_and_the_wish_for_an_end_deny_nothing(said: str) -> None:
    assert without_denied(said) is None


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    assert without_denied(text) is None or "," not in (without_denied(text) or "")


@pytest.mark.parametrize("piece", ["not about ", "ki baat nahi ", "forget the, ", "its about ", "dont want "])
def test_a_hostile_message_is_taken_like_any_other(piece: str) -> None:
    without_denied((piece * 4000)[:4000])
