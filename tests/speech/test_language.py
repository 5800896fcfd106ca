"""The reply follows the customer's language; how often it is told right is measured on sentences that trained nothing: the
tables `tongue.<code>.yaml`. To add a sentence, write it under the language it is in; those of few words under `short_…`."""

import pytest

from frontline.model.text import Locale
from frontline.speech import language
from tests.support.tables import sentences
from tests.support.world import ACME

HINGLISH, ENGLISH, HINDI, SHORT_HINGLISH, SHORT_ENGLISH = (
    sentences(__file__, "tongue", heading)
    for heading in ("hinglish", "english", "hindi", "short_hinglish", "short_english")
)


def detect(text: str, fallback: Locale) -> Locale:
    return language.detect(text, fallback, ACME.languages)


def test_hinglish_is_told_from_english_nearly_always() -> None:
    recall = sum(detect(said, "en") == "hinglish" for said in HINGLISH) / len(HINGLISH)
    false_alarms = sum(detect(said, "en") == "hinglish" for said in ENGLISH) / len(ENGLISH)
    assert recall >= 0.95
    assert false_alarms <= 0.03


def test_a_few_words_are_enough_to_tell_hinglish_from_english() -> None:
    assert [said for said in SHORT_HINGLISH if detect(said, "en") != "hinglish"] == []
    assert [said for said in SHORT_ENGLISH if detect(said, "en") == "hinglish"] == []


def test_english_is_told_whatever_was_spoken_before() -> None:
    assert sum(detect(said, "hi") == "en" for said in ENGLISH) / len(ENGLISH) >= 0.95


@pytest.mark.parametrize("said", HINDI)
def test_devanagari_is_hindi_even_with_a_foreign_word(said: str) -> None:
    assert detect(said, "en") == "hi"


def test_one_hindi_name_does_not_make_an_english_sentence_hindi() -> None:
    assert detect("my name is राहुल and my internet is slow", "hinglish") == "en"


@pytest.mark.parametrize("fallback", ACME.languages)
@pytest.mark.parametrize(
    "said", ["ok", "9876543210", "९८७६", "Rahul Sharma", "Mumbai", "👍", "", "recharge", "prepaid", "₹199", "।"]
)
def test_what_could_be_any_language_keeps_the_one_spoken(said: str, fallback: Locale) -> None:
    assert detect(said, fallback) == fallback


SPANISH, SHORT_SPANISH = (sentences(__file__, "tongue", heading) for heading in ("spanish", "short_spanish"))


def test_a_language_is_told_only_where_it_is_spoken() -> None:
    beside_english = ("en", "es")
    assert [said for said in (*SPANISH, *SHORT_SPANISH) if language.detect(said, "en", beside_english) != "es"] == []
    assert [said for said in (*ENGLISH, *SHORT_ENGLISH) if language.detect(said, "en", beside_english) == "es"] == []
    assert {language.detect(said, "en", ACME.languages) for said in SPANISH} <= set(ACME.languages)
