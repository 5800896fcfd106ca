"""What is on or off on a phone."""

import re

from frontline.slots.phone_state.clauses import spelled
from frontline.slots.phone_state.read_off import NAMED, ReadOff, best, said_of
from frontline.slots.reading import Found, Hearing, Reading

mobile_data = ReadOff("mobile_data")
data_roaming = ReadOff("data_roaming")
wifi_calling = ReadOff("wifi_calling")

_BAR = re.compile(r"\bstatus ?bar\b[^\n]{0,200}\||\|[^|\n]{0,200}\||\|[^\n]{0,80}\bbattery\b")


def listed(text: str) -> bool:
    """Whether the icons of a status bar were listed, so that what is not there is off."""
    return "|" in text and _BAR.search(spelled(text)) is not None


class Icon(ReadOff):
    """A switch that shows in the status bar while it is on."""

    def __call__(self, hearing: Hearing) -> Reading:
        reading = super().__call__(hearing)
        if reading is None and hearing.asked and listed(hearing.text):
            return Found("off")
        return reading


_icon = Icon("airplane_mode")
data_saver = Icon("data_saver")
vpn = Icon("vpn")


def airplane_mode(hearing: Hearing) -> Reading:
    """A phone with bars of signal is in no airplane mode."""
    reading = _icon(hearing)
    if reading is None and hearing.asked:
        named = [one for one in said_of("signal", hearing) if one.rank == NAMED]
        if best(named) not in {None, "none"}:
            return Found("off")
    return reading
