"""What a customer says to show who they are: full name and date of birth, or that they want a code sent to their phone."""

from frontline.model.identity import BY_CODE
from frontline.speech.free.code_wish import wants_code
from frontline.speech.free.manners import without_manners
from frontline.speech.free.name import name
from frontline.speech.placed import placed, sentences
from frontline.speech.plain import fold, words_of
from frontline.speech.readers import words
from frontline.speech.reading import Found, Hearing, Reading, Unknown
from frontline.speech.when.birth import birth

LONGEST = 160
_READ = 300
_MOST_PARTS = 4
_BREAKS = ",;?!\n"


def proof(hearing: Hearing) -> Reading:
    """Only as an answer. A whole proof goes before a wish for a code. `Unknown` holds the half that is there: "name|" or
    "|date"; a name alone must be a full one, and all that is said."""
    if not hearing.asked:
        return None
    text = fold(hearing.text[:_READ].replace("|", " "))
    born = birth(text, hearing.at.date())
    called = (_beside_date(born.rest, hearing) if born else None) or _as_name(born.rest if born else text, hearing)
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


def _beside_date(text: str, hearing: Hearing) -> str | None:
    """The only full name that has a stretch of its own: "Meena Iyer, Chennai"."""
    stretches = (text[part[0].start : part[-1].end] for part in sentences(text, placed(text), _BREAKS) if part)
    names = {called for one in stretches if (called := _as_name(one, hearing)) and " " in called}
    return names.pop() if len(names) == 1 else None


def _as_name(text: str, hearing: Hearing) -> str | None:
    """The name that is left once all else is taken away; words that are no name spoil it."""
    left = without_manners(text)
    if not left or len(left.split()) > _MOST_PARTS or not words("spoils_proof").isdisjoint(words_of(left)):
        return None
    reading = name(hearing._replace(text=left))
    return str(reading.value) if isinstance(reading, Found) else None
