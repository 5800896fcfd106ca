"""How a customer whose data is used up wants to go on: more data, another plan, or neither."""

import re

from frontline.speech.plain import plain
from frontline.speech.reading import Found, Hearing, Reading

_REFUSED = re.compile(
    r"\b(?:neither|none|nothing|no thanks|no thank you|not now|dont want (?:to|either|any|that|them)(?: pay| spend)?"
    r"|do not want (?:to|either|any|that)|dont (?:do|change|refuel|add)|rather not|kuch nahi|rehne do|nahi chahiye)\b|कुछ नहीं|नहीं चाहिए"
)
_PLAN = re.compile(r"\b(?:plans?|upgrade|switch|bigger|larger|package)\b|प्लान")
_REFUEL = re.compile(
    r"\b(?:refuel\w*|re fuel|top ?up|add(?:ing)?|more data|extra|buy|gb|gigs?|gigabytes?|\d+gb|data)\b|डेटा|जीबी"
)
_NOT_PLAN = re.compile(r"\b(?:not|dont|no|instead of|without|rather than|keep)(?: \w+){0,4} plans?\b")
_NOT_REFUEL = re.compile(
    r"\b(?:not|dont|no|instead of|without|rather than)(?: \w+){0,3} (?:refuel\w*|top ?up|more data|add\w*)\b"
)
_BARE_NO = re.compile(r"^(?:no|nope|nah|nahi|नहीं)$")


def more_data(hearing: Hearing) -> Reading:
    """Only when asked: `refuel`, `plan` or `neither`."""
    if not hearing.asked:
        return None
    said = " ".join(plain(hearing.text[:1000]).words)
    plan = bool(_PLAN.search(said)) and not _NOT_PLAN.search(said)
    refuel = bool(_REFUEL.search(_PLAN.sub(" ", said) if plan else said)) and not _NOT_REFUEL.search(said)
    if plan and not (refuel and _REFUEL_FIRST.search(said)):
        return Found("plan")
    if refuel and not _REFUSED.search(said):
        return Found("refuel")
    if _REFUSED.search(said) or _BARE_NO.match(said):
        return Found("neither")
    return Found("refuel") if refuel else None


_REFUEL_FIRST = re.compile(r"\b(?:refuel\w*|top ?up|gb|gigs?)\b")
