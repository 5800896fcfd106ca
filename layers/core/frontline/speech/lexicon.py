"""From a language's lexicon file to its lexemes: a name, and every spelling people use for it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from frontline.slots.plain import fold, words_of
from frontline.speech.fault import Fault, Place

Spelling = tuple[str, ...]
"""The words of one spelling, folded; one that ends in `*` stands for every word that begins so."""


class Lexeme(NamedTuple):
    """A word, or a family of words: its own spellings, and the lexemes that belong to it."""

    name: str
    spellings: frozenset[Spelling]
    parts: frozenset[str]
    place: Place


def read_lexicon(lines: Iterable[str], file: str) -> Iterator[Lexeme]:
    """`name: spelling spelling "two words" <another lexeme>`; a line that begins with blanks goes on with the one before."""
    for place, line in joined(lines, file):
        name, colon, rest = line.partition(":")
        if not colon or not _is_name(name.strip()):
            raise Fault(place, f"{line[:40]!r} is no lexeme: write `name: spelling spelling`")
        spellings, parts = set(), set()
        for term in terms(rest, place):
            if term.startswith("<"):
                parts.add(term[1:-1])
            elif spelling := spelled(term):
                spellings.add(spelling)
            else:
                raise Fault(place, f"{term!r} has no letters in it")
        if not spellings and not parts:
            raise Fault(place, f"{name.strip()} has no spelling")
        yield Lexeme(name.strip(), frozenset(spellings), frozenset(parts), place)


def joined(lines: Iterable[str], file: str) -> Iterator[tuple[Place, str]]:
    """Lines without comments and empty ones; those that begin with blanks belong to the line before."""
    place, whole = Place(file, 0), ""
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].rstrip()
        if text[:1].isspace():
            if not whole:
                raise Fault(Place(file, number), "a line that goes on, and nothing before it")
            whole += text
        elif text:
            if whole:
                yield place, whole
            place, whole = Place(file, number), text
    if whole:
        yield place, whole


def terms(text: str, place: Place) -> list[str]:
    """Spellings between blanks; quotes hold several words together, angle brackets name a lexeme."""
    found: list[str] = []
    rest = text.strip()
    while rest:
        closing = {'"': '"', "<": ">"}.get(rest[0])
        if closing is None:
            term, _, rest = rest.partition(" ")
            found.append(term)
        else:
            end = rest.find(closing, 1)
            if end < 0:
                raise Fault(place, f"{rest[:20]} has no {closing} at its end")
            found.append(rest[1:end] if closing == '"' else rest[: end + 1])
            rest = rest[end + 1 :]
        rest = rest.lstrip()
    return found


def spelled(term: str) -> Spelling:
    """As words are compared: folded, in order."""
    begins = term.endswith("*")
    words = words_of(fold(term.removesuffix("*")))
    return (*words[:-1], f"{words[-1]}*") if begins and words else tuple(words)


def resolved(lexemes: Iterable[Lexeme]) -> Mapping[str, frozenset[Spelling]]:
    """Every lexeme with all its spellings, in all languages, those of its parts included."""
    named: dict[str, list[Lexeme]] = {}
    for lexeme in lexemes:
        named.setdefault(lexeme.name, []).append(lexeme)
    known: dict[str, frozenset[Spelling]] = {}

    def of(name: str, within: tuple[str, ...], place: Place) -> frozenset[Spelling]:
        if name in within:
            raise Fault(place, f"{' -> '.join((*within, name))} goes round in a circle")
        if name not in named:
            raise Fault(place, f"there is no lexeme <{name}>")
        if name not in known:
            found: set[Spelling] = set()
            for lexeme in named[name]:
                found |= lexeme.spellings
                for part in sorted(lexeme.parts):
                    found |= of(part, (*within, name), lexeme.place)
            known[name] = frozenset(found)
        return known[name]

    for name, entries in named.items():
        of(name, (), entries[0].place)
    return known


def _is_name(text: str) -> bool:
    return text.isascii() and text.replace("_", "a").isalnum() and not text[0].isdigit()
