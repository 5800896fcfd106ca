"""A fixed line or a mobile one."""

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.names import NamedValue, names_of
from frontline.speech.plain import plain
from frontline.speech.readers import said, words

_named = NamedValue("connection")


def connection(hearing: Hearing) -> Reading:
    """Unasked, trouble with the Wi-Fi is the fixed line's where nothing of a phone is said. Who answers "both" hears about
    the one named first, or else the mobile line."""
    if (named := _named(hearing)) is not None:
        return named
    if not hearing.asked:
        return Found("fixed_line") if "connection.wifi_trouble" in said(hearing.text) else None
    text = plain(hearing.text)
    if words("both").isdisjoint(text.vocabulary):
        return None
    first = next(names_of("connection", answering=True).mentions(text.words), None)
    return Found(first.value if first else "mobile")
