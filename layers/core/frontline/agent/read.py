"""What a customer's words hold without anyone's help: a move in so many words, an answer to the open question, slots."""

from collections.abc import Iterable

from frontline.agent.consent import consent
from frontline.agent.desk import Desk
from frontline.agent.moves import corrected, recognise
from frontline.agent.options import offered
from frontline.model.action import AskIntent, AskSlot, Confirm
from frontline.model.base import Values
from frontline.model.heard import Heard
from frontline.model.ticket import Ticket
from frontline.model.workflow import SECRET_TYPES, Knowledge, Option
from frontline.slots import SLOT_TYPES
from frontline.slots.reading import Found, Hearing, Reading, Unknown
from frontline.texts.language import detect

_ONLY_WHEN_ASKED = frozenset({"text", "name", "code", "choice", "yes_no", "proof"})
_COURTESIES = frozenset({"thanks", "greeting", "goodbye"})


def read(ticket: Ticket, desk: Desk) -> Heard:
    """What the customer's words hold without anyone's help."""
    message = desk.message
    text = message.text
    heard = Heard(locale=message.locale or detect(text, ticket.locale))
    asked = ticket.question.slot if isinstance(ticket.question, AskSlot) else None
    known = [offered(one, ticket) for one in _heard_for(asked, ticket, desk)]
    move = recognise(text)
    if move == "correct":
        meant = corrected(text) or ""
        new = _values(meant, desk, known, asked) or _values(meant, desk, _heard_for(None, ticket, desk))
        return heard.but(move=move, corrected=new)
    said = _values(text, desk, known, asked)
    update: dict[str, object] = {"move": move, "said": said}
    match ticket.question:
        case Confirm():
            answer = read_slot("yes_no", text, desk, asked=True)
            update["consent"] = consent(text, answer)
        case AskIntent():
            update["intent"] = _picked(text, desk)
        case AskSlot(slot=slot):
            wanted = offered(desk.catalogue.knowledge[slot], ticket)
            placed = None if slot in said else read_slot(wanted.type, text, desk, asked=True, options=wanted.options)
            update["unplaced"] = placed.said if isinstance(placed, Unknown) else None
        case _:
            pass
    heard = heard.but(**update)
    return heard.but(move=None) if move in _COURTESIES and answers(heard, ticket) else heard


def _heard_for(asked: str | None, ticket: Ticket, desk: Desk) -> Iterable[Knowledge]:
    """What the open matters ask and listen for. A secret is only that: a date of birth is no date of payment."""
    if asked is None:
        return _of_flows((matter.flow for matter in ticket.matters), desk).values()
    wanted = desk.catalogue.knowledge[asked]
    if wanted.type in SECRET_TYPES:
        return (wanted,)
    return (_of_flows((matter.flow for matter in ticket.matters), desk) | {asked: wanted}).values()


def answers(heard: Heard, ticket: Ticket) -> bool:
    """Whether the open question was answered, so that there is nothing left to ask a model."""
    match ticket.question:
        case AskSlot(slot=slot):
            return slot in heard.said or heard.unplaced is not None
        case Confirm():
            return heard.consent is not None
        case AskIntent():
            return heard.intent is not None
        case _:
            return False


def read_for(intents: Iterable[str | None], ticket: Ticket, desk: Desk) -> Values:
    """What the same words hold for the flows they ask for, beyond those that are open."""
    served = desk.catalogue.served_by
    wanted = {served[intent].name for intent in intents if intent is not None and intent in served}
    fresh = wanted - {matter.flow for matter in ticket.matters}
    return _values(desk.message.text, desk, _of_flows(sorted(fresh), desk).values())


def _values(text: str, desk: Desk, known: Iterable[Knowledge], asked: str | None = None) -> Values:
    """Every slot the words fill: leniently the one that was asked for, the others only where unmistakable."""
    values: Values = {}
    for one in known:
        if one.name != asked and one.type in _ONLY_WHEN_ASKED:
            continue
        reading = read_slot(one.type, text, desk, asked=one.name == asked, options=one.options)
        if isinstance(reading, Found):
            values[one.name] = reading.value
    return values


def _of_flows(flows: Iterable[str], desk: Desk) -> dict[str, Knowledge]:
    """What these flows ask or listen for: nothing else is picked up from a customer's words."""
    workflows = [desk.catalogue.workflows[flow] for flow in flows]
    return {known.name: known for workflow in workflows for known in (*workflow.slots, *workflow.listens)}


def read_slot(type_: str, text: str, desk: Desk, *, asked: bool, options: tuple[Option, ...] = ()) -> Reading:
    return SLOT_TYPES[type_](Hearing(text=text, at=desk.now, asked=asked, options=options))


def _picked(text: str, desk: Desk) -> str | None:
    """An entry of the menu, by its words or its number."""
    entries = [workflow.intents[0] for workflow in desk.catalogue.workflows.values() if workflow.intents]
    options = tuple(Option(value=intent.name, label=intent.offer) for intent in entries)
    reading = read_slot("choice", text, desk, asked=True, options=options)
    return str(reading.value) if isinstance(reading, Found) else None
