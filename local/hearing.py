"""What a message is understood as when a question is open, in a small world of acme-in: `make speech ARGS='"no" --open …'`."""

import json
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from frontline.adapters.flows.library import Library
from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.agent.hear.ladder import Readers
from frontline.agent.hear.listener import desk_for
from frontline.agent.hear.understand import understand
from frontline.agent.proceed import ask_intent, proceed
from frontline.agent.tell.speak import speak
from frontline.agent.tickets import first_ticket
from frontline.flows.compile import flow_of
from frontline.journal.replay import Silent
from frontline.model.action import ConfirmStop, Say
from frontline.model.base import Variables
from frontline.model.catalogue import Catalogue
from frontline.model.fact import Fact, Facts
from frontline.model.flow import Consent, Elicitation, Instruction, Node, Task
from frontline.model.message import Message, Said
from frontline.model.organisation import Organisation
from frontline.model.ticket import Matter, Run, Ticket
from frontline.trades import catalogue_of
from local.seed import ORGANISATIONS

KNOWN = {"phone_number": "+919800000001", "identified": "+919800000001", "region": "mumbai"}


class Place(NamedTuple):
    """A node of a flow, and an intent that leads there."""

    intent: str
    flow: str
    node: Node


def understood(text: str, open_: str) -> Iterator[str]:
    """The open question, and all that is heard of the text, a field a line. Nobody else is asked: what the code leaves to the
    ladder of models is said to be left."""
    organisation, catalogue, place = _asking(open_)
    at = int(time.time() * 1000)
    said = Said(text=text)
    message = Message(id="m", organisation=organisation.id, conversation="c", at=at, utc_offset=330, content=said)
    desk = desk_for(organisation, catalogue, message, 2)
    fresh = first_ticket("c", at, organisation.locale)
    ticket = waiting(place, fresh, desk) if place else asked_nothing(open_, fresh)
    asked = speak(Course(ticket=ticket, action=ticket.question or Say()), ticket.locale, catalogue).text
    yield f"open     {open_}{f': {asked}' if ticket.question else ''}"
    heard = understand(ticket, message, desk, Readers((), Silent()))
    told = json.loads(heard.model_dump_json(exclude_defaults=True, exclude={"proposal"}))
    yield from (f"{name:8} {json.dumps(value, ensure_ascii=False)}" for name, value in told.items())
    if heard.proposal:
        yield "left     to the models and the classifier, which are not asked here"


def asked_nothing(open_: str, ticket: Ticket) -> Ticket:
    """Before there is a matter, or after it."""
    return ticket.but(status="resolved") if open_ == "resolved" else ask_intent(ticket).ticket


def waiting(place: Place, ticket: Ticket, desk: Desk) -> Ticket:
    """The ticket with its matter at this node, asking what it asks."""
    flow, node = flow_of(desk.catalogue, place.flow), place.node
    found = _found(node, desk.catalogue)
    matter = Matter(intent=place.intent, flow=flow.id, flow_hash=flow.hash, node=node.id, found=found)
    asked = node.slot if isinstance(node, Elicitation) else None
    known = [Fact(slot=slot, value=value, source="said", turn=1) for slot, value in KNOWN.items() if slot != asked]
    ticket = ticket.but(facts=Facts(known=tuple(known)))
    if isinstance(node, Task):
        run = Run(node=node.id, workflow=node.workflow, inputs={}, order="o")
        return ticket.but(matters=(matter.but(run=run),), question=ConfirmStop(workflow=run.workflow))
    return proceed(ticket.but(matters=(matter,)), desk).ticket


def _asking(open_: str) -> tuple[Organisation, Catalogue, Place | None]:
    """Who asks it: acme-in, or else acme-us, whose flows tell customers what to do."""
    kind, _, name = open_.partition(":")
    offers = [(one.but(address_key="key"), Library().of(one, ())) for one in ORGANISATIONS]
    known = [(organisation, catalogue_of(organisation, flows)) for organisation, flows in offers]
    if open_ in ("intent", "resolved"):
        return (*known[0], None)
    for organisation, catalogue in known:
        for place in _places(catalogue):
            if kind in _FITS and _FITS[kind](place, name):
                return organisation, catalogue, place
    asked = sorted({one for _, catalogue in known for one in _names(catalogue)})
    raise SystemExit("\n".join((f"nobody asks {open_!r}, but these are asked:", *asked, "intent", "resolved")))


_FITS: dict[str, Callable[[Place, str], bool]] = {
    "confirm": lambda place, name: isinstance(place.node, Consent) and place.node.workflow == name,
    "ask": lambda place, name: (
        isinstance(place.node, Elicitation) and not place.node.correcting and place.node.slot == name
    ),
    "stop": lambda place, name: isinstance(place.node, Task) and place.node.workflow == name,
    "instruct": lambda place, name: isinstance(place.node, Instruction) and f"{place.flow}.{place.node.id}" == name,
}


def _places(catalogue: Catalogue) -> Iterator[Place]:
    for intent, root in catalogue.served_by.items():
        for name in catalogue.reach(root):
            yield from (Place(intent, name, node) for node in flow_of(catalogue, name).nodes)


def _found(node: Node, catalogue: Catalogue) -> Variables:
    """What inquiries found on the way: things to choose from, what an order costs."""
    if isinstance(node, Elicitation) and catalogue.slots[node.slot].options_from:
        options = [{"value": one, "label": f"Plan {one}"} for one in ("299", "599")]
        return {f"{node.slot}_options": json.dumps(options)}
    if isinstance(node, Consent) and (terms := catalogue.workflows[node.workflow].confirm):
        return {blank: KNOWN.get(blank, "1") for blank in terms.blanks()}
    return {}


def _names(catalogue: Catalogue) -> Iterator[str]:
    """Every question, by the name that `--open` takes."""
    for place in _places(catalogue):
        match place.node:
            case Consent(workflow=name):
                yield from (f"confirm:{name}", f"stop:{name}")
            case Elicitation(slot=name, correcting=False):
                yield f"ask:{name}"
            case Instruction(id=name):
                yield f"instruct:{place.flow}.{name}"
            case _:
                pass
