"""What is on or off on a phone: each said of itself, or by what a list of those that are on names and leaves out."""

import re

from frontline.speech.phone_state.clauses import spelled
from frontline.speech.phone_state.lists import Kind, left_out, named
from frontline.speech.phone_state.read_off import NAMED, ReadOff, best, said_of
from frontline.speech.reading import Found, Hearing, Reading

_BAR = re.compile(r"\bstatus ?bar\b[^\n]{0,200}\||\|[^|\n]{0,200}\||\|[^\n]{0,80}\bbattery\b")


def listed(text: str) -> bool:
    """Whether the icons of a status bar were listed, so that what is not there is off."""
    return "|" in text and _BAR.search(spelled(text)) is not None


class Switch(ReadOff):
    """What a list of `kinds` may name, or leave out."""

    kinds: tuple[Kind, ...] = ("switches",)

    def __call__(self, hearing: Hearing) -> Reading:
        if not hearing.asked:
            return super().__call__(hearing)
        if (on := named(self.subject, hearing.text, *self.kinds)) is not None:
            return Found("on" if on else "off")
        if own := best(one for one in said_of(self.subject, hearing) if one.rank == NAMED):
            return Found(own)
        return Found("off") if left_out(self.subject, hearing.text, *self.kinds) is False else super().__call__(hearing)


class Icon(Switch):
    """A switch that shows in the status bar while it is on."""

    kinds = ("switches", "icons")

    def __call__(self, hearing: Hearing) -> Reading:
        reading = super().__call__(hearing)
        if reading is None and hearing.asked and listed(hearing.text):
            return Found("off")
        return reading


mobile_data = Switch("mobile_data")
data_roaming = Switch("data_roaming")
wifi_calling = Switch("wifi_calling")
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
