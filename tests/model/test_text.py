"""Blanks are filled once, with what the customer wrote, as they wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from frontline.model.text import Locale, Text

READ = TypeAdapter(Text)
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
    assert Text(en="{a} {b}", hi="{b}").uneven() == {"hi": {"a"}}


def test_it_knows_no_number_of_languages() -> None:
    text = Text(es="en {city}", en="in {city}", pt_br="em {city}")
    assert text.fill("pt_br", {"city": "Recife"}) == "em Recife"
    assert text.lacks(("es", "en", "hi")) == ("hi",)


def test_where_it_lacks_a_language_it_is_said_in_the_one_all_fall_back_to_or_in_its_first() -> None:
    assert TEXT.fill("es", {"city": "Pune", "day": "3 May"}) == "in Pune by 3 May"
    assert Text(es="hola", hi="नमस्ते").fill("en", {}) == "hola"


def test_a_plain_string_is_the_same_in_every_language() -> None:
    text = READ.validate_python("Mobile")
    assert (text.fill("hi", {}), text.lacks(("es",)), text.written()) == ("Mobile", (), "Mobile")


def test_it_is_written_as_its_author_wrote_it() -> None:
    assert TEXT.written() == {"en": TEXT.words("en"), "hi": TEXT.words("hi"), "hinglish": TEXT.words("hinglish")}
    assert READ.validate_python(TEXT.written()) == TEXT


@pytest.mark.parametrize("wrong", [{}, {"en": 1}, {"EN": "x"}, {"e": "x"}, 5, None])
def test_what_is_no_text_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python(wrong)
