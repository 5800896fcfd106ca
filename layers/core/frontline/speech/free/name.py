"""What the customer is called."""

import re
import unicodedata

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.placed import begins, ends
from frontline.speech.plain import LETTER, fold, words_of
from frontline.speech.readers import words

_WORD = re.compile(rf"(?:{LETTER}|[\d\u200c\u200d'’])+")
"""A word as it is written, apostrophes in it."""
_PART = re.compile(rf"(?:{LETTER}|[\u200c\u200d])(?:{LETTER}|[\u200c\u200d.'’-])*")
"""The form of a part of a name: "O'Brien", "Mary-Jane", "K."."""
_MOST = 5


def name(hearing: Hearing) -> Reading:
    """Out of the blue only "my name is ..." gives one."""
    text = " ".join(unicodedata.normalize("NFC", hearing.text[:320]).split())
    if len(text) > 160:
        return None
    row = list(_WORD.finditer(text))
    said = [fold(word[0]) for word in row]
    at, many = next(((at, many) for at in range(len(said)) if (many := begins(said, at, "my_name_is"))), (0, 0))
    if not many and not hearing.asked:
        return None
    called = _bare(_stated(text[row[at + many - 1].end() :]) if many else text)
    parts = called.split(" ")
    formed = 2 <= len(called) <= 60 and len(parts) <= _MOST and all(_PART.fullmatch(part) for part in parts)
    if not formed or not words("not_a_name").isdisjoint(words_of(fold(called))):
        return None
    return Found(value=called.title() if called.islower() else called)


def _stated(text: str) -> str:
    """What follows "my name is", as far as it can be a name."""
    parts: list[str] = []
    for part in text.removeprefix(" ").split(" ")[:_MOST]:
        match = _PART.match(part)
        if match is None or not words("not_a_name").isdisjoint(words_of(fold(match[0]))):
            break
        parts.append(match[0])
        if match[0] != part:
            break
    return " ".join(parts)


def _bare(text: str) -> str:
    """Titles and small talk go, until nothing more goes: what is kept must read back as itself."""
    row = list(_WORD.finditer(text))
    said = [fold(word[0]) for word in row]
    first, last = 0, len(row)
    while many := begins(said[:last], first, "before_name"):
        first += many
    while many := ends(said[first:last], last - first, "after_name"):
        last -= many
    start, end = row[first - 1].end() if first else 0, row[last].start() if last < len(row) else len(text)
    return text[start:end].lstrip(" .,:!-" if first else " .,!-").rstrip(" .,!-") if first < last else ""
