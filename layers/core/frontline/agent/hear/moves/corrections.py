"""When a customer takes an earlier answer back, and which part of what they say is the new one."""

import datetime as dt
import re

from frontline.speech.plain import fold, plain, word_set
from frontline.speech.slot_types import SLOT_TYPES, Found, Hearing, Parser, Reading

_SWAPPED = tuple(one.read for one in SLOT_TYPES.values() if one.swapped)
_SOME_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Which day it is does not matter to whether a day was named."""

_PLAINLY = re.compile(
    fold(
        r"\b(?:i meant|meant to say|i mean to say|i mistyped|mistyped|typo|i misspoke|correction|let me correct|"
        r"i made a mistake|my mistake|mera matlab (?:\w+ ){0,2}tha|"
        r"i (?:gave|sent|typed|entered|wrote|told|said|shared)(?: you)?(?: the| a)? (?:wrong|incorrect)|"
        r"by mistake i (?:said|gave|wrote|typed)|"
        r"change (?:it|that|my answer|my number|my city|my region|the number|the city)(?: (?:to|from|please)\b|$)|"
        r"(?<! ne )(?:galat|wrong) (?:\w+ )?"
        r"(?:diya|de diya|bataya|bata diya|likha|likh diya|bola|bol diya|daala|daal diya|dal diya))\b"
        r"|(?:^|(?<!ने) )गलत (?:[^ ]+ )?(?:दिया|दे दिया|बताया|बता दिया|लिखा|लिख दिया|बोला|बोल दिया|"
        r"डाला|डाल दिया)|मेरा मतलब (?:[^ ]+ ){0,2}था"
    )
)
_TAKEN_BACK = frozenset(
    fold(phrase)
    for phrase in [
        "that was wrong",
        "that is wrong",
        "thats wrong",
        "that was a mistake",
        "that was not right",
        "thats not right",
        "that was incorrect",
        "wrong answer",
        "wo galat tha",
        "woh galat tha",
        "wo galat hai",
        "galat tha",
        "galat ho gaya",
        "वो गलत था",
        "वह गलत था",
        "गलत था",
        "गलत हो गया",
    ]
)
"""The whole message, or it is a complaint about something else."""
_ABOUT_THE_MATTER = word_set("recharge recharged paid payment paisa paise topup transferred billed upi रिचार्ज पैसे भुगतान")
_HINTS = word_set("sorry actually oops maaf maafi galti सॉरी माफ गलती")
_DENIALS = word_set("not nahi nahin nhi nai instead isnt नहीं नही न")
_ASKING = word_set("why how when what kyu kyun kyon kaise kab kya क्यों कैसे कब क्या")
_NO_THEN = re.compile(r"\s*(?:no|nope|nah|nahi|nahin|नहीं)\s?[,.!–-]", re.IGNORECASE)

_INTERRUPTED = re.compile(
    r"^\W*(?:(?:oh|ohh|ooh|arre|arey|are|hey|अरे)\W+)*(?:"
    r"(?:no|nope)\W+(?:no|nope|wait|sorry|not (?:this|that))\b"
    r"|(?:wait|ruko|hold on|रुको)(?:\s*[,.!–-]|\s+(?:no|nahi|sorry|its|it is|the|not)\b)"
    r"|(?:nahi|nahin|nhi|nai|नहीं|नही|no)\s*[,.!]?\s*(?:nahi|nahin|nhi|nai|नहीं|नही)(?!\w)"
    r"|(?:no|nope|nahi|nahin|nhi|not|sorry|oops|oh)\b.{0,20}\b(?:other|another|different|doosra|dusra|doosre|dusre)\s+"
    r"(?:number|one|no|wala|city)\b"
    r")"
    r"|(?<!\w)(?:not this one|not that one|(?:ye|yeh|wo|woh)(?: wala| number)? (?:nahi|nahin|nhi|nai)|(?:ये|यह|वो)(?: वाला| नंबर)? (?:नहीं|नही))"
    r"(?=\s*(?:[,.!–-]|$))",
    re.IGNORECASE,
)
"""Who breaks in on themselves, or points at what we have and says no: "no wait", "oh no, the other number", "ye nahi"."""

A_MATTER = word_set("""
    network net internet signal service slow working work chal chalta recharge recharged bill plan pack data speed call
    calls sim roaming नेट नेटवर्क इंटरनेट सिग्नल रिचार्ज बिल प्लान डेटा स्पीड कॉल सिम
""")
"""Beside these it is a matter that breaks in, and it is not to be lost."""

_BREAK = re.compile(
    r"([,;!?\n।]|[.](?=\s|$)|\s[-–—](?=\s)|\s(?:but|lekin|balki|rather|लेकिन|बल्कि)(?=\s))", re.IGNORECASE
)
_FROM_TO = re.compile(r"\bfrom\s[^,;.!?\n]{1,60}?\sto\s", re.IGNORECASE)
_NOT_AHEAD = re.compile(
    r"(?:^|\s)(?:not|isn['’]?t|instead of|rather than|na ki|nahi ki|न कि|ना कि)\s(?=\S)", re.IGNORECASE
)
_NOT_BEHIND = re.compile(
    r"\s(?:nahi|nahin|nhi|nai|नहीं|नही|galat|गलत|is wrong|was wrong|wrong)(?:\s(?:hai|he|tha|thi|है|था|थी))?(?=\s|$)",
    re.IGNORECASE,
)
_NAMES_NO_VALUE = word_set("""
    i you the a my it that this sorry oops no actually gave give sent typed entered wrote told said shared wrong
    incorrect number no nambar city region answer one change mistake made by please correction typo let me
    correct meant mean galat diya de bataya bata likha likh bola bol daala daal dal maine mera meri matlab
    tha hai ho gaya se maaf गलत नंबर दिया दे बताया बता लिखा लिख बोला बोल डाला डाल मैंने मेरा मतलब था है हो
    गया से सॉरी माफ
""")
_INSTEAD = re.compile(r"\s(?:it['’]?s|it is|actually)\s(?=\S)", re.IGNORECASE)
_NOTHING_YET = word_set("sorry no nahi oh oops its it is actually i mean and अरे नहीं")


def corrects(text: str) -> bool:
    """Plain words for it are enough; "sorry", "actually", "no wait" and "X, not Y" need a value that a slot could hold. A
    recharge of a wrong number is the customer's matter, not a correction."""
    said = plain(text[:1000])
    if " ".join(said.words) in _TAKEN_BACK:
        return True
    told = _NO_THEN.match(text) is not None or _broken_off(text, said.vocabulary)
    hinted = told or not (_DENIALS | _HINTS).isdisjoint(said.vocabulary)
    if hinted and said.vocabulary.isdisjoint(_ASKING) and "?" not in said.text and _names_another(text, said.words):
        return True
    return bool(_PLAINLY.search(" ".join(said.words))) and _ABOUT_THE_MATTER.isdisjoint(said.vocabulary)


def _names_another(text: str, words: tuple[str, ...]) -> bool:
    kept = new_value(text)
    if kept is None or len(words) > 14:
        return False
    taken_back = not _HINTS.isdisjoint(words[:3]) or _broken_off(text, frozenset(words))
    if taken_back or (_NO_THEN.match(text) and len(words) <= 6):
        return any(_read(read, kept) for read in _SWAPPED)
    return any(_swapped(read, text, kept) for read in _SWAPPED)


def _broken_off(text: str, vocabulary: frozenset[str]) -> bool:
    return A_MATTER.isdisjoint(vocabulary) and _INTERRUPTED.search(text[:200]) is not None


def _swapped(read: Parser, text: str, kept: str) -> bool:
    """Whether two values of one kind are named and one of them is denied: "Mumbai, not Delhi"."""
    new = _read(read, kept)
    if new is None:
        return False
    stretches = _BREAK.split(_INSTEAD.sub(", ", text[:1000]))[::2]
    bare = (_NOT_BEHIND.sub(",", _NOT_AHEAD.sub(",", part)) for part in stretches)
    old = (_read(read, piece) for part in bare for piece in part.split(","))
    return any(value is not None and value != new for value in old)


def _read(read: Parser, text: str) -> Reading:
    found = read(Hearing(text=text, at=_SOME_DAY))
    return found if isinstance(found, Found) else None


def new_value(text: str) -> str | None:
    """The message without the part that is denied ("not X", "X nahi", "X galat hai", "from X"); None if what is
    left names nothing: "I gave you the wrong number"."""
    parts = _BREAK.split(_FROM_TO.sub("to ", text[:1000]).strip())
    kept = [left for part in parts[::2] if (left := _affirmed(part, alone=len(parts) == 1))]
    left = ", ".join(kept)
    return None if plain(left).vocabulary <= _NAMES_NO_VALUE else left


def _affirmed(part: str, *, alone: bool) -> str:
    """What one stretch still says. "not X" denies all that follows or, where nothing else is said, one word of it."""
    ahead = _NOT_AHEAD.search(part)
    if ahead:
        before, after = part[: ahead.start()].strip(), part[ahead.end() :].strip()
        if instead := _INSTEAD.search(after):
            return f"{before} {after[instead.end() :]}".strip()
        if alone and plain(before).vocabulary <= _NOTHING_YET:
            return " ".join(after.split()[1:])
        return before
    behind = _NOT_BEHIND.search(part)
    return part[behind.end() :].strip() if behind else part.strip()
