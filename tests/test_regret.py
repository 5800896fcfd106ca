"""Regret is heard while an order runs; a denial of the charges speaks for disputing them; nothing agreed to outlives a stop."""

from collections.abc import Callable

import pytest

from frontline.agent.hear.listener import desk_for
from frontline.agent.hear.values import otherwise
from frontline.agent.matters import with_fresh_flow
from frontline.model.fact import Fact
from frontline.model.message import Customer, Outcome
from frontline.model.turn import Turn
from frontline.trades import catalogue_of
from tests.support.talking import to_confirmation
from tests.support.world import Talk

Start = Callable[..., Talk]


def ordered(talk: Start) -> Talk:
    one = talk()
    to_confirmation(one)
    assert one.say("yes").order is not None
    return one


def regretted(turn: Turn) -> bool:
    """Stopped, or asked at once whether it shall be."""
    return turn.stop is not None or turn.action.kind == "confirm_stop"


@pytest.mark.parametrize(
    "text",
    ["no", "No!", "nahi", "nahi ruko", "रुको", "no wait, 9800000005", "that is wrong",
     "this is wrong", "wait", "hold on", "nope stop",
     "no no no", "nahi nahi", "mat karo", "मत करो", "ना", "नहीं", "नहीं रुको", "रुकिए", "rukiye", "ruk jao",
     "galat hai", "ye galat hai",
     "गलत है", "यह गलत है", "oh no", "oops wrong number", "galat number", "I did not want that",
     "not that one", "ye nahi chahiye tha",
     "👎", "❌", "🛑", "✋", "undo", "cancel", "stop it", "don't", "please don't do it", "nahi karo", "na karo", "ek minute ruko",
     "arre nahi yaar", "i changed my mind", "mera mann badal gaya", "रहने दो", "wait wait", "no i meant the other number",
     "nooo", "nahiii", "scrap that", "take it back", "wapas le lo", "वापस ले लो",
     "no, that's not what i said", "maine ye nahi kaha tha", "मैंने यह नहीं कहा था"],
)  # fmt: skip
def test_regret_stops_a_running_order_or_asks_whether_to(text: str, talk: Start) -> None:
    assert regretted(ordered(talk).say(text))


@pytest.mark.parametrize(
    "text",
    ["thanks", "ok", "theek hai", "no problem", "no hurry", "koi baat nahi", "don't stop", "mat roko", "how long will it take?",
     "abhi tak nahi aaya", "it has not arrived yet", "कब तक होगा?", "👍", "ok i will wait",
     "explain my bill", "no worries, thanks", "don't worry", "do not worry about it", "okkkk"],
)  # fmt: skip
def test_what_is_no_regret_lets_it_go_on(text: str, talk: Start) -> None:
    assert not regretted(ordered(talk).say(text))


@pytest.mark.parametrize(
    "text",
    ["I never used it", "no I did not buy that", "nahi maine nahi liya", "मैंने यह कभी नहीं लिया", "never", "not mine",
     "no, that is not mine", "nahi ye mera nahi hai", "no I didn't subscribe to anything", "no idea what this is", "no way",
     "नहीं, यह मेरा नहीं है", "maine kabhi roaming use nahi kiya", "no i was never abroad", "nahi main to gaya hi nahi",
     "no it's somebody else's", "wrong charges", "galat hai", "that is wrong", "ye kisi aur ka hai, nahi mera"],
)  # fmt: skip
def test_who_denies_the_charges_does_not_refuse_to_dispute_them(text: str, talk: Start) -> None:
    one = talk(customer=Customer(phone_number="9800000015"))
    one.say("unexpected charge on my number")
    assert one.turn.action.kind == "confirm", one.reply
    turn = one.say(text)
    assert (turn.action.kind, turn.order) == ("confirm", None), turn.reply.text


def test_a_yes_before_a_stop_orders_nothing_after_it(talk: Start) -> None:
    """An order that was stopped for a correction is asked about anew, with what is known now."""
    one = talk(customer=Customer(phone_number="9800000007"))
    one.say("Add 1 GB of data to my line")
    assert one.say("yes").order is not None
    assert one.say("no wait, 2 gb").stop is not None
    turn = one.order_ends(Outcome(status="stopped"))
    assert (turn.order, turn.action.kind) == (None, "confirm")
    assert not any(matter.consented for matter in turn.ticket.matters)
    assert one.say("thanks").order is None


def test_what_a_flow_was_called_with_gives_way_to_what_the_customer_says_of_it(talk: Start) -> None:
    """A workflow that a flow calls for 1 GB is asked about anew, for the 2 GB that are wanted instead."""
    one = talk(customer=Customer(phone_number="9800000007"))
    asked = one.say("Add 1 GB of data to my line").ticket
    assert asked.matter is not None
    called = asked.with_matter(asked.matter.but(given={"gigabytes": "1"}))
    desk = desk_for(one.organisation, catalogue_of(one.organisation), one.message("2 gb"), asked.touched_at)
    assert otherwise({"gigabytes": "2"}, called) == {"gigabytes": "2"}
    fact = Fact(slot="gigabytes", value="2", source="said", turn=desk.seq)
    after = with_fresh_flow(called, called.but(facts=called.facts.learn(fact)), desk).matter
    assert after is not None
    assert (after.node, after.given, after.found) == ("ask_phone_number", {}, {})
