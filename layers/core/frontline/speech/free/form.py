"""The form an author gives an answer: a pattern like `[A-Z]{2}-?\\d{4}`, run so that no pattern and no text can take long.

It is the part of regular expressions that needs no backtracking: every sign of the text takes all ways through the pattern one step
further at the same time, as the bits of one number (see `speech/graph.py`)."""

from collections.abc import Callable
from functools import lru_cache

from frontline.speech.graph import NOTHING, Graph, Piece, bits, one_of

LONGEST = 100
"""Signs in a pattern, and its places when `{m,n}` is written out."""
_REPEATS: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}

Takes = Callable[[str], bool]
_CLASSES: dict[str, Takes] = {
    "d": "0123456789".__contains__,
    "w": lambda sign: sign == "_" or sign.isalnum(),
    "s": str.isspace,
}


class BadPattern(ValueError):
    """The pattern is none; the message tells its author why."""


class Form:
    """A pattern, ready to run, or `BadPattern`. `takes` is what each place takes, `after` which places may follow it."""

    def __init__(self, pattern: str) -> None:
        if len(pattern) > LONGEST:
            raise BadPattern(f"it is longer than {LONGEST} signs")
        self._left = pattern.removeprefix("^")
        if self._left.endswith("$") and not self._left.endswith("\\$"):
            self._left = self._left[:-1]
        self._graph = Graph[Takes]()
        self._whole = self._ways()
        if self._left:
            raise BadPattern(f"{self._left[0]!r} closes nothing")

    def fits(self, text: str) -> bool:
        """Whether all of the text has this form."""
        here, ahead = 0, self._whole.first
        for sign in text:
            here = sum(1 << at for at in bits(ahead) if self._graph.takes[at](sign))
            ahead = 0
            for at in bits(here):
                ahead |= self._graph.after[at]
        return bool(here & self._whole.last)

    def _ways(self) -> Piece:
        pieces = [self._in_order()]
        while self._next("|"):
            pieces.append(self._in_order())
        return one_of(pieces)

    def _in_order(self) -> Piece:
        if self._left[:1] in ("", "|", ")"):
            raise BadPattern("there is a way through it that is nothing; for what may be missing write ?")
        whole = NOTHING
        while self._left and self._left[0] not in "|)":
            whole = self._graph.in_order((whole, self._repeated()))
        return whole

    def _repeated(self) -> Piece:
        """One atom, as often as it says: its text is read anew for each time."""
        text = self._left
        copies = [self._atom()]
        atom = text[: len(text) - len(self._left)]
        least, most = self._times()
        rest = self._left
        while len(copies) < max(least, most or 1):
            self._left = atom
            copies.append(self._atom())
        self._left = rest
        if rest[:1] in {*_REPEATS, "{"} - {""}:
            raise BadPattern(f"{rest[0]!r} repeats nothing; how greedy a repeat is makes no difference here")
        if most is None:
            self._graph.again(copies[-1])
        counted = enumerate(copies[:most])
        return self._graph.in_order(copy._replace(nothing=copy.nothing or number >= least) for number, copy in counted)

    def _times(self) -> tuple[int, int | None]:
        if self._left[:1] in _REPEATS:
            return _REPEATS[self._take("")]
        if not self._next("{"):
            return 1, 1
        counted, closed, rest = self._left.partition("}")
        least, comma, most = counted.partition(",")
        if not closed or not all(one.isascii() and one.isdecimal() and len(one) < 4 for one in (least, most or "0")):
            raise BadPattern("after '{' stands how often: {3}, {2,4} or {2,}")
        self._left = rest
        if most and int(most) < int(least):
            raise BadPattern(f"{{{counted}}}: the most is less than the least")
        return int(least), int(most) if most else None if comma else int(least)

    def _atom(self) -> Piece:
        sign = self._take("")
        if sign == "(":
            if not self._next("?:") and self._left.startswith("?"):
                raise BadPattern("looking ahead or behind and named groups are not known here")
            inner = self._ways()
            if not self._next(")"):
                raise BadPattern("'(' has no ')'")
            return inner
        if sign in "?*+{":
            raise BadPattern(f"{sign!r} repeats nothing")
        if sign in "^$":
            raise BadPattern(f"{sign!r} stands at the end or nowhere: all of an answer must have the form anyway")
        simple: dict[str, Callable[[], Takes]] = {"[": self._class, "\\": self._escaped, ".": lambda: lambda _: True}
        takes = simple[sign]() if sign in simple else sign.__eq__
        if len(self._graph.takes) == LONGEST:
            raise BadPattern(f"written out, it has more than {LONGEST} places")
        return self._graph.place(takes)

    def _escaped(self) -> Takes:
        sign = self._take("a backslash ends it")
        known = _CLASSES.get(sign.lower())
        if known is not None:
            return known if sign.islower() else lambda one: not known(one)
        if sign.isalnum():
            raise BadPattern(f"\\{sign} is not known here; there are \\d, \\w, \\s and their opposites \\D, \\W, \\S")
        return sign.__eq__

    def _class(self) -> Takes:
        other, parts = self._next("^"), list[Takes]()
        while not parts or not self._next("]"):
            sign = end = self._take("'[' has no ']'")
            if sign == "\\":
                parts.append(self._escaped())
                continue
            if self._left[:1] == "-" and self._left[1:2] not in ("", "]", "\\"):
                end, self._left = self._left[1], self._left[2:]
            if end < sign:
                raise BadPattern(f"{sign}-{end} goes backwards")
            parts.append(_between(sign, end))
        return lambda one: any(takes(one) for takes in parts) is not other

    def _next(self, text: str) -> bool:
        there = self._left.startswith(text)
        self._left = self._left[len(text) :] if there else self._left
        return there

    def _take(self, missing: str) -> str:
        if not self._left:
            raise BadPattern(missing)
        sign, self._left = self._left[0], self._left[1:]
        return sign


form = lru_cache(maxsize=256)(Form)


def _between(first: str, last: str) -> Takes:
    return lambda sign: first <= sign <= last
