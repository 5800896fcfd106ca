"""What else does not work on a phone, for somebody whose first complaint was not it."""

import re

from frontline.speech.plain import plain
from frontline.speech.reading import Found, Hearing, Reading

_KINDS = (
    (
        "pictures",
        re.compile(
            r"\b(?:mms|pictures?|photos?|pics?|images?|group (?:messag\w*|texts?|chat)|media messag\w*|video messag\w*|tasveer)\b|फोटो|तस्वीर"
        ),
    ),
    (
        "internet",
        re.compile(
            r"\b(?:internet|mobile data|data|online|web\w*|brows\w*|slow|speed|net|apps?|stream\w*|videos?|pages?|connection)\b|इंटरनेट|नेट|डेटा"
        ),
    ),
    (
        "service",
        re.compile(r"\b(?:service|signal|bars|calls?|calling|network|no service|texts?|sms)\b|सिग्नल|नेटवर्क|कॉल"),
    ),
)
_FINE = re.compile(
    r"\b(?:nothing|none|all (?:is )?(?:good|fine|well|ok|okay|set)|everything (?:is )?(?:works|working|fine|good|ok)|no|nope|(?:it |that |everything )?works(?: (?:now|fine|again|well))?"
    r"|working (?:now|fine|again)|its (?:fine|good|ok|okay|working)|fine now|good now|solved|fixed|sab theek|theek hai|kuch nahi)\b|सब ठीक|कुछ नहीं"
)


def trouble(hearing: Hearing) -> Reading:
    """Only when asked: `internet`, `pictures`, `service` or `nothing`."""
    if not hearing.asked:
        return None
    said = " ".join(plain(hearing.text[:1000]).words)
    for kind, words in _KINDS:
        if words.search(said):
            return Found(kind)
    return Found("nothing") if _FINE.search(said) else None
