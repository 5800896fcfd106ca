"""The slot types: how what a customer says becomes a value. `SLOT_TYPES` is all a caller needs."""

from collections.abc import Mapping

from frontline.speech.choices.away import away
from frontline.speech.choices.choice import choice
from frontline.speech.choices.connection import connection
from frontline.speech.choices.more_data import more_data
from frontline.speech.choices.plan_name import plan_name
from frontline.speech.choices.switch_off import switch_off
from frontline.speech.choices.yes_no import yes_no
from frontline.speech.free.name import name
from frontline.speech.free.proof import proof
from frontline.speech.free.text import text
from frontline.speech.names import NamedValue, SaidValue
from frontline.speech.numbers.amount import amount
from frontline.speech.numbers.code import code
from frontline.speech.numbers.gigabytes import gigabytes
from frontline.speech.numbers.phone import phone
from frontline.speech.phone_state.done import done
from frontline.speech.phone_state.mms import mms
from frontline.speech.phone_state.mmsc import mmsc
from frontline.speech.phone_state.network import network_mode, network_type
from frontline.speech.phone_state.payment import payment_request
from frontline.speech.phone_state.permissions import sms_permission, storage_permission
from frontline.speech.phone_state.signal import signal
from frontline.speech.phone_state.sim import sim_status
from frontline.speech.phone_state.speed import speed
from frontline.speech.phone_state.switches import (
    airplane_mode,
    data_roaming,
    data_saver,
    mobile_data,
    vpn,
    wifi_calling,
)
from frontline.speech.place.region import METROS, region, region_name
from frontline.speech.reading import Found, Hearing, Parser, Reading, Unknown
from frontline.speech.when.date import date
from frontline.speech.when.period import period

__all__ = ["METROS", "SLOT_TYPES", "Found", "Hearing", "Parser", "Reading", "Unknown", "region_name"]

SLOT_TYPES: Mapping[str, Parser] = {
    "phone": phone,
    "region": region,
    "account_type": NamedValue("account_type"),
    "device": NamedValue("device"),
    "switch_off": switch_off,
    "sim_trouble": SaidValue("sim_trouble", "stolen", "puk"),
    "access": NamedValue("access"),
    "connection": connection,
    "period": period,
    "amount": amount,
    "gigabytes": gigabytes,
    "date": date,
    "yes_no": yes_no,
    "choice": choice,
    "away": away,
    "plan_name": plan_name,
    "more_data": more_data,
    "trouble": SaidValue("trouble", "pictures", "internet", "service", "nothing", only_asked=True),
    "text": text,
    "name": name,
    "code": code,
    "proof": proof,
    "signal": signal,
    "airplane_mode": airplane_mode,
    "network_type": network_type,
    "network_mode": network_mode,
    "mobile_data": mobile_data,
    "data_roaming": data_roaming,
    "data_saver": data_saver,
    "vpn": vpn,
    "wifi_calling": wifi_calling,
    "sim_status": sim_status,
    "storage_permission": storage_permission,
    "sms_permission": sms_permission,
    "mmsc": mmsc,
    "speed": speed,
    "mms": mms,
    "payment_request": payment_request,
    "done": done,
}
"""By the `type` of a Slot. Every parser is total and linear in the length of what was said."""
