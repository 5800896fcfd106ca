"""Whether a customer wants a code sent to their phone: to speak of one is not to ask for it."""

from collections.abc import Iterator, Sequence

from frontline.speech.plain import tokens_of
from frontline.speech.readers import said, words


def speaks_of_code(text: str) -> bool:
    """Whatever is said of one."""
    return "speaks_of_code" in said(text)


def wants_code(folded: str) -> bool:
    """Some part of the message speaks of a code, denies nothing and asks nothing about it."""
    tokens = tokens_of(folded)
    if words("code_sent").isdisjoint(tokens):
        return False
    return any(_asks_for_it(part, "?" in tokens) for part in _parts(tokens))


def code_missing(folded: str) -> bool:
    """What is said by those who wait for a code: it did not come, send it again."""
    return "code_missing" in said(folded)


def _parts(tokens: Sequence[str]) -> Iterator[list[str]]:
    ends, start = words("code_part_ends"), 0
    for at in [*(at for at, token in enumerate(tokens) if token in ends), len(tokens)]:
        yield list(tokens[start:at])
        start = at + 1


def _asks_for_it(part: Sequence[str], questioned: bool) -> bool:
    """Where something is asked, only a word for sending asks for a code."""
    doubtful = questioned or not words("what").isdisjoint(part)
    return "wants_code" in said(" ".join(part)) and not (doubtful and words("sends").isdisjoint(part))
