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
_WEAKLY = word_set("""
    ok okay okey k kk alright right correct fine good great perfect cool theek thik tik sahi accha acha ha chalo
    ठीक सही अच्छा हा चलो
""")
_GO = word_set("""
    go ahead do continue kar karo kardo krdo kr kijiye kijie karein karen karwa karwado dijiye dijie dijiyega
    कर करो करें कीजिए कीजिये दीजिए दीजिये
""")
_BESIDE = word_set("""
    please pls plz kindly sir madam maam mam bhai bhaiya bhaisahab na to toh hi bhi jaldi jldi turant foran fatafat now
    immediately asap quickly quick away straight then so just on thanks thank thankyou shukriya dhanyavaad dhanyavad dear
    bro yaar i you u can it its that thats this is hai h ho the my me mine mera meri mere mujhe for by of with would be
    want need lets us needful much very lot are and aur abhi se pe par mein ko ke ka ki dun doon doo do de dena karna number no
    line connection same wahi usi isi wala wali aap ap kariye
    है हो दो दे आप तुरंत जल्दी अभी कृपया प्लीज धन्यवाद भाई सर मैडम ना तो ही भी मेरा मेरी मेरे मुझे और यह ये इसे उसे में पर को के का की से नंबर
""")
_NOT_A_YES = word_set("not dont nahi nahin nhi mat never cant wont नहीं मत")
_SIGNS = frozenset("👍✅👌🙏")
_WHOLE = frozenset(
    fold(phrase)
    for phrase in (
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
_LEAVES_IT = re.compile(r"\b(?:thats|that is|its|it is|this is) (?:ok|okay|fine|alright|good|great|cool|right)\b")
"""Content with things as they are, unless a plain yes stands beside it."""
_REFUSES = re.compile(
    fold(
        r"(?:^| )(?:nahi chahiye|nahin chahiye|nhi chahiye|rehne do|rahne do|rehne dijiye|rehne de|no thanks|no thank you|"
        r"dont want|do not want|not now|not today|not interested|later|leave it|forget it|mat karo|mat karna|mat bhejo|"
        r"baad mein|baad me|phir kabhi|नहीं चाहिए|रहने दो|रहने दीजिए|बाद में|मत करो|मत कीजिए|फिर कभी)(?= |$)"
    )
)
_LONG_DRAWN = re.compile(r"([^\W\d_])\1{2,}")
_LAUGHS = word_set("ha he hee haha hehe hahaha")
_ASKS = word_set("is are will what when why how kya kab kitna kitne kaise क्या कब कितना कितने कैसे")


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
    if not words or words[0] in _ASKS or not _NOT_A_YES.isdisjoint(words) or _CLOSES.search(whole):
        return False
    if len(words) > 1 and _LAUGHS.issuperset(words):
        return False
    plainly = not _PLAINLY.isdisjoint(words)
    if not plainly and (_LEAVES_IT.search(whole) or (_WEAKLY | _GO | own).isdisjoint(words)):
        return False
    return all(word in _PLAINLY | _WEAKLY | _GO | _BESIDE | own | named for word in words)


def _named(asked: Confirm) -> frozenset[str]:
    """What the question named: numbers as they may be repeated, and plans by their names."""
    words = [word for value in asked.values.values() for word in words_of(fold(str(value)))]
    return frozenset(words) | {word[-10:] for word in words if word.isdigit()}
