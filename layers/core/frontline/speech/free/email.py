"""An e-mail address, as it is written or as it is spoken: "ravi dot k at the rate gmail dot com"."""

import re

from frontline.model.reading import Found, Hearing, Reading, Unknown
from frontline.speech.names import names_of
from frontline.speech.negation import negated_in
from frontline.speech.plain import fold, words_of
from frontline.speech.readers import words

_ADDRESS = re.compile(
    r"(?<![\w.+%-])([a-z0-9_][a-z0-9_.+%-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,24})(?![\w@-]|\.\w)"
)  # an address is its form
_GLUE = "\0"
_LONGEST = 1000


def email(hearing: Hearing) -> Reading:
    """Two addresses are nobody's guess. A spoken one counts only as an answer of nothing else: "ravi kumar at gmail dot com" may
    be written in two ways."""
    if len(hearing.text) > _LONGEST:
        return None
    text = fold(hearing.text)
    found = {one[1] for one in _ADDRESS.finditer(text) if not negated_in(text, *one.span())}
    if not found and hearing.asked:
        found = _spoken(text.split())
    if len(found) == 1:
        return Found(value=found.pop())
    half = next((piece for piece in text.split() if "@" in piece), None) if hearing.asked and not found else None
    return Unknown(said=half[:80]) if half else None


def _spoken(said: list[str]) -> set[str]:
    pieces = tuple(piece.strip(",;!?") for piece in said)
    whole, end = "", 0
    for sign, start, after in names_of("address_sign").mentions(pieces):
        whole += f" {' '.join(pieces[end:start])}{_GLUE}{sign}{_GLUE}"
        end = after
    written = f"{whole} {' '.join(pieces[end:])}".replace(f"{_GLUE} ", "").replace(_GLUE, "")
    told = {one.rstrip(".") for one in written.split()}
    found = {one for one in told if _ADDRESS.fullmatch(one)}
    beside = {word for one in told - found for word in words_of(one)}
    return found if words("around_an_email").issuperset(beside) else set()
