"""Whether a customer wants a code sent to their phone: to speak of one is not to ask for it."""

import re

from frontline.speech.plain import fold, word_set, words_of

CODE = word_set("code codes otp कोड ओटीपी sms")
_MAY_STAND_BETWEEN = r"(?: [^ ]+){0,4}"
_CODE = "(?:" + "|".join(sorted(CODE)) + ")"
_DENIED = re.compile(
    fold(
        rf"(?:^| )(?:dont|do not|not|no|never|without|wont|cant|cannot|didnt|doesnt|stop|refuse|mat|bina|बिना|मत){_MAY_STAND_BETWEEN} {_CODE}(?= |$)"
        rf"|(?:^| ){_CODE}(?: [^ ]+){{0,2}} (?:mat|nahi|nahin|nhi|na(?= .)|not|wont|didnt|doesnt|cant|never|मत|नहीं|नही|ना)(?= |$)"
        rf"|(?:^| )(?:nahi|nahin|nhi|नहीं|नही) (?:aaya|aya|aa raha|mila|chahiye|आया|मिला|चाहिए) {_CODE}(?= |$)"
    )
)
_ASKED_ABOUT = word_set("""
    what why how which when where kaise kaisa kaisi kyu kyun kyon kaun kaunsa konsa kab kahan kidhar
    कैसे कैसा क्यों कौन कौनसा कब कहाँ
""")
_WHAT = word_set("kya क्या")
_SEND = word_set("""
    send bhej bhejo bhejiye bhejo bhejiyega bhejna bhejdo chahiye chahie give want need use de do dijiye text
    भेज भेजो भेजिए भेजें भेजना चाहिए दो दीजिए दे
""")
_MISSING = re.compile(
    fold(
        r"(?:^| )(?:resend|re send|send (?:it |the code |the otp |me )?(?:again|another|a new)|another code|new code|another otp|new otp"
        r"|(?:phir|fir|dobara|dubara|wapas) (?:se )?(?:otp |code )?(?:bhej\w*|send)|(?:फिर|दोबारा|दुबारा) (?:से )?(?:कोड )?भेज[^ ]*"
        r"|no (?:code|otp|sms) (?:came|yet|received|arrived|has come)"
        r"|(?:didnt|did not|havent|have not|not|never|hasnt|has not|doesnt|does not)(?: yet)? "
        r"(?:get|got|gotten|receive|received|come|came|arrive|arrived)"
        r"|(?:nahi|nahin|nhi|नहीं|नही) (?:aaya|aya|aayi|aa raha|aa rha|mila|mil raha|आया|आ रहा|मिला|मिल रहा))(?= |$)"
    )
)
_PART = re.compile(r"[,.;!?\n|]+|(?<!\w)(?:but|because|lekin|par|kyunki|so|then|instead|लेकिन|पर)(?!\w)")


def speaks_of_code(text: str) -> bool:
    """Whatever is said of one."""
    return not CODE.isdisjoint(words_of(fold(text[:1000])))


def wants_code(folded: str) -> bool:
    """Some part of the message speaks of a code, denies nothing and asks nothing about it."""
    if CODE.isdisjoint(words_of(folded)):
        return False
    return any(_asks_for_it(words_of(part), "?" in folded) for part in _PART.split(folded))


def code_missing(folded: str) -> bool:
    """What is said by those who wait for a code: it did not come, send it again."""
    return _MISSING.search(" ".join(words_of(folded))) is not None


def _asks_for_it(words: list[str], questioned: bool) -> bool:
    said = frozenset(words)
    if CODE.isdisjoint(said) or _DENIED.search(" ".join(words)) or not _ASKED_ABOUT.isdisjoint(said):
        return False
    return (not questioned and _WHAT.isdisjoint(said)) or not _SEND.isdisjoint(said)
