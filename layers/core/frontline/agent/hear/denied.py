"""What of a message is said not to be wanted: "I don't want to change my plan, just switch on roaming"."""

from frontline.speech.names import Mention, names_of
from frontline.speech.plain import fold, is_sign, tokens_of

LEAST = 2
"""A wish takes as many words as this."""


def without_denied(text: str) -> str | None:
    """What is left of a message without what it denies, "" if that is no wish any more; None where it denies nothing. A
    Hindi denial ends its clause, an English one begins it. Not to want to get something, or to pay for it, is a wish."""
    tokens = tuple(tokens_of(fold(text)))
    mentions = list(names_of("denied").mentions(tokens))
    if {"from_here", "up_to_here"}.isdisjoint(mention.value for mention in mentions):
        return None
    left: list[str] = []
    clause: list[str] = []
    denied, at = False, 0
    for value, start, end in (*mentions, Mention("clause_ends", len(tokens), len(tokens))):
        clause += () if denied else tokens[at:start]
        if value == "up_to_here":
            clause = []
        elif value != "from_here":
            left += clause
            clause = list(tokens[start:end]) if value == "clause_begins" else []
        denied, at = value == "from_here", end
    return " ".join(left) if sum(not is_sign(token) for token in left) >= LEAST else ""
