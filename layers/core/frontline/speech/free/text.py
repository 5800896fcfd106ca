"""What the customer says, in their own words, or in the form that the author of a slot gives it."""

import unicodedata
from collections.abc import Iterable, Iterator

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.free.form import BadPattern, form
from frontline.speech.readers import said as readers_of

LONGEST = 500
_NO_ANSWER = frozenset({"asks_question", "asks_question.by_sign", "wants_human", "wants_language"})
_AROUND = ".,;:!?\"'()।"
_FEW = 20
"""Words of a sentence that holds a value of some form, and not a story."""
_SPREAD = 6
"""Words that one value may be spread over: "AB 12 34"."""


def text(hearing: Hearing) -> Reading:
    """Any answer is one, as long as it can be stored and read by a human, and has its form where one is declared. Without a form
    a question is none, nor is a wish for a human or for another language."""
    if not hearing.asked:
        return None
    kept = (" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in hearing.text)
    said = " ".join("".join(kept).split())
    if not 0 < len(said) <= LONGEST:
        return None
    if hearing.pattern is None:
        return None if asks_or_wishes(hearing.text) else Found(value=said)
    try:
        return _of_form(said, hearing.pattern)
    except BadPattern:
        return None


def asks_or_wishes(words: str) -> bool:
    """Whether it is said to us, and for no form to be filled in: by the form of a question, or as a wish for somebody or some
    language to talk to."""
    return not _NO_ANSWER.isdisjoint(readers_of(words))


def _of_form(said: str, pattern: str) -> Reading:
    """All of the answer, or the one part of it that has the form: in capitals or not, with blanks or without."""
    fits = form(pattern).fits
    said = "".join(str(unicodedata.decimal(sign, sign)) for sign in said)
    for parts in ((said, said.strip(_AROUND)), *_parts(said)):
        ways = ((part, part.upper(), part.lower()) for part in parts)
        found = {fitting[0] for way in ways if (fitting := [one for one in way if fits(one)])}
        if found:
            return Found(value=found.pop()) if len(found) == 1 else None
    return None


def _parts(said: str) -> Iterator[Iterable[str]]:
    """Stretches of a sentence, the longest first, and then joined up, the shortest first. Without a figure in it a stretch may be
    anything: "what is that" is no answer of letters and blanks."""
    words = [bare for word in said.split() if (bare := word.strip(_AROUND))]
    for length in (*range(_SPREAD, 0, -1), *range(-1, -_SPREAD - 1, -1)) if len(words) <= _FEW else ():
        stretches = (words[at : at + abs(length)] for at in range(len(words) - abs(length) + 1))
        parts = (" ".join(one) if length > 0 else "".join(one).replace("-", "") for one in stretches)
        yield [part for part in parts if any(sign.isdecimal() for sign in part)]
