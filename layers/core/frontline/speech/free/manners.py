"""What people write around their name: greetings, courtesies, "I am" and "born on", in every language we read."""

from itertools import pairwise

from frontline.speech.names import names_of
from frontline.speech.plain import words_of
from frontline.speech.readers import words

_APART = str.maketrans(dict.fromkeys(',;:()[]"“”/=!?*_<>|', " "))


def without_manners(folded: str) -> str:
    """The words that may be a name. "Singh", "Devi" and "Lal" are names; "Miss", "ji" and "mera naam" are none, nor is a
    place or an age: "from Pune", "45 years old"."""
    pieces = [(piece, words_of(piece)) for one in folded.translate(_APART).split() if (piece := one.strip("-."))]
    spoken = tuple(word for _, of_it in pieces for word in of_it)
    manners = _manners(spoken)
    left, at = [], 0
    for piece, of_it in pieces:
        if not manners.issuperset(range(at, at + len(of_it))):
            left.append(piece)
        at += len(of_it)
    return " ".join(left)


def _manners(spoken: tuple[str, ...]) -> set[int]:
    """Where words stand that are part of no name."""
    found = {at for _, start, end in names_of("manners").mentions(spoken) for at in range(start, end)}
    for at, (word, behind) in enumerate(pairwise((*spoken, ""))):
        if word in words("before_a_place") and behind[:1].isalpha():
            found |= {at, at + 1}
        unit = word.lstrip("0123456789")
        if unit != word and (unit or behind) in words("years"):
            found |= {at} if unit else {at, at + 1}
    return found
