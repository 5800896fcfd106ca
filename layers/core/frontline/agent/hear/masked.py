"""A message as it may be seen where a proof is asked for: only the words that this house knows itself."""

import re
from functools import cache

from frontline.speech.plain import fold, words_of
from frontline.speech.readers import speech, spellings

HIDDEN_WORD = "***"
LEAST = 2
_DATED = ("month", "number", "digit", "day_ordinal")
_DATED_WORDS = ("month_or_verb", "nth")
"""Words of which a date of birth or a code could be made."""


_REFERENCE = re.compile(r"<\w+>")


def masked(text: str) -> str | None:
    """The text with `***` for every other word and every number; None if less than half of it is left, or it is one word."""
    pieces = text.split()
    kept = [_known(piece) for piece in pieces]
    if len(pieces) < LEAST or 2 * sum(kept) < len(pieces):
        return None
    return " ".join(piece if known else HIDDEN_WORD for piece, known in zip(pieces, kept, strict=True))


def _known(piece: str) -> bool:
    words = words_of(fold(piece))
    return bool(words) and not any(sign.isdigit() for sign in piece) and _house_words().issuperset(words)


@cache
def _house_words() -> frozenset[str]:
    """All words that are listened for, but those that dates and codes are made of. People's names are on no list."""
    heard = speech()
    known = {word for found in heard.spellings.values() for spelling in found for word in spelling}
    patterns = (rule.text for rule in heard.rules if rule.sign in ("+", "-"))
    known |= {word for text in patterns for word in words_of(fold(_REFERENCE.sub(" ", text)))}
    tables = [table for name in _DATED if name in heard.names for table in heard.names[name]]
    dated = {word for table in tables for spelling in table for word in spelling}
    dated |= {word for name in _DATED_WORDS for spelling in spellings(name) for word in spelling}
    return frozenset(known - dated)
