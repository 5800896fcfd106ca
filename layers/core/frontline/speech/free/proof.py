"""What a customer says to show who they are: full name and date of birth, or that they want a code sent to their phone."""

import re

from frontline.model.identity import BY_CODE
from frontline.speech.free.code_wish import CODE, wants_code
from frontline.speech.free.manners import without_manners
from frontline.speech.free.name import name
from frontline.speech.plain import fold, word_set, words_of
from frontline.speech.reading import Found, Hearing, Reading, Unknown
from frontline.speech.when.birth import birth

LONGEST = 160
_READ = 300
_MOST_PARTS = 4
SPOILS = CODE | word_set("""
    wont wouldnt refuse never forgot forget remember know idk tell say secret private privacy wrong right old new again
    maybe think yaad bhool bhul pata galat sahi bata batana bataunga batau dunga dungi doonga denge matlab zaroorat
    याद भूल पता गलत बताना बताऊंगा दूंगा मतलब
""")
"""What is said about a proof instead of it."""
_DATE_WAS = " , "
_PARTS = re.compile(r"[,;?!\n]+|(?<=[^\s.]{3})\.(?=\s|$)")


def proof(hearing: Hearing) -> Reading:
    """Only as an answer. A whole proof goes before a wish for a code. `Unknown` holds the half that is there: "name|" or
    "|date"; a name alone must be a full one, and all that is said."""
    if not hearing.asked:
        return None
    text = fold(hearing.text[:_READ].replace("|", " "))
    born = birth(text, hearing.at.date())
    called = _called(born.rest if born else text, hearing)
    if called and born:
        return Found(f"{called}|{born.day.isoformat()}")
    if wants_code(text):
        return Found(BY_CODE)
    if len(hearing.text) > LONGEST:
        return None
    if born:
        return Unknown(f"|{born.day.isoformat()}")
    return Unknown(f"{called}|") if called and " " in called and len(words_of(text)) <= 2 + _MOST_PARTS else None


def whole(half: str, other: str) -> str | None:
    """One half with what is missing taken from another proof, whole or half; None where that has it no more than this."""
    (name_, _, born), (other_name, between, other_born) = half.partition("|"), other.partition("|")
    if not between:
        return None
    both = f"{name_ or other_name}|{born or other_born}"
    return None if both.startswith("|") or both.endswith("|") or both == other else both


def _called(text: str, hearing: Hearing) -> str | None:
    """The name that is left once all else is taken away. Beside a date the only full name in a stretch of its own goes
    first: "Meena Iyer, Chennai"."""
    stretches = _PARTS.split(text) if _DATE_WAS in text else ()
    names = {called for part in stretches if (called := _as_name(part, hearing)) and " " in called}
    return names.pop() if len(names) == 1 else _as_name(text, hearing)


def _as_name(text: str, hearing: Hearing) -> str | None:
    """Words that are no name spoil it."""
    left = without_manners(text)
    if not left or len(left.split()) > _MOST_PARTS or not SPOILS.isdisjoint(words_of(left)):
        return None
    reading = name(hearing._replace(text=left))
    return str(reading.value) if isinstance(reading, Found) else None
