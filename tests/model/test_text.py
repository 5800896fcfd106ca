"""Blanks are filled once, with what the customer wrote, as they wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from frontline.model.text import LOCALES, Locale, Text

TEXT = Text(en="in {city} by {day}", hi="{day} तक {city} में", hinglish="{city} mein {day} tak")


@pytest.mark.parametrize(
    ("locale", "said"), [("en", "in Pune by 3 May"), ("hi", "3 May तक Pune में"), ("hinglish", "Pune mein 3 May tak")]
)
def test_each_language_has_its_own_order(locale: Locale, said: str) -> None:
    assert TEXT.fill(locale, {"city": "Pune", "day": "3 May"}) == said


@given(st.text(), st.text())
def test_a_value_that_looks_like_a_blank_stays_what_it_is(city: str, day: str) -> None:
    assert TEXT.fill("en", {"city": city, "day": day}) == f"in {city} by {day}"


@pytest.mark.parametrize("value", ["{day}", "{city}", "{", "}}", "{0}", "%s", "\\1", "{city.__class__}"])
def test_nothing_in_a_value_is_taken_for_markup(value: str) -> None:
    assert TEXT.fill("en", {"city": value, "day": "now"}) == f"in {value} by now"


def test_a_blank_nobody_fills_is_a_dash_and_never_an_error() -> None:
    assert TEXT.fill("en", {}) == "in – by –"


def test_numbers_are_written_as_they_are() -> None:
    assert TEXT.fill("en", {"city": 7, "day": 1.5}) == "in 7 by 1.5"


def test_its_blanks_are_those_of_all_languages() -> None:
    assert TEXT.blanks() == {"city", "day"}


@pytest.mark.parametrize("missing", LOCALES)
def test_a_text_that_lacks_a_language_cannot_be_made(missing: Locale) -> None:
    with pytest.raises(ValidationError, match=missing):
        Text.model_validate({locale: "hello" for locale in LOCALES if locale != missing})
