"""The customer's words as every parser compares them: one case, one kind of digit, one spelling; read once."""

import re
import unicodedata
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
LETTER = r"(?:[^\W\d_]|[\u0900-\u0963])"
WORD = r"(?:[^\W_]|[\u0900-\u0963])+"
"""The form of a letter and of a word: letters and figures, with the vowel signs of Devanagari."""
WORDS = re.compile(WORD)
_ACCENTED = re.compile("[à-öø-ɏ]")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_SIGN = re.compile(rf"{WORD}|[^\w\s.,;:!-]|[.,;:!](?!\w)|(?<![0-9])[,;:!]|(?<!\S)-(?!\S)|\n")
_SAME_SIGN = str.maketrans({";": ",", ":": ",", "-": ",", "!": ".", "…": ".", "\n": "."})
"""Heard as one: what makes a pause, and what ends a sentence or a line."""
_DRAWN = re.compile(r"([^\W\d_])\1{2,}")


class Plain(NamedTuple):
    """`text` is folded, `words` are its words in order, `vocabulary` answers "does it occur at all" in one step."""

    text: str
    words: tuple[str, ...]
    vocabulary: frozenset[str]
    has_digit: bool


def fold(text: str) -> str:
    """Compatibility forms, case, digits, nukta, nasal signs, accents of Latin letters, apostrophes and dashes no longer tell
    words apart."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).translate(_FOLD)
    return _ACCENTED.sub(lambda letter: unicodedata.normalize("NFD", letter[0])[0], folded)


def undrawn(text: str) -> str:
    """A letter written three times or more stands once: "nooo", "yesss"."""
    return _DRAWN.sub(r"\1", text)


def words_of(folded: str) -> list[str]:
    """Runs of letters and digits; an underscore separates, so that `fixed_line` reads like what a person writes."""
    return (_ASCII_WORD if folded.isascii() else WORDS).findall(folded)


def tokens_of(folded: str) -> list[str]:
    """Words, and between them the signs: `,` a pause, `.` the end of a sentence, `?`, and every other sign as it is."""
    return [token if token[0].isalnum() else token.translate(_SAME_SIGN) for token in _SIGN.findall(folded)]


def is_sign(token: str) -> bool:
    return not token[0].isalnum()


@lru_cache(maxsize=64)
def plain(text: str) -> Plain:
    """Remembered, because every parser of a turn asks for the same message."""
    folded = fold(text)
    words = tuple(words_of(folded))
    return Plain(folded, words, frozenset(words), any(digit in folded for digit in "0123456789"))
