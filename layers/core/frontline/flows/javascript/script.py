"""An author's expression, read: what it takes from outside, and itself with its rounds counted."""

from functools import lru_cache
from typing import NamedTuple

from frontline.flows.javascript.prelude import GLOBALS
from frontline.flows.javascript.statements import Reader
from frontline.flows.javascript.tokens import Unreadable

LONGEST = 2_000


class Script(NamedTuple):
    """`writes`: of its names, those it gives a value. `counted`: itself, calling `tick` in every round of a loop and every
    call of a function of its own."""

    names: frozenset[str]
    writes: frozenset[str]
    counted: str
    tick: str


@lru_cache(maxsize=1024)
def read(expression: str) -> Script:
    """The expression as it can be run; it is not run. Raises Unreadable."""
    if len(expression) > LONGEST:
        raise Unreadable(f"it is longer than {LONGEST} characters", 0)
    for at, one in enumerate(expression):
        if one == "\0" or "\ud800" <= one <= "\udfff":
            raise Unreadable(f"{one!r} cannot stand here", at)
    reader = Reader(expression, _unused("tick", expression))
    reader.only_expression()
    names = frozenset(mention.name for mention in reader.mentions) - GLOBALS
    writes = frozenset(mention.name for mention in reader.mentions if mention.written)
    return Script(names, writes, _marked(expression, reader.marks), reader.tick)


def _unused(name: str, text: str) -> str:
    while name in text:
        name += "_"
    return name


def _marked(text: str, marks: list[tuple[int, str]]) -> str:
    pieces, done = list[str](), 0
    for at, mark in sorted(marks, key=lambda mark: mark[0]):
        pieces += (text[done:at], mark)
        done = at
    return "".join((*pieces, text[done:]))
