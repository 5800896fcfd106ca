"""What many wait for is waited for by one execution, and a watch that has ended does not stand for the next one."""

from collections.abc import Callable

from tests.support.world import Talk

Start = Callable[..., Talk]
WEEK = 7 * 24 * 60.0


def asks(one: Talk) -> str:
    """The name of the watch that a customer who asks about the outage is promised."""
    turn = one.say("no signal in Mumbai on my phone")
    assert "I will tell you when it is over" in one.reply
    assert turn.order and turn.order.shared
    return turn.order.name


def test_all_who_ask_about_one_outage_wait_for_one_watch(talk: Start) -> None:
    assert asks(talk()) == asks(talk())


def test_who_asks_again_after_the_watch_has_ended_gets_a_new_one(talk: Start) -> None:
    early, late = talk(), talk()
    late.wait(WEEK)
    assert asks(early) != asks(late)
