"""What the words fill: which slots are listened for, and what each makes of a message or a report."""

from collections.abc import Iterable, Sequence

from frontline.agent.desk import Desk
from frontline.agent.hear.corrections import corrected
from frontline.agent.options import offered
from frontline.model.action import AskSlot, Instruct
from frontline.model.base import Value, Values
from frontline.model.message import Reported
from frontline.model.reading import Found, Hearing, Reading
from frontline.model.slot_type import SlotType
from frontline.model.ticket import Ticket
from frontline.model.workflow import Knowledge, Option, Slot
from frontline.speech.choices.measures import beside_chosen
from frontline.speech.placed import split
from frontline.speech.readers import said
from frontline.speech.report import same_action, told_of
from frontline.speech.secrets import without_secrets

_FEW = 3
"""Words that are an answer in themselves."""


def asked_for(ticket: Ticket) -> frozenset[str]:
    """The slots that the open question is for: one, or what an instruction wants read."""
    match ticket.question:
        case AskSlot(slot=slot):
            return frozenset({slot})
        case Instruct(reads=reads):
            return frozenset(reads)
        case _:
            return frozenset()


def heard_for(asked: frozenset[str], ticket: Ticket, desk: Desk) -> Iterable[Knowledge]:
    """What the open matters ask and listen for; before there is one, the number and the city it may be about. A secret
    is only that: a date of birth is no date of payment."""
    if not ticket.matters:
        return [one for name, one in sorted(desk.catalogue.knowledge.items()) if desk.catalogue.type_of(one).said_first]
    wanted = {slot: desk.catalogue.knowledge[slot] for slot in sorted(asked)}
    if not desk.catalogue.secrets.isdisjoint(wanted):
        return wanted.values()
    return (_of_flows((matter.root for matter in ticket.matters), desk) | wanted).values()


def read_for(text: str, intents: Iterable[str | None], ticket: Ticket, desk: Desk) -> Values:
    """What the same words hold for the flows they ask for, beyond those that are open."""
    served = desk.catalogue.served_by
    wanted = {served[intent] for intent in intents if intent is not None and intent in served}
    fresh = wanted - {matter.root for matter in ticket.matters}
    return values_in(text, desk, _of_flows(sorted(fresh), desk).values())


def reported(text: str, content: Reported, ticket: Ticket, desk: Desk) -> Values:
    """A report answers the instruction it names, and no other question: of any other only the unmistakable is heard. What
    takes any words takes those under its own name; all else reads the whole `text`, which says what is on and what is off."""
    question = ticket.question
    answering = isinstance(question, Instruct) and same_action(content.action, question.device.name)
    asked = asked_for(ticket) if answering else frozenset()
    known = [offered(one, ticket) for one in heard_for(asked, ticket, desk)]
    values = values_in(text, desk, [one for one in known if not desk.catalogue.type_of(one).by_name], asked)
    for one in (one for one in known if one.name in asked and desk.catalogue.type_of(one).by_name):
        if told := told_of(one.name, content.result, alone=len(asked) == 1):
            values |= values_in(told, desk, [one], asked)
    return values


def values_in(text: str, desk: Desk, known: Iterable[Knowledge], asked: frozenset[str] = frozenset()) -> Values:
    """Every slot the words fill: leniently what was asked for, the others only where unmistakable."""
    values: Values = {}
    for one in known:
        if one.name not in asked and not desk.catalogue.type_of(one).anywhere:
            continue
        reading = read_for_slot(one, text, desk, asked=one.name in asked)
        if isinstance(reading, Found):
            values[one.name] = reading.value
    return values


def anew(said: Values, ticket: Ticket) -> Values:
    """As long as no matter stands on it, the later word is the one that counts."""
    return {name: value for name, value in said.items() if (known := ticket.facts.get(name)) and known.value != value}


def held(slot: str, ticket: Ticket) -> Value | None:
    """What the active matter stands on: what its flow was called with, or else what is known."""
    given = ticket.matter.given.get(slot) if ticket.matter else None
    if isinstance(given, str | int | float | bool) and given != "":
        return given
    fact = ticket.facts.get(slot)
    return fact.value if fact else None


def otherwise(said: Values, ticket: Ticket) -> Values:
    """What was said and differs from what is held."""
    return {name: value for name, value in said.items() if held(name, ticket) not in (None, value)}


def differing(text: str, known: Iterable[Knowledge], ticket: Ticket, desk: Desk) -> Values:
    """What the words say otherwise than it is held: the whole of them, or where they name what is held too ("B instead of
    A"), the one part that names another."""
    listened = tuple(known)
    if other := otherwise(values_in(text, desk, listened), ticket):
        return other
    parts = [values_in(part, desk, listened) for part in split(text[:1000], "instead", ",;.!?\n>→")]
    found: dict[str, set[Value]] = {}
    for part in parts if len(parts) > 1 else ():
        for name, value in part.items():
            found.setdefault(name, set()).add(value)
    others = {name: values - {held(name, ticket)} for name, values in found.items() if held(name, ticket) in values}
    return {name: other.pop() for name, other in others.items() if len(other) == 1}


def other_choice(text: str, known: Iterable[Knowledge], ticket: Ticket, desk: Desk) -> Values:
    """Another answer to what was chosen from a list ("no wait, the 399 one", "not that one, the cheaper one"), or was told and
    is put right: "make it 2"."""
    for one in known:
        chosen = ticket.facts.get(one.name)
        listed = desk.catalogue.type_of(one).options == "needed" and len(one.options) > 1
        if chosen is None or not (listed or "makes_it" in said(text)):
            continue
        other = _beside(text, one.options, chosen.value) or _chosen_otherwise(text, one, chosen.value, desk)
        if other is not None:
            return {one.name: other}
    return {}


def _beside(text: str, options: Sequence[Option], chosen: Value) -> Value | None:
    """What costs less or more than the chosen one, or stands behind it."""
    place = next((at for at, option in enumerate(options) if option.value == chosen), None)
    other = beside_chosen(said(text), options, place) if place is not None else None
    return options[other].value if other is not None else None


def _chosen_otherwise(text: str, known: Knowledge, chosen: Value, desk: Desk) -> Value | None:
    """The one option beside the chosen one that is named by the whole message, by what it affirms, or by a part of it."""
    for said_so in ((text,), (corrected(text) or "",), split(text[:1000], "turn", ",;.!?।\n–—…")):
        readings = [read_for_slot(known, part, desk, asked=True) for part in said_so if part]
        named = {reading.value for reading in readings if isinstance(reading, Found)} - {chosen}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def beside(text: str, desk: Desk, open_: Iterable[Knowledge], answered: Iterable[Knowledge]) -> Values:
    """What is not known yet and has few answers is answered beside an answer, in a part that is none: "Jaipur, mobile"."""
    parts = split(text, "and", ",;/\n")
    if len(parts) == 1:
        return {}
    parts = [part for part in parts if 0 < len(part.split()) <= _FEW]
    for one in answered:
        parts = [part for part in parts if read_for_slot(one, part, desk, asked=True) is None]
    values: Values = {}
    for one in open_:
        if isinstance(one, Slot) and one.options and desk.catalogue.type_of(one).anywhere:
            readings = [read_for_slot(one, part, desk, asked=True) for part in parts]
            found = {reading.value for reading in readings if isinstance(reading, Found)}
            values |= {one.name: found.pop()} if len(found) == 1 else {}
    return values


def _of_flows(flows: Iterable[str], desk: Desk) -> dict[str, Knowledge]:
    """What these flows ask or listen for: nothing else is picked up from a customer's words."""
    return {name: known for flow in flows for name, known in desk.catalogue.wanted_by(flow).items()}


def read_slot(type_: str, text: str, desk: Desk, *, asked: bool, options: tuple[Option, ...] = ()) -> Reading:
    """What the words are for this type, whichever slot they are for."""
    hearing = Hearing(text, desk.now, asked, options, desk.organisation.calling_code)
    return _read(desk.catalogue.trade.slot_types[type_], hearing)


def read_for_slot(slot: Knowledge, text: str, desk: Desk, *, asked: bool) -> Reading:
    """What the words are for this slot, within what its declaration allows."""
    hearing = Hearing.of(slot, text, desk.now, asked=asked, calling_code=desk.organisation.calling_code)
    return _read(desk.catalogue.type_of(slot), hearing)


def _read(known: SlotType, hearing: Hearing) -> Reading:
    """Only a type of secret sees the secrets in a message: a date of birth is no date of payment, and what is free text goes
    to others. A postal code is called a PIN too, so what reads one sees them as well."""
    if not (known.secret or known.sees_secrets):
        hearing = hearing._replace(text=without_secrets(hearing.text, hearing.at.date()))
    return known.read(hearing)
