"""What is said of an instruction instead of its result: "what is an APN?", "where do I find that?", "ok, sure"."""

import re

from frontline.model.heard import Move
from frontline.speech.plain import fold, plain, word_set

_WONDERS = re.compile(
    r"(?:^| )(?:what(?: is|s| are| does| do| kind| should)|how(?: do| can| to| should| would)|where(?: is| do| can| are|s)?"
    r"|which one|why|can you (?:explain|tell|show|walk|guide|help)|could you (?:explain|tell|show|walk|guide|help)"
    r"|walk me through|guide me|show me how|tell me how|explain"
    r"|(?:dont|do not|didnt|did not|cant|cannot|not sure i|dont really|do not really) (?:quite |really )?"
    r"(?:understand|know|get|find|see|follow)"
    r"|not sure (?:what|how|where|which)|no idea|never heard|confused|confusing|lost me|unclear|not (?:very )?tech"
    r"|kya (?:hai|hota|matlab)|kaise|kaha|kahan|kidhar|samajh n|samjh n|pata nahi|nahi pata"
    r"|क्या (?:है|होता|मतलब)|कैसे|कहाँ|कहां|समझ न|पता नहीं|नहीं पता)(?= |$)"
)


_PLAINLY = re.compile(
    r"(?:^| )(?:how (?:do|can|would|should) i|where (?:do|can|is|would) (?:i|that|it|this)|what(?: is|s|re| are) (?:a|an|the|that|this)\b"
    r"|what do you mean|what does (?:that|it|this) mean|(?:dont|do not|didnt) (?:really )?(?:understand|know (?:how|what|where))"
    r"|not (?:good|great) with (?:phones|tech\w*|this|these)|no idea (?:how|what|where))(?= |$)"
)


_OF_THE_OFFER = re.compile(
    fold(
        r"^(?:and |but |so |ok |okay |aur |lekin |par )*(?:will (?:i|it|this|that|you|my|there)|would (?:i|it|this|that)|is (?:it|this|that|there)|"
        r"does (?:it|this|that)|do i (?:have|need)|how (?:long|many days|much time|soon|much will|much does|does it)|when will|how much|what (?:will|does|is) (?:it|that|this|the (?:charge|cost|price))|"
        r"what (?:happens|if|will happen)|kitne? (?:din|time|der|samay|paise|paisa|lag\w*|charge)|kab tak (?:aa|ho|mil|chal|lag)\w*|"
        r"kab (?:aa|ho|mil|chal)\w*|paise? (?:lag|kat)\w*|kya (?:paise|iska|isme|ismein|ye|yeh|mera|mujhe)|free h|"
        r"कितने? (?:दिन|समय|देर|पैसे)|कब तक|कब (?:आ|हो|मिल|चालू)|क्या (?:पैसे|इसका|इसमें|यह|ये))"
    )
)


def about_the_offer(text: str) -> bool:
    """A question about what is to be done: "will I be charged again?", "kitne din mein aayegi?"."""
    return _OF_THE_OFFER.search(" ".join(plain(text[:300]).words)) is not None


def lost(text: str) -> bool:
    """Nothing but a wish for help, whatever else its words could be read as: "I'm not good with phones" is no reading."""
    return not any(sign in text for sign in "|\n:") and _PLAINLY.search(" ".join(plain(text[:1000]).words)) is not None


_ASSENT = word_set("ok okay okey k sure alright right got it gotcha will do accha acha theek thik hai ठीक है अच्छा")


def assents(text: str) -> bool:
    """ "ok", "got it": whoever says so is about to do or look for what they were asked for."""
    words = plain(text[:1000]).words
    return 0 < len(words) <= 4 and _ASSENT.issuperset(words)


def wondering(text: str) -> Move | None:
    """Only asked where an instruction is open and its answer was not in the message."""
    if assents(text):
        return "wait"
    return "help" if _WONDERS.search(" ".join(plain(text[:1000]).words)) else None
