"""One number, many spellings; one place, several names."""

import pytest

from frontline.adapters.operator.spellings import places, same_number, same_place, spellings


@pytest.mark.parametrize("other", ["+919800000001", "9800000001", "09800000001", "+91 98000-00001", "00919800000001"])
def test_a_number_is_the_same_in_every_spelling(other: str) -> None:
    assert same_number("919800000001", other)


@pytest.mark.parametrize("other", ["", "1", "800000001", "9800000002", "+929800000001", "+91980000000"])
def test_another_number_is_another_number(other: str) -> None:
    assert not same_number("+919800000001", other)


def test_the_spelling_given_is_asked_first_and_none_twice() -> None:
    assert spellings("+919800000001") == ("+919800000001", "919800000001", "9800000001")
    assert spellings("9800000001", "91")[:3] == ("9800000001", "+919800000001", "919800000001")
    assert "555-123-2002" in spellings("+15551232002")


@pytest.mark.parametrize("stored", ["+15551232002", "15551232002", "5551232002", "+1 555 123 2002", "(555) 123-2002"])
def test_an_american_number_is_found_however_an_operator_without_country_code_keeps_it(stored: str) -> None:
    assert stored in spellings("555-123-2002")
    assert stored in spellings("+15551232002")


def test_an_indian_number_is_never_asked_for_as_an_american_one() -> None:
    assert not any("-" in one or one.startswith("+1") for one in spellings("9800000001", "91"))


def test_a_place_is_the_same_in_every_spelling() -> None:
    assert same_place("Tamil Nadu", "tamil_nadu")
    assert not same_place(None, "tamil_nadu")
    assert not same_place("Tamil", "tamil_nadu")
    assert places("tamil_nadu") == ("tamil_nadu", "Tamil Nadu")
