"""What the package's Python asks of the languages' files: each name with the function that asks for it, and where."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

CODE = Path(__file__).parents[1] / "layers" / "core" / "frontline"
LEXEMES = frozenset({"words", "phrases", "spellings", "begins", "ends", "split"})
"""The functions that look up a lexeme; `words` wants single words."""
READERS = frozenset({"names_of", "numbers_of", "decimals_of", "table_of", "NamedValue", "SaidValue", "said"})
"""Those that look up a reader; `said` stands for whatever is compared with what it gives."""


class Lookup(NamedTuple):
    """A name that code writes out where it looks it up."""

    function: str
    name: str
    place: str


class Asked(NamedTuple):
    """`told` are all names that one file's code writes, the beginning of `f"away.{…}"` included: a reader's name may be put
    together of its group and what it is called there."""

    lookups: tuple[Lookup, ...]
    told: tuple[frozenset[str], ...]

    def of(self, *functions: str) -> Iterator[Lookup]:
        return (one for one in self.lookups if one.function in functions)

    def hears(self, reader: str, handed_on: frozenset[str]) -> bool:
        """Whether some file can ask for it, by its whole name or by its group and its own, which other data may hand on."""
        group, _, own = reader.rpartition(".")
        everywhere = frozenset().union(*self.told)
        return any(
            reader in told
            or (group in told and own in told | handed_on)
            or (f"{group}." in told and own in everywhere | handed_on)
            for told in self.told
        )


def asked() -> Asked:
    """What all of the package asks."""
    return asked_by((file.relative_to(CODE).as_posix(), file.read_text("utf-8")) for file in sorted(CODE.rglob("*.py")))


def asked_by(sources: Iterable[tuple[str, str]]) -> Asked:
    """What these files ask, each told by its name and its text."""
    trees = [(file, ast.parse(text)) for file, text in sources]
    lookups = (
        Lookup(function, name, f"{file}:{node.lineno}")
        for file, tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call | ast.Compare | ast.BinOp)
        for function, name in _looked_up(node)
    )
    return Asked(tuple(lookups), tuple(frozenset((*_texts(tree), *_calls(tree))) for _, tree in trees))


def _looked_up(node: ast.Call | ast.Compare | ast.BinOp) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Call(func=ast.Name(id=function), args=arguments) if function in LEXEMES | READERS:
            names = [name for one in arguments for name in _text(one)]
            yield from ((function, name) for name in (names[:1] if function in LEXEMES else names))
        case ast.Compare(left=left, comparators=[right]) | ast.BinOp(left=left, right=right):
            if "said" in {_called(left), _called(right)}:
                yield from (("said", name) for one in (left, right) if not _called(one) for name in _texts(one))


def _called(node: ast.expr) -> str:
    """The function that gives it; what it gave is called `heard` everywhere."""
    match node:
        case ast.Call(func=ast.Name(id=function)):
            return function
        case ast.Name(id="heard"):
            return "said"
        case _:
            return ""


def _calls(tree: ast.AST) -> Iterator[str]:
    """A function is named like the group of readers that it asks for."""
    return (_called(node) for node in ast.walk(tree) if isinstance(node, ast.Call))


def _text(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _texts(node: ast.AST) -> Iterator[str]:
    return (text for one in ast.walk(node) for text in _text(one))
