"""What a message says, of all that the languages' pattern files can hear: every reader at once, by one pass over its words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from frontline.slots.plain import plain
from frontline.speech.automaton import Automaton, Builder, run
from frontline.speech.fault import Fault, Place
from frontline.speech.lexicon import Lexeme, joined, read_lexicon, resolved
from frontline.speech.pattern import Family, read_pattern

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LEXICON = "lexicon.txt"
LONGEST = 200
"""Words of a message that are listened to."""


class Rule(NamedTuple):
    """One line of a pattern file: it says what `reader` listens for, or takes that back."""

    reader: str
    says: bool
    text: str
    place: Place


class Speech(NamedTuple):
    """Everything the languages know, ready to be run."""

    rules: tuple[Rule, ...]
    automaton: Automaton
    lexemes: tuple[Lexeme, ...]


class Heard(NamedTuple):
    """`readers` are those whose words were said and not taken back; `rules` are the lines that held."""

    readers: frozenset[str]
    rules: tuple[Rule, ...]


def read_patterns(lines: Iterable[str], file: str) -> Iterator[Rule]:
    """`[reader]` and below it one pattern a line: `+` says it, `-` takes it back."""
    reader = ""
    for place, line in joined(lines, file):
        if line.startswith("[") and line.endswith("]") and line[1:-1].replace(".", "a").isidentifier():
            reader = line[1:-1]
            continue
        sign, _, text = line.partition(" ")
        if sign not in ("+", "-"):
            raise Fault(place, f"{line[:40]!r}: begin with `+` for what says it, `-` for what takes it back")
        if not reader:
            raise Fault(place, "there is no [reader] above this line")
        yield Rule(reader, sign == "+", text.strip(), place)


def compiled(roots: "Sequence[Traversable]") -> Speech:
    """All languages of these folders together: people mix them."""
    texts = [(file, file.read_text(encoding="utf-8").splitlines()) for root in roots for file in _data(root)]
    lexemes = tuple(one for file, lines in texts if file.name == LEXICON for one in read_lexicon(lines, _name(file)))
    rules = tuple(one for file, lines in texts if file.name != LEXICON for one in read_patterns(lines, _name(file)))
    builder = Builder(resolved(lexemes))
    for number, rule in enumerate(rules):
        builder.add(read_pattern(rule.text, rule.place), number, rule.place)
    return Speech(rules, builder.automaton(), lexemes)


def hear(speech: Speech, words: Sequence[str]) -> Heard:
    """What these words say, and by which lines."""
    rules = tuple(speech.rules[number] for number in sorted(run(speech.automaton, words[:LONGEST])))
    taken_back = {rule.reader for rule in rules if not rule.says}
    return Heard(frozenset(rule.reader for rule in rules if rule.says) - taken_back, rules)


@cache
def speech() -> Speech:
    """The engine's own languages, read when something is first listened for: a cold start has no need of them."""
    from importlib.resources import files

    return compiled([files("frontline.speech").joinpath("languages")])


@lru_cache(maxsize=64)
def said(text: str) -> frozenset[str]:
    """The readers that hear themselves in this message."""
    return hear(speech(), plain(text).words).readers


def _data(root: "Traversable") -> "list[Traversable]":
    folders = sorted((one for one in root.iterdir() if one.is_dir()), key=lambda one: one.name)
    return [
        file for folder in folders for file in sorted(folder.iterdir(), key=lambda f: f.name) if ".txt" in file.name
    ]


def _name(file: "Traversable") -> str:
    return "/".join(str(file).split("/")[-2:])


def families(rule: Rule) -> frozenset[str]:
    """The lexemes that a line names."""

    def within(part: object) -> Iterator[str]:
        if isinstance(part, Family):
            yield part.name
        elif isinstance(part, tuple):
            for one in part:
                yield from within(one)

    return frozenset(within(read_pattern(rule.text, rule.place).body))
