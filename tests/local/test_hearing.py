"""`make speech … --open …`: what is understood of a sentence where something is asked."""

import pytest

from local.hearing import understood


@pytest.mark.parametrize(
    ("text", "open_", "lines"),
    [
        ("no thanks", "confirm:roaming_activation", ["consent  false"]),
        ("yes", "confirm:roaming_activation", ["consent  true"]),
        ("haan rok do", "stop:roaming_activation", ["consent  true"]),
        ("Pune", "ask:region", ['said     {"region": "maharashtra"}']),
        ("84 days", "ask:plan", ["left     to the models and the classifier, which are not asked here"]),
        ("wifi is off", "instruct:service.airplane_off", ['signs    ["tells_of_a_device"]']),
        ("theek hai", "resolved", ['move     "thanks"']),
        ("why do you need that", "ask:identity_proof", ['signs    ["objects", "asks"]']),
        ("hindi mein baat karo", "intent", ['move     "language"', 'language "hi"']),
    ],
)
def test_all_that_is_heard_is_told_a_field_a_line(text: str, open_: str, lines: list[str]) -> None:
    told = list(understood(text, open_))
    assert told[0].startswith(f"open     {open_}")
    assert set(lines) <= set(told)


def test_the_readers_that_held_say_why() -> None:
    readers = next(line for line in understood("kyun chahiye", "ask:identity_proof") if line.startswith("readers"))
    assert '"objects"' in readers


def test_what_nobody_asks_is_answered_with_all_that_is_asked() -> None:
    with pytest.raises(
        SystemExit, match=r"(?s)nobody asks 'ask:shoe_size'.*confirm:roaming_activation.*instruct:service\.apn"
    ):
        list(understood("yes", "ask:shoe_size"))
