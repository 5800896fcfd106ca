"""What was just said is not said in the same words again, and a question is put once more in fewer words and with a way out."""

from collections.abc import Callable

import pytest

from frontline.agent.course import Course
from frontline.agent.tell.again import FIRST, Earlier
from frontline.agent.tell.feelings import met
from frontline.agent.tell.speak import key_of, speak
from frontline.model.action import Confirm
from frontline.model.message import Customer
from frontline.model.organisation import Organisation
from frontline.model.text import Line
from frontline.model.ticket import Ticket
from frontline.texts import LOCALES, WORDINGS
from frontline.trades import catalogue_of
from local.seed import ORGANISATIONS
from tests.support.stubborn import MESSAGES
from tests.support.world import START, Talk

Start = Callable[..., Talk]
STILL = ("thanks", "goodbye", "cancel", "who", "wait", "repeat", "gibberish", "a nod", "help", "a greeting")


@pytest.mark.parametrize("opening", [["human"], ["activate international roaming for 9800000001"]])
@pytest.mark.parametrize("kind", STILL)
def test_with_a_colleague_or_at_an_offer_no_two_replies_are_the_same(
    opening: list[str], kind: str, talk: Start
) -> None:
    one = talk()
    for words in opening:
        one.say(words)
    for _ in range(3):
        before = one.reply
        assert one.say(MESSAGES[kind]).reply.text != before


def test_the_second_time_a_question_is_shorter_and_names_a_way_out_and_the_third_a_human(talk: Start) -> None:
    one = talk()
    first = one.say("my internet is slow").reply.text
    second = one.say("🙂").reply.text
    assert first == "Which city are you in?" and second.endswith("And the city? Or write “human”.")
    third = one.say("🙂").reply.text
    assert third.endswith("I still need the city. Or write “human”.") and third.split(".")[0] != second.split(".")[0]
    assert one.say("🙂").ticket.status == "escalated"


def test_a_feeling_has_several_wordings_in_every_language() -> None:
    assert met.__doc__
    for kind in ("anger", "hurry", "money", "sadness", "worry"):
        wordings = WORDINGS[f"feeling.{kind}"]
        assert all(len({text.words(locale) for text in wordings}) >= 3 for locale in LOCALES)


@pytest.mark.parametrize("organisation", ORGANISATIONS, ids=lambda one: one.id)
def test_however_often_an_order_is_offered_its_deed_and_its_price_are_said(organisation: Organisation) -> None:
    """Whatever was said beside it: a bare "shall I go ahead?" would be a yes to something that nobody sees any more."""
    catalogue = catalogue_of(organisation.but(address_key="key"), ())
    orders = {name: terms for name, order in catalogue.workflows.items() if (terms := order.confirm)}
    assert len(orders) >= 4
    for name, terms in orders.items():
        offer = Confirm(workflow=name, values={blank: f"<{blank}>" for blank in terms.blanks()})
        for locale in organisation.languages:
            ticket = Ticket(id="t.1", ordinal=1, opened_at=START, touched_at=START, locale=locale)
            earlier = FIRST
            for beside in ("", "again", "explain", "only_so", "asks.cannot_tell", "once_more", "again"):
                lines = (Line(key=beside),) if beside else ()
                said = speak(Course(ticket=ticket, action=offer, lines=lines), locale, catalogue, earlier).text
                assert said != earlier.text and [one for one in offer.values.values() if str(one) not in said] == []
                told = frozenset({beside, key_of(offer)})
                earlier = Earlier(text=said, told=told, question=offer, locale=locale)


@pytest.mark.parametrize("kind", [*STILL, "a question mark", "a sigh", "a correction", "why", "abuse"])
def test_at_an_offer_every_reply_that_asks_for_a_yes_names_the_line(kind: str, talk: Start) -> None:
    one = talk(customer=Customer(id="customer-1"))
    one.say("activate international roaming for 9800000001")
    assert isinstance(one.ticket.question, Confirm)
    for _ in range(3):
        one.say(MESSAGES[kind])
        assert not isinstance(one.turn.action, Confirm) or "roaming" in one.reply.lower(), one.reply
