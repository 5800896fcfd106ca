"""A whole number: how many, how old, which year."""

import re

from frontline.model.reading import Found, Hearing, Reading, Unknown
from frontline.speech.negation import negated_in
from frontline.speech.numbers.spelled import number_at, starts
from frontline.speech.plain import Plain, plain
from frontline.speech.readers import said, words

_WRITTEN = re.compile(
    r"(?<![\w.,/:-])(-?)([0-9]{1,3}(?:,[0-9]{2,3}){1,4}|[0-9]{1,12})(?![\w%/:-]|[.,][0-9])"
)  # figures
_LONGEST = 300


def integer(hearing: Hearing) -> Reading:
    """Only an answer is one: a number says of itself nothing about what it counts. Two are nobody's guess; one out of bounds is
    Unknown; "ek minute" asks for patience."""
    if len(hearing.text) > _LONGEST:
        return None
    text = plain(hearing.text)
    if not hearing.asked or ("?" in text.text and len(text.words) > 1) or "short_while" in said(hearing.text):
        return None
    found = _written(text.text) if text.has_digit else _spelled(text)
    if len(found) != 1:
        return None
    (number,) = found
    least = number if hearing.min is None else hearing.min
    most = number if hearing.max is None else hearing.max
    return Found(value=number) if least <= number <= most else Unknown(said=str(number))


def _written(text: str) -> set[int]:
    return {
        int(one[1] + one[2].replace(",", "")) for one in _WRITTEN.finditer(text) if not negated_in(text, *one.span())
    }


def _spelled(text: Plain) -> set[int]:
    """A number in words, and beside it only words that say nothing: "do" gives something, "one" is somebody."""
    found, position = set[int](), 0
    while position < len(text.words):
        number = number_at(text.words, position) if text.words[position] in starts() else None
        if number is not None:
            found.add(number[0])
            position = number[1]
        elif text.words[position] in words("around_a_number"):
            position += 1
        else:
            return set()
    return found
