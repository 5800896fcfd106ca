"""What a customer's words hold without anyone's help: a move in so many words, an answer to the open question, slots."""

from frontline.agent.hear.afterwards import of_what_is_over
from frontline.agent.hear.asking import asked_about, errand_in
from frontline.agent.hear.consent import agrees, consent
from frontline.agent.hear.corrections import corrected
from frontline.agent.hear.listener import Listener
from frontline.agent.hear.menu import about, in_the_words_of_the_menu, picked
from frontline.agent.hear.moves import (
    about_the_offer,
    acknowledges,
    assents,
    calls_off,
    lost,
    plainly_regrets,
    recognise,
    regrets,
    stops,
    wished,
    wondering,
)
from frontline.agent.hear.openings import opened_with
from frontline.agent.hear.proofs import another_code, dates_a_proof, shown_otherwise, with_the_rest
from frontline.agent.hear.signs import signs_of
from frontline.agent.hear.slips import slip_in
from frontline.agent.hear.values import (
    anew,
    beside,
    differing,
    heard_for,
    other_choice,
    read_for_slot,
    read_slot,
    reported,
    values_in,
)
from frontline.agent.options import offered
from frontline.model.action import AskIntent, AskSlot, Confirm, ConfirmStop, Instruct
from frontline.model.heard import ANOTHER, Heard, Move
from frontline.model.identity import NUMBER, PROOF
from frontline.model.message import Reported
from frontline.model.ticket import Ticket
from frontline.model.workflow import Slot
from frontline.speech.language import detect
from frontline.speech.plain import plain
from frontline.speech.readers import said, words
from frontline.speech.reading import Found, Unknown
from frontline.speech.slot_types import slot_type

_GIVES_WAY = frozenset({"thanks", "greeting", "goodbye", "wait"})
"""Manners beside an answer."""
_BESIDE_A_SLIP = frozenset({None, "correct", "wait"})
"""What a message is taken for by the words with which somebody puts a slip right."""
_ANOTHER_ONE = frozenset({"means_another", "choice.cheaper", "choice.dearer", "choice.next"})
_BEFORE_A_READING = frozenset({"human", "callback", "cancel", "wait", "who"})
"""What a message is in so many words, whatever else a phone could be read out of it: "I'm driving, can't look at it"."""


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
        heard = _on_offer(heard, ticket.question, listener)
        if heard.consent or heard.move:
            return heard
    if isinstance(ticket.question, ConfirmStop) and (to_stop := _on_stopping(listener)) is not None:
        return heard.but(consent=to_stop)
    if errand := _errand(listener):
        return heard.but(move="human", errand=errand)
    move = _move(text, ticket)
    if end := _ends(move, text, ticket):
        return heard.but(move=end)
    if move in _BESIDE_A_SLIP and (slip := slip_in(heard, listener)):
        return slip
    if move == "correct" and isinstance(ticket.question, Confirm) and not _corrects_offer(ticket.question, listener):
        move = None
    if isinstance(ticket.question, Instruct):
        return _on_instruction(heard.but(move=move), listener)
    if move == "correct" and not dates_a_proof(text, listener.asked, listener.desk):
        return _corrected(heard, listener)
    return _answered(heard.but(move=None if move == "correct" else move), listener)


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
    signs, readers = signs_of(text, ticket), tuple(sorted(said(text)))
    return Heard(locale=told or guessed, signs=signs, asks=asked_about(text), readers=readers)


def _errand(listener: Listener) -> str | None:
    """What only a human can do, unless any words answer the open question, or these choose from its list."""
    asked = [one for one in listener.known if one.name in listener.asked]
    if any(slot_type(one.type).gives_way for one in asked):
        return None
    lists = [one for one in asked if slot_type(one.type).options == "needed"]
    chosen = lists and values_in(listener.text, listener.desk, lists, listener.asked)
    return None if chosen else errand_in(listener.text, listener.desk.catalogue.beyond)


def _move(text: str, ticket: Ticket) -> Move | None:
    """Without a word the question is put again; a mere question mark asks what it means."""
    if text and not plain(text).words and "?" in text:
        return "help"
    return recognise(text) if text else "repeat" if ticket.question else None


def _ends(move: Move | None, text: str, ticket: Ticket) -> Move | None:
    """A nod when all is done; an order under way that is called off, or plainly regretted."""
    if move is None and ticket.status == "resolved" and acknowledges(text):
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


def _corrects_offer(question: Confirm, listener: Listener) -> bool:
    """Who contests something says "no, that is wrong" of what they contest, unless they name another value."""
    if not listener.desk.catalogue.workflows[question.workflow].contests:
        return True
    text = listener.text
    return bool(corrected(text) and differing(text, listener.known, listener.ticket, listener.desk))


def _corrected(heard: Heard, listener: Listener) -> Heard:
    """The new value of what was said before, or of what is asked for."""
    asked, known, desk, free = listener.asked, listener.known, listener.desk, _free(listener)
    meant = corrected(listener.text) or ""
    new = values_in(meant, desk, known, asked) or values_in(meant, desk, heard_for(frozenset(), listener.ticket, desk))
    slots = {name: value for name, value in new.items() if name not in free} or new
    return heard.but(move="correct", corrected=slots, consent=None)


def _on_offer(heard: Heard, question: Confirm, listener: Listener) -> Heard:
    """Whether they agree; who names another value than the one held, or another of the things this order lets them choose from,
    means that one, even beside a yes. Nothing but the yes is heard of a yes."""
    text, ticket, desk, known = listener.text, listener.ticket, listener.desk, listener.known
    order = desk.catalogue.workflows[question.workflow]
    agreed = consent(text, read_slot("yes_no", text, desk, asked=True), order, question)
    if agreed is False and "undo" in heard.asks:
        agreed = None
    other = {} if agreed is None else differing(text, known, ticket, desk)
    if other:
        return heard.but(move="correct", corrected=other)
    if agreed:
        return heard.but(consent=True)
    chosen_from = [one for one in known if any(one.name == slot.name for slot in order.slots)]
    if other := other_choice(text, chosen_from, ticket, desk):
        return heard.but(move="correct", corrected=other)
    if agreed is None and not order.contests and _means_another(heard):
        chosen = tuple(one.name for one in order.slots if one.name != NUMBER and ticket.facts.get(one.name))
        return heard.but(move="correct", corrects=chosen) if chosen else heard
    return heard.but(consent=agreed)


def _means_another(heard: Heard) -> bool:
    """Not what was chosen, and no other one that there is: a yes to what comes next must not be one to it."""
    return not _ANOTHER_ONE.isdisjoint(heard.readers) and "gives_up" not in heard.readers


def _on_stopping(listener: Listener) -> bool | None:
    """Whether the order under way shall be stopped."""
    if (told := stops(listener.text)) is not None:
        return told
    reading = read_slot("yes_no", listener.text, listener.desk, asked=True)
    refused = isinstance(reading, Found) and reading.value is False
    return True if agrees(listener.text) else False if refused else None


def at_work(ticket: Ticket) -> bool:
    """Whether all there is to talk about is an order under way."""
    under_way = ticket.matter is not None and ticket.matter.under_way is not None
    return under_way and (ticket.question is None or isinstance(ticket.question, ConfirmStop))


def _answered(heard: Heard, listener: Listener) -> Heard:
    """What the words say to the open question, and whatever else they fill; manners give way to it, and a move does not."""
    heard = _to_the_question(_filling(heard, listener), listener)
    if heard.unplaced is not None and heard.move is not None:
        return heard.but(unplaced=None)
    if heard.move is not None and heard.move not in _GIVES_WAY:
        heard = heard.but(said={name: value for name, value in heard.said.items() if name not in _free(listener)})
    gives_way = heard.move in _GIVES_WAY or heard.move == "callback"
    return heard.but(move=None) if gives_way and heard.answers(listener.ticket.question) else heard


def _filling(heard: Heard, listener: Listener) -> Heard:
    """The slots that the words fill; before there is a matter, the later word is the one that counts."""
    text, ticket, desk, asked, known = listener.text, listener.ticket, listener.desk, listener.asked, listener.known
    found = values_in(text, desk, known, asked)
    if asked and asked <= found.keys():
        open_ = [one for one in known if one.name not in found and not ticket.facts.get(one.name)]
        found = {**beside(text, desk, open_, [one for one in known if one.name in asked]), **found}
    return heard.but(said=found, corrected={} if ticket.matters else anew(found, ticket))


def _to_the_question(heard: Heard, listener: Listener) -> Heard:
    match listener.ticket.question:
        case Confirm() as question if heard.move is None and heard.consent is None:
            return _on_terms(heard, question, listener)
        case AskIntent() as question:
            picking = picked(heard, question, listener)
            named = picking if picking.answers(question) else heard.but(intent=_opened_with(heard, listener))
            return about(named, listener)
        case AskSlot() as question:
            return _offered_elsewhere(_placed(heard, question, listener), listener)
        case None if _asks_of_what_goes_on(heard, listener):
            return heard.but(move="asks")
        case None:
            return about(heard.but(intent=_opened_with(heard, listener)), listener)
        case _:
            return heard


def _on_terms(heard: Heard, question: Confirm, listener: Listener) -> Heard:
    """What is neither a yes nor a no: a question about it. Whether a part of it will do is one only where that is answered."""
    text = listener.text
    declared = listener.desk.catalogue.workflows[question.workflow].asks
    asks = tuple(topic for topic in heard.asks if topic != "part" or "part" in declared)
    if asks or about_the_offer(text):
        return heard.but(move="asks", asks=asks)
    return heard.but(move="help") if acknowledges(text) else heard


def _asks_of_what_goes_on(heard: Heard, listener: Listener) -> bool:
    """While an order is under way, or a human has the case; what may want the order back is no question."""
    ticket, text = listener.ticket, listener.text
    going_on = at_work(ticket) or ticket.status == "escalated"
    return going_on and heard.move is None and bool(heard.asks) and _asks_back(heard, text) and not regrets(text)


def _asks_back(heard: Heard, text: str) -> bool:
    """A question that names no matter of its own is about the open one."""
    return (
        bool(set(heard.asks) - {"part"})
        and "objects" not in heard.signs
        and words("matter").isdisjoint(plain(text).vocabulary)
    )


def _placed(heard: Heard, question: AskSlot, listener: Listener) -> Heard:
    """An answer that is recognised as one and yet no value; of a proof, its other half may be known."""
    slot, text, ticket, desk = question.slot, listener.text, listener.ticket, listener.desk
    wanted = offered(desk.catalogue.knowledge[slot], ticket)
    placed = None if slot in heard.said else read_for_slot(wanted, text, desk, asked=True)
    if slot not in heard.said and heard.move is None and isinstance(wanted, Slot) and wanted.options_from:
        heard = _beside_the_list(heard, text)
    if slot not in heard.said and heard.move is None and _asks_back(heard, text):
        heard = heard.but(move="asks")
    elif isinstance(placed, Unknown):
        both = with_the_rest(placed.said, question, ticket)
        heard = heard.but(said={**heard.said, slot: both}) if both else heard.but(unplaced=placed.said)
    elif placed is None and heard.move is None and slot not in heard.said and assents(text):
        heard = heard.but(move="wait")
    if wanted.type == "code" and ticket.facts.get(PROOF):
        heard = heard.but(said=shown_otherwise(text, desk) or heard.said or another_code(text))
    return heard


def _beside_the_list(heard: Heard, text: str) -> Heard:
    """Of what was found for them to choose from none is wanted, or they ask for more than that."""
    told = said(text)
    if "choice.none" in told:
        return heard.but(move="cancel")
    return heard.but(move="asks", asks=("others",)) if "choice.others" in told else heard


def _on_instruction(heard: Heard, listener: Listener) -> Heard:
    """What was read off a device comes first: "no, airplane mode is off" corrects nobody. A question about what to do is
    a wish for help, and thanks for it are no word that it is done."""
    text, desk = listener.text, listener.desk
    if lost(text) and heard.move in (None, "help"):
        return heard.but(move="help")
    heard = heard.but(said=values_in(text, desk, listener.known, listener.asked))
    if heard.move == "thanks" and "done" not in plain(text).words:
        told = [slot for slot in heard.said if not slot_type(desk.catalogue.knowledge[slot].type).deed]
        return heard.but(move=None) if told else heard.but(move="wait", said={})
    if heard.answers(listener.ticket.question):
        return heard if heard.move in _BEFORE_A_READING else heard.but(move=None)
    return heard if heard.move not in (None, "correct") else heard.but(move=wondering(text))


def _offered_elsewhere(heard: Heard, listener: Listener) -> Heard:
    """Where nothing but free words is asked for, the words of another offer are a wish for it."""
    said = {name: value for name, value in heard.said.items() if name not in _free(listener)}
    intent = in_the_words_of_the_menu(listener)
    matter, served = listener.ticket.matter, listener.desk.catalogue.served_by
    if intent is None or heard.move is not None or said.keys() & listener.asked:
        return heard
    return heard if matter and served[intent] == matter.root else heard.but(intent=intent, said=said, unplaced=None)


def _free(listener: Listener) -> set[str]:
    """What is asked for and takes any words."""
    return {one.name for one in listener.known if one.name in listener.asked and slot_type(one.type).gives_way}


def _opened_with(heard: Heard, listener: Listener) -> str | None:
    intent = in_the_words_of_the_menu(listener)
    return intent or (opened_with(listener.text, listener.desk) if heard.move is None else None)
