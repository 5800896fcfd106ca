"""What was said of a phone, as clauses of plain words: one spelling, one kind of separator, typing errors mended."""

import re
from functools import lru_cache
from typing import NamedTuple

from frontline.slots.phone_state.lexicon import OFTEN_MISSPELT
from frontline.slots.plain import fold

_HUMP = re.compile(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_URL = re.compile(r"https?://[^\s\"',;|]{1,300}|\b(?:mms|mmsc)[\w-]{0,40}\.[\w./:-]{2,200}\w", re.IGNORECASE)
_NOTHING = re.compile(r"\"[ \t]*\"|'[ \t]*'|\[[ \t]*\]|\{[ \t]*\}|\bn/a\b", re.IGNORECASE)
_KEY_WITHOUT_VALUE = re.compile(r"[:=][ \t]*(?=[,}|;]|\Z|\n[\s*•-]*\w[\w ()-]{0,40}[:=])")
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
_TURNING = frozenset(
    [
        "but",
        "however",
        "although",
        "though",
        "so",
        "then",
        "while",
        "whereas",
        "because",
        "since",
        "except",
        "lekin",
        "magar",
        "lekin",
        "phir",
        "लेकिन",
        "मगर",
        "फिर",
    ]
)
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
    """Keys in camel case come apart, icons become what they mean, and what is empty says so."""
    text = _NOTHING.sub(" none ", _URL.sub(" weburl ", _HUMP.sub(" ", text)))
    text = _KEY_WITHOUT_VALUE.sub(": empty ", text.translate(_SIGNS))
    return _FRACTION.sub(r"\1 of \2", fold(text))


def clauses(text: str) -> list[Clause]:
    """In order. What stands between two commas is a clause; a question mark makes a question of the one before it."""
    found: list[Clause] = []
    words: list[str] = []
    sentence, joined = 0, ""
    for token in (*_TOKEN.findall(spelled(text)), "\n"):
        if not (token in _BREAKS or len(words) == LONGEST):
            words.append(":" if token in _LINKS else mended(token))
            continue
        if words:
            found.append(Clause(counted(words), sentence, joined, question=token == "?"))
            words, joined = [], ""
        if token in _ENDS:
            sentence += 1
        joined = token if token in _JOINING else joined if token in _PAUSES else ""
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


_NUMBERS = {"a": 1} | {
    word: number
    for number, names in enumerate(
        ("0 zero", "1 one ek", "2 two", "3 three teen", "4 four char chaar", "5 five paanch")
    )
    for word in names.split()
}
_BARS = frozenset({"bar", "bars"})
_OF_BARS = frozenset(
    {"full", "solid", "signal", "strong", "little", "small", "tiny", "green", "white", "whole", "lonely", "measly"}
)


def counted(words: list[str]) -> tuple[str, ...]:
    """Bars and decibels become one word: "two of four bars" is `bars2`. The manual knows none to four or more."""
    told: list[str] = []
    place = 0
    while place < len(words):
        level, length = _bars(words, place)
        told.append(words[place] if level is None else f"bars{level}")
        place += length
    return tuple(told)


def _bars(words: list[str], place: int) -> tuple[int | None, int]:
    """How many bars these words count, and how many words that takes."""
    here = (*words[place : place + 5], "", "", "", "", "")
    if here[0] == "signal" and (number := _digit(here[1 + (here[1] == ":")])) is not None:
        return number, 2 + (here[1] == ":")
    if here[0] in _BARS and here[1] == ":" and (number := _digit(here[2])) is not None:
        return number, 3
    if level := _DECIBELS.fullmatch(here[0] + (here[1] if here[1] == "dbm" else "")):
        return sum(int(level[1]) < edge for edge in (120, 110, 100, 90)), 1 + (here[1] == "dbm")
    number = _digit(here[0]) if here[0] != "a" else None
    if number is None:
        return None, 1
    after = 3 if here[1] == "of" and _NUMBERS.get(here[2]) is not None else 1
    after += here[after] in _OF_BARS
    return (number, after + 1) if here[after] in _BARS else (None, 1)


def _digit(word: str) -> int | None:
    number = _NUMBERS.get(word)
    return None if number is None or word == "a" else min(number, 4)


_DECIBELS = re.compile(r"(\d{2,3})dbm")
