"""What a message says, of all that the languages' files can hear: every reader at once, by one pass over its words."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from frontline.speech.automaton import Automaton, Builder, run
from frontline.speech.fault import Fault, Place
from frontline.speech.lexicon import Lexeme, is_name, joined, read_lexeme, read_terms, resolved
from frontline.speech.pattern import Part, Spelling, read_pattern, spellings_of
from frontline.speech.plain import fold, tokens_of
from frontline.texts import FILE as TEXTS
from frontline.texts import roots

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LONGEST = 200
"""Words of a message that are listened to."""
_CUT = ("AND SO ON",)
"""Stands for the words beyond: no pattern takes it (words are folded), so that none ends where a message goes on."""
ENDING = ".txt"
COMPILED = "compiled.bin"

Sign = Literal["+", "-", "=", "?", "~"]
"""What a line does: says it, takes it back, names a value, names it in an answer only, names nothing."""


class Rule(NamedTuple):
    """One line below `[reader]`; `value` is what a `=` or `?` line names."""

    reader: str
    sign: Sign
    text: str
    place: Place
    value: str = ""


class File(NamedTuple):
    """What one file says: its words, its readers' lines, and the lexemes that share no spelling."""

    lexemes: tuple[Lexeme, ...]
    rules: tuple[Rule, ...]
    apart: tuple[tuple[str, str, Place], ...]


class Names(NamedTuple):
    """The names of values: those unmistakable anywhere, and with them those that only answer a question. The value "" takes
    its phrase out of the text."""

    anywhere: Mapping[Spelling, str]
    answering: Mapping[Spelling, str]


class Speech(NamedTuple):
    """Everything the languages know, ready to be run."""

    rules: tuple[Rule, ...]
    automaton: Automaton
    spellings: Mapping[str, frozenset[Spelling]]
    names: Mapping[str, Names]


class Held(NamedTuple):
    """`readers` are those whose words were said and not taken back; `rules` are the lines that held."""

    readers: frozenset[str]
    rules: tuple[Rule, ...]


def read_file(lines: Iterable[str], name: str) -> File:
    """Words first (`not: no nahi`), then `[reader]` and its lines below; `! yes no`: these two share no spelling."""
    lexemes: list[Lexeme] = []
    rules: list[Rule] = []
    apart: list[tuple[str, str, Place]] = []
    reader = ""
    for place, line in joined(lines, name):
        sign, _, text = line.partition(" ")
        if line.startswith("[") and line.endswith("]") and is_name(line[1:-1].replace(".", "_")):
            reader = line[1:-1]
        elif sign == "!":
            one, _, other = text.strip().partition(" ")
            apart.append((one, other.strip(), place))
        elif reader:
            rules.append(_rule(reader, sign, text.strip(), place))
        elif sign in ("+", "-", "=", "?", "~"):
            raise Fault(place, "there is no [reader] above this line")
        else:
            lexemes.append(read_lexeme(line, place))
    return File(tuple(lexemes), tuple(rules), tuple(apart))


def _rule(reader: str, sign: str, text: str, place: Place) -> Rule:
    match sign:
        case "+" | "-" | "~":
            return Rule(reader, sign, text, place)
        case "=" | "?":
            value, colon, names = text.partition(":")
            if not colon or not value.strip():
                raise Fault(place, f"{text[:40]!r}: write `{sign} value: name name`")
            return Rule(reader, sign, names.strip(), place, value.strip())
        case _:
            why = "begin with `+` for what says it, `-` for what takes it back, `=` for what names a value"
            raise Fault(place, f"{f'{sign} {text}'[:40]!r}: {why}")


def files_of(roots: "Iterable[Traversable]") -> tuple[File, ...]:
    """All languages of these folders: people mix them."""
    return tuple(
        read_file(file.read_text(encoding="utf-8").splitlines(), _name(file))
        for root in roots
        for folder in sorted((one for one in root.iterdir() if one.is_dir()), key=lambda one: one.name)
        for file in sorted(folder.iterdir(), key=lambda one: one.name)
        if file.name.endswith(ENDING) and file.name != TEXTS
    )


def compiled(files: Sequence[File]) -> Speech:
    """What the files say together, or a `Fault` that names file and line."""
    rules = tuple(rule for file in files for rule in file.rules)
    spellings = resolved(lexeme for file in files for lexeme in file.lexemes)
    builder = Builder(spellings)
    for number, rule in enumerate(rules):
        if rule.sign in ("+", "-"):
            builder.add(read_pattern(rule.text, rule.place), number, rule.place)
    return Speech(rules, builder.automaton(), spellings, _names(rules, spellings))


def _names(rules: Iterable[Rule], spellings: Mapping[str, frozenset[Spelling]]) -> Mapping[str, Names]:
    found: dict[str, Names] = {}
    for rule in rules:
        if rule.sign in ("+", "-"):
            continue
        anywhere, answering = found.setdefault(rule.reader, Names({}, {}))
        for spelling in _spelled(read_terms(rule.text, rule.place), spellings, rule.place):
            for table in (anywhere, answering)[rule.sign == "?" :]:
                if table.get(spelling, rule.value) != rule.value:
                    why = f"{' '.join(spelling)!r} names {table[spelling]!r} already"
                    raise Fault(rule.place, why)
                table[spelling] = rule.value  # type: ignore[index]
    return found


def _spelled(terms: Iterable[Part], spellings: Mapping[str, frozenset[Spelling]], place: Place) -> set[Spelling]:
    def family(name: str) -> frozenset[Spelling]:
        if name not in spellings:
            raise Fault(place, f"there is no lexeme <{name}>")
        return spellings[name]

    found = {spelling for term in terms for spelling in spellings_of(term, family, place) if spelling}
    if open_ := next((word for spelling in found for word in spelling if word.endswith("*")), None):
        raise Fault(place, f"`{open_}` is no whole name")
    return found


def hear(speech: Speech, tokens: Sequence[str]) -> Held:
    """What these words and signs say, and by which lines."""
    heard = tokens if len(tokens) <= LONGEST else (*tokens[:LONGEST], *_CUT)
    rules = tuple(speech.rules[number] for number in sorted(run(speech.automaton, heard)))
    taken_back = {rule.reader for rule in rules if rule.sign == "-"}
    return Held(frozenset(rule.reader for rule in rules if rule.sign == "+") - taken_back, rules)


@cache
def speech() -> Speech:
    """Read when something is first listened for."""
    from importlib.resources import files

    return speech_of(roots(), files("frontline").joinpath("speech").joinpath(COMPILED))


def speech_of(folders: "Iterable[Traversable]", built: "Traversable") -> Speech:
    """The languages' files as they are now; where there are none, as in a built layer, what was compiled from them."""
    if found := files_of(folders):
        return compiled(found)
    from frontline.speech.packed import unpacked

    return unpacked(built.read_bytes())


@lru_cache(maxsize=64)
def said(text: str) -> frozenset[str]:
    """The readers that hear themselves in this message."""
    return hear(speech(), tokens_of(fold(text))).readers


@cache
def words(lexeme: str) -> frozenset[str]:
    """The spellings of a lexeme, for code that looks at one word at a time; none of them may be several words."""
    found = speech().spellings[lexeme]
    if several := next((one for one in found if len(one) > 1 or one[0].endswith("*")), None):
        raise ValueError(f"<{lexeme}> is no single word: {' '.join(several)}")
    return frozenset(word for (word,) in found)


@cache
def spellings(lexeme: str) -> frozenset[Spelling]:
    """The spellings of a lexeme, each as its words in order."""
    return speech().spellings[lexeme]


def _name(file: "Traversable") -> str:
    """`en/consent.txt` of the engine, `telecom/en/devices.txt` of a trade."""
    *_, trade, folder, language, name = str(file).split("/")
    return f"{language}/{name}" if (trade, folder) == ("speech", "languages") else f"{trade}/{language}/{name}"


@cache
def phrases(lexeme: str) -> frozenset[Spelling]:
    """The spellings of a lexeme, of several words too, for code that looks at more than one at a time."""
    return speech().spellings[lexeme]
