"""What comes in is enough to take the turn again: time, ids, and where a lost conversation goes on."""

import re

from hypothesis import given
from hypothesis import strategies as st

from frontline.model.message import FINGERPRINT_LENGTH, Finished, Message, Outcome, Said

CONVERSATIONS = st.from_regex(r"[0-9a-f]{32}", fullmatch=True)


def message(conversation: str = "c" * 32, id_: str = "m1", utc_offset: int = 330) -> Message:
    return Message(
        id=id_,
        organisation="acme-in",
        conversation=conversation,
        at=1_794_821_400_000,
        utc_offset=utc_offset,
        content=Said(text="hello"),
        ticket=f"{conversation}.1",
    )


@given(CONVERSATIONS)
def test_a_redelivery_for_a_lost_conversation_finds_the_same_place_and_another_message_does_not(
    conversation: str,
) -> None:
    first = message(conversation, "m1").elsewhere()
    assert first.conversation == message(conversation, "m1").elsewhere().conversation != conversation
    assert first.conversation != message(conversation, "m2").elsewhere().conversation
    assert re.fullmatch("[0-9a-f]{32}", first.conversation)


@given(CONVERSATIONS, CONVERSATIONS)
def test_two_lost_conversations_never_meet(one: str, other: str) -> None:
    places = [message(conversation).elsewhere().conversation for conversation in (one, other)]
    assert (places[0] == places[1]) == (one == other)


def test_only_the_place_is_another() -> None:
    lost = message()
    assert lost.elsewhere().but(conversation=lost.conversation, opens=False) == lost


@given(st.text(min_size=1, max_size=200), st.text(min_size=1, max_size=200))
def test_a_message_is_known_by_its_id_alone(one: str, other: str) -> None:
    fingerprints = [message(id_=id_).fingerprint for id_ in (one, other)]
    assert {len(fingerprint) for fingerprint in fingerprints} == {FINGERPRINT_LENGTH}
    assert (fingerprints[0] == fingerprints[1]) == (one == other)


def test_the_time_is_the_customers() -> None:
    assert message(utc_offset=330).local_time.isoformat() == "2026-11-16T15:00:00+05:30"
    assert message(utc_offset=-300).local_time.isoformat() == "2026-11-16T04:30:00-05:00"


def test_only_a_customer_has_words() -> None:
    ended = message().but(content=Finished(order="o-1", outcome=Outcome(status="succeeded", result="credited")))
    assert (message().text, ended.text) == ("hello", "")
