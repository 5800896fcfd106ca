"""A message with several wishes comes apart; one wish stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.agent.hear.clauses import MOST, clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("my net is slow and my bill is too high", ("my net is slow", "my bill is too high")),
        ("My net is slow. Also my bill is high", ("My net is slow.", "my bill is high")),
        ("my bill is high also my net is slow", ("my bill is high", "my net is slow")),
        ("I want a refund, and also activate roaming", ("I want a refund", "activate roaming")),
        ("recharge fail ho gaya; net bhi band hai", ("recharge fail ho gaya", "net bhi band hai")),
        ("recharge fail ho gaya\nnet bhi band hai", ("recharge fail ho gaya", "net bhi band hai")),
        ("mera net slow hai aur bill bhi zyada aaya hai", ("mera net slow hai", "bill bhi zyada aaya hai")),
        ("मेरा नेट धीमा है और बिल ज़्यादा आया है। रिचार्ज करना है", ("मेरा नेट धीमा है", "बिल ज़्यादा आया है।", "रिचार्ज करना है")),
        ("Rs. 199 was cut. I want a refund", ("Rs. 199 was cut.", "I want a refund")),
        (
            "I paid 12.50 yesterday. It is not credited, plus my sim is dead",
            ("I paid 12.50 yesterday.", "It is not credited", "my sim is dead"),
        ),
        ("Why is my bill high? And one more thing, my sim is dead", ("Why is my bill high?", "my sim is dead")),
    ],
)
def test_wishes_that_can_stand_alone_are_parted(text: str, parts: tuple[str, ...]) -> None:
    assert clauses(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "no calls and no internet",
        "calls and internet not working",
        "mera call aur net nahi chal raha",
        "I recharged with 199 and 299 plan",
        "hi. my net is slow",
        "my net is slow. Thanks!",
        "mujhe aur data chahiye",
        "I also want roaming",
        "I am from Delhi and Mumbai",
        "another thing",
        "recharge",
        "aur",
        "नेट और कॉल नहीं चल रहे",
    ],
)
def test_one_wish_stays_whole(text: str) -> None:
    assert clauses(text) == (text,)


def test_nothing_has_no_clauses() -> None:
    assert clauses("") == clauses("  \n ") == ()


def test_a_long_list_of_wishes_keeps_its_end_in_the_last_clause() -> None:
    parts = clauses(
        " ".join(
            f"wish number {name}." for name in ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"]
        )
    )
    assert len(parts) == MOST
    assert parts[-1].endswith("wish number theta.")


@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(["a", "bb", "and", "aur", "also", "plus", ".", ";", "?", "और", "net", "slow", "\n"])
        ).map(" ".join),
    )
)
def test_any_text_comes_apart_without_losing_a_letter_but_connectors(text: str) -> None:
    parts = clauses(text)
    assert len(parts) <= MOST
    position = 0
    for part in parts:
        position = text.index(part, position) + len(part)


@pytest.mark.parametrize("piece", ["and ", "!", ". ", " ", "a and ", "; ", "\n", "also also "])
def test_a_hostile_message_comes_apart_like_any_other(piece: str) -> None:
    assert len(clauses((piece * 4000)[:4000])) <= MOST
