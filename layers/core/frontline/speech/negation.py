"""Whether a name in a message is denied by the words beside it."""

from collections.abc import Sequence

from frontline.speech.readers import words


def negated(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what stands between these words is denied: "not X", "na ki X", "X nahi". A denied verb after X
    ("router nahi chal raha") denies the verb, not X."""
    if before and before[-1] in words("not_before"):
        return True
    if len(before) > 1 and before[-1] in words("ki") and before[-2] in words("na") | words("nahi"):
        return True
    if not after or after[0] not in words("nahi"):
        return False
    return len(after) == 1 or after[1] not in words("verb_after_not")
