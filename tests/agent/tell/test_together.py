"""A caller who waits for an order's end loses nothing that was said before it."""

from collections.abc import Callable

from frontline.agent.tell.together import together
from tests.support.talking import to_confirmation
from tests.support.world import Talk

Start = Callable[..., Talk]


def test_the_promise_to_tell_is_not_repeated_once_it_is_kept(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    began = one.say("yes")
    ended = one.order_ends()
    assert together(began, ended).reply == ended.reply


def test_what_a_hand_off_said_is_told_with_the_number_of_its_case(talk: Start) -> None:
    one = talk()
    began = one.say("I want to talk to a human")
    ended = one.order_ends()
    number = f"Your case has the number {ended.lines[0].values['case']}. I will tell you when it is closed."
    assert together(began, ended).reply.text == f"{began.reply.text} {number}"
    assert together(began, ended).ticket == ended.ticket


def test_who_did_not_wait_hears_what_was_said(talk: Start) -> None:
    one = talk()
    turn = one.say("my internet is slow")
    assert together(turn, turn) == turn
