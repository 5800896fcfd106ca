"""Yes and no, as answers to a question."""

from collections.abc import Callable

import pytest

from frontline.model.base import Value

Hear = Callable[..., Value | None]


@pytest.mark.parametrize(
    "said",
    [
        "yes",
        "Yes please",
        "yeah sure",
        "ok",
        "haan",
        "haan ji",
        "ji",
        "theek hai",
        "kar do",
        "हाँ",
        "जी हां",
        "ठीक है",
        "👍",
        "👍🏽",
        "no problem, go ahead",
        "yes, no problem",
        "why not",
        "go ahead",
        "bilkul",
        "सही है",
        "thats right",
        "haan mera wahi number hai",
        "koi baat nahi",
    ],
)
def test_a_yes_in_any_language_is_true(hear: Hear, said: str) -> None:
    assert hear("yes_no", said, asked=True) is True


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "nope",
        "no thanks",
        "nahi",
        "nahin",
        "ji nahi",
        "mat karo",
        "नहीं",
        "मत करो",
        "👎",
        "don't do it",
        "not ok",
        "theek nahi hai",
        "sahi nahi hai",
        "that's not right",
        "bilkul nahi",
        "no it is still slow",
        "not now",
        "rehne do",
        "galat",
    ],
)
def test_a_no_in_any_language_is_false(hear: Hear, said: str) -> None:
    assert hear("yes_no", said, asked=True) is False


@pytest.mark.parametrize(
    "said",
    [
        "not sure",
        "maybe",
        "pata nahi",
        "yes and no",
        "haan nahi",
        "yes but how much?",
        "yes?",
        "agar free hai to haan",
        "no network",
        "cancel kar do",
        "hmm",
        "I will ask my brother whether it is ok",
        "ok but not today",
        "wait",
        "👍👎",
        "शायद",
        "what",
        "",
    ],
)
def test_what_is_mixed_conditional_or_unsure_is_neither(hear: Hear, said: str) -> None:
    assert hear("yes_no", said, asked=True) is None


def test_a_yes_nobody_asked_for_says_nothing(hear: Hear) -> None:
    assert hear("yes_no", "yes") is None
