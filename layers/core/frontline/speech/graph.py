"""A pattern as places, and which of them may follow which: for what runs many ways at the same time, a sign or a word at a step.

Sets of places are the bits of a number. Whoever builds a pattern puts pieces of it together; whoever runs it follows `after`."""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

Takes = TypeVar("Takes")


class Piece(NamedTuple):
    """A part of a pattern: where it may begin and end, and whether it may be nothing."""

    first: int
    last: int
    nothing: bool


NOTHING = Piece(0, 0, nothing=True)


class Graph(Generic[Takes]):
    """`takes[place]` is what a place takes, `after[place]` are those that may follow it."""

    def __init__(self) -> None:
        self.takes: list[Takes] = []
        self.after: list[int] = []

    def place(self, takes: Takes) -> Piece:
        """One more place."""
        at = 1 << len(self.takes)
        self.takes.append(takes)
        self.after.append(0)
        return Piece(at, at, nothing=False)

    def again(self, piece: Piece) -> Piece:
        """The piece, once or as often as one likes."""
        self._follow(piece.last, piece.first)
        return piece

    def in_order(self, pieces: Iterable[Piece]) -> Piece:
        """One after the other."""
        whole = NOTHING
        for piece in pieces:
            self._follow(whole.last, piece.first)
            whole = Piece(
                whole.first | (piece.first if whole.nothing else 0),
                piece.last | (whole.last if piece.nothing else 0),
                whole.nothing and piece.nothing,
            )
        return whole

    def _follow(self, last: int, first: int) -> None:
        for at in bits(last):
            self.after[at] |= first


def maybe(piece: Piece) -> Piece:
    """The piece, or nothing."""
    return piece._replace(nothing=True)


def one_of(pieces: Iterable[Piece]) -> Piece:
    """Any of them."""
    first = last = 0
    nothing = False
    for piece in pieces:
        first, last, nothing = first | piece.first, last | piece.last, nothing or piece.nothing
    return Piece(first, last, nothing)


def bits(places: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while places:
        low = places & -places
        yield low.bit_length() - 1
        places ^= low
