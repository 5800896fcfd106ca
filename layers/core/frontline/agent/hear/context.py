"""What a model is told of a conversation beside the message: what is open, what can be answered, and the talk, never a value."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

from frontline.agent.desk import Desk
from frontline.agent.options import asked_among, offered
from frontline.agent.tell.speak import key_of, text_of
from frontline.model.action import AskIntent, AskSlot, Confirm
from frontline.model.catalogue import Catalogue
from frontline.model.text import FALLBACK
from frontline.model.ticket import Ticket
from frontline.model.workflow import Slot
from frontline.speech.secrets import without_secrets


def question(ticket: Ticket, catalogue: Catalogue) -> str | None:
    """The open question in English, less its values."""
    return _in_english([key_of(ticket.question)], catalogue) if ticket.question else None


def choices(ticket: Ticket, catalogue: Catalogue) -> Iterator[Mapping[str, str]]:
    """What can be answered to the open question: the menu's intents, a slot's values, what an order lets them choose from."""
    match ticket.question:
        case AskIntent() as asked:
            yield from (
                {"intent": one.name, "label": one.offer.words(FALLBACK)} for one in asked_among(asked, catalogue)
            )
        case AskSlot(slot=name):
            yield from _values(catalogue.slots[name], ticket)
        case Confirm(workflow=name):
            for slot in catalogue.workflows[name].slots:
                yield from _values(slot, ticket) if slot.options_from else ()
        case _:
            pass


def _values(slot: Slot, ticket: Ticket) -> Iterator[Mapping[str, str]]:
    for option in offered(slot, ticket).options:
        yield {"entity": slot.name, "value": option.value, "label": option.label.words(FALLBACK)}


def about(ticket: Ticket, catalogue: Catalogue) -> tuple[str, ...]:
    """The intents of the open matters, as far as they are known by name."""
    return tuple(matter.intent for matter in ticket.matters if matter.intent in catalogue.intents)


def state(ticket: Ticket) -> str | None:
    """How things stand, where that says what a message can mean."""
    if ticket.status == "escalated":
        return "with a colleague"
    if ticket.matter and ticket.matter.under_way:
        return "an order is under way"
    return "the last matter is over" if ticket.closed else None


def talk(ticket: Ticket, desk: Desk) -> Iterator[tuple[str, str]]:
    """What was said last. Our own lines are told by their texts, without what filled them in; a row of older code does not say
    which they were, and holds what a customer said as it was."""
    today: date = desk.now.date()
    for one in ticket.transcript:
        said = without_secrets(one.text, today) if one.who == "customer" else _in_english(one.told, desk.catalogue)
        if said:
            yield one.who, said


def said_before(ticket: Ticket) -> str:
    """The customer's last words, as they are kept."""
    return next((one.text for one in reversed(ticket.transcript) if one.who == "customer"), "")


def _in_english(keys: Iterable[str], catalogue: Catalogue) -> str:
    """These texts, but for those that this organisation has no more."""
    said: list[str] = []
    for key in keys:
        with suppress(KeyError, StopIteration):
            said.append(text_of(key, catalogue).without_values())
    return " ".join(said)
