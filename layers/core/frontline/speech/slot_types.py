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

_anywhere = partial(SlotType, only_when_asked=False, by_name=False)
"""Picked up wherever it is unmistakable, out of a whole report too."""
_named = partial(_anywhere, shown="observers", options="all")
"""One of a few values that are nobody's own."""

_TROUBLE = SaidValue("trouble", "pictures", "internet", "service", "nothing", only_asked=True)

GENERAL = (
    SlotType("text", text, "it makes a strange noise", shown="desk", gives_way=True, takes=frozenset({"pattern"})),
    SlotType("name", name, "my name is Asha Rao", shown="desk", gives_way=True),
    _anywhere("email", email, "asha dot rao at gmail dot com", shown="desk", swapped=True),
    _anywhere("postcode", postcode, "my pin code is 560 001", shown="desk", swapped=True, sees_secrets=True),
    _anywhere("phone", phone, "98765 43210", shown="observers", said_first=True, swapped=True),
    SlotType("integer", integer, "three of us", shown="desk", takes=frozenset({"min", "max"})),
    _anywhere("amount", amount, "two hundred rupees", shown="observers", swapped=True),
    _anywhere("date", date, "12 November", shown="observers", swapped=True),
    _anywhere("period", period, "since this morning", shown="observers", swapped=True, options="all"),
    SlotType("yes_no", yes_no, "haan ji", shown="observers", values=(True, False)),
    SlotType("choice", choice, "the second one", shown="observers", options="needed"),
    SlotType("done", done, "ok, it is on again", shown="observers", by_name=False, deed=True, options="all"),
    SlotType("code", code, "it says 4829", secret=True),
    SlotType("proof", proof, "Meena Iyer, 5 September 1978", secret=True),
)
TELECOM = (
    _named("region", region, "I live in Jaipur", said_first=True, swapped=True, sees_secrets=True),
    _named("account_type", NamedValue("account_type"), "prepaid", swapped=True),
    _named("device", NamedValue("device"), "on my laptop", swapped=True),
    _named("access", NamedValue("access"), "fibre", swapped=True),
    _named("connection", connection, "the mobile network", swapped=True),
    _named("switch_off", switch_off, "switch roaming off"),
    _named("sim_trouble", SaidValue("sim_trouble", "stolen", "puk"), "it was stolen"),
    _named("away", away, "I am in France"),
    _named("plan_name", plan_name, "the 299 plan"),
    _named("more_data", more_data, "change my plan"),
    _named("trouble", _TROUBLE, "no signal at all"),
    _named("gigabytes", gigabytes, "2 GB", options="some"),
    _named("signal", signal, "two bars"),
    _named("airplane_mode", airplane_mode, "airplane mode is off"),
    _named("network_type", network_type, "it says 4G"),
    _named("network_mode", network_mode, "LTE only"),
    _named("mobile_data", mobile_data, "mobile data is on"),
    _named("data_roaming", data_roaming, "roaming is off"),
    _named("data_saver", data_saver, "data saver is on"),
    _named("vpn", vpn, "no vpn"),
    _named("wifi_calling", wifi_calling, "wifi calling is off"),
    _named("sim_status", sim_status, "no sim card"),
    _named("storage_permission", storage_permission, "storage is allowed"),
    _named("sms_permission", sms_permission, "sms is denied"),
    _named("mmsc", mmsc, "it is empty"),
    _named("speed", speed, "very slow"),
    _named("mms", mms, "it was sent"),
    _named("payment_request", payment_request, "yes, there is one"),
)

SLOT_TYPES: Mapping[str, SlotType] = {one.name: one for one in (*GENERAL, *TELECOM)}
"""By the `type` of a Slot. Every `read` is total and linear in the length of what was said."""


def slot_type(name: str) -> SlotType:
    """The type of that name; of one that only a newer release knows nothing is read, told or kept."""
    return SLOT_TYPES.get(name) or SlotType(name, lambda _: None, "", secret=True)
