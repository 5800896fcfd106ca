"""Whether a message is a yes to an order, from its words and the question: True only if it is made of nothing but what agrees
to *this* order, False if it plainly refuses, None for all else, which is asked again. No word that can deny is on a list
of what agrees, so no refusal can be taken for a yes; whatever is not on these lists is a doubt."""

import re
from collections.abc import Iterator
from typing import Literal

from frontline.model.action import Confirm
from frontline.model.workflow import Workflow
from frontline.speech.choices.yes_no import DENIES
from frontline.speech.plain import fold, plain, undrawn, word_set, words_of
from frontline.speech.reading import Found, Reading

Part = Literal["yes", "weak", "do", "verb", "help", "beside", "thanks", "glue", "thing"]
"""What a stretch of words does: agrees, agrees weakly, tells us to go ahead, names this order's own doing, helps a verb, is
courtesy, thanks, or is a joint or a thing that only means something beside a verb."""

_PHRASES: dict[str, Part] = {
    fold(phrase): part  # type: ignore[misc]
    for part, written in {
        "yes": "y|yes|yess|yeah|yea|yep|yup|ya|sure|sure thing|confirm|confirmed|i confirm|agree|agreed|i agree|"
        "agreeable|absolutely|"
        "definitely|certainly|of course|course|yes i do|yes you can|yes i want it|yes thats right|"
        "yes that is right|yes thats correct|"
        "yes why not|haan kyun nahi|haan|han|haa|hanji|haanji|ji|jee|bilkul|zaroor|zarur|jarur|jaroor|manzoor|"
        "manzoor hai|manjoor hai|chalega|"
        "हाँ|हां|हाँजी|जी|बिल्कुल|बिलकुल|ज़रूर|मंज़ूर|मंज़ूर है|चलेगा|यस|हाँ क्यों नहीं",
        "weak": "ok|okay|okey|okie|k|kk|alright|all right|fine|theek|thik|theek hai|thik hai|tik hai|theek h|"
        "thik h|chalo|ठीक|ठीक है|चलो|ओके",
        "do": "go ahead|go on|go for it|go with|do it|do this|do so|please do|kindly do|do the needful|"
        "kindly do the needful|proceed|continue|sounds good|"
        "that would be great|that would be good|that would be perfect|no problem go ahead|kyun nahi kar do|"
        "koi baat nahi kar do|"
        "kar do|kardo|krdo|kr do|kar de|kar den|kar dena|kar dijiye|kar dijie|kar dijiyega|kr dijiye|karo|kijiye|"
        "kijie|kariye|karein|"
        "karen|karwa do|karwa dijiye|ho jaye|aage badho|aage badhiye|कर दो|कर दे|कर देना|कर दें|कर दीजिए|कर दीजिये|"
        "कर दीजिएगा|करो|करें|करिए|कीजिए|"
        "कीजिये|करवा दो|करवा दीजिए|आगे बढ़ो|आगे बढ़िए",
        "help": "do|de|den|dena|dijiye|dijie|dijiyega|दो|दे|दें|देना|दीजिए|दीजिये|दीजिएगा",
        "beside": "please|pls|plz|kindly|sir|madam|maam|mam|bhai|bhaiya|bhaisahab|bro|yaar|dear|now|right now|"
        "right away|just|immediately|asap|"
        "quickly|turant|foran|fatafat|jaldi|jldi|jaldi se|abhi|acha|accha|अभी|जल्दी|जल्दी से|तुरंत|कृपया|प्लीज|भाई|"
        "भैया|सर|मैडम|अच्छा",
        "thanks": "thanks|thank you|thank you so much|thank you very much|thankyou|shukriya|dhanyavaad|dhanyavad|"
        "धन्यवाद|शुक्रिया",
        "glue": "it|this|that|them|these|those|both|all|to|me|us|on|up|mujhe|usko|use|isko|ise|dono|sab|मुझे|इसे|"
        "उसे|ये|यह|सब|दोनों",
        "thing": "my|the|a|an|for|number|line|mera|meri|mere|pe|par|mein|ko|ke|ka|ki|hi|bhi|मेरा|मेरी|मेरे|पर|में|"
        "को|का|की|के|ही|भी|नंबर",
    }.items()
    for phrase in written.split("|")
}
_LONGEST = max(len(phrase.split()) for phrase in _PHRASES)
_VERBS = word_set("""
    send credit add change switch activate enable turn start dispute raise file resume restart reactivate order
    bhej bhejo bhejiye
    bhejdo daal daalo daaldo dal dalo dalwa daalwa laga lagao badal badlo badle badaldo mangwa mangwao manga
    mangao jod chalu chaalu
    shuru darj भेज भेजो भेजिए डाल डालो लगा लगाओ बदल बदलो बदलें मँगवा मंगवा जोड़ जोड़ो चालू शुरू दर्ज
""")
_DENYING = DENIES - word_set("kyun क्यों")
_WRONG = word_set("wrong incorrect false galat गलत ग़लत")
_CHARGES = word_set("these those they them both all charge charges sab dono सब दोनों चार्ज")
_BESIDE_WRONG = _CHARGES | word_set("are is h hai hain ye yeh this ये यह हैं है")
_WHOLE = frozenset(fold(phrase) for phrase in ("ha", "हा", "hmm ok yes do it"))
_SAID_TWICE = re.compile(r"\b(yeah|yea|sure|ok|okay|fine|ya) \1\b")
"""Said twice these are a sigh more often than a yes."""
_COURTESY = re.compile(
    fold(
        r"^((?:.* )?(?:(?:kar|kr|karwa|bhej|laga|daal|dal|badal|jod|mangwa|manga) (?:do|dijiye|dijie)|kardo|krdo"
        r"|(?:कर|करवा|भेज|लगा|डाल|बदल|जोड़|मंगवा) (?:दो|दीजिए|दीजिये))) (?:na|ना)$"
    )
)
"""A "na" that is no refusal: the last word, behind a whole imperative."""
_REFUSES = re.compile(
    fold(
        r"(?:^| )(?:nahi chahiye|nahin chahiye|nhi chahiye|rehne do|rahne do|rehne dijiye|rehne de|no thanks|no thank you|"
        r"dont want|do not want|not now|not today|not interested|later|leave it|forget it|mat karo|mat karna|mat bhejo|"
        r"baad mein|baad me|phir kabhi|नहीं चाहिए|रहने दो|रहने दीजिए|बाद में|मत करो|मत कीजिए|फिर कभी)(?= |$)"
    )
)
_REFUSING = word_set("""
    no nope nah naa na n cancel stop negative dont donot mat nahi nahin nhi nai nahee wrong galat
    नहीं नही नहि ना न मत नो गलत रद्द कैंसल
""")
_OF_A_REFUSAL = word_set("""
    please pls sir madam bhai bhaiya ji yaar thanks thank you now abhi today i it this that want to the me mujhe
    do kar karo karna kare
    karein kijiye dispute complaint charge file raise any all ok okay koi ye isko hai अभी मुझे जी भाई करो करना
    कीजिए कर दो है इसे
""")
_DONE = word_set("""
    aaya aayi aaye aya aata mila mili milta liya li lia kiya ki kari khareeda kharida mangaya mangwaya hua hui
    gaya gayi tha the chala chalta
    dekha bola kaha pata आया आई मिला मिली लिया ली किया की खरीदा मंगाया मंगवाया हुआ हुई गया गई था चला देखा बोला कहा पता
""")
"""A denied one of these denies what happened: "nahi aaya" refuses nothing."""
_AGREEING_SIGNS = frozenset("👍✅👌")
_HARMLESS = re.compile("[ \t\n.,!~…।;:'’₹$+/0-9\\-👍✅👌🙏😊🙂😀😃😄❤♥\u200c\u200d\ufe0f\U0001f3fb-\U0001f3ff]")


def consent(text: str, reading: Reading, order: Workflow, asked: Confirm) -> bool | None:
    """`reading` is what the yes/no parser heard."""
    words = plain(undrawn(text)).words
    if _written_plainly(text) and (_is_a_yes(words, order, asked) if words else not _AGREEING_SIGNS.isdisjoint(text)):
        return True
    return False if _is_a_no(words, text, reading, order) else None


def agrees(text: str) -> bool:
    """Whether it is nothing but a yes, whatever was asked."""
    words = plain(undrawn(text)).words
    return _written_plainly(text) and (_agree(words, frozenset(), frozenset()) if words else "👍" in text)


def _written_plainly(text: str) -> bool:
    """Letters, and no sign that could say that they are not meant: neither a question mark nor a face, nor strokes through
    them, nor a sign that leads a word ("!yes")."""
    return all(
        sign.isalpha() or "\u0900" <= sign <= "\u0963" or _HARMLESS.match(sign) for sign in text
    ) and not re.search(r"[:;]-?[^\w\s.,!]|/(?!-)|(?<!\w)['’]|(?<!\w)[!~+-]+(?=[^\W\d])|~~", text)


def _is_a_yes(words: tuple[str, ...], order: Workflow, asked: Confirm) -> bool:
    own = word_set(order.agreeing)
    if _WRONG & own and _WRONG.intersection(words):
        return _says_what_is_wrong(words)
    return _agree(words, own, _named(asked))


def _agree(words: tuple[str, ...], own: frozenset[str], named: frozenset[str]) -> bool:
    whole = " ".join(words)
    if courteous := _COURTESY.match(whole):
        whole = courteous[1]
    if whole in _WHOLE:
        return True
    if _SAID_TWICE.search(whole):
        return False
    parts = list(_parts(tuple(whole.split()), own - _DENYING, named))
    said = {part for part in parts if part is not None}
    if None in parts or not said & {"yes", "weak", "do", "verb"}:
        return False
    if not said & {"yes", "do", "verb"} and said & {"thanks", "help"}:
        return False
    if "thing" in said and "do" not in said and not said >= {"yes", "verb"}:
        return False
    return "glue" not in said or bool(said & {"do", "verb"})


def _parts(words: tuple[str, ...], own: frozenset[str], named: frozenset[str]) -> Iterator[Part | None]:
    """The longest stretches that are known, in order; None for a word that is not."""
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST), at, -1)
        end = next((end for end in ends if " ".join(words[at:end]) in _PHRASES), at)
        if end > at + 1 or (end > at and words[at] not in own & _VERBS):
            yield _PHRASES[" ".join(words[at:end])]
        elif words[at] in own & _VERBS:
            yield "verb"
        else:
            yield "thing" if words[at] in own | named else None
        at = max(end, at + 1)


def _says_what_is_wrong(words: tuple[str, ...]) -> bool:
    """To who disputes charges "wrong" agrees, beside a yes and said of them; alone it may be meant for us."""
    rest = [word for word in words if word not in _WRONG | _BESIDE_WRONG]
    return _agree(tuple(rest), frozenset(), frozenset()) and not _CHARGES.isdisjoint(words)


def _is_a_no(words: tuple[str, ...], text: str, reading: Reading, order: Workflow) -> bool:
    """A refusal and nothing that denies something else: "no, I did not buy that" is none. Where the order itself contests
    something, a refusal holds nothing else at all."""
    told = " ".join(words)
    if not (isinstance(reading, Found) and reading.value is False) and not _REFUSES.search(told):
        return False
    if order.contests and not _WRONG.isdisjoint(words):
        return False
    left = _REFUSES.sub(" ", told).split()
    rest = [
        word
        for word, after in zip(left, [*left[1:], ""][: len(left)], strict=True)
        if word not in _REFUSING or after in _DONE
    ]
    if "?" in text[-2:] or any(_PHRASES.get(word) == "yes" or word in _DENYING for word in rest):
        return False
    return not order.contests or _OF_A_REFUSAL.issuperset(rest)


def _named(asked: Confirm) -> frozenset[str]:
    """What the question named: numbers as they may be repeated, and plans by their names."""
    words = [word for value in asked.values.values() for word in words_of(fold(str(value)))]
    return frozenset(words) | {word[-10:] for word in words if word.isdigit()}
