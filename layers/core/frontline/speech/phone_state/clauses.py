"""What was said of a phone, as clauses of plain words: one spelling, one kind of separator, typing errors mended."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from frontline.speech.phone_state.bars import counted
from frontline.speech.phone_state.lexicon import OFTEN_MISSPELT
from frontline.speech.plain import fold, word_set

_HUMP = re.compile(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_URL = re.compile(r"https?://[^\s\"',;|]{1,300}|\b(?:mms|mmsc)[\w-]{0,40}\.[\w./:-]{2,200}\w", re.IGNORECASE)
_NOTHING = re.compile(r"\"[ \t]*\"|'[ \t]*'|\[[ \t]*\]|\{[ \t]*\}|\bn/a\b", re.IGNORECASE)
_KEY_WITHOUT_VALUE = re.compile(r"[:=][ \t]*(?=[,}|;]|\Z|\n[\s*•-]*\w[\w ()-]{0,40}[:=])")
_OWN = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"(?<![^.!?\n])[^.!?:\n]{0,80}\b(?:looked|checked|tried|tested|ran it|did it|did that|okay|alright|sure|right|well)[ ]?:(?=\s)",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:here(?:['’]?s| is)|this is|that['’]?s) what (?:i|it|my phone|the phone)[^.!?:\n]{0,30}:", re.IGNORECASE
)
_GLUED = re.compile(
    r"(?<=[^\s.!?,;:|]) +(?=(?:Is (?:there|it|that)|What(?:['’]s| is| does| should| do| next| else)|Can you|Could you|Should I"
    r"|Do (?:you|I)|How (?:do|can|should)|I (?:really )?(?:need|hope)|Please|Thanks|Thank you|Why|Where)\b)"
)
"""A question or a plea that begins where nobody ended the sentence before."""
_FLAT = re.compile(r"(?<=: )([\w-]+) (?=(?:[A-Z][\w-]*(?: \([\w ]+\))? ){0,4}[A-Z][\w-]*: )")
"""A report whose lines were run together: "Airplane Mode: OFF SIM Card Status: active"."""
_OTHERS = re.compile(
    r"\b(?:(?:my|our|his|her|their|the) (?:wife|husband|friend|neighbou?r|son|daughter|kid|mother|mom|mum|dad|father|brother|sister"
    r"|colleague|partner|boss|roommate|girlfriend|boyfriend)(?:['’]?s)? (?:(?:i?phone|line|cell|mobile|one|internet|service|signal|data)\b"
    r"|has\b|have\b|is on the)|my (?:other|old|second|work) (?:phone|line|cell|number|sim)\b|my (?:laptop|tablet|computer|ipad|tv|pc)\b)",
    re.IGNORECASE,
)
"""What is said of somebody else's phone, or of another device."""
_FORMERLY = re.compile(
    r"\b(?:was|were|worked|used to)\b.{0,30}\b(?:yesterday|before|earlier|ago|last (?:week|month|night|year|time))\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[^.!?;,\n]+|[.!?;,\n]")
_COURTESY = re.compile(
    r"\b(?:at|for) work\b|\bgood (?:question|idea|point|morning|evening|afternoon|day)\b|\b(?:i )?(?:really )?(?:hope|if) (?:that|this|it) helps\b|\bas far as i can (?:tell|see)\b|\b(?:and |but )?nothing (?:else|more|other|besides|(?:has )?(?:happen|chang|help|work)\w*)\b|\bthank(?:s| you)(?: so much| a lot| very much)?\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"(?<!\d)(\d)[ ]?(?:/|out of)[ ]?(\d)(?!\d)")
_SIGNS = str.maketrans(
    dict.fromkeys("✈🛩🛫🛬", " airplane icon ")
    | dict.fromkeys("👍✅👌🆗✔☑", " yes ")
    | dict.fromkeys("👎❌🚫✖❎🙅✘✗", " no ")
    | dict.fromkeys("🔋🪫", " battery ")
    | {"_": " ", "📶": " signal ", "📡": " wifi ", "🔒": " ", "→": ":", "⇒": ":", "•": "\n"}
)
_TOKEN = re.compile(
    r"\d+(?:\.\d+)?[a-z]*|(?:[^\W\d_]|[\u0900-\u0963\u0971-\u097f])(?:[^\W_]|[\u0900-\u0963\u0971-\u097f])*"
    r"|[\n.;!?|,:=>(){}\[\]/&]|(?<=\s)-(?=\s)|(?<=h)\+"
)
_ENDS = frozenset("\n.;!?|")
_LINKS = frozenset(":=>")
_PAUSES = frozenset(",(){}[]/&-")
_JOINING = frozenset(["and", "aur", "or", "nor", "plus", "und", "और", "या", ",", "/", "&"])
_TURNING = word_set(
    "but however although though so then while whereas because since except lekin magar phir लेकिन मगर फिर"
)
_VALUES = word_set("yes no true false on off enabled disabled")
_BREAKS = _ENDS | _PAUSES | _JOINING | _TURNING
LONGEST = 60
"""Words in one clause; what rambles on is cut, so that the time to read it grows with its length only."""


class Clause(NamedTuple):
    """`joined`: by which word or comma it goes on with a list ("data and roaming"). `question`: it asks, and so claims
    nothing. A colon is a word."""

    words: tuple[str, ...]
    sentence: int
    joined: str
    question: bool


def spelled(text: str) -> str:
    """Keys in camel case come apart, icons become what they mean, and what is empty says so. What only introduces the
    answer, or is polite, says nothing of a phone."""
    text = _FLAT.sub(r"\1; ", _GLUED.sub(". ", _ANNOUNCED.sub(" ", text)))
    text = _COURTESY.sub(" ", _INTRODUCED.sub(" ", _of_this_phone_now(text)))
    text = _OWN.sub(" is", text)
    text = _NOTHING.sub(" none ", _URL.sub(" weburl ", _HUMP.sub(" ", text)))
    text = _KEY_WITHOUT_VALUE.sub(": empty ", text.translate(_SIGNS))
    return _FRACTION.sub(r"\1 of \2", fold(text))


def _of_this_phone_now(text: str) -> str:
    parts = _PART.findall(text)
    return "".join(part for part in parts if not _OTHERS.search(part) and not _FORMERLY.search(part))


def clauses(text: str) -> list[Clause]:
    """In order. What stands between two commas is a clause; a question mark makes a question of the one before it."""
    found: list[Clause] = []
    words: list[str] = []
    sentence, joined = 0, ""
    tokens = [*_TOKEN.findall(spelled(text)), "\n"]
    for sign, following in pairwise((*tokens, "")):
        links = sign in _LINKS or (sign == "-" and following in _VALUES)
        if len(words) < LONGEST and (links or sign not in _BREAKS):
            words.append(":" if links else mended(sign))
            continue
        if words:
            found.append(Clause(counted(words), sentence, joined, question=sign == "?"))
            words, joined = [], ""
        sentence += sign in _ENDS
        joined = sign if sign in _JOINING else joined if sign in _PAUSES else ""
    return found


def _thinned(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))} | {word}


_BY_PART = {part: word for word in sorted(OFTEN_MISSPELT) for part in _thinned(word)}


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """A word one slip away from a telling one that nothing else resembles: "airplne", "exellent", "singal"."""
    if not 5 <= len(word) <= 14 or word in OFTEN_MISSPELT or not word.isascii():
        return word
    return next((_BY_PART[part] for part in sorted(_thinned(word)) if part in _BY_PART), word)
