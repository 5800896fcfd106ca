"""A wish for a language is told from words in it and about it: the tables `language_wish.<code>.yaml`.

To add a message, write it under the language that is wished for, or under `none`."""

import pytest

from frontline.agent.hear.moves import wished
from tests.support.tables import tables
from tests.support.world import ACME

WISHES = [(text, language) for language, texts in tables(__file__, "language_wish") for text in texts]


@pytest.mark.parametrize(("text", "language"), WISHES)
def test_a_language_is_wished_for_when_that_is_all_that_is_said(text: str, language: str) -> None:
    assert wished(text, ACME.languages) == (None if language == "none" else language)
