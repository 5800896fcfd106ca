"""What is on or off on a phone: each said of itself, or by what a list of those that are on names and leaves out."""

from frontline.model.reading import Found, Hearing, Parser, Reading
from frontline.speech.readers import said
from frontline.trades.telecom.slots.phone_state.lists import left_out, named
from frontline.trades.telecom.slots.phone_state.read_off import best, found, named_of, said_of


def listed(text: str) -> bool:
    """Whether the icons of a status bar were listed, so that what is not there is off."""
    return text.count("|") > 1 or ("|" in text and "handset.status_bar" in said(text))


def switch(subject: str, *, icon: bool = False) -> Parser:
    """`icon`: it shows in the status bar while it is on, and so a list of icons names it or leaves it out."""
    kinds = ("switches", "icons") if icon else ("switches",)

    def parse(hearing: Hearing) -> Reading:
        if not hearing.asked:
            return found(best(said_of(subject, hearing)))
        if (on := named(subject, hearing.text, *kinds)) is not None:
            return Found("on" if on else "off")
        value = named_of(subject, hearing)
        if value is None and left_out(subject, hearing.text, *kinds) is False:
            value = "off"
        value = value or best(said_of(subject, hearing))
        return found("off" if value is None and icon and listed(hearing.text) else value)

    return parse


mobile_data = switch("mobile_data")
data_roaming = switch("data_roaming")
wifi_calling = switch("wifi_calling")
data_saver = switch("data_saver", icon=True)
vpn = switch("vpn", icon=True)
_airplane = switch("airplane_mode", icon=True)


def airplane_mode(hearing: Hearing) -> Reading:
    """A phone with bars of signal is in no airplane mode."""
    reading = _airplane(hearing)
    if reading is None and hearing.asked and named_of("signal", hearing) not in {None, "none"}:
        return Found("off")
    return reading
