"""What a customer's words hold without anyone's help: a move in so many words, an answer to the open question, slots."""

import re
from collections.abc import Iterable

from frontline.agent.desk import Desk
from frontline.agent.hear.consent import consent
from frontline.agent.hear.languages import wished
from frontline.agent.hear.moves import about_the_offer, calls_off, corrected, lost, recognise, wondering
from frontline.agent.hear.options import offered
from frontline.agent.hear.proofs import PROOF, another_code, dates_a_proof, shown_otherwise, with_the_rest
from frontline.model.action import AskIntent, AskSlot, Confirm, Instruct
from frontline.model.base import Values
from frontline.model.heard import Heard
from frontline.model.message import Reported
from frontline.model.text import LOCALES
from frontline.model.ticket import Ticket
from frontline.model.workflow import SECRET_TYPES, Knowledge, Option, Slot
from frontline.slots import SLOT_TYPES
from frontline.slots.plain import plain
from frontline.slots.reading import Found, Hearing, Reading, Unknown
from frontline.slots.report import same_action, told_of
from frontline.texts.language import detect

_ONLY_WHEN_ASKED = frozenset({"text", "name", "code", "choice", "yes_no", "proof", "done"})
_ANY_WORDS = frozenset({"text", "name"})
"""What takes any words for an answer gives way to what a correction names."""
_SAID_FIRST = frozenset({"phone", "region"})
"""Who writes a number or a city before what it is about writes it once."""
_PART = re.compile(r"[,;/\n]|\s(?:and|aur|और)\s")
_FEW = 3
"""Words that are an answer in themselves."""
_GIVES_WAY = frozenset({"thanks", "greeting", "goodbye", "wait"})
"""Manners beside an answer."""
_BEFORE_A_READING = frozenset({"human", "cancel", "wait", "who"})
"""What a message is in so many words, whatever else a phone could be read out of it: "I'm driving, can't look at it"."""


def read(ticket: Ticket, desk: Desk) -> Heard:
    """What the customer's words hold without anyone's help."""
    message = desk.message
    text = desk.words
    asked = asked_for(ticket)
    if isinstance(message.content, Reported):
        return Heard(locale=message.locale or ticket.locale, said=_reported(message.content, ticket, desk))
    heard = Heard(locale=message.locale or detect(text, ticket.locale))
    if language := wished(text):
        return heard.but(move="language", locale=heard.locale if language == "another" else language)
    known = [offered(one, ticket) for one in _heard_for(asked, ticket, desk)]
    if isinstance(ticket.question, Confirm) and _agreed(text, ticket.question, desk):
        return heard.but(consent=True, said=_values(text, desk, known, asked))
    move = recognise(text) if text else "repeat" if ticket.question else None
    if move != "human" and ticket.matter and ticket.matter.under_way and calls_off(text):
        return heard.but(move="cancel")
    if isinstance(ticket.question, Instruct):
        return _on_instruction(heard.but(said=_values(text, desk, known, asked), move=move), ticket, desk)
    if move == "correct" and not dates_a_proof(text, asked, desk):
        meant = corrected(text) or ""
        new = _values(meant, desk, known, asked) or _values(meant, desk, _heard_for(frozenset(), ticket, desk))
        free = {one.name for one in known if one.name in asked and one.type in _ANY_WORDS}
        meant_slots = {name: value for name, value in new.items() if name not in free} or new
        return heard.but(move=move, corrected=meant_slots)
    said = _values(text, desk, known, asked)
    if asked and asked <= said.keys():
        said = {**_beside(text, desk, [one for one in known if one.name not in said]), **said}
    update: dict[str, object] = {
        "move": None if move == "correct" else move,
        "said": said,
        "corrected": {} if ticket.matters else _anew(said, ticket),
    }
    match ticket.question:
        case Confirm():
            update["consent"] = _agreed(text, ticket.question, desk)
            if move is None and update["consent"] is None and about_the_offer(text):
                update["move"] = "help"
        case AskIntent():
            update["intent"] = _picked(text, desk)
        case AskSlot(slot=slot) as question:
            wanted = offered(desk.catalogue.knowledge[slot], ticket)
            placed = None if slot in said else read_slot(wanted.type, text, desk, asked=True, options=wanted.options)
            update["unplaced"] = placed.said if isinstance(placed, Unknown) else None
        case None:
            update["intent"] = _in_the_words_of_the_menu(text, desk)
    heard = heard.but(**update)
    return heard.but(move=None) if heard.move in _GIVES_WAY and answers(heard, ticket) else heard


def _agreed(text: str, question: Confirm, desk: Desk) -> bool | None:
    answer = read_slot("yes_no", text, desk, asked=True)
    return consent(text, answer, desk.catalogue.workflows[question.workflow], question)


def _on_instruction(heard: Heard, ticket: Ticket, desk: Desk) -> Heard:
    """What was read off a device comes first: "no, airplane mode is off" corrects nobody. A question about what to do is
    a wish for help."""
    if lost(desk.words) and heard.move in (None, "help"):
        return heard.but(move="help", said={})
    if answers(heard, ticket):
        return heard if heard.move in _BEFORE_A_READING else heard.but(move=None)
    return heard if heard.move not in (None, "correct") else heard.but(move=wondering(desk.words))


def asked_for(ticket: Ticket) -> frozenset[str]:
    """The slots that the open question is for: one, or what an instruction wants read."""
    match ticket.question:
        case AskSlot(slot=slot):
            return frozenset({slot})
        case Instruct(reads=reads):
            return frozenset(reads)
        case _:
            return frozenset()


def _heard_for(asked: frozenset[str], ticket: Ticket, desk: Desk) -> Iterable[Knowledge]:
    """What the open matters ask and listen for; before there is one, the number and the city it may be about. A secret
    is only that: a date of birth is no date of payment."""
    if not ticket.matters:
        return [one for name, one in sorted(desk.catalogue.knowledge.items()) if one.type in _SAID_FIRST]
    wanted = {slot: desk.catalogue.knowledge[slot] for slot in sorted(asked)}
    if any(one.type in SECRET_TYPES for one in wanted.values()):
        return wanted.values()
    return (_of_flows((matter.root for matter in ticket.matters), desk) | wanted).values()


def answers(heard: Heard, ticket: Ticket) -> bool:
    """Whether the open question was answered, so that there is nothing left to ask a model."""
    match ticket.question:
        case AskSlot(slot=slot):
            return slot in heard.said or heard.unplaced is not None or PROOF in heard.said
        case Instruct(reads=reads):
            return heard.said.keys() >= set(reads)
        case Confirm():
            return heard.consent is not None
        case AskIntent():
            return heard.intent is not None
        case _:
            return False


def read_for(intents: Iterable[str | None], ticket: Ticket, desk: Desk) -> Values:
    """What the same words hold for the flows they ask for, beyond those that are open."""
    served = desk.catalogue.served_by
    wanted = {served[intent] for intent in intents if intent is not None and intent in served}
    fresh = wanted - {matter.root for matter in ticket.matters}
    return _values(desk.words, desk, _of_flows(sorted(fresh), desk).values())


def _reported(content: Reported, ticket: Ticket, desk: Desk) -> Values:
    """A report answers the instruction it names, and no other question: of any other only the unmistakable is heard. What
    takes any words takes those under its own name; all else reads the whole, which says what is on and what is off."""
    question = ticket.question
    answering = isinstance(question, Instruct) and same_action(content.action, question.device.name)
    asked = asked_for(ticket) if answering else frozenset()
    known = [offered(one, ticket) for one in _heard_for(asked, ticket, desk)]
    values = _values(
        desk.words, desk, [one for one in known if one.type not in _ONLY_WHEN_ASKED or one.type == "done"], asked
    )
    for one in (one for one in known if one.name in asked and one.type in _ONLY_WHEN_ASKED - {"done"}):
        if told := told_of(one.name, content.result, alone=len(asked) == 1):
            values |= _values(told, desk, [one], asked)
    return values


def _values(text: str, desk: Desk, known: Iterable[Knowledge], asked: frozenset[str] = frozenset()) -> Values:
    """Every slot the words fill: leniently what was asked for, the others only where unmistakable."""
    values: Values = {}
    for one in known:
        if one.name not in asked and one.type in _ONLY_WHEN_ASKED:
            continue
        reading = read_slot(one.type, text, desk, asked=one.name in asked, options=one.options)
        if isinstance(reading, Found):
            values[one.name] = reading.value
    return values


def _anew(said: Values, ticket: Ticket) -> Values:
    """As long as no matter stands on it, the later word is the one that counts."""
    return {name: value for name, value in said.items() if (known := ticket.facts.get(name)) and known.value != value}


def _beside(text: str, desk: Desk, open_: Iterable[Knowledge]) -> Values:
    """What is not asked yet and has few answers is answered beside an answer: "Jaipur, mobile"."""
    parts = [part for part in (text, *_PART.split(text)) if len(part.split()) <= _FEW]
    values: Values = {}
    for one in open_:
        if isinstance(one, Slot) and one.options and one.type not in _ONLY_WHEN_ASKED:
            readings = [read_slot(one.type, part, desk, asked=True, options=one.options) for part in parts]
            found = {reading.value for reading in readings if isinstance(reading, Found)}
            values |= {one.name: found.pop()} if len(found) == 1 else {}
    return values


def _of_flows(flows: Iterable[str], desk: Desk) -> dict[str, Knowledge]:
    """What these flows ask or listen for: nothing else is picked up from a customer's words."""
    return {name: known for flow in flows for name, known in desk.catalogue.wanted_by(flow).items()}


def read_slot(type_: str, text: str, desk: Desk, *, asked: bool, options: tuple[Option, ...] = ()) -> Reading:
    return SLOT_TYPES[type_](Hearing(text, desk.now, asked, options, desk.organisation.calling_code))


def _in_the_words_of_the_menu(text: str, desk: Desk) -> str | None:
    """What the menu would offer, said before it was shown: so an author's intent is found without any model."""
    words = plain(text).words
    offers = ((intent.name, getattr(intent.offer, locale)) for intent in desk.catalogue.offers() for locale in LOCALES)
    return next((name for name, label in offers if words and plain(label).words == words), None)


def _picked(text: str, desk: Desk) -> str | None:
    """An entry of the menu, by its words or its number."""
    options = tuple(Option(value=intent.name, label=intent.offer) for intent in desk.catalogue.offers())
    reading = read_slot("choice", text, desk, asked=True, options=options)
    return str(reading.value) if isinstance(reading, Found) else None
