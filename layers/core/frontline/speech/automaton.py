"""All patterns as one automaton, run once over a message: each word takes every pattern one step further at the same time.

A pattern's words become places; `after` says which places may follow one. Sets of places are the bits of a number, so that a step
costs the same however many patterns there are, and nothing is ever tried twice."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, assert_never

from frontline.speech.fault import Fault, Place
from frontline.speech.graph import Graph, Piece, bits, maybe, one_of
from frontline.speech.pattern import Choice, Family, Gap, Part, Pattern, Spelling, Word
from frontline.speech.pattern import Sequence as InOrder
from frontline.speech.plain import is_sign

ANY = "*"
"""Takes every word."""


class Automaton(NamedTuple):
    """`takes` are the places that take a word, `begins_so` those that take whatever begins like it, `any` those that take every
    word; `first` may begin anywhere and `at_start` only a message; `after[place]` are those that may follow, counted from the
    first of them; `found[place]` is the pattern that has been said there, `found_at_end` the one that is when the message ends
    there. `done` and `done_at_end` are those places together."""

    takes: Mapping[str, int]
    begins_so: Mapping[str, int]
    any: int
    first: int
    at_start: int
    after: Sequence[tuple[int, int]]
    found: Mapping[int, int]
    found_at_end: Mapping[int, int]
    done: int
    done_at_end: int
    longest_stem: int


class Builder:
    """Patterns in, automaton out."""

    def __init__(self, families: Mapping[str, frozenset[Spelling]]) -> None:
        self._families = families
        self._graph = Graph[frozenset[str]]()
        self._first = self._at_start = self._done = self._done_at_end = 0
        self._found: dict[int, int] = {}
        self._found_at_end: dict[int, int] = {}

    def add(self, pattern: Pattern, number: int, place: Place) -> None:
        """`number` is what a message says that holds it."""
        piece = self._part(pattern.body, place)
        if piece.nothing:
            raise Fault(place, "this is said by a message that says nothing")
        if pattern.begins:
            self._at_start |= piece.first
        else:
            self._first |= piece.first
        places = self._found_at_end if pattern.ends else self._found
        places.update(dict.fromkeys(bits(piece.last), number))
        if pattern.ends:
            self._done_at_end |= piece.last
        else:
            self._done |= piece.last

    def automaton(self) -> Automaton:
        takes: dict[str, int] = {}
        begins_so: dict[str, int] = {}
        anything = 0
        for at, word in ((at, word) for at, words in enumerate(self._graph.takes) for word in sorted(words)):
            if word == ANY:
                anything |= 1 << at
            elif word.endswith("*"):
                begins_so[word[:-1]] = begins_so.get(word[:-1], 0) | 1 << at
            else:
                takes[word] = takes.get(word, 0) | 1 << at
        return Automaton(
            takes,
            begins_so,
            anything,
            self._first,
            self._at_start,
            tuple(_near(places) for places in self._graph.after),
            self._found,
            self._found_at_end,
            self._done,
            self._done_at_end,
            max(map(len, begins_so), default=0),
        )

    def _part(self, part: Part, place: Place) -> Piece:
        match part:
            case Word(text=text):
                return self._graph.place(frozenset({text}))
            case Family(name=name, many=many):
                if name not in self._families:
                    raise Fault(place, f"there is no lexeme <{name}>")
                piece = self._family(self._families[name])
                return maybe(self._graph.again(piece)) if many else piece
            case Gap(most=most):
                if most is None:
                    return maybe(self._graph.again(self._graph.place(frozenset({ANY}))))
                return self._graph.in_order([maybe(self._graph.place(frozenset({ANY}))) for _ in range(most)])
            case InOrder(parts=parts):
                return self._graph.in_order([self._part(one, place) for one in parts])
            case Choice(ways=ways, optional=optional):
                words = frozenset(one.text for one in ways if isinstance(one, Word))
                pieces = [self._part(one, place) for one in ways if not isinstance(one, Word)]
                piece = one_of([*([self._graph.place(words)] if words else []), *pieces])
                return maybe(piece) if optional else piece
            case _:
                assert_never(part)

    def _family(self, spellings: frozenset[Spelling]) -> Piece:
        """One place for all words that the same may follow, so that many spellings of several words cost few places."""
        after: dict[str, set[Spelling]] = {}
        for words in spellings:
            after.setdefault(words[0], set()).add(words[1:])
        alike: dict[frozenset[Spelling], list[str]] = {}
        for word in sorted(after):
            alike.setdefault(frozenset(after[word]), []).append(word)
        return one_of([self._and_then(frozenset(words), rest) for rest, words in alike.items()])

    def _and_then(self, words: frozenset[str], rest: frozenset[Spelling]) -> Piece:
        piece, following = self._graph.place(words), rest - {()}
        if not following:
            return piece
        tail = self._family(following)
        return self._graph.in_order([piece, maybe(tail) if () in rest else tail])


def _near(places: int) -> tuple[int, int]:
    """A pattern's places stand together: counted from its own first one, a row of them stays short however many there are."""
    first = max((places & -places).bit_length() - 1, 0)
    return first, places >> first


def run(automaton: Automaton, tokens: Sequence[str]) -> frozenset[int]:
    """The patterns that are said by these words and signs. A sign that a pattern does not wait for is passed over."""
    said: set[int] = set()
    active = 0
    ahead = automaton.first | automaton.at_start
    for token in tokens:
        if is_sign(token):
            taken = ahead & automaton.takes.get(token, 0)
            active |= taken
        else:
            taken = active = ahead & taking(automaton, token)
            ahead = automaton.first
        for at in bits(taken):
            first, places = automaton.after[at]
            ahead |= places << first
        for at in bits(taken & automaton.done):
            said.add(automaton.found[at])
    for at in bits(active & automaton.done_at_end):
        said.add(automaton.found_at_end[at])
    return frozenset(said)


def taking(automaton: Automaton, word: str) -> int:
    """The places that take this word."""
    places = automaton.any | automaton.takes.get(word, 0)
    for length in range(1, min(len(word), automaton.longest_stem) + 1):
        places |= automaton.begins_so.get(word[:length], 0)
    return places
