"""What a denial in a message reaches: "not X", "na ki X", "X nahi". The one rule for whatever stands at a place among words."""

from collections.abc import Sequence

from frontline.speech.plain import words_of
from frontline.speech.readers import words

_BESIDE = 40
"""Signs on either side of a figure that are looked at."""


def negated(told: Sequence[str], start: int, end: int) -> bool:
    """Whether `told[start:end]` is denied by the words beside it. A denied verb behind it ("router nahi chal raha") denies the
    verb, not what is named."""
    before, after = told[max(0, start - 2) : start], told[end : end + 2]
    if before and before[-1] in words("not_before"):
        return True
    if len(before) > 1 and before[-1] in words("ki") and before[-2] in words("na") | words("nahi"):
        return True
    if not after or after[0] not in words("nahi"):
        return False
    return len(after) == 1 or after[1] not in words("verb_after_not")


def negated_in(text: str, start: int, end: int) -> bool:
    """Whether what stands at `text[start:end]` of a folded text is denied: a figure, an address."""
    before = words_of(text[max(0, start - _BESIDE) : start])
    return negated([*before, "", *words_of(text[end : end + _BESIDE])], len(before), len(before) + 1)
