"""The slot types that every trade has: how what a customer says becomes a value."""

from collections.abc import Mapping

from frontline.model.slot_type import SlotType
from frontline.speech.choices.choice import choice
from frontline.speech.choices.done import done
from frontline.speech.choices.yes_no import yes_no
from frontline.speech.free.email import email
from frontline.speech.free.name import name
from frontline.speech.free.proof import proof
from frontline.speech.free.text import text
from frontline.speech.numbers.amount import amount
from frontline.speech.numbers.code import code
from frontline.speech.numbers.integer import integer
from frontline.speech.numbers.phone import phone
from frontline.speech.place.postcode import postcode
from frontline.speech.place.region import region, region_name
from frontline.speech.when.date import date
from frontline.speech.when.period import period

__all__ = ["GENERAL", "SLOT_TYPES"]

GENERAL = (
    SlotType("text", text, "it makes a strange noise", shown="desk", gives_way=True, takes=frozenset({"pattern"})),
    SlotType("name", name, "my name is Asha Rao", shown="desk", gives_way=True),
    SlotType("email", email, "asha dot rao at gmail dot com", shown="desk", swapped=True, anywhere=True),
    SlotType(
        "postcode", postcode, "my pin code is 560 001", shown="desk", swapped=True, sees_secrets=True, anywhere=True
    ),
    SlotType(
        "region",
        region,
        "I live in Jaipur",
        anywhere=True,
        shown="observers",
        options="all",
        said_first=True,
        swapped=True,
        sees_secrets=True,
        written=region_name,
    ),
    SlotType("phone", phone, "98765 43210", shown="observers", said_first=True, swapped=True, anywhere=True),
    SlotType("integer", integer, "three of us", shown="desk", takes=frozenset({"min", "max"})),
    SlotType("amount", amount, "two hundred rupees", shown="observers", swapped=True, anywhere=True),
    SlotType("date", date, "12 November", shown="observers", swapped=True, anywhere=True),
    SlotType("period", period, "since this morning", shown="observers", swapped=True, options="all", anywhere=True),
    SlotType("yes_no", yes_no, "haan ji", shown="observers", values=(True, False)),
    SlotType("choice", choice, "the second one", shown="observers", options="needed"),
    SlotType("done", done, "ok, it is on again", shown="observers", deed=True, options="all"),
    SlotType("code", code, "it says 4829", secret=True),
    SlotType("proof", proof, "Meena Iyer, 5 September 1978", secret=True),
)
SLOT_TYPES: Mapping[str, SlotType] = {one.name: one for one in GENERAL}
"""By the `type` of a Slot. Every `read` is total and linear in the length of what was said."""
