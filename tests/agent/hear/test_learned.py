"""What a learned move does: what harms nobody; it stops no order, refuses no offer and takes no answer from a question."""

from collections.abc import Callable

import pytest

from frontline.adapters.llm.classifier import Classifier
from tests.support.talking import to_confirmation
from tests.support.world import Talk

Start = Callable[..., Talk]
ODD = "zorp blim"
"""In nobody's lexicon: only the classifier can have heard anything."""


@pytest.fixture
def sure_of(classifier: Classifier, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def hears(move: str) -> None:
        monkeypatch.setattr(Classifier, "move", lambda *_: (move, 0.9))

    return hears


def test_a_wish_for_a_human_is_granted_and_says_who_heard_it(talk: Start, sure_of: Callable[[str], None]) -> None:
    sure_of("human")
    turn = talk().say(ODD)
    assert (turn.ticket.status, turn.heard.by["human"]) == ("escalated", ("classifier", 0.9))


@pytest.mark.parametrize("move", ["cancel", "no_but", "yes_but"])
def test_an_offer_is_made_again(talk: Start, sure_of: Callable[[str], None], move: str) -> None:
    one = talk()
    to_confirmation(one)
    sure_of(move)
    turn = one.say(ODD)
    assert (turn.order, turn.heard.consent, turn.action.kind) == (None, None, "confirm")
    assert "only_so" in [line.key for line in turn.lines]


def test_a_running_order_is_not_stopped_but_asked_about(talk: Start, sure_of: Callable[[str], None]) -> None:
    one = talk()
    to_confirmation(one)
    assert one.say("yes").order is not None
    sure_of("cancel")
    turn = one.say(ODD)
    assert (turn.stop, turn.action.kind) == (None, "confirm_stop")
    assert one.say(ODD).stop is None


def test_a_stop_that_is_denied_asks_nothing(talk: Start, sure_of: Callable[[str], None]) -> None:
    one = talk()
    to_confirmation(one)
    one.say("yes")
    sure_of("cancel")
    assert one.say("please do keep at it and mat roko").action.kind != "confirm_stop"


def test_a_correction_that_names_nothing_known_is_none(talk: Start, sure_of: Callable[[str], None]) -> None:
    one = talk()
    to_confirmation(one)
    sure_of("correct")
    assert one.say(ODD).heard.move is None


def test_an_answer_is_not_taken_for_a_move(talk: Start, sure_of: Callable[[str], None]) -> None:
    one = talk()
    assert one.say("my recharge did not arrive").action.kind == "ask_slot"
    sure_of("goodbye")
    turn = one.say("9800000002")
    assert turn.heard.move is None
    assert turn.heard.said["phone_number"] == "+919800000002"
