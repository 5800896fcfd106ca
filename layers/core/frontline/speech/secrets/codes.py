"""Where a text tells a code, a card's number or a password."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from frontline.speech.numbers.amount import MONEY, UNITS
from frontline.speech.numbers.spelled import DIGITS
from frontline.speech.plain import fold, word_set, words_of
from frontline.speech.secrets.places import Taken

Span = tuple[int, int]

SHORTEST, LONGEST = 4, 8
CODE_WORDS = word_set("""
    otp otps code codes pin pins mpin tpin upin passcode passcodes verification puk kod ओटीपी कोड पिन पासकोड पीयूके एमपिन
""")
CARD_WORDS = word_set("cvv cvc cvv2 cvc2 सीवीवी")
PASSWORD_WORDS = word_set("password passwords passwort passwd pwd passphrase pasword paasword पासवर्ड पासवर्ड्स")
_SENTENCE = re.compile(r"[!?;\n]|(?<!\bno)\.(?=\s|$)")
_WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0971-\u097f])+")
_NAMED = re.compile(
    r"(?<![^\W\d_])(?:"
    + "|".join(sorted(CODE_WORDS | CARD_WORDS, key=len, reverse=True))
    + r")(?![^\W\d_]|[\u0900-\u0963])"
)
_CVV = re.compile(
    r"(?<![^\W\d_])(?:"
    + "|".join(sorted(CARD_WORDS, key=len, reverse=True))
    + r")(?:[^\w,.;]|(?:is|hai|number|no|code|है)(?!\w))*([0-9]{3,4})(?![0-9])"
    r"|(?<![0-9])([0-9]{3,4})(?= (?:is (?:my |the )?|mera |hai )?(?:cvv|cvc)(?!\w))"
)
_OTHER_CODE = re.compile(
    r"(?<![^\W\d_])(?:error|status|fault|ussd|promo|coupon|offer|plan|area|std|country|postal|zip) ?(?:code|no|number)?s? ?:? ?$"
)
_GROUP = re.compile(r"[0-9]+")
_PHONE = re.compile(r"(?:0091|91|0)?[6-9][0-9]{9}|0[1-5][0-9]{9}")
_PHONE_ABROAD = re.compile(r"1?[2-9][0-9]{2}[2-9][0-9]{6}")
_ABROAD = {(10,), (11,), (3, 3, 4), (1, 3, 3, 4)}
_LONGEST_PHONE = 14
_CARD_NAMED = re.compile(r"(?<![^\W\d_])(?:card|debit|credit|visa|mastercard|rupay|कार्ड)(?![^\W\d_])")
_CARD_PARTS = {(4, 4, 4, 4), (4, 4, 4, 4, 3), (4, 6, 5), (4, 4, 4, 1), (4, 4, 5), (6, 13)}
_MOST_CARD_PARTS = 5
_OF_A_PHONE = 10
"""As many digits together may be a phone number beside something else."""
_NO_CARD = re.compile(r"(?<![^\W\d_])(?:imei|iccid|meid|serial)[^0-9]{0,12}$")
_CALLED_MONEY = re.compile(
    r"(?:₹|\$|€|£|(?<!\w)(?:rs\.?|inr|rupees?|रु\.?|रुपये|amount|paid|pay|balance|recharged?(?: (?:of|for|with))?)) ?$"
)
_CALLED_PASSWORD = (
    r"(?<![^\W\d_])(?:" + "|".join(sorted(PASSWORD_WORDS, key=len, reverse=True)) + r")(?![^\W\d_]|[\u0900-\u0963])"
)
_BEFORE_IT = re.compile(r"(?<!\S)(?P<word>[^\s\x00]{3,60}) (?:is (?:my|the)|mera|मेरा) " + _CALLED_PASSWORD)
_PASSWORD = re.compile(
    _CALLED_PASSWORD + r"(?: (?:of|for|to|i|we|you|use)(?: [^\W\d_]+){1,3}(?= ?(?:is|was|hai|=|:) ))?"
    r"(?P<link>(?:[ ]{0,4}(?:[:=]|->|-)[ ]{0,4}|[ ]{1,4}(?:is|was|hai|to|set to|ye hai|yeh hai|है)[ ]{0,4}:?[ ]{1,4}|[ ]{1,4}))"
    r"(?P<word>[\"“'][^\"”'\n]{1,60}[\"”']|[^\s\x00]{3,60})"
)
_NO_PASSWORD = word_set("""
    not wrong incorrect correct right forgotten forgot reset resetting change changed changing expired invalid same the a an my
    for of and or is was to in on it that this protected working required needed asked lost stolen weak strong set being
    please bhool bhul galat sahi nahi nahin nhi kya kaise yaad badal badalna badlo reset kar karo karna hai bata batao wala
    भूल गलत सही नहीं क्या कैसे याद बदल बदलना बदलो रीसेट कर करो करना है बताओ
""")


def cards(text: str) -> Iterator[Span]:
    """Thirteen to nineteen digits that add up as a card's do, written together or as on the card; in whatever groups where
    a card is spoken of."""
    named = _CARD_NAMED.search(text) is not None
    for chain in _chains(text, " -."):
        for first in range(len(chain)):
            for last in range(min(len(chain), first + _MOST_CARD_PARTS), first, -1):
                groups = chain[first:last]
                digits = "".join(text[start:end] for start, end in groups)
                sizes = tuple(end - start for start, end in groups)
                in_parts = sizes in _CARD_PARTS or (named and min(sizes) > 1 and max(sizes) < _OF_A_PHONE)
                shaped = 13 <= len(digits) <= 19 and (len(groups) == 1 or in_parts)
                if shaped and _adds_up(digits) and not _NO_CARD.search(text[max(0, groups[0][0] - 24) : groups[0][0]]):
                    yield groups[0][0], groups[-1][1]


def _adds_up(digits: str) -> bool:
    """Luhn's sum."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


def codes(text: str, taken: Taken, *, due: bool) -> Iterator[Span]:
    """Four to eight digits in a sentence that speaks of a code, or wherever one is `due`; not what is a phone number, money
    or among the spans that are `taken` for something else."""
    for match in _CVV.finditer(text):
        yield match.span(1 if match[1] else 2)
    start = 0
    for end in [*(match.end() for match in _SENTENCE.finditer(text)), len(text)]:
        named = (found.end() for found in _NAMED.finditer(text, start, end))
        if due or any(not _OTHER_CODE.search(text[max(start, called - 40) : called]) for called in named):
            yield from _in_figures(text, start, end, taken)
            yield from _in_words(text, start, end)
        start = end


def _in_figures(text: str, start: int, end: int, taken: Taken) -> Iterator[Span]:
    groups = (match.span() for match in _GROUP.finditer(text, start, end))
    free = [one for one in groups if taken.free(*one)]
    for chain in _linked(text, free, " -.,"):
        for run in _without_phones(text, chain):
            whole = "".join(text[left:right] for left, right in run)
            single = all(right - left == 1 for left, right in run)
            signs = {text[one[1] : other[0]] for one, other in pairwise(run)}
            if len(run) > 1 and SHORTEST <= len(whole) <= LONGEST and (single or signs <= {" ", "-"}):
                if not _money(text, run[0][0], run[-1][1]):
                    yield run[0][0], run[-1][1]
                continue
            for left, right in run:
                if (
                    SHORTEST <= right - left <= LONGEST
                    and not _money(text, left, right)
                    and not _decimal(text, left, right)
                ):
                    yield left, right


def _in_words(text: str, start: int, end: int) -> Iterator[Span]:
    """Digits told one by one: "four eight two nine one three"."""
    run: list[re.Match[str]] = []
    for word in [*_WORD.finditer(text, start, end), None]:
        if word is not None and (word[0] in DIGITS or (len(word[0]) == 1 and word[0].isdecimal())):
            run.append(word)
            continue
        if SHORTEST <= len(run) <= LONGEST:
            yield run[0].start(), run[-1].end()
        run = []


def _chains(text: str, signs: str) -> Iterator[list[Span]]:
    return _linked(text, [match.span() for match in _GROUP.finditer(text)], signs)


def _linked(text: str, groups: Sequence[Span], signs: str) -> Iterator[list[Span]]:
    """Groups of digits with one sign between them."""
    chain: list[Span] = []
    for group in groups:
        if chain and not (group[0] == chain[-1][1] + 1 and text[chain[-1][1]] in signs):
            yield chain
            chain = []
        chain.append(group)
    if chain:
        yield chain


def _without_phones(text: str, chain: list[Span]) -> Iterator[list[Span]]:
    """What is left of a row of digits, once the phone numbers in it are gone."""
    rest: list[Span] = []
    at = 0
    while at < len(chain):
        sizes = range(min(_LONGEST_PHONE, len(chain) - at), 0, -1)
        size = next((size for size in sizes if _is_phone(text, chain[at : at + size])), 0)
        if size and rest:
            yield rest
            rest = []
        rest += [] if size else [chain[at]]
        at += size or 1
    if rest:
        yield rest


def _is_phone(text: str, groups: list[Span]) -> bool:
    digits = "".join(text[start:end] for start, end in groups)
    if _PHONE.fullmatch(digits):
        return True
    return tuple(end - start for start, end in groups) in _ABROAD and _PHONE_ABROAD.fullmatch(digits) is not None


def _money(text: str, start: int, end: int) -> bool:
    after = words_of(text[end : end + 14])[:1]
    return _CALLED_MONEY.search(text[max(0, start - 24) : start]) is not None or bool(
        (after and after[0] in MONEY | UNITS) or text[end : end + 2] in ("/-", "/=") or text[end : end + 1] == "%"
    )


def _decimal(text: str, start: int, end: int) -> bool:
    """A part of a figure with a point or commas, or of what is called by letters and digits."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    glued = before[-1:] in ("*", "#", "/", "+") or after[:1] in ("*", "#", "/")
    return glued or re.fullmatch(r"[0-9][.,]", before) is not None or re.match(r"[.,][0-9]", after) is not None


def passwords(text: str) -> Iterator[Span]:
    """The word after "password is" or before "is my password", or beside "password" one that looks like no word."""
    for match in _BEFORE_IT.finditer(text):
        if any(sign.isdigit() for sign in match["word"]):
            yield match.span("word")
    for match in _PASSWORD.finditer(text):
        word = match["word"].rstrip(".,?") if match["word"][0] not in "\"“'" else match["word"]
        told = bool(match["link"].strip())
        plain = fold(word).strip("\"“”'")
        if plain in _NO_PASSWORD or not (
            told or (any(sign.isdigit() for sign in word) and not word.isdigit()) or word.isdigit()
        ):
            continue
        yield match.start("word"), match.end("word")
