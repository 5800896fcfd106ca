"""Yes or no. Anything mixed, conditional or merely polite is neither: an order may hang on it."""

import re

from frontline.speech.names import Mention, Vocabulary, phrases
from frontline.speech.plain import Plain, fold, negated, plain, word_set
from frontline.speech.reading import Found, Hearing, Reading

_YES_SIGNS = frozenset("👍✅👌🆗💯✔☑")
_NO_SIGNS = frozenset("👎❌🚫✖❎🙅🛑✋⛔")
_DOUBTFUL_SIGNS = frozenset("🙄🤔😒😡🤬😠😤🤷🙃😏🤨😑😐🖕😂🤣🤡😬🥱❓")
DENIES = word_set("""
    no not nope nah naa na n nay dont donot didnt doesnt isnt arent wasnt wont cant cannot couldnt shouldnt wouldnt havent hasnt hadnt
    never neither nor none nothing nobody without refuse decline stop cancel abort block band wait ruko rukiye roko mat mt matt nahi nahin
    nhi nai nahee nehi nahii kabhi kya kyun later whatever ना न नहीं नही नहि मत नो रुको रुकिए रोको बंद कभी क्या क्यों
""")
"""Words that can turn what stands beside them into a no."""
_COURTEOUS = word_set("na ना")
_BEFORE_A_COURTESY = word_set("do dijiye dijie kardo krdo दो दीजिए दीजिये")
_IRONIC = re.compile(r"^(?:oh )?(?:yeah|ya|yah|yup|sure) right\b|\bas if\b|^oh (?:sure|yeah|great)\b")
_WORDS = Vocabulary(
    phrases(
        {
            "yes": "yes|y|yeah|yea|yep|yup|yess|yes please|yes sure|sure|ok|okay|okey|k|kk|fine|go ahead|"
            "please do|of course|absolutely|"
            "definitely|certainly|confirm|confirmed|i confirm|agreed|i agree|agree|proceed|please proceed|"
            "sounds good|no problem|"
            "no issue|no issues|no worries|why not|not a problem|no objection|alright|all right|do it|"
            "please do it|go for it|"
            "haan|han|haa|ha|hnji|haanji|haan ji|ji haan|ji han|theek hai|thik hai|theek|thik|thk|tik hai|"
            "bilkul|zaroor|zarur|jarur|kar do|"
            "kardo|kar dijiye|kar dijie|kijiye|kar de|karo|haan kar do|koi baat nahi|koi baat nahin|"
            "koi dikkat nahi|koi problem nahi|"
            "kyon nahi|kyun nahi|kyu nahi|chalega|chalo theek hai|manzoor hai|"
            "हां|हा|जी हां|हां जी|हांजी|ठीक है|ठीक|बिल्कुल|बिलकुल|जरूर|ज़रूर|कर दो|कर दीजिए|कर दीजिये|कीजिए|करो|"
            "कोई बात नहीं|कोई दिक्कत नहीं|"
            "क्यों नहीं|चलेगा|मंजूर है|ओके|यस",
            "right": "right|correct|thats right|thats correct|sahi|sahi hai|right hai|सही|सही है|true|true that",
            "no": "no|n|nope|nah|naa|never|no thanks|no thank you|not now|not yet|dont|do not|dont do it|"
            "do not do it|please dont|not at all|"
            "dont want|dont want it|dont proceed|do not proceed|wrong|incorrect|cancel|stop|negative|false|"
            "nahi|nahin|nai|nhi|nahee|ji nahi|nahi ji|mat karo|mat karna|mat kar do|mat kijiye|mat|rehne do|"
            "rahne do|bilkul nahi|bilkul nahin|"
            "nahi chahiye|nahi karna|galat|galat hai|band karo|abhi nahi|"
            "नहीं|नही|नहि|जी नहीं|मत|मत करो|मत कीजिए|रहने दो|बिल्कुल नहीं|नहीं चाहिए|नहीं करना|गलत|गलत है|"
            "अभी नहीं|नो",
            "unsure": "wait|ruko|रुको|not sure|dont know|do not know|no idea|maybe|may be|perhaps|unsure|"
            "cant say|pata nahi|pata nahin|nahi pata|malum nahi|"
            "maloom nahi|shayad|पता नहीं|नहीं पता|मालूम नहीं|शायद|but|lekin|magar|if|agar|लेकिन|मगर|अगर|what|"
            "why|how|kya|kyun|kyu|kaise|"
            "क्या|क्यों|कैसे",
            "": "no network|no internet|no signal|no data|no calls|no service|no sim|no money|no one|"
            "no recharge|no response|ok so|"
            "good night|thank you",
        }
    )
)
_ALONE = {"ji": "yes", "जी": "yes", "na": "no", "ना": "no", "no": "no"}
_LONGEST = 14


def yes_no(hearing: Hearing) -> Reading:
    """Only as an answer: a "yes" that nobody asked for says nothing about this slot."""
    if not hearing.asked:
        return None
    text = plain(hearing.text)
    said = _signs(hearing.text) | _spoken(text)
    if len(said) != 1 or (said == {"yes"} and (_IRONIC.search(" ".join(text.words)) or _denied(text.words))):
        return None
    return {"yes": Found(value=True), "no": Found(value=False)}.get(said.pop())


def says_no_by_sign(text: str) -> bool:
    return not _NO_SIGNS.isdisjoint(text)


def _signs(text: str) -> set[str]:
    meanings = (("yes", _YES_SIGNS), ("no", _NO_SIGNS), ("unsure", _DOUBTFUL_SIGNS))
    return {name for name, signs in meanings if not signs.isdisjoint(text)}


def _denied(words: tuple[str, ...]) -> bool:
    """Whether beside a yes a word stands that can deny it: "na karo", "mat karo haan". A "na" behind a whole imperative at
    the end is the courtesy it is ("kar do na"), and "why not" and "no problem" are what they are."""
    if len(words) > 1 and words[-1] in _COURTEOUS and words[-2] in _BEFORE_A_COURTESY:
        words = words[:-1]
    covered = {at for value, start, end in _WORDS.mentions(words) if value == "yes" for at in range(start, end)}
    return any(word in DENIES for at, word in enumerate(words) if at not in covered)


def _spoken(text: Plain) -> set[str]:
    """What was said, if the message is about saying it: it leads with it, or says little else."""
    words = text.words
    if len(words) == 1 and words[0] in _ALONE:
        return {_ALONE[words[0]]}
    if _WORDS.absent(text.vocabulary):
        return set()
    mentions = list(_WORDS.mentions(words))
    if not mentions or len(words) > _LONGEST or "?" in text.text:
        return {"unsure"} if mentions else set()
    if mentions[0].start > 1 and len(words) > 5:
        return {"unsure"}
    return _meant(mentions, words)


def _meant(mentions: list[Mention], words: tuple[str, ...]) -> set[str]:
    said: set[str] = set()
    skip = -1
    for value, start, end in mentions:
        if start == skip:
            continue
        denied = negated(words[max(0, start - 1) : start], words[end : end + 2])
        if value == "right" or words[start:end] in _DENIABLE:
            said.add("no" if denied else "yes")
            skip = end if denied else -1
        else:
            said.add(value)
    return said


_DENIABLE = frozenset(
    tuple(fold(name).split()) for name in ["ok", "okay", "fine", "theek", "thik", "sure", "ठीक", "alright"]
)
