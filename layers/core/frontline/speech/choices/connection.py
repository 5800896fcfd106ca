"""A fixed line or a mobile one."""

import re

from frontline.speech.names import NamedValue
from frontline.speech.plain import plain, word_set
from frontline.speech.reading import Found, Hearing, Reading

_named = NamedValue("connection")
_BOTH = word_set("both dono donon दोनों")
_WIFI = re.compile(r"\bwi[ -]?fi\b|वाईफाई|वाई फाई")
_BESIDE_WIFI = word_set("""
    mobile data phone sim cellular cell 3g 4g 5g calling calls call signal bars otp mms sms hotspot
    मोबाइल डेटा डाटा फोन सिम कॉल कॉलिंग हॉटस्पॉट
""")
"""What may be the trouble, while the Wi-Fi is only mentioned."""
_WIFI_IS_FINE = re.compile(
    r"\b(?:only|just|sirf|without|use|using|turn(?:ed)? o\w+|switch(?:ed)? o\w+|not) (?:on |my |the |a )*wi[ -]?fi\b"
    r"|\bwi[ -]?fi (?:(?:is|se|pe|par|to|toh) )*(?:works?|working|fine|ok|okay|good|chal raha|chalta|theek|thik|sahi|on|off)\b"
    r"|\b(?:works?|working|fine|chalta) (?:on|over|with) (?:my |the )?wi[ -]?fi\b"
)


def connection(hearing: Hearing) -> Reading:
    """Unasked, trouble with the Wi-Fi is the fixed line's where nothing of a phone is said. Who answers "both" hears about
    the one named first, or else the mobile line."""
    named = _named(hearing)
    if isinstance(named, Found):
        return named
    text = plain(hearing.text)
    if hearing.asked:
        return Found(value=_first(hearing)) if not _BOTH.isdisjoint(text.vocabulary) else None
    troubled = _WIFI.search(text.text) and _BESIDE_WIFI.isdisjoint(text.vocabulary)
    return Found(value="fixed_line") if troubled and not _WIFI_IS_FINE.search(text.text) else None


def _first(hearing: Hearing) -> str:
    for word in plain(hearing.text).words:
        one = _named(hearing._replace(text=word))
        if isinstance(one, Found):
            return str(one.value)
    return "mobile"
