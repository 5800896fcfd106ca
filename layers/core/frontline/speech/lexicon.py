"""From a language's words to its lexemes: a name, and every spelling people use for it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from frontline.speech.fault import Fault, Place
from frontline.speech.pattern import Part, Spelling, read_pattern, spellings_of


class Lexeme(NamedTuple):
    """A word, or a family of words: its spellings, which may name other lexemes."""

    name: str
    terms: tuple[Part, ...]
    place: Place


def read_lexeme(line: str, place: Place) -> Lexeme:
    """`name: spelling spelling "two words" <another lexeme>`."""
    name, colon, rest = line.partition(":")
    if not colon or not is_name(name.strip()):
        raise Fault(place, f"{line[:40]!r} is no word of the lexicon: write `name: spelling spelling`")
    found = read_terms(rest, place)
    if not found:
        raise Fault(place, f"{name.strip()} has no spelling")
    return Lexeme(name.strip(), found, place)


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


def read_terms(text: str, place: Place) -> tuple[Part, ...]:
    """Spellings between blanks; quotes hold several words together, with `(a|b)` and `[…]` in them; angle brackets name a lexeme."""
    found: list[Part] = []
    rest = text.strip()
    while rest:
        if rest[0] == '"':
            end = rest.find('"', 1)
            if end < 0:
                raise Fault(place, f'{rest[:20]} has no " at its end')
            term, rest = rest[1:end], rest[end + 1 :]
        else:
            term, _, rest = rest.partition(" ")
        pattern = read_pattern(term, place)
        if pattern.begins or pattern.ends:
            raise Fault(place, f"{term!r}: `^` and `$` belong to patterns, not to spellings")
        found.append(pattern.body)
        rest = rest.lstrip()
    return tuple(found)


def resolved(lexemes: Iterable[Lexeme]) -> Mapping[str, frozenset[Spelling]]:
    """Every lexeme with all its spellings, in all languages, those of the lexemes it names included."""
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
                part_of = partial(of, within=(*within, name), place=lexeme.place)
                for term in lexeme.terms:
                    found |= set(spellings_of(term, part_of, lexeme.place)) - {()}
            known[name] = frozenset(found)
        return known[name]

    for name, entries in named.items():
        of(name, (), entries[0].place)
    return known


def is_name(text: str) -> bool:
    return text.isascii() and text.replace("_", "a").isalnum() and not text[0].isdigit()
