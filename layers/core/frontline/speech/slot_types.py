"""The slot types: how what a customer says becomes a value. `SLOT_TYPES` is all a caller needs."""

from collections.abc import Mapping
from functools import partial

from frontline.speech.choices.away import away
from frontline.speech.choices.choice import choice
from frontline.speech.choices.connection import connection
from frontline.speech.choices.more_data import more_data
from frontline.speech.choices.plan_name import plan_name
from frontline.speech.choices.switch_off import switch_off
from frontline.speech.choices.yes_no import yes_no
from frontline.speech.free.email import email
from frontline.speech.free.name import name
from frontline.speech.free.proof import proof
from frontline.speech.free.text import text
from frontline.speech.names import NamedValue, SaidValue
from frontline.speech.numbers.amount import amount
from frontline.speech.numbers.code import code
from frontline.speech.numbers.gigabytes import gigabytes
from frontline.speech.numbers.integer import integer
from frontline.speech.numbers.phone import phone
from frontline.speech.phone_state.answers import mms, mmsc, payment_request, sim_status
from frontline.speech.phone_state.done import done
from frontline.speech.phone_state.permissions import sms_permission, storage_permission
from frontline.speech.phone_state.radio import network_mode, network_type, signal
from frontline.speech.phone_state.speed import speed
from frontline.speech.phone_state.switches import (
    airplane_mode,
    data_roaming,
    data_saver,
    mobile_data,
    vpn,
    wifi_calling,
)
from frontline.speech.place.postcode import postcode
from frontline.speech.place.region import region, region_name
from frontline.speech.reading import Found, Hearing, Parser, Reading, Unknown
from frontline.speech.slot_type import SlotType
from frontline.speech.when.date import date
from frontline.speech.when.period import period

__all__ = ["SLOT_TYPES", "Found", "Hearing", "Parser", "Reading", "SlotType", "Unknown", "region_name"]

_one_of_few = partial(SlotType, anywhere=True, shown="observers", options="all")
"""One of a few values that are nobody's own, each unmistakable."""

_TROUBLE = SaidValue("trouble", "pictures", "internet", "service", "nothing", only_asked=True)

GENERAL = (
    SlotType("text", text, "it makes a strange noise", shown="desk", gives_way=True, takes=frozenset({"pattern"})),
    SlotType("name", name, "my name is Asha Rao", shown="desk", gives_way=True),
    SlotType("email", email, "asha dot rao at gmail dot com", shown="desk", swapped=True, anywhere=True),
    SlotType(
        "postcode", postcode, "my pin code is 560 001", shown="desk", swapped=True, sees_secrets=True, anywhere=True
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
TELECOM = (
    _one_of_few("region", region, "I live in Jaipur", said_first=True, swapped=True, sees_secrets=True),
    _one_of_few("account_type", NamedValue("account_type"), "prepaid", swapped=True),
    _one_of_few("device", NamedValue("device"), "on my laptop", swapped=True),
    _one_of_few("access", NamedValue("access"), "fibre", swapped=True),
    _one_of_few("connection", connection, "the mobile network", swapped=True),
    _one_of_few("switch_off", switch_off, "switch roaming off"),
    _one_of_few("sim_trouble", SaidValue("sim_trouble", "stolen", "puk"), "it was stolen"),
    _one_of_few("away", away, "I am in France"),
    _one_of_few("plan_name", plan_name, "the 299 plan"),
    _one_of_few("more_data", more_data, "change my plan"),
    _one_of_few("trouble", _TROUBLE, "no signal at all"),
    _one_of_few("gigabytes", gigabytes, "2 GB", options="some"),
    _one_of_few("signal", signal, "two bars", nothing_counts=True),
    _one_of_few("airplane_mode", airplane_mode, "airplane mode is off"),
    _one_of_few("network_type", network_type, "it says 4G", nothing_counts=True),
    _one_of_few("network_mode", network_mode, "LTE only"),
    _one_of_few("mobile_data", mobile_data, "mobile data is on"),
    _one_of_few("data_roaming", data_roaming, "roaming is off"),
    _one_of_few("data_saver", data_saver, "data saver is on"),
    _one_of_few("vpn", vpn, "no vpn"),
    _one_of_few("wifi_calling", wifi_calling, "wifi calling is off"),
    _one_of_few("sim_status", sim_status, "no sim card"),
    _one_of_few("storage_permission", storage_permission, "storage is allowed"),
    _one_of_few("sms_permission", sms_permission, "sms is denied"),
    _one_of_few("mmsc", mmsc, "it is empty"),
    _one_of_few("speed", speed, "very slow", nothing_counts=True),
    _one_of_few("mms", mms, "it was sent", nothing_counts=True),
    _one_of_few("payment_request", payment_request, "yes, there is one", nothing_counts=True),
)

SLOT_TYPES: Mapping[str, SlotType] = {one.name: one for one in (*GENERAL, *TELECOM)}
"""By the `type` of a Slot. Every `read` is total and linear in the length of what was said."""


def slot_type(name: str) -> SlotType:
    """The type of that name; of one that only a newer release knows nothing is read, told or kept."""
    return SLOT_TYPES.get(name) or SlotType(name, lambda _: None, "", secret=True)
