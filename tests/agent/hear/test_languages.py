"""A wish for a language is told from words in it and about it."""

import pytest

from frontline.agent.hear.languages import Wished, wished


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("english please", "en"),
        ("English", "en"),
        ("can you speak in english", "en"),
        ("please reply in English only", "en"),
        ("angrezi me bolo", "en"),
        ("hindi me baat karo", "hi"),
        ("हिंदी में बात करो", "hi"),
        ("हिन्दी", "hi"),
        ("no Hindi, English please", "en"),
        ("english nahi, hindi me bolo", "hi"),
        ("hinglish me likho", "hinglish"),
        ("tamil please", "another"),
        ("marathi me boliye", "another"),
        ("do you speak Telugu?", "another"),
        ("my English is bad and my net is slow", None),
        ("hindi caller tune set karo", None),
        ("please", None),
        ("hindi or english", None),
        ("", None),
    ],
)
def test_a_language_is_wished_for_when_that_is_all_that_is_said(said: str, language: Wished | None) -> None:
    assert wished(said) == language
