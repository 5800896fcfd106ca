"""A reply says a thing once, and says nothing empty: no sentence twice, no sum of nothing, one greeting, one hand-over."""

from collections.abc import Callable
from typing import Literal

import pytest

from frontline.agent.course import Course
from frontline.agent.tell.speak import speak
from frontline.agent.tell.together import together
from frontline.journal.replay import Drawn
from frontline.model.action import Confirm
from frontline.model.ticket import Ticket
from frontline.trades import catalogue_of
from tests.support.graphs import flow_of_document, support_flow
from tests.support.runbook_here import ACME_US
from tests.support.world import ACME, START, Talk

Start = Callable[..., Talk]
HOLD_ON = "YOU ARE BEING TRANSFERRED TO A HUMAN AGENT. PLEASE HOLD ON."
"""To the letter what the runbook's policy wants."""


def sentences(reply: str) -> list[str]:
    return [one.strip() for one in reply.replace("?", ".").split(". ") if one.strip()]


def test_what_a_flow_and_its_workflow_say_is_said_once(talk: Start) -> None:
    reply = talk(organisation=ACME_US).say("I want to pay my bill, 555-123-2201").reply.text
    assert "is overdue: $55" in reply
    assert len(sentences(reply)) == len(set(sentences(reply))), reply


@pytest.mark.parametrize(
    ("owed", "free"),
    [
        ("₹0", True),
        ("$0.00", True),
        ("€0,00", True),
        ("₹0.50", False),
        ("₹100", False),
        ("$1,000.00", False),
        ("", False),
    ],
)
def test_nobody_is_asked_to_pay_nothing(owed: str, free: bool) -> None:
    catalogue = catalogue_of(ACME, ())
    ticket = Ticket(id="t.1", ordinal=1, opened_at=START, touched_at=START, locale="en")
    action = Confirm(workflow="line_resumption", values={"phone_number": "+919800000004", "owed": owed})
    declared = catalogue.workflows["line_resumption"]
    for locale in ACME.languages:
        asked = (declared.free if free else declared.confirm) or declared.title
        assert speak(Course(ticket=ticket, action=action), locale, catalogue).text == asked.fill(locale, action.values)


def test_a_flow_that_hands_over_in_its_own_words_is_not_repeated(talk: Start) -> None:
    one = talk(organisation=ACME_US)
    one.say("I want to pay my bill, 555-123-2201")
    handed = one.say("no")
    assert handed.reply.text.endswith(HOLD_ON) and "colleague" not in handed.reply.text
    told = together(handed, one.order_ends()).reply.text
    assert told.count("colleague") == 0 and "has the number ticket-" in told, told


@pytest.mark.parametrize("locale", ["en", "hi", "hinglish"])
def test_that_a_colleague_has_it_is_said_once(locale: Literal["en", "hi", "hinglish"], talk: Start) -> None:
    one = talk(locale=locale)
    handed = one.say("human")
    filed = one.order_ends()
    told = together(handed, filed).reply.text
    assert told.startswith(handed.reply.text) and len(told) < len(f"{handed.reply.text} {filed.reply.text}")
    assert str(filed.lines[0].values["case"]) in told


@pytest.mark.parametrize(
    ("words", "reply"), [("hello", "Hello! What can I do for you?"), ("", "Hello! What can I do for you?")]
)
def test_a_flow_that_greets_is_not_greeted_before(words: str, reply: str, talk: Start) -> None:
    flows = Drawn((flow_of_document(support_flow()),))
    one = talk(organisation=ACME_US.but(library=()), flows=flows, flow="support")
    assert one.say(words).reply.text == reply


def test_a_flow_that_begins_with_a_question_is(talk: Start) -> None:
    document = support_flow()
    document["nodes"] = [node for node in document["nodes"] if node["id"] != document["nodes"][1]["id"]]
    gone = support_flow()["nodes"][1]["id"]
    after = next(edge["target"] for edge in document["edges"] if edge["source"] == gone)
    document["edges"] = [edge for edge in document["edges"] if edge["source"] != gone]
    for edge in document["edges"]:
        edge["target"] = after if edge["target"] == gone else edge["target"]
    flows = Drawn((flow_of_document(document),))
    one = talk(organisation=ACME_US.but(library=()), flows=flows, flow="support")
    assert one.say("hello").reply.text == "Hello! What can I do for you?"
