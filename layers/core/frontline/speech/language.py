"""Which of the languages spoken here a message is in: by its letters, or by small words that only one of them has. The words are
in the languages' `tongue.txt`: one of `<code>_word` is enough to tell, of `maybe_<code>` it takes two."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from frontline.model.text import Locale
from frontline.speech.plain import plain
from frontline.speech.readers import speech, words
from frontline.texts import card_of


class _Share(NamedTuple):
    """How much of a message is in a language; a word that only it has counts thrice, with all the others."""

    weight: int
    surely: bool


def detect(text: str, fallback: Locale, spoken_here: Sequence[Locale]) -> Locale:
    """A message too short or too mixed to tell ("ok", a number, a name) keeps the language spoken so far."""
    if not text.isascii() and (written := next((one for one in spoken_here if _in_its_letters(text, one)), None)):
        return written
    told = plain(text).words
    shares = {one: share for one in spoken_here if (share := _share(told, one))}
    if not shares:
        return fallback
    most = max(shares.values())
    likeliest = [one for one, share in shares.items() if share == most]
    return fallback if fallback in likeliest else likeliest[0]


def _in_its_letters(text: str, language: Locale) -> bool:
    """Whether a script that no other has makes a third of the letters."""
    if (letters := card_of(language).letters) is None:
        return False
    own = sum(letters[0] <= sign <= letters[1] for sign in text if sign.isalpha())
    return own > 0 and own * 2 >= sum(sign.isalpha() and sign.isascii() for sign in text)


def _share(told: Iterable[str], language: Locale) -> _Share | None:
    surely, maybe = _known(f"{language}_word"), _known(f"maybe_{language}")
    sure, likely = (sum(word in known for word in told) for known in (surely, maybe))
    if sure:
        return _Share(3 * (sure + likely), surely=True)
    return _Share(likely, surely=False) if likely > 1 else None


@cache
def _known(lexeme: str) -> frozenset[str]:
    return words(lexeme) if lexeme in speech().spellings else frozenset()
