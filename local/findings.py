"""What is odd in the languages' files: what nothing uses, what stands twice, what contradicts, what code asks for in vain."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from frontline.speech.fault import Place
from frontline.speech.lexicon import read_terms
from frontline.speech.pattern import Family, Part, Spelling, read_pattern, spellings_of
from frontline.speech.readers import File, Rule, Speech, compiled
from frontline.texts import LOCALES
from frontline.trades.telecom.workflows import WORKFLOWS
from local.asked import LEXEMES, READERS, Asked


class Data(NamedTuple):
    """The files, what they say together, and what code asks of them."""

    files: Sequence[File]
    known: Speech
    asked: Asked


def findings(files: Sequence[File], asked: Asked) -> Iterator[str]:
    """Each with file, line and reason."""
    data = Data(files, compiled(files), asked)
    checks: tuple[Callable[[Data], Iterator[str]], ...] = (
        _unused,
        _asked_in_vain,
        _not_as_asked,
        _no_numbers,
        _twice_in_a_line,
        _twice,
        _both,
    )
    for check in checks:
        yield from check(data)


def _unused(data: Data) -> Iterator[str]:
    """What no line and no code names."""
    used = {one.name for one in data.asked.of(*LEXEMES)} | {name for rule in data.known.rules for name in _named(rule)}
    used |= {name for file in data.files for one in file.lexemes for term in one.terms for name in _families(term)}
    used |= {name for workflow in WORKFLOWS.values() for name in workflow.agreeing}
    used |= {f"{code}_word" for code in LOCALES} | {f"maybe_{code}" for code in LOCALES}
    intents = {intent.name for workflow in WORKFLOWS.values() for intent in workflow.intents}
    errands = {errand for workflow in WORKFLOWS.values() for errand in workflow.beyond}
    handed_on = frozenset(rule.value for rule in data.known.rules) | errands | intents
    for lexeme in (one for file in data.files for one in file.lexemes):
        if lexeme.name not in used:
            yield f"{lexeme.place}: <{lexeme.name}> is used by no line and no code"
    for reader, place in _first_lines(data.known.rules).items():
        if not data.asked.hears(reader, handed_on):
            yield f"{place}: nobody asks what [{reader}] hears: is its name misspelt?"


def _asked_in_vain(data: Data) -> Iterator[str]:
    """What code asks for and no file has."""
    readers = _first_lines(data.known.rules)
    groups = {f"{reader.rpartition('.')[0]}." for reader in readers}
    own = {part for reader in readers for part in (reader, *reader.rsplit(".", 1))} | groups
    for one in data.asked.of(*LEXEMES):
        if one.name not in data.known.spellings:
            yield f"{one.place}: asks for the lexeme <{one.name}>, and no file has it"
    for one in data.asked.of(*READERS):
        if one.name not in (readers if one.function in ("names_of", "numbers_of", "decimals_of", "table_of") else own):
            yield f"{one.place}: asks for the reader [{one.name}], and no file has it"


def _not_as_asked(data: Data) -> Iterator[str]:
    """Spellings of several words, or of a beginning only, where code asks single words; values that are no numbers."""
    single = {one.name: one for one in data.asked.of("words")}
    for lexeme in (one for file in data.files for one in file.lexemes if one.name in single):
        for spelling in _spelled(lexeme.terms, data.known.spellings, lexeme.place):
            if len(spelling) > 1 or spelling[0].endswith("*"):
                told = f"{' '.join(spelling)!r} is no single word"
                yield f"{lexeme.place}: {told}, as {single[lexeme.name].place} asks of <{lexeme.name}>"
    whole = {one.name: one for one in data.asked.of("numbers_of")}
    numbers = whole | {one.name: one for one in data.asked.of("decimals_of")}
    for rule in data.known.rules:
        if rule.reader not in numbers or rule.sign not in ("=", "?"):
            continue
        if not _is_number(rule.value) or (rule.reader in whole and "." in rule.value):
            kind = "whole number" if rule.reader in whole else "number"
            yield f"{rule.place}: {rule.value!r} is no {kind}, as {numbers[rule.reader].place} asks of [{rule.reader}]"
        for spelling in _spelled(read_terms(rule.text, rule.place), data.known.spellings, rule.place):
            if len(spelling) > 1:
                told = f"{' '.join(spelling)!r} is no single word"
                yield f"{rule.place}: {told}, as {numbers[rule.reader].place} asks of [{rule.reader}]"


def _no_numbers(data: Data) -> Iterator[str]:
    """The one value that is no number where all others of its reader are."""
    for reader in _first_lines(data.known.rules):
        named = [one for one in data.known.rules if one.reader == reader and one.sign in ("=", "?")]
        odd = [one for one in named if not _is_number(one.value)]
        if 0 < len(odd) < len(named) / 2:
            yield from (
                f"{one.place}: {one.value!r} is no number, as the other values of [{reader}] are" for one in odd
            )


def _twice_in_a_line(data: Data) -> Iterator[str]:
    lines = [(one.place, one.terms) for file in data.files for one in file.lexemes]
    lines += [(one.place, read_terms(one.text, one.place)) for one in data.known.rules if one.sign not in ("+", "-")]
    for place, terms in lines:
        spelled = [frozenset(_spelled([term], data.known.spellings, place)) for term in terms]
        times = Counter(one for found in spelled for one in found)
        written = [found for term, found in zip(terms, spelled, strict=True) if not isinstance(term, Family)]
        for spelling in sorted({one for found in written for one in found if times[one] > 1}):
            yield f"{place}: {' '.join(spelling)!r} stands here {times[spelling]} times"


def _twice(data: Data) -> Iterator[str]:
    """Lexemes, spellings and lines that stand at two places; each language has its own line of a lexeme."""
    seen: dict[tuple[object, ...], Place] = {}
    told: list[tuple[tuple[object, ...], Place, str]] = []
    for one in (one for file in data.files for one in file.lexemes):
        told.append(((one.place.file.rpartition("/")[0], one.name), one.place, f"<{one.name}>: one word, one line"))
        told += [(("", one.name, term), one.place, f"a spelling of <{one.name}>") for term in one.terms]
    told += [((one.reader, one.sign, one.value, one.text), one.place, "this line") for one in data.known.rules]
    for what, place, name in told:
        if seen.setdefault(what, place) != place:
            yield f"{place}: stands at {seen[what]} already: {name}"


def _both(data: Data) -> Iterator[str]:
    """Words that are to share no spelling, and do."""
    for one, other, place in (apart for file in data.files for apart in file.apart):
        for name in (one, other):
            if name not in data.known.spellings:
                yield f"{place}: there is no lexeme <{name}>"
        for spelling in sorted(
            data.known.spellings.get(one, frozenset()) & data.known.spellings.get(other, frozenset())
        ):
            yield f"{place}: {' '.join(spelling)!r} is both <{one}> and <{other}>"


def _first_lines(rules: Iterable[Rule]) -> Mapping[str, Place]:
    """Where each reader begins."""
    found: dict[str, Place] = {}
    for rule in rules:
        found.setdefault(rule.reader, rule.place)
    return found


def _spelled(terms: Iterable[Part], known: Mapping[str, frozenset[Spelling]], place: Place) -> Iterator[Spelling]:
    return (one for term in terms for one in spellings_of(term, known.__getitem__, place) if one)


def _named(rule: Rule) -> Iterator[str]:
    """The lexemes that a line names."""
    if rule.sign in ("+", "-"):
        return _families(read_pattern(rule.text, rule.place).body)
    return (name for term in read_terms(rule.text, rule.place) for name in _families(term))


def _families(part: object) -> Iterator[str]:
    if isinstance(part, Family):
        yield part.name
    elif isinstance(part, tuple):
        for one in part:
            yield from _families(one)


def _is_number(value: str) -> bool:
    return value.removeprefix("-").replace(".", "", 1).isdecimal()
