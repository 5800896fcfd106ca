"""A caller who waits gets the outcome as soon as there is one, and the same turn as whoever else hears of it."""

import time
from collections.abc import Callable

from frontline.adapters.waiting import wait_for_outcome
from tests.support.talking import to_confirmation
from tests.support.world import Talk

Start = Callable[..., Talk]


def test_the_outcome_is_a_turn_of_its_own(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    ordered = one.say("yes")
    turn = wait_for_outcome(ordered, one.world, 5)
    assert (turn.seq, turn.ticket.status) == (ordered.seq + 1, "resolved")
    assert turn.message.channel == "workflow"


def test_whoever_hears_of_the_end_second_gets_the_turn_the_first_one_took(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    ordered = one.say("yes")
    told = one.order_ends()
    assert wait_for_outcome(ordered, one.world, 5) == told
    assert one.journal()[-1] == told


def test_when_the_wait_is_over_the_caller_gets_the_turn_they_have(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    one.machines.down = True
    ordered = one.say("yes")
    began = time.monotonic()
    assert wait_for_outcome(ordered, one.world, 0.3) == ordered
    assert time.monotonic() - began < 10


def test_without_an_order_nobody_waits(talk: Start) -> None:
    one = talk()
    turn = one.say("my internet is slow")
    began = time.monotonic()
    assert wait_for_outcome(turn, one.world, 20) == turn
    assert time.monotonic() - began < 10
