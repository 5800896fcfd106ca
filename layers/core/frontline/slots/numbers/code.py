"""A one-time code: four to eight digits, kept as written because a leading zero counts."""

import re

from frontline.slots.plain import plain, word_set
from frontline.slots.reading import Found, Hearing, Reading

_RUN = re.compile(r"(?<![\w.,₹$+/:-])[0-9]{4,8}(?![\w/:-]|[.,][0-9])")
_SPACED = re.compile(r"[0-9](?:[ -]?[0-9]){3,7}")
_NAMES = word_set("otp code pin passcode ओटीपी कोड पिन")


def code(hearing: Hearing) -> Reading:
    """Out of the blue only a number beside the word "OTP", "code" or "PIN" is one."""
    text = plain(hearing.text)
    if not text.has_digit:
        return None
    if hearing.asked and _SPACED.fullmatch(text.text.strip()):
        return Found(value=re.sub(r"[ -]", "", text.text.strip()))
    if not hearing.asked and _NAMES.isdisjoint(text.vocabulary):
        return None
    codes = set(_RUN.findall(text.text))
    return Found(value=codes.pop()) if len(codes) == 1 else None
