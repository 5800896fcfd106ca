"""What there is to choose from: declared with the slot, found for this customer by the slot's own inquiry, or what we can do."""

import json
from typing import NamedTuple

from frontline.model.action import AskIntent
from frontline.model.base import Value
from frontline.model.catalogue import Catalogue
from frontline.model.text import Line, Text
from frontline.model.ticket import Ticket
from frontline.model.workflow import Intent, Knowledge, Option, Slot
from frontline.texts import COMMON

_CURRENCIES = "₹$€£"
MOST = 5
"""Entries that are shown at once."""


class Entry(NamedTuple):
    """One of what is offered where it is asked what it is about: the intent it stands for, or those, or "something else"."""

    intents: tuple[str, ...]
    label: Text


def on_the_menu(question: AskIntent, catalogue: Catalogue) -> tuple[Entry, ...]:
    """What is shown: the intents it can only be, or all that we do, in groups. What does not fit is behind "something else"."""
    if among := tuple(catalogue.intents[one] for one in question.among if one in catalogue.intents):
        return _at_most(tuple(Entry((one.name,), one.offer) for one in among), back=True)
    offers, served = catalogue.offers(), catalogue.served_by
    groups = [Entry(one.intents, one.offer) for one in catalogue.subjects if one.offer is not None]
    if len(offers) <= MOST or not groups:
        return _at_most(tuple(Entry((one.name,), one.offer) for one in offers))
    named = [
        entry._replace(label=catalogue.intents[entry.intents[0]].offer) for entry in groups if len(entry.intents) == 1
    ]
    grouped = {served[intent] for entry in groups for intent in entry.intents}
    rest = [Entry((one.name,), one.offer) for one in offers if served[one.name] not in grouped]
    return _at_most((*(entry for entry in groups if len(entry.intents) > 1), *named, *rest))


def _at_most(entries: tuple[Entry, ...], *, back: bool = False) -> tuple[Entry, ...]:
    """As many as are shown at once, the last of them for the rest, or, where there is room, the way `back` to all we do."""
    if len(entries) > MOST:
        rest = tuple(intent for entry in entries[MOST - 1 :] for intent in entry.intents)
        return (*entries[: MOST - 1], Entry(rest, COMMON["something_else"]))
    return (*entries, Entry((), COMMON["something_else"])) if back and len(entries) < MOST else entries


def offered(known: Knowledge, ticket: Ticket) -> Knowledge:
    """The slot with what its inquiry found: `<slot>_options`, a JSON list of {value, label}. Names are names in every
    language. Until the inquiry has run there is nothing to choose."""
    if not isinstance(known, Slot) or known.options_from is None or ticket.matter is None:
        return known
    found = json.loads(str(ticket.matter.found.get(f"{known.name}_options", "[]")))
    return known.but(options=tuple(Option(value=one["value"], label=Text.same(one["label"])) for one in found))


def asked_among(question: AskIntent, catalogue: Catalogue) -> tuple[Intent, ...]:
    """What the customer can pick from where it is asked what it is about: the intents it can only be, or the whole menu."""
    return tuple(catalogue.intents[one] for one in question.among if one in catalogue.intents) or catalogue.offers()


def called(value: Value, options: tuple[Option, ...]) -> Option | None:
    """The only option whose name has the numbers of a value that was named before there was a list: `84 days` is "Prepaid 599,
    2 GB a day, 84 days". Of a value without any, all its words."""
    having = _having(value, options)
    return having[0] if len(having) == 1 else None


def not_offered(value: Value, options: tuple[Option, ...]) -> Line | None:
    """That none of what there is to choose from has the numbers that were named."""
    named = str(value)
    if not any(part.isdigit() for part in _parts(named)) or not options or _having(value, options):
        return None
    labels = " ".join(words for option in options for words in option.label.each.values())
    sign = next((one for one in _CURRENCIES if one in labels), "") if named.isdigit() else ""
    return Line(key="not_offered", values={"named": f"{sign}{named}"})


def _having(value: Value, options: tuple[Option, ...]) -> list[Option]:
    named = _parts(str(value))
    wanted = {part for part in named if part.isdigit()} or named
    return [one for one in options if wanted and wanted <= _parts(" ".join((one.value, *one.label.each.values())))]


def _parts(name: str) -> set[str]:
    return set("".join(sign if sign.isalnum() else " " for sign in name.casefold()).split())
