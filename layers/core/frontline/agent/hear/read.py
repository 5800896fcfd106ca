"""What a customer's words hold without anyone's help: a move in so many words, an answer to the open question, slots."""

from functools import lru_cache

from frontline.agent.desk import PROOF, Desk
from frontline.agent.hear.consent import agrees, consent
from frontline.agent.hear.corrections import corrected
from frontline.agent.hear.moves import (
    about_the_offer,
    acknowledges,
    assents,
    calls_off,
    lost,
    plainly_regrets,
    recognise,
    stops,
    wished,
    wondering,
)
from frontline.agent.hear.options import offered
from frontline.agent.hear.proofs import another_code, dates_a_proof, shown_otherwise, with_the_rest
from frontline.agent.hear.values import (
    anew,
    asked_for,
    beside,
    differing,
    heard_for,
    other_choice,
    read_for_slot,
    read_slot,
    reported,
    values_in,
)
from frontline.model.action import AskIntent, AskSlot, Confirm, ConfirmStop, Instruct
from frontline.model.heard import Heard, Move
from frontline.model.message import Reported
from frontline.model.text import LOCALES
from frontline.model.ticket import Ticket
from frontline.model.workflow import Knowledge, Option
from frontline.speech.language import detect
from frontline.speech.plain import fold, plain, words_of
from frontline.speech.reading import Found, Unknown
from frontline.speech.slot_types import slot_type

_GIVES_WAY = frozenset({"thanks", "greeting", "goodbye", "wait"})
"""Manners beside an answer."""
_BEFORE_A_READING = frozenset({"human", "cancel", "wait", "who"})
"""What a message is in so many words, whatever else a phone could be read out of it: "I'm driving, can't look at it"."""


def read(ticket: Ticket, desk: Desk) -> Heard:
    """A move is heard before what it could be mistaken for: a wish for a language before a name, a yes before a
    correction, the calling off of an order before a wish."""
    message, text = desk.message, desk.words
    if isinstance(message.content, Reported):
        return Heard(locale=message.locale or ticket.locale, said=reported(message.content, ticket, desk))
    heard = Heard(locale=message.locale or detect(text, ticket.locale))
    if language := wished(text):
        return heard.but(move="language", locale=heard.locale if language == "another" else language)
    asked = asked_for(ticket)
    known = tuple(offered(one, ticket) for one in heard_for(asked, ticket, desk))
    if isinstance(ticket.question, Confirm):
        heard = _on_offer(heard, ticket.question, known, ticket, desk)
        if heard.consent or heard.move:
            return heard
    if isinstance(ticket.question, ConfirmStop) and (to_stop := _on_stopping(desk)) is not None:
        return heard.but(consent=to_stop)
    move = _move(text, ticket)
    if move is None and ticket.status == "resolved" and acknowledges(text):
        return heard.but(move="thanks")
    if move != "human" and ticket.matter and ticket.matter.under_way and calls_off(text):
        return heard.but(move="cancel")
    if move in (None, "wait") and at_work(ticket) and plainly_regrets(text):
        return heard.but(move="cancel")
    if move == "correct" and isinstance(ticket.question, Confirm) and _contests(ticket.question, desk):
        move = "correct" if corrected(text) and differing(text, known, ticket, desk) else None
    if isinstance(ticket.question, Instruct):
        return _on_instruction(heard.but(said=values_in(text, desk, known, asked), move=move), ticket, desk)
    if move == "correct" and not dates_a_proof(text, asked, desk):
        return _corrected(heard, known, ticket, desk)
    heard = _answered(heard.but(move=None if move == "correct" else move), known, ticket, desk)
    if heard.unplaced is not None and heard.move is not None:
        return heard.but(unplaced=None)
    if heard.move is not None and heard.move not in _GIVES_WAY:
        free = {one.name for one in known if one.name in asked and slot_type(one.type).gives_way}
        heard = heard.but(said={name: value for name, value in heard.said.items() if name not in free})
    return heard.but(move=None) if heard.move in _GIVES_WAY and answers(heard, ticket) else heard


def _move(text: str, ticket: Ticket) -> Move | None:
    """Without a word the question is put again; a mere question mark asks what it means."""
    if text and not plain(text).words and "?" in text:
        return "help"
    return recognise(text) if text else "repeat" if ticket.question else None


def _corrected(heard: Heard, known: tuple[Knowledge, ...], ticket: Ticket, desk: Desk) -> Heard:
    """The new value of what was said before, or of what is asked for."""
    asked = asked_for(ticket)
    meant = corrected(desk.words) or ""
    new = values_in(meant, desk, known, asked) or values_in(meant, desk, heard_for(frozenset(), ticket, desk))
    free = {one.name for one in known if one.name in asked and slot_type(one.type).gives_way}
    slots = {name: value for name, value in new.items() if name not in free} or new
    return heard.but(move="correct", corrected=slots, consent=None)


def _on_offer(heard: Heard, question: Confirm, known: tuple[Knowledge, ...], ticket: Ticket, desk: Desk) -> Heard:
    """Whether they agree; who names another value than the one held, or another of the things this order lets them choose from,
    means that one, even beside a yes. Nothing but the yes is heard of a yes."""
    order = desk.catalogue.workflows[question.workflow]
    answer = read_slot("yes_no", desk.words, desk, asked=True)
    agreed = consent(desk.words, answer, order, question)
    other = {} if agreed is None else differing(desk.words, known, ticket, desk)
    if other:
        return heard.but(move="correct", corrected=other)
    if agreed:
        return heard.but(consent=True)
    chosen_from = [one for one in known if any(one.name == slot.name for slot in order.slots)]
    if other := other_choice(desk.words, chosen_from, ticket, desk):
        return heard.but(move="correct", corrected=other)
    return heard.but(consent=agreed)


def _contests(question: Confirm, desk: Desk) -> bool:
    return desk.catalogue.workflows[question.workflow].contests


def _on_stopping(desk: Desk) -> bool | None:
    """Whether the order under way shall be stopped."""
    if (told := stops(desk.words)) is not None:
        return told
    reading = read_slot("yes_no", desk.words, desk, asked=True)
    refused = isinstance(reading, Found) and reading.value is False
    return True if agrees(desk.words) else False if refused else None


def at_work(ticket: Ticket) -> bool:
    """Whether all there is to talk about is an order under way."""
    under_way = ticket.matter is not None and ticket.matter.under_way is not None
    return under_way and (ticket.question is None or isinstance(ticket.question, ConfirmStop))


def _answered(heard: Heard, known: tuple[Knowledge, ...], ticket: Ticket, desk: Desk) -> Heard:
    """What the words say to the open question, and whatever else they fill."""
    text, asked = desk.words, asked_for(ticket)
    said = values_in(text, desk, known, asked)
    if asked and asked <= said.keys():
        open_ = [one for one in known if one.name not in said and not ticket.facts.get(one.name)]
        said = {**beside(text, desk, open_, [one for one in known if one.name in asked]), **said}
    heard = heard.but(said=said, corrected={} if ticket.matters else anew(said, ticket))
    match ticket.question:
        case Confirm() if heard.move is None and heard.consent is None:
            return heard.but(move="help") if about_the_offer(text) or acknowledges(text) else heard
        case AskIntent():
            return heard.but(intent=_picked(text, desk))
        case AskSlot() as question:
            return _placed(heard, question, ticket, desk)
        case None:
            return heard.but(intent=_in_the_words_of_the_menu(text, desk))
        case _:
            return heard


def _placed(heard: Heard, question: AskSlot, ticket: Ticket, desk: Desk) -> Heard:
    """An answer that is recognised as one and yet no value; of a proof, its other half may be known."""
    slot, text = question.slot, desk.words
    wanted = offered(desk.catalogue.knowledge[slot], ticket)
    placed = None if slot in heard.said else read_for_slot(wanted, text, desk, asked=True)
    if isinstance(placed, Unknown):
        both = with_the_rest(placed.said, question, ticket)
        heard = heard.but(said={**heard.said, slot: both}) if both else heard.but(unplaced=placed.said)
    elif placed is None and heard.move is None and slot not in heard.said and assents(text):
        heard = heard.but(move="wait")
    if wanted.type == "code" and ticket.facts.get(PROOF):
        heard = heard.but(said=shown_otherwise(text, desk) or heard.said or another_code(text))
    return heard


def _on_instruction(heard: Heard, ticket: Ticket, desk: Desk) -> Heard:
    """What was read off a device comes first: "no, airplane mode is off" corrects nobody. A question about what to do is
    a wish for help, and thanks for it are no word that it is done."""
    if lost(desk.words) and heard.move in (None, "help"):
        return heard.but(move="help", said={})
    if heard.move == "thanks" and "done" not in plain(desk.words).words:
        told = [slot for slot in heard.said if not slot_type(desk.catalogue.knowledge[slot].type).deed]
        return heard.but(move=None) if told else heard.but(move="wait", said={})
    if answers(heard, ticket):
        return heard if heard.move in _BEFORE_A_READING else heard.but(move=None)
    return heard if heard.move not in (None, "correct") else heard.but(move=wondering(desk.words))


def answers(heard: Heard, ticket: Ticket) -> bool:
    """Whether the open question was answered, so that there is nothing left to ask a model."""
    match ticket.question:
        case AskSlot(slot=slot):
            return slot in heard.said or heard.unplaced is not None or PROOF in heard.said
        case Instruct(reads=reads):
            return heard.said.keys() >= set(reads)
        case Confirm() | ConfirmStop():
            return heard.consent is not None
        case AskIntent():
            return heard.intent is not None
        case _:
            return False


def _in_the_words_of_the_menu(text: str, desk: Desk) -> str | None:
    """What the menu would offer, said before it was shown: so an author's intent is found without any model."""
    words = plain(text).words
    offers = ((intent.name, getattr(intent.offer, locale)) for intent in desk.catalogue.offers() for locale in LOCALES)
    return next((name for name, label in offers if words and _words_of_label(label) == words), None)


@lru_cache(maxsize=1024)
def _words_of_label(label: str) -> tuple[str, ...]:
    return tuple(words_of(fold(label)))


def _picked(text: str, desk: Desk) -> str | None:
    """An entry of the menu, by its words or its number."""
    options = tuple(Option(value=intent.name, label=intent.offer) for intent in desk.catalogue.offers())
    reading = read_slot("choice", text, desk, asked=True, options=options)
    return str(reading.value) if isinstance(reading, Found) else None
