"""What a message says to an order's terms, or to whether the order under way shall be stopped."""

from collections.abc import Collection

from frontline.agent.hear.consent import agrees, consent
from frontline.agent.hear.corrections import corrected
from frontline.agent.hear.listener import Listener
from frontline.agent.hear.moves import stops
from frontline.agent.hear.values import differing, other_choice, read_slot
from frontline.model.action import Confirm
from frontline.model.heard import Heard
from frontline.model.identity import NUMBER
from frontline.model.reading import Found
from frontline.speech.plain import plain
from frontline.speech.readers import words

_ANOTHER_ONE = frozenset({"means_another", "choice.other", "choice.cheaper", "choice.dearer", "choice.next"})
_ANOTHER_LINE = frozenset({"for_another_line", "not_this_line"})


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
    meant = _taken_back(
        heard.but(consent=agreed), [one.name for one in chosen_from if ticket.facts.get(one.name)], listener
    )
    return heard.but(move="correct", corrects=meant) if meant and not order.contests else heard.but(consent=agreed)


def _taken_back(heard: Heard, chosen: Collection[str], listener: Listener) -> tuple[str, ...]:
    """What was chosen and is not meant, where no other one that there is was named: a yes to what comes next must not be one
    to it, however little was understood of a denial."""
    if heard.asks:
        return ()
    if NUMBER in chosen and not _ANOTHER_LINE.isdisjoint(heard.readers):
        return (NUMBER,)
    denied = not (words("not") | words("no")).isdisjoint(plain(listener.text).vocabulary) and "?" not in listener.text
    meant = not _ANOTHER_ONE.isdisjoint(heard.readers) or denied
    unclear = heard.consent is None and meant and "gives_up" not in heard.readers
    return tuple(name for name in chosen if name != NUMBER) if unclear or "names_another" in heard.readers else ()


def on_stopping(listener: Listener) -> bool | None:
    """Whether the order under way shall be stopped."""
    if (told := stops(listener.text)) is not None:
        return told
    reading = read_slot("yes_no", listener.text, listener.desk, asked=True)
    refused = isinstance(reading, Found) and reading.value is False
    return True if agrees(listener.text) else False if refused else None


def on_terms(heard: Heard, listener: Listener) -> Heard:
    """What is neither a yes nor a no: a question about it, or a condition."""
    if "asks_for_time" in heard.readers:
        return heard.but(move="wait")
    if "sets_a_condition" in heard.readers and not heard.asks:
        return heard.but(move="condition")
    if heard.asks or "about_the_offer" in heard.readers:
        return heard.but(move="asks")
    wonders = "acknowledges" in heard.readers or agrees(listener.text.replace("?", ""))
    return heard.but(move="help") if wonders else heard
