"""What a message says to the open question: a slot, a list, an instruction, the menu; and whatever else it fills."""

from frontline.agent.desk import Desk
from frontline.agent.hear.consent import agrees
from frontline.agent.hear.listener import Listener
from frontline.agent.hear.menu import about, in_the_words_of_the_menu, picked
from frontline.agent.hear.moves import lost, regrets
from frontline.agent.hear.offer import on_terms
from frontline.agent.hear.openings import opened_with
from frontline.agent.hear.proofs import another_code, shown_otherwise, with_the_rest
from frontline.agent.hear.values import anew, beside, read_for_slot, values_in
from frontline.agent.options import offered
from frontline.model.action import AskIntent, AskSlot, Confirm, ConfirmStop
from frontline.model.base import Values
from frontline.model.heard import Heard
from frontline.model.identity import PROOF
from frontline.model.reading import Unknown
from frontline.model.ticket import Ticket
from frontline.model.workflow import Slot, Topic
from frontline.speech.plain import plain
from frontline.speech.readers import said, words

_GIVES_WAY = frozenset({"thanks", "greeting", "goodbye", "wait"})
"""Manners beside an answer."""
_FEW_WORDS = 4
"""Of a list's own word that could wish for a call too."""
_OF_US: frozenset[Topic] = frozenset({"bot", "safe", "why"})
_OF_WHAT_IS_DONE: frozenset[Topic] = frozenset({"price", "duration", "undo", "number", "codes"})
_BEFORE_A_READING = frozenset({"human", "callback", "cancel", "wait", "who"})
"""What a message is in so many words, whatever else a phone could be read out of it: "I'm driving, can't look at it"."""


def at_work(ticket: Ticket) -> bool:
    """Whether all there is to talk about is an order under way."""
    under_way = ticket.matter is not None and ticket.matter.under_way is not None
    return under_way and (ticket.question is None or isinstance(ticket.question, ConfirmStop))


def answered(heard: Heard, listener: Listener) -> Heard:
    """What the words say to the open question, and whatever else they fill; manners give way to it, and a move does not."""
    heard = _to_the_question(_filling(heard, listener), listener)
    if heard.unplaced is not None and heard.move is not None:
        return heard.but(unplaced=None)
    if heard.move is not None and heard.move not in _GIVES_WAY:
        heard = heard.but(said={name: value for name, value in heard.said.items() if name not in free_slots(listener)})
    in_a_word = heard.move == "callback" and len(plain(listener.text).words) <= _FEW_WORDS
    gives_way = heard.move in _GIVES_WAY or in_a_word
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
        case Confirm() if heard.move is None and heard.consent is None:
            return on_terms(heard, listener)
        case AskIntent() | None if _asks_of_us_or_what_goes_on(heard, listener):
            return heard.but(move="asks")
        case AskIntent() as question:
            picking = picked(heard, question, listener)
            named = picking if picking.answers(question) else heard.but(intent=_opened_with(heard, listener))
            return about(named, listener)
        case AskSlot() as question:
            return _offered_elsewhere(_placed(heard, question, listener), listener)
        case None:
            return about(heard.but(intent=_opened_with(heard, listener)), listener)
        case _:
            return heard


def _asks_of_us_or_what_goes_on(heard: Heard, listener: Listener) -> bool:
    """About us, or of an order under way, of what a human has or of what is over; what may want the order back is no question."""
    ticket, text, asks = listener.ticket, listener.text, set(heard.asks)
    if not (at_work(ticket) or ticket.status == "escalated"):
        asks &= _OF_US if ticket.status != "resolved" else _OF_US | _OF_WHAT_IS_DONE
    return heard.move is None and bool(asks) and _asks_back(heard, text) and not (at_work(ticket) and regrets(text))


def _asks_back(heard: Heard, text: str) -> bool:
    """A question that names no matter of its own is about the open one."""
    return bool(heard.asks) and "objects" not in heard.signs and words("matter").isdisjoint(plain(text).vocabulary)


def _placed(heard: Heard, question: AskSlot, listener: Listener) -> Heard:
    """An answer that is recognised as one and yet no value; of a proof, its other half may be known."""
    slot, text, ticket, desk = question.slot, listener.text, listener.ticket, listener.desk
    wanted = offered(desk.catalogue.knowledge[slot], ticket)
    placed = None if slot in heard.said else read_for_slot(wanted, text, desk, asked=True)
    if "difference" in heard.asks and wanted.options:
        heard = heard.but(said={name: value for name, value in heard.said.items() if name != slot})
    if slot not in heard.said and heard.move is None and isinstance(wanted, Slot) and wanted.options_from:
        heard = _beside_the_list(heard, text)
    if slot not in heard.said and heard.move is None and "asks_for_time" in heard.readers:
        heard = heard.but(move="wait")
    elif slot not in heard.said and heard.move is None and _asks_back(heard, text):
        heard = heard.but(move="asks")
    elif isinstance(placed, Unknown):
        both = with_the_rest(placed.said, question, ticket)
        heard = heard.but(said={**heard.said, slot: both}) if both else heard.but(unplaced=placed.said)
    elif placed is None and heard.move is None and slot not in heard.said and "assents" in heard.readers:
        heard = heard.but(move="wait")
    elif placed is None and heard.move is None and slot not in heard.said and agrees(text):
        heard = heard.but(move="repeat")
    if wanted.type == "code" and ticket.facts.get(PROOF):
        heard = heard.but(said=shown_otherwise(text, desk) or heard.said or another_code(text))
    return heard


def _beside_the_list(heard: Heard, text: str) -> Heard:
    """Of what was found for them to choose from none is wanted, or they ask for more than that."""
    told = said(text)
    if "choice.none" in told and not _asks_back(heard, text):
        return heard.but(move="cancel")
    return heard.but(move="asks", asks=("others",)) if "choice.others" in told else heard


def on_instruction(heard: Heard, listener: Listener) -> Heard:
    """What was read off a device comes first: "no, airplane mode is off" corrects nobody. A question about what to do is
    a wish for help, and thanks for it are no word that it is done."""
    text, desk = listener.text, listener.desk
    if lost(text) and heard.move in (None, "help"):
        return heard.but(move="help")
    heard = heard.but(said=_less_what_is_still_so(values_in(text, desk, listener.known, listener.asked), heard, desk))
    if heard.move == "thanks" and "done" not in plain(text).words:
        told = [slot for slot in heard.said if not desk.catalogue.type_of(desk.catalogue.knowledge[slot]).deed]
        return heard.but(move=None) if told else heard.but(move="wait", said={})
    if heard.answers(listener.ticket.question):
        return heard if heard.move in _BEFORE_A_READING else heard.but(move=None)
    if heard.move not in (None, "correct"):
        return heard
    return heard.but(move="wait" if "assents" in heard.readers else "help" if "wonders" in heard.readers else None)


def _less_what_is_still_so(told: Values, heard: Heard, desk: Desk) -> Values:
    """That it is "still nothing", where no thing of the device is named, is its trouble and no reading of a switch."""
    if "still_the_same" not in heard.readers or "tells_of_a_device" in heard.signs:
        return told
    types = {name: desk.catalogue.type_of(desk.catalogue.knowledge[name]) for name in told}
    return {name: value for name, value in told.items() if types[name].deed or types[name].nothing_counts}


def _offered_elsewhere(heard: Heard, listener: Listener) -> Heard:
    """Where nothing but free words is asked for, the words of another offer are a wish for it."""
    said = {name: value for name, value in heard.said.items() if name not in free_slots(listener)}
    intent = in_the_words_of_the_menu(listener)
    matter, served = listener.ticket.matter, listener.desk.catalogue.served_by
    if intent is None or heard.move is not None or said.keys() & listener.asked:
        return heard
    return heard if matter and served[intent] == matter.root else heard.but(intent=intent, said=said, unplaced=None)


def free_slots(listener: Listener) -> set[str]:
    """What is asked for and takes any words."""
    return {
        one.name
        for one in listener.known
        if one.name in listener.asked and listener.desk.catalogue.type_of(one).gives_way
    }


def _opened_with(heard: Heard, listener: Listener) -> str | None:
    intent = in_the_words_of_the_menu(listener)
    return intent or (opened_with(listener.text, listener.desk) if heard.move is None else None)
