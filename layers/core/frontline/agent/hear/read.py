"""What a customer's words hold without anyone's help: a move in so many words, an answer to the open question, slots."""

from frontline.agent.hear.afterwards import of_what_is_over
from frontline.agent.hear.answers import answered, at_work, free_slots, on_instruction
from frontline.agent.hear.asking import asked_about, errand_in
from frontline.agent.hear.corrections import corrected
from frontline.agent.hear.listener import Listener
from frontline.agent.hear.moves import calls_off, plainly_regrets, recognise, wished
from frontline.agent.hear.offer import corrects_offer, on_offer, on_stopping
from frontline.agent.hear.proofs import dates_a_proof
from frontline.agent.hear.signs import signs_of
from frontline.agent.hear.slips import slip_in
from frontline.agent.hear.values import differing, heard_for, read_for_slot, reported, values_in
from frontline.model.action import AskSlot, Confirm, ConfirmStop, Instruct
from frontline.model.heard import ANOTHER, Heard, Move
from frontline.model.message import Reported
from frontline.model.reading import Found
from frontline.model.ticket import Ticket
from frontline.speech.language import detect
from frontline.speech.plain import plain
from frontline.speech.readers import said

_BESIDE_A_SLIP = frozenset({None, "correct", "wait"})
"""What a message is taken for by the words with which somebody puts a slip right."""


def read(listener: Listener) -> Heard:
    """A message is listened to in this order, and what is heard first counts: what it shows beside all else, a device's report,
    a wish for a language (before a name), the answer to an offer (a yes before a correction), to whether an order shall be
    stopped, what ends a matter (before a wish), what was read off a device, a correction, and then an answer."""
    heard, ticket, text = _shown(listener), listener.ticket, listener.text
    if isinstance(listener.message.content, Reported):
        return heard.but(said=reported(text, listener.message.content, ticket, listener.desk))
    if language := wished(text, listener.desk.organisation.languages):
        locale = heard.locale if language == ANOTHER else language
        return heard.but(move="language", language=language, locale=locale)
    if isinstance(ticket.question, Confirm):
        heard = on_offer(heard, ticket.question, listener)
        if heard.consent or heard.move:
            return heard
    if isinstance(ticket.question, ConfirmStop) and (to_stop := on_stopping(listener)) is not None:
        return heard.but(consent=to_stop)
    if errand := _errand(listener):
        return heard.but(move="human", errand=errand)
    move = _move(text, listener)
    if end := _ends(move, text, ticket):
        return heard.but(move=end)
    if move in _BESIDE_A_SLIP and (slip := slip_in(heard, listener)):
        return slip
    if (
        move == "correct"
        and isinstance(ticket.question, Confirm)
        and not corrects_offer(heard, ticket.question, listener)
    ):
        move = None
    breaks_off = move is None and "breaks_off" in heard.readers and ticket.matters
    if breaks_off and (other := differing(text, listener.known, ticket, listener.desk)):
        return heard.but(move="correct", corrected=other)
    if isinstance(ticket.question, Instruct):
        return on_instruction(heard.but(move=move), listener)
    if move == "correct" and not dates_a_proof(text, listener.asked, listener.desk):
        return _corrected(heard, listener)
    return answered(heard.but(move=None if move == "correct" else move), listener)


def read_first(heard: Heard, question: AskSlot, listener: Listener) -> Heard:
    """With what the first words in a flow are as the answer to its first question. What nobody is shown is heard only once it
    was asked for: what is said before stands in the transcript."""
    slot = listener.desk.catalogue.slots[question.slot]
    if slot.name in listener.desk.catalogue.hidden or not listener.text:
        return heard
    reading = read_for_slot(slot, listener.text, listener.desk, asked=True)
    return heard.but(opening={slot.name: reading.value}) if isinstance(reading, Found) else heard


def _shown(listener: Listener) -> Heard:
    """Their language, what shows beside all else, and by which readers."""
    text, ticket, message = listener.text, listener.ticket, listener.message
    languages = listener.desk.organisation.languages
    guessed = ticket.locale if isinstance(message.content, Reported) else detect(text, ticket.locale, languages)
    told = message.locale if message.locale in languages else None
    signs, readers = signs_of(text, ticket, listener.desk.catalogue.trade), tuple(sorted(said(text)))
    question, orders = ticket.question, listener.desk.catalogue.workflows
    asks = asked_about(text, orders[question.workflow] if isinstance(question, Confirm) else None)
    return Heard(locale=told or guessed, signs=signs, asks=asks, readers=readers)


def _errand(listener: Listener) -> str | None:
    """What only a human can do, unless any words answer the open question, or these choose from its list."""
    asked = [one for one in listener.known if one.name in listener.asked]
    if any(listener.desk.catalogue.type_of(one).gives_way for one in asked):
        return None
    lists = [one for one in asked if listener.desk.catalogue.type_of(one).options == "needed"]
    chosen = lists and values_in(listener.text, listener.desk, lists, listener.asked)
    return None if chosen else errand_in(listener.text, listener.desk.catalogue.beyond)


def _move(text: str, listener: Listener) -> Move | None:
    """Without a word the question is put again; a mere question mark asks what it means."""
    if text and not plain(text).words and "?" in text:
        return "help"
    return recognise(text, listener.desk.catalogue.swapped) if text else "repeat" if listener.ticket.question else None


def _ends(move: Move | None, text: str, ticket: Ticket) -> Move | None:
    """A nod when all is done; an order under way that is called off, or plainly regretted."""
    if move is None and ticket.status == "resolved" and "acknowledges" in said(text):
        return "thanks"
    if move in (None, "abuse", "cancel", "correct") and (over := of_what_is_over(text, ticket)):
        return over
    if move is None and _open(ticket) and "gives_up" in said(text):
        return "cancel"
    if move not in ("human", "callback") and ticket.matter and ticket.matter.under_way and calls_off(text):
        return "cancel"
    return "cancel" if move in (None, "wait") and at_work(ticket) and plainly_regrets(text) else None


def _open(ticket: Ticket) -> bool:
    return ticket.matter is not None and not ticket.closed


def _corrected(heard: Heard, listener: Listener) -> Heard:
    """The new value of what was said before, or of what is asked for."""
    asked, known, desk, free = listener.asked, listener.known, listener.desk, free_slots(listener)
    meant = corrected(listener.text) or ""
    new = values_in(meant, desk, known, asked) or values_in(meant, desk, heard_for(frozenset(), listener.ticket, desk))
    slots = {name: value for name, value in new.items() if name not in free} or new
    return heard.but(move="correct", corrected=slots, consent=None)
