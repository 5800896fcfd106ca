"""Calling off what is under way, or regretting it: "please cancel the payment request", "रुको, मत भेजो", "that is wrong"."""

import re
from itertools import pairwise

from frontline.speech.choices.yes_no import says_no_by_sign
from frontline.speech.plain import fold, plain, undrawn, word_set
from frontline.speech.readers import words as spelled

_DOING = (
    r"send|do (?:it|that|this)|credit|add|order|change|switch|activate|start|charge|process|go ahead|proceed|"
    r"bhej\w*|kar\w*|daal\w*|dal\w*|lagao|badl\w*|mangw\w*|chalu"
)
_THE_ORDER = (
    r"(?:$|it|this|that|everything|please|pls|plz|now|and|i|ill|dont|na|ji|karo|kar|kardo|kijiye|karna|karne|isko|ise|ye|yeh|"
    r"(?:the |my |this |that )?(?:whole )?(?:payment )?(?:request|payment|order|process|transfer|recharge|credit|dispute|refuel|change|link)"
    r"|करो|कर|कीजिए|दो|इसे)"
)
_CALLS_OFF = re.compile(
    fold(
        rf"(?:^| )(?:(?:cancel|stop|abort|undo|revoke|withdraw) {_THE_ORDER}|(?:cancel|stop|abort)$|call it off|take (?:it|that|this) back|scrap (?:it|that|this)|changed? my mind|"
        rf"(?:never mind|nevermind|forget it)$|(?:dont|do not|no need to) (?:{_DOING})|(?:dont|do not) want it|mat (?:{_DOING})|rok do|roko|"
        rf"rokiye|ruk jao|rehne do|rahne do|rehne dijiye|wapas (?:le|lo)|वापस (?:ले|लो)|nahi (?:bhejna|karna|chahiye)|band karo|रोको|रोक दो|रद्द|कैंसिल|कैंसल|"
        rf"मत (?:भेज|कर|डाल|लगा|बदल|मँगवा|मंगवा)[^ ]*|रहने दो|रहने दीजिए|नहीं (?:भेजना|करना|चाहिए))(?= |$)"
    )
)
_NOT_MEANT = re.compile(
    fold(
        r"(?:^| )(?:dont|do not|not|never|no need to|please dont) (?:cancel|stop|abort|undo|worry)|(?:cancel|stop|band|roko|रद्द|कैंसिल|रोको) (?:mat|nahi|na|मत|नहीं|ना)"
        r"|(?:mat|nahi|na|मत|नहीं|ना) (?:roko|rokna|rokiye|रोको|रोकना|रोकिए)|no (?:problem|hurry|rush|worries|issue|issues|worry)|not a problem"
        r"|koi (?:baat|jaldi|dikkat|problem) (?:nahi|nahin|nhi)|कोई (?:बात|जल्दी|दिक्कत) (?:नहीं|नही)|(?:i will|ill|i can|can|will) wait"
        r"|take your time|^(?:how|can i|could i|what if|when|kya|kaise|क्या|कैसे)(?: |$)"
    )
)
"""A wish that it goes on, or a question."""


_NO_REGRET = word_set("kya kyun क्या क्यों later whatever")
_REGRETTED = word_set("""
    wrong incorrect mistake oops undo hold hang regret galat galti badal thehro thahro ruk rukna rukja rukjao
    गलत गलती बदल ठहरो रुक रुकना
""")
_OF_PATIENCE = word_set(
    "wait hold hang ruko rukiye ruk rukna jao jaiye on ek minute one sec second moment रुको रुकिए रुक जाओ एक मिनट"
)
_STOPS = word_set("wait stop cancel ruko rukiye roko rok abort halt रुको रुकिए रोको रोक")
_BESIDE_REGRET = word_set("""
    oh arre are arey ohh please pls plz sir madam bhai yaar ji it this that is was the karo karna kar do de hai tha ye yeh wo sorry
    अरे जी भाई है था यह ये वो करो करना कर दो
""")
_NOT_HAPPENED = word_set("""
    yet arrived come came received got working happened done seen aaya aayi aya aata mila mili hua hui gaya pahuncha dikha chala pata
    आया आई मिला मिली हुआ हुई गया पहुंचा दिखा चला पता
""")
"""A denied one of these tells that we are slow, and regrets nothing."""


def _of_regret() -> frozenset[str]:
    return spelled("denies") - _NO_REGRET | _REGRETTED


def calls_off(text: str) -> bool:
    """Only asked while an order is under way: then these words can only be meant for it."""
    said = " ".join(plain(undrawn(text[:1000])).words)
    return _NOT_MEANT.search(said) is None and _CALLS_OFF.search(said) is not None


def regrets(text: str) -> bool:
    """Whether there is anything in it that may want an order back. Only asked while one is under way."""
    words = plain(undrawn(text[:1000])).words
    if says_no_by_sign(text):
        return True
    if "?" in text or _NOT_MEANT.search(" ".join(words)):
        return False
    return any(
        word in _of_regret() and not (word in spelled("denies") and after in _NOT_HAPPENED)
        for word, after in pairwise([*words, ""])
    )


def plainly_regrets(text: str) -> bool:
    """Nothing but a no, whatever it was said to: "no", "nahi ruko", "रुको नहीं", "👎". A mere "wait" is patience or regret."""
    words = frozenset(plain(undrawn(text[:1000])).words)
    return (
        regrets(text)
        and words <= _of_regret() | _OF_PATIENCE | _BESIDE_REGRET
        and not (words and words <= _OF_PATIENCE)
    )


def stops(text: str) -> bool | None:
    """What is said to "shall I stop it?" beside a yes or no: "haan rok do" and "wait" stop it, "mat roko" does not."""
    words = plain(undrawn(text[:1000])).words
    if _NOT_MEANT.search(" ".join(words)):
        return False
    return True if calls_off(text) or not _STOPS.isdisjoint(words) else None
