"""`make speech ARGS='"kyun chahiye"'`: what a sentence is heard as, step by step; with `--open confirm:roaming_activation` what
is understood of it where that is asked, too; without a sentence, what is odd in the data."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from frontline.speech.fault import Fault
from frontline.speech.lexicon import read_terms
from frontline.speech.names import Vocabulary
from frontline.speech.pattern import Family, read_pattern
from frontline.speech.plain import fold, tokens_of
from frontline.speech.readers import File, Rule, Speech, compiled, files_of, hear, roots

CODE = Path(__file__).parents[1] / "layers" / "core" / "frontline"
_ASKED_FOR = re.compile(r'\b(?:words|phrases|spellings|begins|ends|split)\([^"\n]*"([a-z0-9_]+)"[,)]')


def explained(text: str, known: Speech) -> Iterator[str]:
    """The words as they are compared, the lexemes they belong to, the lines that hold, the values that are named, and what
    is heard."""
    tokens = tokens_of(fold(text))
    yield f"words    {' '.join(tokens) or '(none)'}"
    for stretch, names in _lexemes(tokens, known).items():
        yield f"lexemes  {' '.join(stretch)}: {', '.join(f'<{name}>' for name in sorted(names))}"
    heard = hear(known, tokens)
    for rule in heard.rules:
        yield f"line     {rule.place}  [{rule.reader}] {rule.sign} {rule.text}"
    words = tuple(token for token in tokens if token[0].isalnum())
    for reader, listed in known.names.items():
        for kind, table in (("named", listed.anywhere), ("answer", listed.answering)):
            for value, start, end in Vocabulary(table).mentions(words):
                if kind == "named" or listed.anywhere.get(words[start:end]) != value:
                    yield f"{kind:8} {' '.join(words[start:end])}: {reader} = {value}"
    yield f"heard    {', '.join(sorted(heard.readers)) or '(nothing)'}"


def findings(files: Sequence[File]) -> Iterator[str]:
    """Lexemes that nothing uses or that stand twice, spellings and lines that stand twice, and words that are to share no
    spelling and do."""
    known = compiled(files)
    used = {*_asked_for(), *(name for rule in known.rules for name in families(rule))}
    used |= {part for file in files for one in file.lexemes for term in one.terms for part in _families(term)}
    seen: dict[tuple[str, ...], str] = {}
    for lexeme in (one for file in files for one in file.lexemes):
        if lexeme.name not in used:
            yield f"{lexeme.place}: <{lexeme.name}> is used by no line and no code"
        folder = lexeme.place.file.rpartition("/")[0]
        before = seen.setdefault((folder, lexeme.name), str(lexeme.place))
        if before != str(lexeme.place):
            yield f"{lexeme.place}: <{lexeme.name}> stands at {before} already: one word, one line"
        for term in lexeme.terms:
            before = seen.setdefault(("", lexeme.name, repr(term)), f"{lexeme.place} {term}")
            if before != f"{lexeme.place} {term}":
                yield f"{lexeme.place}: a spelling of <{lexeme.name}> stands at {before.split()[0]} already"
    for rule in known.rules:
        before = seen.setdefault((rule.reader, rule.sign, rule.value, rule.text), str(rule.place))
        if before != str(rule.place):
            yield f"{rule.place}: this line stands at {before} already"
    for one, other, place in (apart for file in files for apart in file.apart):
        for spelling in sorted(known.spellings.get(one, frozenset()) & known.spellings.get(other, frozenset())):
            yield f"{place}: {' '.join(spelling)!r} is both <{one}> and <{other}>"


def families(rule: Rule) -> frozenset[str]:
    """The lexemes that a line names."""
    if rule.sign in ("+", "-"):
        return frozenset(_families(read_pattern(rule.text, rule.place).body))
    return frozenset(name for term in read_terms(rule.text, rule.place) for name in _families(term))


def _families(part: object) -> Iterator[str]:
    if isinstance(part, Family):
        yield part.name
    elif isinstance(part, tuple):
        for one in part:
            yield from _families(one)


def _asked_for() -> set[str]:
    """The lexemes that code looks up by name."""
    return {name for file in CODE.rglob("*.py") for name in _ASKED_FOR.findall(file.read_text())}


def _lexemes(tokens: Sequence[str], known: Speech) -> dict[tuple[str, ...], set[str]]:
    """Where in the sentence a whole spelling stands, and of which lexemes."""
    found: dict[tuple[str, ...], set[str]] = {}
    for at in range(len(tokens)):
        for name, spellings in known.spellings.items():
            for spelling in spellings:
                stretch = tuple(tokens[at : at + len(spelling)])
                if len(stretch) == len(spelling) and all(map(_is, stretch, spelling)):
                    found.setdefault(stretch, set()).add(name)
    return found


def _is(token: str, word: str) -> bool:
    return token.startswith(word[:-1]) if word.endswith("*") else token == word


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make speech", description=__doc__)
    parser.add_argument("text", nargs="*", help="a sentence")
    parser.add_argument("--open", help="the open question: confirm:…, ask:…, stop:…, instruct:….…, intent or resolved")
    options = parser.parse_args(arguments)
    try:
        files = files_of(roots())
        known = compiled(files)
    except Fault as fault:
        sys.exit(str(fault))
    if options.text:
        from local.hearing import understood

        text = " ".join(options.text)
        sys.stdout.write("".join(f"{line}\n" for line in explained(text, known)))
        sys.stdout.write("".join(f"{line}\n" for line in understood(text, options.open)) if options.open else "")
        return 0
    found = list(findings(files))
    lines = sum(len(file.rules) + len(file.lexemes) for file in files)
    sys.stdout.write("".join(f"{line}\n" for line in found) or f"{lines} lines, nothing odd.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
