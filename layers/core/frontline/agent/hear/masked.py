"""A message as it may be seen where a proof is asked for: only the words that this house knows itself."""

from frontline.speech.house import house_words
from frontline.speech.plain import fold, words_of

HIDDEN_WORD = "***"
LEAST = 2


def masked(text: str) -> str | None:
    """The text with `***` for every other word and every number; None if less than half of it is left, or it is one word."""
    pieces = text.split()
    kept = [_known(piece) for piece in pieces]
    if len(pieces) < LEAST or 2 * sum(kept) < len(pieces):
        return None
    return " ".join(piece if known else HIDDEN_WORD for piece, known in zip(pieces, kept, strict=True))


def _known(piece: str) -> bool:
    words = words_of(fold(piece))
    return bool(words) and not any(sign.isdigit() for sign in piece) and house_words().issuperset(words)
