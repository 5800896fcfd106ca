"""A fixed line or a mobile one."""

import re

from frontline.slots.choices.vocabulary import NamedValue
from frontline.slots.plain import plain, word_set
from frontline.slots.reading import Found, Hearing, Reading

_NETS = ("net", "internet", "data", "network", "connection", "line", "hotspot", "signal")
_MOBILES = ("mobile", "phone", "cell phone", "cellular", "sim", "4g", "5g")

_named = NamedValue(
    anywhere={
        "fixed_line": "fixed line|fixedline|landline|land line|wireline|home wifi|home internet|ghar ka wifi|ghar ka net|"
        "ghar ke wifi|ghar wala wifi|wifi router|फिक्स्ड लाइन|फिक्स लाइन|लैंडलाइन|लैंड लाइन|घर का वाईफाई|घर का नेट",
        "mobile": "|".join(f"{one} {net}" for one in _MOBILES for net in _NETS if (one, net) != ("phone", "line"))
        + "|"
        + "|".join(
            f"{one} {of} {net}" for one in ("mobile", "phone", "sim") for of in ("ka", "ke", "ki") for net in _NETS
        )
        + "|net on mobile|internet on mobile|net on phone|internet on phone|net on my phone|internet on my phone|"
        "mobile pe|mobile par|mobile pr|mobile per|mobile me|mobile mein|phone pe net|phone par net|mobile ki baat|"
        "मोबाइल कनेक्शन|मोबाइल नेटवर्क|मोबाइल नेट|मोबाइल इंटरनेट|मोबाइल डेटा|मोबाइल डाटा|मोबाइल का नेट|"
        "मोबाइल का इंटरनेट|मोबाइल का नेटवर्क|मोबाइल की बात|मोबाइल पर|मोबाइल पे|मोबाइल में|फोन का नेट|फोन का इंटरनेट",
        "": "landline phone",
    },
    answering={
        "fixed_line": "broadband|fibre|fiber|home|home line|wired|wifi|wi fi|ghar|ghar wala|ब्रॉडबैंड|फाइबर|घर|घर वाला|वाईफाई",
        "mobile": "mobile|cell|cellular|cell phone|wireless|sim|phone|mobile phone|मोबाइल|सिम|फोन",
    },
)
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
