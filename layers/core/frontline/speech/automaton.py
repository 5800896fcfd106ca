"""All patterns as one automaton, run once over a message: each word takes every pattern one step further at the same time.

A pattern's words and lexemes become places; `after` says which places may follow one. Sets of places are the bits of a number, so
that a step costs the same however many patterns there are, and nothing is ever tried twice."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from frontline.speech.fault import Fault, Place
from frontline.speech.graph import Graph, Piece, bits, maybe, one_of
from frontline.speech.pattern import Choice, Family, Gap, Part, Pattern, Spelling, Word
from frontline.speech.pattern import Sequence as InOrder
from frontline.speech.plain import is_sign

ANY = "*"
"""Takes every word."""

Longer = tuple[tuple[Spelling, int], ...]
"""Of spellings of several words: those behind the first, and the places that take them all."""


class Automaton(NamedTuple):
    """`takes` are the places that take a word, `begins_so` those that take whatever begins like it, `any` those that take every
    word; `longer` and `longer_so` are by their first word those that take several, as one step. `first` may begin anywhere and
    `at_start` only a message; `after[place]` are those that may follow, counted from the first of them; `found[place]` is the
    pattern that has been said there, `found_at_end` the one that is when the message ends there. `done` and `done_at_end` are those
    places together."""

    takes: Mapping[str, int]
    begins_so: Mapping[str, int]
    longer: Mapping[str, Longer]
    longer_so: Mapping[str, Longer]
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
        self._graph = Graph[frozenset[Spelling]]()
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
        one: dict[str, int] = {}
        several: dict[str, dict[Spelling, int]] = {}
        for at, (first, *rest) in (
            (at, words) for at, takes in enumerate(self._graph.takes) for words in sorted(takes)
        ):
            if rest:
                behind = several.setdefault(first, {})
                behind[tuple(rest)] = behind.get(tuple(rest), 0) | 1 << at
            else:
                one[first] = one.get(first, 0) | 1 << at
        anything = one.pop(ANY, 0)
        longer = {first: tuple(sorted(behind.items())) for first, behind in several.items()}
        return Automaton(
            takes={word: places for word, places in one.items() if not word.endswith("*")},
            begins_so={word[:-1]: places for word, places in one.items() if word.endswith("*")},
            longer={word: ways for word, ways in longer.items() if not word.endswith("*")},
            longer_so={word[:-1]: ways for word, ways in longer.items() if word.endswith("*")},
            any=anything,
            first=self._first,
            at_start=self._at_start,
            after=tuple(_near(places) for places in self._graph.after),
            found=self._found,
            found_at_end=self._found_at_end,
            done=self._done,
            done_at_end=self._done_at_end,
            longest_stem=max((len(word) - 1 for word in (*one, *longer) if word.endswith("*")), default=0),
        )

    def _part(self, part: Part, place: Place) -> Piece:
        match part:
            case Word(text=text):
                return self._graph.place(frozenset({(text,)}))
            case Family(name=name, many=many):
                if name not in self._families:
                    raise Fault(place, f"there is no lexeme <{name}>")
                if signed := next(
                    (" ".join(one) for one in self._families[name] if len(one) > 1 and any(map(is_sign, one))), None
                ):
                    raise Fault(
                        place, f"`{signed}` of <{name}> holds a sign: words and signs together stand in patterns alone"
                    )
                piece = self._graph.place(self._families[name])
                return maybe(self._graph.again(piece)) if many else piece
            case Gap(most=most):
                if most is None:
                    return maybe(self._graph.again(self._graph.place(frozenset({(ANY,)}))))
                return self._graph.in_order([maybe(self._graph.place(frozenset({(ANY,)}))) for _ in range(most)])
            case InOrder(parts=parts):
                return self._graph.in_order([self._part(one, place) for one in parts])
            case Choice(ways=ways, optional=optional):
                words = frozenset((one.text,) for one in ways if isinstance(one, Word))
                pieces = [self._part(one, place) for one in ways if not isinstance(one, Word)]
                piece = one_of([*([self._graph.place(words)] if words else []), *pieces])
                return maybe(piece) if optional else piece
            case _:
                assert_never(part)


def _near(places: int) -> tuple[int, int]:
    """A pattern's places stand together: counted from its own first one, a row of them stays short however many there are."""
    first = max((places & -places).bit_length() - 1, 0)
    return first, places >> first


def run(automaton: Automaton, tokens: Sequence[str]) -> frozenset[int]:
    """The patterns that are said by these words and signs. A sign that a pattern does not wait for is passed over."""
    words = tuple(token for token in tokens if not is_sign(token))
    said: set[int] = set()
    ending: dict[int, int] = {}
    at_word = active = 0
    ahead = automaton.first | automaton.at_start
    for token in tokens:
        if is_sign(token):
            taken = ahead & _of(automaton.takes, token)
            active |= taken
        else:
            for length, places in _several(automaton, words, at_word):
                ending[at_word + length] = ending.get(at_word + length, 0) | (ahead & places)
            taken = active = (ahead & taking(automaton, token)) | ending.pop(at_word, 0)
            ahead = automaton.first
            at_word += 1
        for at in bits(taken):
            first, places = automaton.after[at]
            ahead |= places << first
        for at in bits(taken & automaton.done):
            said.add(automaton.found[at])
    for at in bits(active & automaton.done_at_end):
        said.add(automaton.found_at_end[at])
    return frozenset(said)


def _of(places: Mapping[str, int], word: str) -> int:
    return places[word] if word in places else 0  # noqa: SIM401  a mapping's own `get` raises and catches


def taking(automaton: Automaton, word: str) -> int:
    """The places that take this word."""
    places = automaton.any | _of(automaton.takes, word)
    for length in range(1, min(len(word), automaton.longest_stem) + 1):
        places |= automaton.begins_so.get(word[:length], 0)
    return places


def _several(automaton: Automaton, words: Spelling, at: int) -> Iterator[tuple[int, int]]:
    """The places that take this word together with some that follow, and how many these are."""
    word = words[at]
    ways = automaton.longer.get(word, ())
    if automaton.longer_so:
        for length in range(1, min(len(word), automaton.longest_stem) + 1):
            ways += automaton.longer_so.get(word[:length], ())
    for rest, places in ways:
        behind = words[at + 1 : at + 1 + len(rest)]
        if len(behind) == len(rest) and all(map(_is, behind, rest)):
            yield len(rest), places


def _is(word: str, spelling: str) -> bool:
    return word == spelling or (spelling.endswith("*") and word.startswith(spelling[:-1]))
