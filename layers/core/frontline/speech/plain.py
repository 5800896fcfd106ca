"""The customer's words as every parser compares them: one case, one kind of digit, one spelling; read once."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_INDIC_ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66)
_DROPPED = "'’‘`´\u093c\u200b\u200c\u200d\u2060\ufeff\ufe0f"
_FOLD = str.maketrans(
    {chr(zero + digit): str(digit) for zero in _INDIC_ZEROS for digit in range(10)}
    | dict.fromkeys(_DROPPED, "")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("⁄∕⧸", "/")
    | {"ँ": "ं", "।": ".", "\u00a0": " "}
)
_WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0971-\u097f])+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")


_SIGN = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0971-\u097f])+|[^\w\s.,;:!-]|[.,;:!](?!\w)|(?<!\S)-(?!\S)")
_SAME_SIGN = str.maketrans({";": ",", ":": ",", "-": ",", "!": ".", "…": "."})
"""Heard as one: what makes a pause, and what ends a sentence."""
_DRAWN = re.compile(r"([^\W\d_])\1{2,}")


class Plain(NamedTuple):
    """`text` is folded, `words` are its words in order, `vocabulary` answers "does it occur at all" in one step."""

    text: str
    words: tuple[str, ...]
    vocabulary: frozenset[str]
    has_digit: bool


def fold(text: str) -> str:
    """Compatibility forms, case, digits, nukta, nasal signs, apostrophes and dashes no longer tell words apart."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_FOLD)


def undrawn(text: str) -> str:
    """A letter written three times or more stands once: "nooo", "yesss"."""
    return _DRAWN.sub(r"\1", text)


def words_of(folded: str) -> list[str]:
    """Runs of letters and digits; an underscore separates, so that `fixed_line` reads like what a person writes."""
    return (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)


def tokens_of(folded: str) -> list[str]:
    """Words, and between them the signs: `,` a pause, `.` the end of a sentence, `?`, and every other sign as it is."""
    return [token if token[0].isalnum() else token.translate(_SAME_SIGN) for token in _SIGN.findall(folded)]


def is_sign(token: str) -> bool:
    return not token[0].isalnum()


def word_set(words: str) -> frozenset[str]:
    """A list of words as parsers know them: written in the source as people write, compared as folded."""
    return frozenset(fold(words).split())


@lru_cache(maxsize=64)
def plain(text: str) -> Plain:
    """Remembered, because every parser of a turn asks for the same message."""
    folded = fold(text)
    words = tuple(words_of(folded))
    return Plain(folded, words, frozenset(words), any(digit in folded for digit in "0123456789"))


ENGLISH_NOT = word_set("not isnt arent wasnt aint dont")
HINDI_NOT = word_set("nahi nahin nai nhi nahee नहीं नही नहि")
_VERBS_AFTER_NOT = word_set("""
    chal chl chalta chalti chala chali ho hota hoti hua hui aa aata aati aaya aayi mil mila mili milta kar karta
    karti kiya raha rahi rahe de deta diya khul khulta lag laga lagta dikh dikhta dikha baj jud juda judta pata
    चल चलता चलती चला चली हो होता होती हुआ हुई आ आता आती आया आई मिल मिला मिली मिलता कर करता करती किया रहा रही रहे
    दे देता दिया खुल खुलता लग लगता दिख दिखता जुड़ जुड जुड़ता पता
""")


def negated(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what stands between these words is denied: "not X", "na ki X", "X nahi". A denied verb after X
    ("router nahi chal raha") denies the verb, not X."""
    if before and before[-1] in ENGLISH_NOT:
        return True
    if len(before) > 1 and before[-1] in {"ki", "कि", "की"} and before[-2] in {"na", "न", "ना"} | HINDI_NOT:
        return True
    if not after or after[0] not in HINDI_NOT:
        return False
    return len(after) == 1 or after[1] not in _VERBS_AFTER_NOT
