"""What a message denies is told apart from what it asks for; what asks for an end denies nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.agent.hear.denied import without_denied


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("I don't want to change my plan, just turn on roaming", "i turn on roaming"),
        ("its not about recharge its about my bill", "its its about my bill"),
        ("Never mind the bill. How much data is left?", "how much data is left"),
        ("plan nahi badalna hai, bas roaming chalu kar do", "roaming chalu kar do"),
        ("recharge ki baat nahi hai bill ki baat hai", "bill ki baat hai"),
        ("मुझे प्लान नहीं बदलना है, बस रोमिंग चालू कर दो", "रोमिंग चालू कर दो"),
        ("plan rehne do, dnd laga do", "dnd laga do"),
        ("I do not want to change my plan", ""),
        ("mujhe plan nahi badalna", ""),
    ],
)
def test_what_is_denied_is_left_out(said: str, left: str) -> None:
    rest = without_denied(said)
    assert rest is not None
    assert rest.split() == left.split()


@pytest.mark.parametrize(
    "said",
    [
        "my net is not working",
        "I don't want to get promotional calls",
        "I do not want to pay for what I never used",
        "mera net nahi chal raha",
        "roaming ab nahi chahiye",
        "",
    ],
)
def test_trouble_and_the_wish_for_an_end_deny_nothing(said: str) -> None:
    assert without_denied(said) is None


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    assert without_denied(text) is None or "," not in (without_denied(text) or "")


@pytest.mark.parametrize("piece", ["not about ", "ki baat nahi ", "forget the, ", "its about ", "dont want "])
def test_a_hostile_message_is_taken_like_any_other(piece: str) -> None:
    without_denied((piece * 4000)[:4000])
