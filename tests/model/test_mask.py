"""What is left of personal data in logs and events: enough to tell two values apart by eye, not enough to use."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frontline.model.mask import mask, mask_value

DIGITS = st.text(alphabet="0123456789०१२३४५६७८९", min_size=5, max_size=60)
WORDS = st.text(alphabet="abc xyz,;!?नमस्ते\n")
NAMES = st.from_regex(r"[a-z][a-z0-9._+-]{0,20}[a-z]", fullmatch=True)
HOSTS = st.builds(
    "{}.{}".format, st.from_regex(r"[a-z]{1,12}", fullmatch=True), st.sampled_from(["in", "co.in", "com"])
)


@given(st.text())
@example("1" * 22)
@example("12345678901234567890123")
@example("+91 98765-43210 98765-43210")
def test_no_run_of_five_digits_survives_in_any_text(text: str) -> None:
    assert not re.search(r"\d{5}", mask(text))


@given(WORDS, DIGITS, WORDS)
def test_no_long_number_survives_however_long_it_is(before: str, number: str, after: str) -> None:
    hidden = mask(f"{before} {number} {after}")
    assert not re.search(r"\d{3}", hidden)
    assert hidden.count("***") == 1


@given(DIGITS, st.data())
def test_no_number_survives_by_being_written_in_groups(number: str, data: st.DataObject) -> None:
    gaps = [data.draw(st.sampled_from(["", " ", "-", ".", ") "])) for _ in number]
    hidden = mask("".join(digit + gap for digit, gap in zip(number, gaps, strict=True)))
    assert sum(character.isdigit() for character in hidden) <= 2


@given(WORDS, NAMES, HOSTS, WORDS)
def test_no_email_address_survives(before: str, name: str, host: str, after: str) -> None:
    hidden = mask(f"{before} {name}@{host} {after}")
    assert "@" not in hidden
    assert hidden.count(host) <= (before + after).count(host)


@given(st.text(alphabet="abcdefg 1234", max_size=20).filter(lambda text: not re.search(r"\d[ \-().]{0,2}\d", text)))
def test_short_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("text", ["plan 599", "₹1,299 on 3 May", "within 24 hours", "4711"])
def test_amounts_and_days_stay_readable(text: str) -> None:
    assert mask(text) == text


def test_two_values_can_still_be_told_apart() -> None:
    assert mask("+91 98765 43210") == "***10"
    assert mask("asha@example.com") == "***com"


def test_what_nothing_declares_to_be_shown_is_hidden_whole() -> None:
    assert mask_value("12 MG Road, Pune", shown=False) == "***"


@pytest.mark.parametrize(("value", "shown"), [("rajasthan", "rajasthan"), ("+919800000001", "***01")])
def test_what_may_be_shown_is_masked_like_any_text(value: str, shown: str) -> None:
    assert mask_value(value, shown=True) == shown


def test_a_long_text_is_masked_in_time_that_grows_with_its_length_and_no_faster() -> None:
    assert len(mask("1 " * 50_000)) < 100
    assert mask("a" * 100_000) == "a" * 100_000
    assert mask("a.b+" * 25_000).startswith("a.b+")
