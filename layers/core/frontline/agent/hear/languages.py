"""A wish for another language, when that is all a message says."""

from typing import Literal

from frontline.model.text import Locale
from frontline.speech.plain import plain, word_set

Wished = Locale | Literal["another"]

_OURS: dict[Locale, frozenset[str]] = {
    "en": word_set("english inglish eng angrezi angreji अंग्रेजी अंग्रेज़ी इंग्लिश"),
    "hi": word_set("hindi हिंदी हिन्दी"),
    "hinglish": word_set("hinglish roman हिंग्लिश"),
}
_OTHERS = word_set("""
    tamil telugu marathi bengali bangla gujarati punjabi panjabi kannada malayalam odia oriya urdu assamese bhojpuri
    maithili konkani kashmiri nepali sindhi sanskrit spanish espanol french german arabic chinese portuguese russian
    तमिल तेलुगु मराठी बंगाली बांग्ला गुजराती पंजाबी कन्नड़ मलयालम उर्दू भोजपुरी नेपाली
""")
_AROUND = word_set("""
    in please pls plz only sirf to the a language bhasha speak talk write reply answer chat use switch change can could
    you we i want would like do know me mein mai ko karo kar karen karein kariye kijiye karna hai hain ho chahiye baat
    bolo boliye bol batao bataiye likho likhiye samjhao samjhaiye jawab do dijiye de mujhse mujhe aap kya sakte ji sir
    ok okay yes no not nahi now speaking understand dont cant samajh aati aata ab se ki
    में मे को करो कर करें कीजिए करना है हैं हो चाहिए बात बोलो बोलिए बताओ बताइए लिखो लिखिए समझाओ जवाब दो दीजिए मुझसे मुझे
    आप क्या सकते जी सिर्फ केवल भाषा कृपया प्लीज
""")
_NAMES = _OTHERS.union(*_OURS.values())
_NOT_AHEAD = word_set("not no dont cant")
_NOT_BEHIND = word_set("nahi नहीं")


def wished(text: str) -> Wished | None:
    """The language that is wished for; `another` is one we do not speak. A language denied beside a wish for one is
    none: "no Hindi, English please"."""
    if _NAMES.isdisjoint(plain(text).vocabulary):
        return None
    said = plain(text[:200]).words
    named = [(place, tongue) for place, word in enumerate(said) if (tongue := _tongue(word))]
    if not named or len(said) > 12 or any(word not in _AROUND and not _tongue(word) for word in said):
        return None
    denied = _denied(said, [place for place, _ in named])
    meant = {tongue for place, tongue in named if place not in denied}
    return meant.pop() if len(meant) == 1 else None


def _tongue(word: str) -> Wished | None:
    ours = next((locale for locale, names in _OURS.items() if word in names), None)
    return ours or ("another" if word in _OTHERS else None)


def _denied(said: tuple[str, ...], places: list[int]) -> set[int]:
    """An English "no" denies the language after it, "nahi" the one before it, if there is one."""
    denied: set[int] = set()
    for at, word in enumerate(said):
        before = [place for place in places if place < at]
        after = [place for place in places if place > at]
        if word in _NOT_BEHIND and before:
            denied.add(before[-1])
        elif word in _NOT_AHEAD | _NOT_BEHIND and after:
            denied.add(after[0])
    return denied
