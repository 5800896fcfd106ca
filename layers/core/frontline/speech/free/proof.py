"""What a customer says to show who they are: full name and date of birth, or that they want a code sent to their phone."""

import re
from collections.abc import Sequence

from frontline.model.identity import BY_CODE
from frontline.model.reading import Found, Hearing, Reading, Unknown
from frontline.speech.free.code_wish import wants_code
from frontline.speech.free.manners import without_manners
from frontline.speech.free.name import name
from frontline.speech.house import house_words
from frontline.speech.placed import placed, sentences
from frontline.speech.plain import fold, words_of
from frontline.speech.readers import words
from frontline.speech.when.birth import birth

LONGEST = 160
FULL = 2
"""How many parts the shortest full name has."""
_READ = 300
_MOST_PARTS = 4
_MOST_SAID = 10
"""Of what says in so many words whose name it is."""
_BREAKS = ",;?!\n"
_SPELT = re.compile(r"(?<!\w)[^\W\d_]([- ])[^\W\d_](?:\1[^\W\d_])+(?!\w)")
"""The form of a word spelt letter by letter: "A-S-H-A", "r a o"."""


def proof(hearing: Hearing) -> Reading:
    """Only as an answer. A whole proof goes before a wish for a code. `Unknown` holds the half that is there: "name|" or
    "|date"; a name alone must be a full one, and all that is said."""
    if not hearing.asked:
        return None
    text = _SPELT.sub(lambda letters: re.sub(r"\W", "", letters[0]), fold(hearing.text[:_READ].replace("|", " ")))
    text = re.sub(" {2,}", " ", text)
    born, told = birth(text, hearing.at.date()), words_of(text)
    by_name = not words("called_so").isdisjoint(told)
    if born:
        called = _by_itself(born.rest, hearing) or _unless_ours(_as_name(born.rest, hearing))
    else:
        called = _unless_ours(_by_itself(text, hearing) or _as_name(text, hearing, whole=not by_name))
    if called and born:
        return Found(f"{called}|{born.day.isoformat()}")
    if wants_code(text):
        return Found(BY_CODE)
    if len(hearing.text) > LONGEST:
        return None
    if born:
        return Unknown(f"|{born.day.isoformat()}")
    return (
        Unknown(f"{called}|")
        if called and " " in called and len(told) <= (_MOST_SAID if by_name else 2 + _MOST_PARTS)
        else None
    )


def whole(half: str, other: str) -> str | None:
    """One half with what is missing taken from another proof, whole or half; None where that has it no more than this."""
    (name_, _, born), (other_name, between, other_born) = half.partition("|"), other.partition("|")
    if not between:
        return None
    both = f"{name_ or other_name}|{born or other_born}"
    return None if both.startswith("|") or both.endswith("|") or both == other else both


def _by_itself(text: str, hearing: Hearing) -> str | None:
    """The only full name that has a stretch of its own: "Meena Iyer, Chennai"."""
    stretches = (text[part[0].start : part[-1].end] for part in sentences(text, placed(text), _BREAKS) if part)
    names = {called for one in stretches if (called := _as_name(one, hearing)) and " " in called}
    names = {called for called in names if not _ours(called.split())} or names
    return names.pop() if len(names) == 1 else None


def _unless_ours(called: str | None) -> str | None:
    """What was taken for a name, unless it is made of our own words: "dekh kar batata hoon" and "that's it" are none."""
    parts = called.split() if called else []
    ours = len(_ours(parts))
    return None if ours * 2 >= len(parts) and ours >= min(len(parts), FULL) else called


def _ours(parts: Sequence[str]) -> list[str]:
    """Those that are listened for elsewhere."""
    return [part for part in parts if house_words().issuperset(words_of(fold(part)))]


def _as_name(text: str, hearing: Hearing, *, whole: bool = False) -> str | None:
    """The name that is left once all else was taken away, of the `whole` but manners; words that are no name spoil it."""
    said = without_manners(text)
    left = said if whole else _less_our_words(said)
    if not left or len(left.split()) > _MOST_PARTS or not words("spoils_proof").isdisjoint(words_of(said)):
        return None
    reading = name(hearing._replace(text=left))
    return str(reading.value) if isinstance(reading, Found) else None


def _less_our_words(text: str) -> str:
    """Without the words around a full name that are listened for elsewhere: "arey ravi kumar hurry up"."""
    parts = text.split()
    while len(parts) > FULL and _ours(parts[-1:]):
        parts = parts[:-1]
    while len(parts) > FULL and _ours(parts[:1]):
        parts = parts[1:]
    return " ".join(parts)
