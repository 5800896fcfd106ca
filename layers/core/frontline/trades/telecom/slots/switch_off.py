"""What the customer wants switched off: roaming or do-not-disturb, where everybody else wants it on."""

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.names import NamedValue
from frontline.speech.readers import said

_VALUES = ("roaming", "do_not_disturb")
_named = NamedValue("switch_off")


def switch_off(hearing: Hearing) -> Reading:
    """A plain wish to have it off; when asked, the name will do. Two wishes at once are nobody's guess."""
    heard = said(hearing.text)
    wanted = [value for value in _VALUES if f"switch_off.{value}" in heard]
    if not wanted:
        return _named(hearing) if hearing.asked else None
    return Found(wanted[0]) if len(wanted) == 1 else None
