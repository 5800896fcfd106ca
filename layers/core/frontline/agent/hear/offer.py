"""What a message says to an order's terms, or to whether the order under way shall be stopped."""

from frontline.agent.hear.consent import agrees, consent
from frontline.agent.hear.corrections import corrected
from frontline.agent.hear.listener import Listener
from frontline.agent.hear.moves import stops
from frontline.agent.hear.values import differing, other_choice, read_slot
from frontline.model.action import Confirm
from frontline.model.heard import Heard
from frontline.model.identity import NUMBER
from frontline.speech.reading import Found

_ANOTHER_ONE = frozenset({"means_another", "choice.cheaper", "choice.dearer", "choice.next"})


def corrects_offer(heard: Heard, question: Confirm, listener: Listener) -> bool:
    """Who declines, or contests something and says "no, that is wrong" of it, corrects nothing unless they name another value."""
    if heard.consent is None and not listener.desk.catalogue.workflows[question.workflow].contests:
        return True
    text = listener.text
    return bool(corrected(text) and differing(text, listener.known, listener.ticket, listener.desk))


def on_offer(heard: Heard, question: Confirm, listener: Listener) -> Heard:
    """Whether they agree; who names another value than the one held, or another of the things this order lets them choose from,
    means that one, even beside a yes. Nothing but the yes is heard of a yes."""
    text, ticket, desk, known = listener.text, listener.ticket, listener.desk, listener.known
    order = desk.catalogue.workflows[question.workflow]
    agreed = consent(text, read_slot("yes_no", text, desk, asked=True), order, question)
    if agreed is False and set(heard.asks) - {"part"}:
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


def on_stopping(listener: Listener) -> bool | None:
    """Whether the order under way shall be stopped."""
    if (told := stops(listener.text)) is not None:
        return told
    reading = read_slot("yes_no", listener.text, listener.desk, asked=True)
    refused = isinstance(reading, Found) and reading.value is False
    return True if agrees(listener.text) else False if refused else None


def on_terms(heard: Heard, question: Confirm, listener: Listener) -> Heard:
    """What is neither a yes nor a no: a question about it, or a condition. Whether a part of it will do is a question only
    where that is answered."""
    declared = listener.desk.catalogue.workflows[question.workflow].asks
    asks = tuple(topic for topic in heard.asks if topic != "part" or "part" in declared)
    if not asks and "sets_a_condition" in heard.readers:
        return heard.but(move="condition", asks=())
    if asks or "about_the_offer" in heard.readers:
        return heard.but(move="asks", asks=asks)
    return heard.but(move="help") if "acknowledges" in heard.readers else heard
