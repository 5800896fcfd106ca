"""What a customer's words hold without anyone's help: a move in so many words, an answer to the open question, slots."""

from collections.abc import Iterable

from frontline.agent.desk import Desk
from frontline.agent.hear.consent import consent
from frontline.agent.hear.moves import corrected, lost, recognise, wondering
from frontline.agent.hear.options import offered
from frontline.agent.hear.proofs import PROOF, another_code, dates_a_proof, shown_otherwise, with_the_rest
from frontline.model.action import AskIntent, AskSlot, Confirm, Instruct
from frontline.model.base import Values
from frontline.model.heard import Heard
from frontline.model.message import Reported
from frontline.model.ticket import Ticket
from frontline.model.workflow import SECRET_TYPES, Knowledge, Option
from frontline.slots import SLOT_TYPES
from frontline.slots.reading import Found, Hearing, Reading, Unknown
from frontline.texts.language import detect

_ONLY_WHEN_ASKED = frozenset({"text", "name", "code", "choice", "yes_no", "proof", "done"})
_ANY_WORDS = frozenset({"text", "name"})
"""What takes any words for an answer gives way to what a correction names."""
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
        known = [offered(one, ticket) for one in _heard_for(asked, ticket, desk)]
        return Heard(locale=message.locale or ticket.locale, said=_values(text, desk, known, asked))
    heard = Heard(locale=message.locale or detect(text, ticket.locale))
    known = [offered(one, ticket) for one in _heard_for(asked, ticket, desk)]
    move = recognise(text) if text else "repeat" if ticket.question else None
    if isinstance(ticket.question, Instruct):
        return _on_instruction(heard.but(said=_values(text, desk, known, asked), move=move), ticket, desk)
    if move == "correct" and not dates_a_proof(text, asked, desk):
        meant = corrected(text) or ""
        new = _values(meant, desk, known, asked) or _values(meant, desk, _heard_for(frozenset(), ticket, desk))
        free = {one.name for one in known if one.name in asked and one.type in _ANY_WORDS}
        meant_slots = {name: value for name, value in new.items() if name not in free} or new
        return heard.but(move=move, corrected=meant_slots)
    said = _values(text, desk, known, asked)
    update: dict[str, object] = {"move": None if move == "correct" else move, "said": said}
    match ticket.question:
        case Confirm():
            answer = read_slot("yes_no", text, desk, asked=True)
            update["consent"] = consent(text, answer)
        case AskIntent():
            update["intent"] = _picked(text, desk)
        case AskSlot(slot=slot) as question:
            wanted = offered(desk.catalogue.knowledge[slot], ticket)
            placed = None if slot in said else read_slot(wanted.type, text, desk, asked=True, options=wanted.options)
            if isinstance(placed, Unknown) and (both := with_the_rest(placed.said, question, ticket)):
                update["said"] = {**said, slot: both}
            elif isinstance(placed, Unknown):
                update["unplaced"] = placed.said
            if wanted.type == "code" and ticket.facts.get(PROOF):
                update["said"] = shown_otherwise(text, desk) or said or another_code(text)
        case _:
            pass
    heard = heard.but(**update)
    return heard.but(move=None) if heard.move in _GIVES_WAY and answers(heard, ticket) else heard


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
    """What the open matters ask and listen for. A secret is only that: a date of birth is no date of payment."""
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


def _of_flows(flows: Iterable[str], desk: Desk) -> dict[str, Knowledge]:
    """What these flows ask or listen for: nothing else is picked up from a customer's words."""
    return {name: known for flow in flows for name, known in desk.catalogue.wanted_by(flow).items()}


def read_slot(type_: str, text: str, desk: Desk, *, asked: bool, options: tuple[Option, ...] = ()) -> Reading:
    return SLOT_TYPES[type_](Hearing(text, desk.now, asked, options, desk.organisation.calling_code))


def _picked(text: str, desk: Desk) -> str | None:
    """An entry of the menu, by its words or its number."""
    options = tuple(Option(value=intent.name, label=intent.offer) for intent in desk.catalogue.offers())
    reading = read_slot("choice", text, desk, asked=True, options=options)
    return str(reading.value) if isinstance(reading, Found) else None
