"""What the customer is called."""

import re
import unicodedata
from itertools import takewhile

from frontline.speech.plain import fold, word_set, words_of
from frontline.speech.reading import Found, Hearing, Reading

_LETTERS = r"(?:[^\W\d_]|[\u0900-\u0963\u200c\u200d])"
_PART = rf"{_LETTERS}(?:{_LETTERS}|[.'’-])*"
_NAME = re.compile(rf"{_PART}(?: {_PART}){{0,4}}")
_SAID = re.compile(
    r"(?:\bmy (?:full |good )?name is|\bmera (?:pura |poora )?naa?m|मेरा (?:पूरा )?नाम) "
    rf"({_PART}(?: {_PART}){{0,4}})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:hi|hello|hey|namaste|नमस्ते|yes|sure|ok|okay|haan|हाँ|हां|ji|जी|it is|its|it's|it’s|this is|"
    r"i am|i'm|i’m|im|name is|name|naam|नाम|"
    r"main|mai|मैं|call me|mr|mrs|ms|dr|shri|smt)(?:[ ,.:!-]+|$))+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?: (?:here|speaking|this side|hai|hain|hoon|hun|hu|bol raha|bol rahi|है|हूँ|हूं|बोल रहा|बोल रही|"
    r"please|sir|madam|ji|जी))+$",
    re.IGNORECASE,
)
NOT_NAMES = word_set("""
    from in at yes no ok okay hi hello hey thanks thank please sorry what why how who when where which my your the is are was
    not dont cant want need help network internet data recharge bill phone number sim plan slow problem issue
    working cancel stop agent human customer care kya kyun kyu kaise kaun kab kahan nahi nahin haan hai mera
    meri mere aap tum batao bolo chahiye naam name know sure later none nothing idk pata and but or i you we
    they क्या क्यों कैसे कौन कब नहीं हां मेरा मेरी आप बताओ चाहिए नाम पता नमस्ते namaste
""")


def name(hearing: Hearing) -> Reading:
    """Out of the blue only "my name is ..." gives one."""
    text = " ".join(unicodedata.normalize("NFC", hearing.text[:320]).split())
    if len(text) > 160:
        return None
    said = _SAID.search(text)
    if said is None and not hearing.asked:
        return None
    stated = said[1].split() if said else text.split()
    if said:
        stated = list(takewhile(lambda word: NOT_NAMES.isdisjoint(words_of(fold(word))), stated))
    called = _bare(" ".join(stated))
    if not 2 <= len(called) <= 60 or not _NAME.fullmatch(called) or not NOT_NAMES.isdisjoint(words_of(fold(called))):
        return None
    return Found(value=called.title() if called.islower() else called)


def _bare(text: str) -> str:
    """Titles and small talk go, until nothing more goes: what is kept must read back as itself."""
    while (shorter := _AFTER.sub("", _BEFORE.sub("", text)).strip(" .,!-")) != text:
        text = shorter
    return text
