"""When a customer takes an earlier answer back, and which part of what they say is the new one."""

import datetime as dt
from collections.abc import Iterator, Sequence

from frontline.model.reading import Found, Hearing, Parser, Reading
from frontline.speech.names import Mention, names_of
from frontline.speech.plain import fold, plain
from frontline.speech.readers import said, words

_SOME_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Which day it is does not matter to whether a day was named."""
_LONGEST = 14
_LONGEST_NO = 6
_PAUSES = str.maketrans(dict.fromkeys(",;!?।\n", " , "))
_ENDS_PART = frozenset(",-–—")


def corrects(text: str, swapped: Sequence[Parser]) -> bool:
    """Plain words for it are enough; "sorry", "actually", "no wait" and "X, not Y" need a value that a slot could hold. A
    recharge of a wrong number is the customer's matter, not a correction. `swapped` read what is corrected by naming it."""
    heard = said(text)
    return "corrects" in heard or ("asks_back" not in heard and _names_another(text, heard, swapped))


def _names_another(text: str, heard: frozenset[str], swapped: Sequence[Parser]) -> bool:
    spoken = plain(text).words
    hinted = not (words("hint") | words("denial")).isdisjoint(spoken)
    kept = corrected(text) if (hinted or heard & {"no_then", "breaks_off"}) and len(spoken) <= _LONGEST else None
    if kept is None:
        return False
    taken_back = "breaks_off" in heard or not words("hint").isdisjoint(spoken[:3])
    if taken_back or ("no_then" in heard and len(spoken) <= _LONGEST_NO):
        return any(_read(read, kept) for read in swapped)
    pieces = [" ".join(piece) for part in _parts(text) for piece in _between(part)]
    return any(_swapped(read, kept, pieces) for read in swapped)


def _swapped(read: Parser, kept: str, pieces: Sequence[str]) -> bool:
    """Whether two values of one kind are named and one of them is denied: "Mumbai, not Delhi"."""
    new = _read(read, kept)
    return new is not None and any(_read(read, piece) not in (None, new) for piece in pieces)


def _read(read: Parser, text: str) -> Reading:
    found = read(Hearing(text=text, at=_SOME_DAY))
    return found if isinstance(found, Found) else None


def corrected(text: str) -> str | None:
    """The message without the part that is denied ("not X", "X nahi", "X galat hai", "from X"); None if what is
    left names nothing: "I gave you the wrong number"."""
    parts = list(_parts(text))
    kept = [" ".join(left) for part in parts if (left := _affirmed(part, alone=len(parts) == 1))]
    value = ", ".join(kept)
    return None if plain(value).vocabulary <= words("names_no_value") else value


def _parts(text: str) -> Iterator[list[str]]:
    """The stretches between pauses, each as its words in the customer's own spelling."""
    ends = _ENDS_PART | words("correction_joint")
    part: list[str] = []
    for word in [*text[:1000].translate(_PAUSES).split(), ","]:
        ended = fold(word) in ends
        part += () if ended else filter(None, [word.rstrip(".")])
        if part and (ended or word.endswith(".")):
            yield part
            part = []


def _affirmed(part: list[str], *, alone: bool) -> list[str]:
    """What one stretch still says. "not X" denies all that follows or, where nothing else is said, one word of it."""
    found, last = _mentions(part), len(part) - 1
    since = _first(found, "from", 0, last)
    if since and (to := _first(found, "to", since.end + 1, last)):
        return _affirmed(part[: since.start] + part[to.start :], alone=alone)
    if denied := _first(found, "denied_behind", 0, last):
        before, behind = part[: denied.start], part[denied.end :]
        if instead := _first(found, "instead", denied.end + 1, last):
            return before + part[instead.end :]
        nothing_yet = words("nothing_yet").issuperset(plain(" ".join(before)).words)
        return behind[1:] if alone and nothing_yet else before
    said_of_it = _first(found, "denied_before", 1, len(part))
    return part[said_of_it.end :] if said_of_it else part


def _between(part: list[str]) -> Iterator[list[str]]:
    """What stands between the words that deny or put right."""
    at = 0
    for _, start, end in (*_mentions(part), Mention("", len(part), len(part))):
        yield part[at:start]
        at = end


def _mentions(part: Sequence[str]) -> list[Mention]:
    return list(names_of("put_right").mentions(tuple(fold(word) for word in part)))


def _first(found: Sequence[Mention], value: str, start: int, end: int) -> Mention | None:
    """The first of this value that lies there."""
    return next((one for one in found if one.value == value and one.start >= start and one.end <= end), None)
