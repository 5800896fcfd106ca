"""What is said of telephones, their lines and plans becomes a value: the trade's slot types."""

from functools import partial

from frontline.model.slot_type import SlotType
from frontline.speech.names import NamedValue, SaidValue
from frontline.trades.telecom.slots.away import away
from frontline.trades.telecom.slots.connection import connection
from frontline.trades.telecom.slots.gigabytes import gigabytes
from frontline.trades.telecom.slots.more_data import more_data
from frontline.trades.telecom.slots.phone_state.answers import mms, mmsc, payment_request, sim_status
from frontline.trades.telecom.slots.phone_state.done import done
from frontline.trades.telecom.slots.phone_state.permissions import sms_permission, storage_permission
from frontline.trades.telecom.slots.phone_state.radio import network_mode, network_type, signal
from frontline.trades.telecom.slots.phone_state.speed import speed
from frontline.trades.telecom.slots.phone_state.switches import (
    airplane_mode,
    data_roaming,
    data_saver,
    mobile_data,
    vpn,
    wifi_calling,
)
from frontline.trades.telecom.slots.plan_name import plan_name
from frontline.trades.telecom.slots.switch_off import switch_off

_one_of_few = partial(SlotType, anywhere=True, shown="observers", options="all")
"""One of a few values that are nobody's own, each unmistakable."""

_TROUBLE = SaidValue("trouble", "pictures", "internet", "service", "nothing", only_asked=True)

DONE = SlotType("done", done, "ok, it is on again", shown="observers", deed=True, options="all")
"""As every trade has it, heard of phones clause by clause."""
TELECOM = (
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
