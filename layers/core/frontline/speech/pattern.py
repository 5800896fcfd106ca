"""From a line of a pattern file to what it stands for.

A pattern is words and `<lexemes>` in order. `[…]` may be missing, `(a|b)` is one of them, `*3` is up to three words of any kind,
`*` any number, `<lexeme>*` any number of its words; `^` is the message's beginning and `$` its end. A sign (`?`, `,`, `👍`) is
heard where it stands; where a pattern does not name it, it makes no difference."""

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple, assert_never

from frontline.speech.fault import Fault, Place
from frontline.speech.plain import fold, tokens_of

_TOKEN = re.compile(r"\s*(<[a-z][a-z0-9_]*>\*?|\*\d*|[\[\]()|^$]|[^\s<>\[\]()|^$*]+\*?)")
LONGEST_GAP = 9
Spelling = tuple[str, ...]
"""The words of one spelling, folded; one that ends in `*` stands for every word that begins so."""


class Word(NamedTuple):
    """One spelled word; with a `*` at its end every word that begins so."""

    text: str


class Family(NamedTuple):
    """Any spelling of a lexeme; `many` is any number of them, none included."""

    name: str
    many: bool = False


class Gap(NamedTuple):
    """Any words: up to `most`, or as many as there are."""

    most: int | None


class Sequence(NamedTuple):
    parts: "tuple[Part, ...]"


class Choice(NamedTuple):
    ways: "tuple[Part, ...]"
    optional: bool = False


Part = Word | Family | Gap | Sequence | Choice


class Pattern(NamedTuple):
    """`begins` and `ends` tie it to the message's beginning and end."""

    body: Part
    begins: bool
    ends: bool


def read_pattern(text: str, place: Place) -> Pattern:
    """What one line stands for, or a `Fault` that says where it breaks."""
    tokens = _tokens(text, place)
    begins = bool(tokens) and tokens[0] == "^"
    ends = bool(tokens) and tokens[-1] == "$"
    inner = tokens[begins : len(tokens) - ends]
    if "^" in inner or "$" in inner:
        raise Fault(place, "`^` stands at the beginning and `$` at the end, nowhere else")
    parser = _Parser(inner, place)
    body = parser.choice()
    if parser.rest:
        raise Fault(place, f"`{parser.rest[0]}` closes nothing")
    return Pattern(body, begins, ends)


def _tokens(text: str, place: Place) -> list[str]:
    found, at = [], 0
    stripped = text.rstrip()
    while at < len(stripped):
        match = _TOKEN.match(stripped, at)
        if match is None:
            raise Fault(place, f"cannot read {stripped[at : at + 20]!r}")
        found.append(match[1])
        at = match.end()
    return found


class _Parser:
    def __init__(self, tokens: list[str], place: Place) -> None:
        self.rest, self._place = list(tokens), place

    def choice(self) -> Part:
        ways = [self._sequence()]
        while self.rest[:1] == ["|"]:
            self.rest.pop(0)
            ways.append(self._sequence())
        return ways[0] if len(ways) == 1 else Choice(tuple(ways))

    def _sequence(self) -> Part:
        parts: list[Part] = []
        while self.rest and self.rest[0] not in "|)]":
            parts.extend(self._part(self.rest.pop(0)))
        if not parts:
            raise Fault(self._place, "there is nothing to hear here")
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _part(self, token: str) -> list[Part]:
        if token in ("(", "["):
            inner = self.choice()
            closing = {"(": ")", "[": "]"}[token]
            if self.rest[:1] != [closing]:
                raise Fault(self._place, f"`{token}` has no `{closing}`")
            self.rest.pop(0)
            return [Choice((inner,), optional=True) if closing == "]" else inner]
        if token.startswith("<"):
            return [Family(token.rstrip("*")[1:-1], many=token.endswith("*"))]
        if token.startswith("*"):
            most = int(token[1:]) if token[1:] else None
            if most is not None and not 0 < most <= LONGEST_GAP:
                raise Fault(self._place, f"`{token}`: a gap is 1 to {LONGEST_GAP} words, or `*` for any number")
            return [Gap(most)]
        begins = token.endswith("*")
        words = tokens_of(fold(token.removesuffix("*")))
        if not words:
            raise Fault(self._place, f"`{token}` has nothing in it that is heard")
        words[-1] += "*" if begins else ""
        return [Word(word) for word in words]


def spellings_of(part: Part, family: Callable[[str], frozenset[Spelling]], place: Place) -> Iterator[Spelling]:
    """Every way to say it, where there is an end to them: words and families in order, choices, and what may be missing."""
    match part:
        case Word(text=text):
            yield (text,)
        case Family(name=name, many=False):
            yield from family(name)
        case Sequence(parts=parts):
            for row in product(*[tuple(spellings_of(one, family, place)) for one in parts]):
                yield tuple(word for spelling in row for word in spelling)
        case Choice(ways=ways, optional=optional):
            if optional:
                yield ()
            for way in ways:
                yield from spellings_of(way, family, place)
        case Family() | Gap():
            raise Fault(place, "`*` has no end: here every spelling must be written")
        case _:
            assert_never(part)
