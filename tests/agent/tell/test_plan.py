"""What a turn costs to keep: the same, however long the customer goes on."""

from collections.abc import Callable

import pytest

from frontline.journal import rows
from frontline.model.message import FINGERPRINT_LENGTH
from frontline.model.ticket import (
    REMEMBERED_MESSAGES,
    REMEMBERED_RUNS,
    TRANSCRIPT_CHARACTERS,
    TRANSCRIPT_LENGTH,
)
from frontline.model.turn import Turn
from tests.support.talking import to_confirmation
from tests.support.world import Talk

Start = Callable[..., Talk]
ROUND = ("my internet is slow", "Jaipur", "mobile", "explain my bill", "cancel")
"""A customer who never stops; one ticket after the other."""


def went_on(one: Talk, turns: int) -> list[Turn]:
    return [one.say(ROUND[number % len(ROUND)], f"m{number:04d}") for number in range(turns)]


def size(turn: Turn) -> int:
    return len(rows.to_body(turn).encode())


@pytest.mark.whole
def test_after_five_hundred_turns_a_row_is_hardly_larger_than_after_twenty(talk: Start) -> None:
    made = went_on(talk(), 505)
    for early, late in zip(made[20:25], made[500:505], strict=True):
        assert early.message.text == late.message.text
        assert size(late) <= 1.15 * size(early), f"{late.message.text!r}: {size(early)} bytes, then {size(late)}"
    for turn in made:
        assert len(turn.ticket.seen) <= REMEMBERED_MESSAGES * FINGERPRINT_LENGTH
        assert len(turn.ticket.transcript) <= TRANSCRIPT_LENGTH
        assert len(turn.ticket.runs) <= REMEMBERED_RUNS


def test_one_endless_ticket_is_bounded_too(talk: Start) -> None:
    """Courtesies close nothing and open nothing: the ticket stays the same."""
    one = talk()
    one.say("my internet is slow")
    made = [one.say("thank you so much" if number % 2 else "hello", f"m{number:04d}") for number in range(60)]
    assert {turn.ticket.ordinal for turn in made} == {1}
    assert size(made[-1]) <= 1.15 * size(made[20])


def test_a_long_message_is_kept_whole_once_and_cut_in_the_talk(talk: Start) -> None:
    one = talk()
    turn = one.say("my internet is slow " + "and slow " * 400)
    assert turn.message.text.endswith("slow ")
    assert all(len(said.text) <= TRANSCRIPT_CHARACTERS for said in turn.ticket.transcript)
    assert size(one.say("Jaipur")) < size(turn)


def test_only_the_customer_keeps_a_session_awake(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    last_word = one.say("yes")
    one.wait(5)
    ended = one.order_ends()
    assert ended.message.at > last_word.message.at
    assert ended.ticket.touched_at == last_word.message.at


def test_every_turn_remembers_what_both_sides_said_last(talk: Start) -> None:
    turn = talk().say("my internet is slow")
    assert [(said.who, said.text) for said in turn.ticket.transcript] == [
        ("customer", "my internet is slow"),
        ("frontline", turn.reply.text),
    ]
