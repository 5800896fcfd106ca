"""What there is to choose from: declared with the slot, or found for this customer by the slot's own inquiry."""

import json

from frontline.model.action import AskIntent
from frontline.model.base import Value
from frontline.model.catalogue import Catalogue
from frontline.model.text import Text
from frontline.model.ticket import Ticket
from frontline.model.workflow import Intent, Knowledge, Option, Slot


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
    named = _parts(str(value))
    wanted = {part for part in named if part.isdigit()} or named
    having = [one for one in options if wanted <= _parts(" ".join((one.value, *one.label.each.values())))]
    return having[0] if wanted and len(having) == 1 else None


def _parts(name: str) -> set[str]:
    return set("".join(sign if sign.isalnum() else " " for sign in name.casefold()).split())
