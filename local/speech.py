"""`make speech ARGS='"kyun chahiye"'`: what a sentence is heard as, step by step; without one, what is odd in the data."""

import sys
from collections.abc import Iterator

from frontline.slots.plain import plain
from frontline.speech.fault import Fault
from frontline.speech.lexicon import Spelling, resolved
from frontline.speech.readers import Speech, families, hear, speech


def explained(text: str, known: Speech) -> Iterator[str]:
    """The words as they are compared, the lexemes they belong to, the lines that hold, and what is heard."""
    words = plain(text).words
    yield f"words    {' '.join(words) or '(none)'}"
    spellings = resolved(known.lexemes)
    for word in dict.fromkeys(words):
        if names := [name for name, of in spellings.items() if any(_begins(word, spelling) for spelling in of)]:
            yield f"lexemes  {word}: {', '.join(f'<{name}>' for name in sorted(names))}"
    heard = hear(known, words)
    for rule in heard.rules:
        yield f"line     {rule.place}  [{rule.reader}] {'+' if rule.says else '-'} {rule.text}"
    yield f"heard    {', '.join(sorted(heard.readers)) or '(nothing)'}"


def findings(known: Speech) -> Iterator[str]:
    """Lexemes that no line uses, and spellings and lines that stand twice."""
    used = {name for rule in known.rules for name in families(rule)} | {p for one in known.lexemes for p in one.parts}
    seen: dict[tuple[str, str], str] = {}
    for lexeme in known.lexemes:
        if lexeme.name not in used:
            yield f"{lexeme.place}: <{lexeme.name}> is used by no line"
        for spelling in sorted(lexeme.spellings):
            before = seen.setdefault((lexeme.name, " ".join(spelling)), str(lexeme.place))
            if before != str(lexeme.place):
                yield f"{lexeme.place}: {' '.join(spelling)!r} is a spelling of <{lexeme.name}> at {before} already"
    for rule in known.rules:
        before = seen.setdefault((rule.reader, rule.text), str(rule.place))
        if before != str(rule.place):
            yield f"{rule.place}: this line stands at {before} already"


def _begins(word: str, spelling: Spelling) -> bool:
    first = spelling[0]
    return word.startswith(first[:-1]) if first.endswith("*") else word == first


def main(arguments: list[str]) -> int:
    try:
        known = speech()
    except Fault as fault:
        sys.exit(str(fault))
    if arguments:
        sys.stdout.write("".join(f"{line}\n" for line in explained(" ".join(arguments), known)))
        return 0
    found = list(findings(known))
    sys.stdout.write("".join(f"{line}\n" for line in found) or f"{len(known.rules)} lines, nothing odd.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
