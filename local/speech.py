"""`make speech ARGS='"kyun chahiye"'`: what a sentence is heard as, step by step; with `--open confirm:roaming_activation` what
is understood of it where that is asked, too; without a sentence, what is odd in the data."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from frontline.speech.fault import Fault
from frontline.speech.names import Vocabulary
from frontline.speech.plain import fold, tokens_of
from frontline.speech.readers import Speech, compiled, files_of, hear
from frontline.texts import roots
from local.asked import asked
from local.findings import findings


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
    found = list(findings(files, asked()))
    lines = sum(len(file.rules) + len(file.lexemes) for file in files)
    sys.stdout.write("".join(f"{line}\n" for line in found) or f"{lines} lines, nothing odd.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
