"""What is said of a matter that is called off: that nothing was changed only where that is so. Every flow and workflow of
both organisations is walked at random, with every answer and every result its workflows declare, and called off everywhere."""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

import pytest

from frontline.adapters.flows.library import Library
from frontline.agent.desk import Desk
from frontline.agent.hear.listener import desk_for
from frontline.agent.matters import called_off
from frontline.agent.proceed import ground_of
from frontline.agent.repair import repair
from frontline.agent.tell.speak import speak, text_of
from frontline.agent.wishes import matter_for
from frontline.flows.compile import flow_of
from frontline.flows.walk import walk
from frontline.model.action import AskModel, AskSlot, Confirm, Instruct, RunWorkflow
from frontline.model.base import Values
from frontline.model.catalogue import Catalogue
from frontline.model.fact import Fact
from frontline.model.heard import Heard
from frontline.model.message import Message, Outcome, Said
from frontline.model.organisation import Organisation
from frontline.model.text import Line
from frontline.model.ticket import Run, Ticket
from frontline.trades import catalogue_of
from tests.support.runbook_here import ACME_US
from tests.support.world import ACME, START, Talk

NOTHING = re.compile(r"[Nn]othing (was|has been) changed|कुछ (भी )?(नहीं )?बदला|[Kk]uch (bhi )?(nahi )?badla")
WALKS, STEPS = 40, 60


class Stretch(NamedTuple):
    """Where a walk waits, and what was really done on the way to it: the orders that ended, and whether the phone was touched."""

    ticket: Ticket
    ended: tuple[str, ...]
    touched: bool


def desk_of(organisation: Organisation) -> Desk:
    message = Message(
        id="m",
        organisation=organisation.id,
        conversation="c" * 32,
        at=START,
        utc_offset=330,
        content=Said(text="cancel"),
    )
    return desk_for(organisation, catalogue_of(organisation, Library().of(organisation, ())), message, 9)


def known(ticket: Ticket, slot: str, catalogue: Catalogue, random: Random) -> Ticket:
    options = [option.value for option in catalogue.slots[slot].options] or ["9800000002", "1", "x"]
    fact = Fact(slot=slot, value=random.choice(options), source="said", turn=9)
    return ticket.but(facts=ticket.facts.learn(fact, correction=True))


def stretches(root: str, desk: Desk, random: Random) -> Iterator[Stretch]:
    """One walk, wherever it waits for the customer."""
    flow = flow_of(desk.catalogue, root)
    matter = matter_for("wish", flow)
    ticket = Ticket(id="t.1", ordinal=1, opened_at=START, touched_at=START, locale="en", matters=(matter,))
    ended: tuple[str, ...] = ()
    touched = False
    for _ in range(STEPS):
        assert ticket.matter is not None
        walked = walk(ticket.matter, ground_of(ticket, desk))
        matter, stop = walked.matter, walked.stop
        ticket = ticket.but(facts=walked.ground.facts, matters=(matter,), question=None)
        match stop:
            case AskSlot(slot=slot):
                yield Stretch(ticket.but(question=stop), ended, touched)
                ticket = known(ticket, slot, desk.catalogue, random).with_matter(matter.but(answered=True))
            case Instruct(reads=reads):
                yield Stretch(ticket.but(question=stop), ended, touched)
                for slot in reads:
                    ticket = known(ticket, slot, desk.catalogue, random)
                ticket, touched = ticket.with_matter(matter.but(answered=True)), True
            case Confirm():
                yield Stretch(ticket.but(question=stop), ended, touched)
                ticket = ticket.with_matter(matter.but(consented=True))
            case RunWorkflow(workflow=name, node=node, inputs=inputs):
                result = random.choice(sorted(desk.catalogue.workflows[name].results))
                blanks = desk.catalogue.workflows[name].results[result].says.blanks()
                values: Values = {blank: f"<{blank}>" for blank in blanks}
                if desk.catalogue.workflows[name].kind == "order":
                    ended += (f"{name}.{result}",)
                outcome = Outcome(status="succeeded", result=result, values=values)
                ticket = ticket.with_matter(
                    matter.but(run=Run(node=node, workflow=name, inputs=inputs, outcome=outcome))
                )
            case AskModel(node=node):
                failed = Run(node=node, workflow="asked", inputs={}, outcome=Outcome(status="failed"))
                ticket = ticket.with_matter(matter.but(run=failed))
            case _:
                return


@pytest.mark.parametrize("organisation", [ACME, ACME_US], ids=lambda one: one.id)
def test_nothing_was_changed_is_said_only_where_nothing_was_done(organisation: Organisation) -> None:
    desk, random = desk_of(organisation), Random(9)
    after_orders: set[str] = set()
    for root in (*desk.catalogue.flows, *desk.catalogue.workflows):
        for _ in range(WALKS):
            for ticket, ended, touched in stretches(root, desk, random):
                course = repair(ticket, Heard(locale="en", move="cancel"), desk, news=False)
                assert course is not None
                if ticket.question == AskSlot(slot=getattr(ticket.question, "slot", ""), correcting=True):
                    continue
                said = {locale: speak(course, locale, desk.catalogue).text for locale in ACME.languages}
                claims = [locale for locale, text in said.items() if NOTHING.search(text)]
                assert claims == ([] if ended or touched else list(ACME.languages)), (root, ended, said)
                assert {line.key for line in course.lines} >= {f"{key}.stays" for key in ended[-1:]}
                after_orders |= set(ended)
    assert after_orders if organisation.id == "acme-us" else True


def test_no_order_says_for_good_that_nothing_was_changed() -> None:
    catalogue = desk_of(ACME).catalogue
    for name, workflow in catalogue.workflows.items():
        for result in workflow.results if workflow.kind == "order" else ():
            text = text_of(f"{name}.{result}.stays", catalogue)
            assert not any(NOTHING.search(text.fill(locale, {})) for locale in ACME.languages), (name, result)


def test_a_request_that_was_sent_is_told_when_the_payment_is_called_off(talk: Callable[..., Talk]) -> None:
    one = talk(organisation=ACME_US)
    one.say("I want to pay my bill, 555-123-2201")
    assert one.say("yes").order is not None
    assert one.order_ends().action.kind == "instruct", one.reply
    turn = one.say("never mind, cancel")
    assert turn.ticket.status == "cancelled"
    assert not NOTHING.search(turn.reply.text)
    assert "$55" in turn.reply.text and "need not accept" in turn.reply.text, turn.reply.text


def test_what_a_later_release_no_longer_words_is_left_out() -> None:
    desk = desk_of(ACME)
    matter = matter_for("x", flow_of(desk.catalogue, "data_refuel"))
    for key in ("gone.done.stays", "data_refuel.gone.stays", "nothing_we_say"):
        assert called_off(matter.having_done(Line(key=key)), "cancelled", desk) == (Line(key="cancelled_here"),)


def test_a_stopped_request_is_remembered_by_the_matter(talk: Callable[..., Talk]) -> None:
    """Stopped for a correction, then called off: the request may still arrive."""
    one = talk(organisation=ACME_US)
    one.say("I want to pay my bill, 555-123-2201")
    one.say("yes")
    assert one.say("no wait, I meant 555-123-2202").stop is not None, one.reply
    one.order_ends(Outcome(status="stopped"))
    turn = one.say("never mind, cancel")
    assert not NOTHING.search(turn.reply.text)


@pytest.mark.parametrize(
    ("organisation", "opening"),
    [
        (ACME, ()),
        (ACME, ("my recharge did not arrive on 9800000002",)),
        (ACME_US, ("my phone has no service, 555-123-2002",)),
        (ACME_US, ("I want to pay my bill, 555-123-2201",)),
    ],
    ids=lambda one: getattr(one, "id", one[0] if isinstance(one, tuple) and one else "at once"),
)
@pytest.mark.parametrize("stop", ["stop", "cancel", "never mind, cancel", "रद्द करो"])
def test_what_a_colleague_has_stays_with_them(
    organisation: Organisation, opening: tuple[str, ...], stop: str, talk: Callable[..., Talk]
) -> None:
    one = talk(organisation=organisation)
    for words in opening:
        one.say(words)
    one.say("I want to talk to a human")
    one.order_ends()
    case = next(case.number for case in one.ticket.cases)
    for words in (stop, "what about my case?", stop):
        turn = one.say(words)
        assert turn.ticket.status == "escalated", (words, turn.reply.text)
        assert any(known.number == case for known in turn.ticket.cases)
        assert not NOTHING.search(turn.reply.text)
    assert str(case) in turn.reply.text
