"""Whose date of birth it is: the full name that stands beside one."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from frontline.speech.free.manners import NO_PART_OF_A_NAME
from frontline.speech.free.name import NOT_NAMES
from frontline.speech.free.proof import SPOILS
from frontline.speech.numbers.amount import UNITS
from frontline.speech.place.region import named_in_one_word
from frontline.speech.plain import word_set
from frontline.speech.readers import words
from frontline.speech.when.birth import MONTHS

Span = tuple[int, int]

_BREAK = re.compile(r"[,;:!?\n()\[\]\"“”/|=*\x00]+|\.(?=\s|$)(?<!\b\w\.)|\s-+\s")
_WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0971-\u097f.'’-])+")
_CALLED = word_set("name naam nam called नाम")
_MOST = 4
_OF_THE_TRADE = word_set("""
    dobs
    roaming pack mobile network net signal calls call band complaint recharge service line two payment balance speed wifi
    connection connect hinglish english charge charges charged charging message messages sms mms tower amount postpaid prepaid
    paid pay due dues active activate activated pending router modem refund validity broadband fibre fiber unlimited upgrade
    downgrade outage account bill bills billing money paisa paise paisay rupaye rupees spam dnd top topup today yesterday
    kal aaj parso last since every day days week month year time today tonight morning evening night slow fast down off on out
    gone dead blocked stopped suspended deducted failed missing lost stolen broken wrong double twice again still never
    always please explain check tell show send give get got come came go going change switch stop start open close
    credited credit debit debited request update status ticket case issue problem trouble app website screen error
    caller id port esim puk otp code pin password upi card bank account number numbers
    gaya gayi gaye kar karo karna karne kare karni kiya ki kya kab hua hui ho hota hoti raha rahi rahe aa aaya aayi aata aati
    mila mili mile milta nahi nahin nhi mat bahut bohot zyada kam kitna kitne kitni koi kuch kisi phir fir bhi tak liye lekin
    par mujhe maine humne hamara hamari bina wapas wapis kaat kat kata katta katti kharab khatam dikkat samasya shikayat
    bhejo bhej lagao laga lagta lagi chalu chal chalta chalti khul jaldi turant batao samjhao dekho do dijiye karwao baat abhi
    ab jo woh wo se aur ya
    रिचार्ज नंबर बंद सिम प्लान फोन डेटा कॉल रोमिंग पैक नेटवर्क चालू पैसे पैसा मुझे बहुत करो करना करें कनेक्शन इंटरनेट शिकायत
    सिग्नल मोबाइल टावर मैसेज कोई आज कल कितना कितने तक लिए आया आई आ गया गई गए हो होता रहा रही रहे मैंने एक्स्ट्रा कट लाइन
    बैलेंस वाईफाई काम बार खत्म बकाया बिल समस्या अभी वाला बाकी वापस भी ही फिर कुछ बिना धीमा दिक्कत समझाइए समझाओ बताइए
    बताओ चल चला चलता मिला मिली चाहिए नहीं मत कब कैसे क्यों मदद भेजो भेजिए करता करती किया शुरू खराब जल्दी
""")  # fmt: skip
_NO_NAME = NOT_NAMES | words("not_a_place") | SPOILS | _OF_THE_TRADE | UNITS | frozenset(MONTHS)


class _Word(NamedTuple):
    """`called` says that a name follows, `manners` stands around one, `other` is none, `name` may be one."""

    said: str
    start: int
    end: int
    kind: str


class _Candidate(NamedTuple):
    start: int
    end: int
    sure: bool
    full: bool


def names(text: str, births: Sequence[Span]) -> Iterator[Span]:
    """Every stretch of the folded text that can be the name of whoever was born then: those that are called one or stand
    where one stands, the full ones before single words; where there are none, whatever could be a full one."""
    if not births:
        return
    found = list(_candidates(text, births))
    sure = [one for one in found if one.sure]
    full = [one for one in sure if one.full]
    wanted = full or [*sure, *(one for one in found if one.full)]
    yield from ((one.start, one.end) for one in wanted)


def _candidates(text: str, births: Sequence[Span]) -> Iterator[_Candidate]:
    breaks = sorted([*births, *(match.span() for match in _BREAK.finditer(text))])
    born, ends = frozenset(births), frozenset(end for _, end in births)
    start = 0
    for left, right in [*breaks, (len(text), len(text))]:
        if start < left:
            words = _words(text, start, left)
            yield from _in_stretch(words, after_birth=start in ends, before_birth=(left, right) in born)
        start = max(start, right)


def _words(text: str, start: int, end: int) -> list[_Word]:
    found = ((match[0].strip(".'’-"), match) for match in _WORD.finditer(text, start, end))
    return [_Word(said, match.start(), match.end(), _kind(said)) for said, match in found]


def _kind(word: str) -> str:
    bare = re.sub(r"['’.]", "", word)
    if bare in _CALLED:
        return "called"
    if not bare or bare in NO_PART_OF_A_NAME or bare.isdecimal():
        return "manners"
    return "other" if bare in _NO_NAME or any(letter.isdecimal() for letter in bare) else "name"


def _in_stretch(words: list[_Word], *, after_birth: bool, before_birth: bool) -> Iterator[_Candidate]:
    """Sure is what comes after "name is", is alone in its stretch, or stands at the side of the date."""
    places = named_in_one_word()
    others = [at for at, word in enumerate(words) if word.kind == "other"] or [len(words), -1]
    plain = others[-1] < 0
    for first, last in _runs(words):
        if all(word.said in places for word in words[first:last]):
            continue
        called = _kind_before(words, first) == "called"
        at_left = after_birth and first <= others[0]
        at_right = before_birth and last > others[-1]
        sure = called or at_left or at_right or (plain and last - first <= _MOST)
        begin = max(first, last - _MOST) if at_right and not called else first
        end = min(last, begin + _MOST)
        yield _Candidate(words[begin].start, words[end - 1].end, sure, full=called or last - first > 1)


def _runs(words: list[_Word]) -> Iterator[tuple[int, int]]:
    first = None
    for at, word in enumerate([*words, _Word("", 0, 0, "other")]):
        if word.kind == "name" and first is None:
            first = at
        elif word.kind != "name" and first is not None:
            yield first, at
            first = None


def _kind_before(words: list[_Word], first: int) -> str:
    """Of the word before, manners aside."""
    return next((words[at].kind for at in reversed(range(first)) if words[at].kind != "manners"), "")
