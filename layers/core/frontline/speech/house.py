"""The words that this house knows itself: whatever else a message holds is a name, a number or a stranger."""

import re
from functools import cache

from frontline.speech.plain import fold, words_of
from frontline.speech.readers import speech, spellings

_DATED = ("month", "number", "digit", "day_ordinal")
_DATED_WORDS = ("month_or_verb", "nth")
"""Words of which a date of birth or a code could be made."""
_REFERENCE = re.compile(r"<\w+>")
"""A lexeme as a pattern names it."""


@cache
def house_words() -> frozenset[str]:
    """All words that are listened for, but those that dates and codes are made of. People's names are on no list."""
    heard = speech()
    known = {word for found in heard.spellings.values() for spelling in found for word in spelling}
    patterns = (rule.text for rule in heard.rules if rule.sign in ("+", "-"))
    known |= {word for text in patterns for word in words_of(fold(_REFERENCE.sub(" ", text)))}
    tables = [table for name in _DATED if name in heard.names for table in heard.names[name]]
    dated = {word for table in tables for spelling in table for word in spelling}
    dated |= {word for name in _DATED_WORDS for spelling in spellings(name) for word in spelling}
    return frozenset(known - dated)
