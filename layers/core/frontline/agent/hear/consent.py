"""Whether a message is a yes to an order. Only a message that is nothing but a yes to *this* order is one: a verb of another
order, another amount, or words that close a talk are asked about again."""

import re

from frontline.model.action import Confirm
from frontline.model.workflow import Workflow
from frontline.slots.plain import fold, plain, word_set, words_of
from frontline.slots.reading import Found, Reading

_PLAINLY = word_set("""
    y yes yeah yea yep yup ya sure confirm confirmed agree agreed agreeable proceed absolutely definitely certainly course
    haan han haa hanji haanji ji jee bilkul zaroor zarur jarur jaroor manzoor manjoor chalega
    हाँ हां हाँजी जी बिल्कुल बिलकुल ज़रूर जरूर मंज़ूर चलेगा
""")
_WEAKLY = word_set("ok okay okey k kk alright fine theek thik tik chalo ठीक चलो")
"""A yes where nothing but courtesy stands beside it."""
_GO = word_set("""
    go ahead on do it this continue kar karo kardo krdo kr kijiye kijie karein karen karwa karwado dijiye dijie dijiyega de dena
    dun please pls plz kindly now abhi jaldi turant immediately sir madam maam bhai bhaiya ji na hai h
    कर करो करें कीजिए कीजिये दीजिए दीजिये दो दे अभी जल्दी तुरंत कृपया प्लीज है भाई सर मैडम ना
""")
_TOLD_TO = re.compile(
    fold(
        r"\b(?:go ahead|go on|do (?:it|this|so)|please do|kar (?:do|de|dijiye|dena)|kardo|krdo|kr do|karo|kijiye|kijie|karein|"
        r"karen|kar dijie|karwa do)\b|(?:कर (?:दो|दे|दीजिए|दीजिये)|करो|कीजिए|कीजिये|करें)"
    )
)
"""An order of one's own, whoever gives it has agreed."""
_VERBS = word_set("""
    send credit add change switch activate enable turn start dispute resume restart reactivate order bhej bhejo bhejiye bhejdo
    daal daalo daaldo dal dalo dalwa daalwa laga lagao badal badlo badle badaldo mangwa mangwao manga mangao jod
    भेज भेजो भेजिए डाल डालो लगा लगाओ बदल बदलो बदलें मँगवा मंगवा जोड़ जोड़ो
""")
_WITH_A_VERB = _GO | word_set(
    "to me us mujhe mujhko usko use isko ise them these those both all dono sab मुझे इसे उसे ये सब दोनों"
)
_WRONG = word_set("wrong incorrect false galat गलत ग़लत")
_WHAT_IS_WRONG = word_set(
    "this that it these those they all both is are h hai hain ye yeh yah sab dono charge charges ये यह सब दोनों हैं है चार्ज"
)
_BESIDE = word_set("""
    please pls plz kindly sir madam maam mam bhai bhaiya bhaisahab na to toh hi bhi jaldi jldi turant foran fatafat now a an
    immediately asap quickly quick away straight then so just on thanks thank thankyou shukriya dhanyavaad dhanyavad dear
    bro yaar i you u can it its that thats this is hai h ho the my me mera meri mere mujhe for by of with would be right
    correct good great perfect cool sahi accha acha want need lets us needful much very lot are and aur se pe par mein ko
    ke ka ki dun doon doo do de dena karna number line connection same wahi usi isi wala wali aap ap kariye abhi to
    सही अच्छा है हो दो दे आप तुरंत जल्दी अभी कृपया प्लीज धन्यवाद भाई सर मैडम ना तो ही भी मेरा मेरी मेरे मुझे और यह ये इसे उसे में पर को के का की से नंबर
""")
_NOT_A_YES = word_set("no not dont nahi nahin nhi mat never cant wont mine kya नहीं मत क्या")
_SIGNS = frozenset("👍✅👌🙏")
_WHOLE = frozenset(
    fold(phrase)
    for phrase in (
        *(
            "ha",
            "हा",
            "yes why not",
            "haan kyun nahi",
            "kyun nahi kar do",
            "kyu nahi kar do",
            "hmm ok yes do it",
            "hmm ok",
        ),
        *("right", "correct", "thats right", "thats correct", "that is correct", "sahi hai", "सही है"),
        *("no problem", "no problem go ahead", "no issue", "no issues", "koi baat nahi kar do", "why not"),
        *("that would be great", "that would be good", "that would be perfect", "sounds good", "sounds great"),
    )
)
_CLOSES = re.compile(
    fold(
        r"\b(?:(?:thats|that is|that will be) all|all (?:good|set|done|fine|ok|okay)|for now|(?:ok|okay|its|it is|i am|im) done"
        r"|ho gaya|ho gayi|हो गया|हो गई)\b"
    )
)
"""What ends a talk or tells of something done."""
_CONTENT = re.compile(
    fold(
        r"\b(?:these|those|they|ye|yeh|charges?|both|all|dono|sab|plan|sim|number|line|balance|recharge|data|mera|meri|my|wala|wali|same)"
        r"(?: \w+){0,3} (?:right|correct|sahi|fine|good|ok|okay|theek|thik|accha|acha|great)\b"
    )
)
"""Content with things as they are."""
_REFUSES = re.compile(
    fold(
        r"(?:^| )(?:nahi chahiye|nahin chahiye|nhi chahiye|rehne do|rahne do|rehne dijiye|rehne de|no thanks|no thank you|"
        r"dont want|do not want|not now|not today|not interested|later|leave it|forget it|mat karo|mat karna|mat bhejo|"
        r"baad mein|baad me|phir kabhi|नहीं चाहिए|रहने दो|रहने दीजिए|बाद में|मत करो|मत कीजिए|फिर कभी)(?= |$)"
    )
)
_LONG_DRAWN = re.compile(r"([^\W\d_])\1{2,}")
_ASKS = re.compile(
    fold(
        r"^(?:(?:ok|okay|so|and|but|acha|accha|aur|lekin|to|toh) )*(?:is|are|does|can|could|will|would|what|why|how|when|where|"
        r"which|do (?!it\b|this\b|so\b|that\b)|kab|kitn[aei]|kaise|कब|कितन|कैसे)(?: |$)|\b(?:is|are) (?:it|this|that)\b"
    )
)


def consent(text: str, reading: Reading, order: Workflow, asked: Confirm) -> bool | None:
    """`reading` is what the yes/no parser heard. A refusal needs no such care: nothing comes of it."""
    said = plain(_LONG_DRAWN.sub(r"\1", text))
    if any(sign in text for sign in _SIGNS) and not said.words and isinstance(reading, Found) and reading.value is True:
        return True
    if _is_a_yes(said.words, word_set(order.agreeing), _named(asked)) and "?" not in text:
        return True
    if isinstance(reading, Found) and reading.value is False:
        return False
    refuses = _REFUSES.search(" ".join(said.words)) and _PLAINLY.isdisjoint(said.words) and "?" not in text[-2:]
    return False if refuses else None


def _is_a_yes(words: tuple[str, ...], own: frozenset[str], named: frozenset[str]) -> bool:
    whole = " ".join(words)
    if whole in _WHOLE:
        return True
    stops = (_CLOSES, _CONTENT, _ASKS)
    if not words or not _NOT_A_YES.isdisjoint(words) or any(stop.search(whole) for stop in stops):
        return False
    said = frozenset(words)
    if not _PLAINLY.isdisjoint(said):
        return said <= _PLAINLY | _WEAKLY | _GO | _BESIDE | own | named
    if not _WRONG.isdisjoint(said & own):
        return said <= _WRONG | _WHAT_IS_WRONG
    if not _VERBS.isdisjoint(said & own):
        return said <= _WEAKLY | _WITH_A_VERB | own & _VERBS
    if not _WEAKLY.isdisjoint(said) or _TOLD_TO.search(whole):
        return said <= _WEAKLY | _GO | (named if _TOLD_TO.search(whole) else frozenset())
    return False


def _named(asked: Confirm) -> frozenset[str]:
    """What the question named: numbers as they may be repeated, and plans by their names."""
    words = [word for value in asked.values.values() for word in words_of(fold(str(value)))]
    return frozenset(words) | {word[-10:] for word in words if word.isdigit()}
