"""Whether somebody is outside their usual service area."""

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.choices.yes_no import yes_no
from frontline.speech.readers import said


def away(hearing: Hearing) -> Reading:
    """`abroad` or `home`. Unasked, only plain words for being away count; who will travel is still at home."""
    heard = {reader.removeprefix("away.") for reader in said(hearing.text)}
    will_go = {"later", "abroad"} <= heard and "now" not in heard
    if will_go or not heard.isdisjoint({"home", "not_abroad"}):
        return Found("home") if hearing.asked else None
    if "before" in heard and "now" not in heard:
        return None
    if "plainly" in heard or (hearing.asked and "abroad" in heard):
        return Found("abroad")
    return _answered(hearing, heard) if hearing.asked else None


def _answered(hearing: Hearing, heard: set[str]) -> Reading:
    """To a question of fact "ok" and "fine" are no answer."""
    match yes_no(hearing):
        case Found(value=False):
            return Found("home")
        case Found(value=True) if "yes" in heard:
            return Found("abroad")
        case _:
            return None
