"""What there is to choose from: declared with the slot, or found for this customer by the slot's own inquiry."""

import json

from frontline.model.text import Text
from frontline.model.ticket import Ticket
from frontline.model.workflow import Knowledge, Option, Slot


def offered(known: Knowledge, ticket: Ticket) -> Knowledge:
    """The slot with what its inquiry found: `<slot>_options`, a JSON list of {value, label}. Names are names in every
    language. Until the inquiry has run there is nothing to choose."""
    if not isinstance(known, Slot) or known.options_from is None or ticket.matter is None:
        return known
    found = json.loads(str(ticket.matter.found.get(f"{known.name}_options", "[]")))
    return known.but(options=tuple(Option(value=one["value"], label=_same(one["label"])) for one in found))


def _same(name: str) -> Text:
    return Text(en=name, hi=name, hinglish=name)
