"""What a customer said is carried on sealed."""

from frontline.agent.desk import Desk
from frontline.model.message import Message
from frontline.model.opened import opened
from frontline.model.words import NO_WORDS, Words


def test_sealed_words_show_nothing_of_themselves_until_they_are_opened() -> None:
    words = Words(lambda: "my secret")
    assert "secret" not in f"{words} {words!r}"
    assert (opened(words), opened(NO_WORDS)) == ("my secret", "")


def test_what_the_rules_are_given_has_no_message_in_it() -> None:
    assert "message" not in Desk.__dataclass_fields__
    assert Message not in {field.type for field in Desk.__dataclass_fields__.values()}
