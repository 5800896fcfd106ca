"""What a message is about where nothing is open: an entry of the menu, or a subject that may be one of several."""

from collections.abc import Mapping
from functools import lru_cache, partial

from frontline.agent.hear.listener import Listener
from frontline.agent.hear.vague import greets, subjects_of
from frontline.agent.hear.values import read_for_slot, read_slot
from frontline.agent.options import Entry, on_the_menu
from frontline.model.action import AskIntent
from frontline.model.base import Values
from frontline.model.catalogue import Catalogue
from frontline.model.heard import SOMETHING_ELSE, Heard
from frontline.model.reading import Found
from frontline.model.text import Text
from frontline.model.workflow import Option
from frontline.speech.plain import fold, plain, words_of
from frontline.speech.readers import said
from frontline.texts import COMMON

MOST_BESIDE_A_VALUE = 8
"""Words of a message that may be no more than a value."""
SURE_OF_A_SUBJECT = 0.5
"""Of the one thing that can be wanted of it."""


def in_the_words_of_the_menu(listener: Listener) -> str | None:
    """What the menu would offer, said before it was shown: so an author's intent is found without any model."""
    return _by_words(listener.desk.catalogue).get(plain(listener.text).words)


@lru_cache(maxsize=64)
def _by_words(catalogue: Catalogue) -> Mapping[tuple[str, ...], str]:
    """What it offers and understands, by the words of it; where two have the same, what is offered, and the first of them."""
    intents = (*catalogue.offers(), *catalogue.intents.values())
    return {words: one.name for one in reversed(intents) for words in _labels(one.offer) if words}


@lru_cache(maxsize=1024)
def _labels(offer: Text) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words_of(fold(label))) for label in offer.each.values())


def picked(heard: Heard, question: AskIntent, listener: Listener) -> Heard:
    """An entry of the menu: whatever we do by its very words, what is shown also by its place or a word of its own."""
    if intent := in_the_words_of_the_menu(listener):
        return heard.but(intent=intent)
    entries = on_the_menu(question, listener.desk.catalogue)
    names_one = bool(subjects_of(listener.text))
    if "something_else" in said(listener.text) and not names_one:
        rest = next((one for one in entries if one.label == COMMON["something_else"]), None)
        return _chosen(heard, rest.intents if rest else ())
    options = tuple(Option(value=str(place), label=entry.label) for place, entry in enumerate(entries, 1))
    reading = read_slot("choice", listener.text, listener.desk, asked=True, options=options)
    entry = entries[int(reading.value) - 1] if isinstance(reading, Found) else None
    meant = entry is not None and (entry.intents or not names_one) and _only(entry, listener.text)
    return _chosen(heard, entry.intents) if entry and meant else heard


def picked_exactly(listener: Listener) -> bool:
    """Whether an entry of the menu was named by its own words, or by a number alone."""
    alone = all(word.isdecimal() for word in plain(listener.text).words)
    return alone or in_the_words_of_the_menu(listener) is not None


def _chosen(heard: Heard, intents: tuple[str, ...]) -> Heard:
    """One of the members of a group is meant; none of none."""
    if len(intents) > 1:
        return heard.but(between=intents)
    return heard.but(intent=intents[0] if intents else SOMETHING_ELSE)


def _only(entry: Entry, text: str) -> bool:
    """Whether an entry is all that was named: more words may say what is wanted of it."""
    if not said(text).isdisjoint({"choice.by_place", "choice.last"}):
        return True
    return subjects_of(text, {word for label in _labels(entry.label) for word in label}) is not None


def about(heard: Heard, listener: Listener) -> Heard:
    """What it is about, where nothing is open and no more is said; who says not even that is greeted, or asked."""
    ticket, text = listener.ticket, listener.text
    wished = heard.move not in (None, "greeting") or heard.answers(AskIntent())
    if wished or listener.desk.flow is not None or (ticket.matters and not ticket.closed):
        return heard
    if told := _values_alone(listener):
        return heard.but(move=None, said=told, between=listener.desk.catalogue.suggested_by(told))
    if (named := subjects_of(text)) is None:
        return heard
    subjects = [one for one in listener.desk.catalogue.subjects if one.name in named]
    if len(subjects) > 1 and any(one.general for one in subjects):
        return heard
    between = (
        tuple(intent for intent in subjects[0].intents if all(one.holds(intent) for one in subjects))
        if subjects
        else ()
    )
    general = subjects[0].general if subjects else None
    if only := general or (between[0] if len(between) == 1 else None):
        return heard.but(move=None, intent=only).through("subject", SURE_OF_A_SUBJECT, only)
    if between:
        return heard.but(move=None, between=between)
    if named or ticket.closed:
        return heard
    return heard.but(move="greeting" if greets(text) else "help")


def _values_alone(listener: Listener) -> Values:
    """What the message holds for the slots that a subject has, if it holds nothing else: every other word of it is a part of a
    value, the name of such a subject, or says nothing."""
    words, catalogue = plain(listener.text).words, listener.desk.catalogue
    told: Values = {}
    parts: set[str] = set()
    for slot in dict.fromkeys(slot for one in catalogue.subjects for slot in one.slots):
        read = partial(read_for_slot, catalogue.knowledge[slot], desk=listener.desk, asked=not told)
        if len(words) <= MOST_BESIDE_A_VALUE and isinstance(reading := read(text=listener.text), Found):
            told[slot] = reading.value
            parts |= {
                one for at, one in enumerate(words) if read(text=" ".join((*words[:at], *words[at + 1 :]))) != reading
            }
    named = subjects_of(listener.text, {*parts, *filter(str.isdecimal, words)}) if told else None
    holding = {one.name for one in catalogue.subjects if not told.keys().isdisjoint(one.slots)}
    return told if named is not None and named <= holding else {}
