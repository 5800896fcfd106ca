"""What a customer's words hold that nobody else may know, and the same words without it."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pydantic import JsonValue

from frontline.speech.names import numbers_of
from frontline.speech.placed import placed
from frontline.speech.plain import Plain, plain
from frontline.speech.readers import words
from frontline.speech.secrets.births import dates
from frontline.speech.secrets.codes import cards, codes, passwords
from frontline.speech.secrets.names import names
from frontline.speech.secrets.places import Taken, folded

PLACEHOLDERS = NAME, BORN, CODE, CARD, PASSWORD = "[name]", "[date of birth]", "[code]", "[card number]", "[password]"

_DATE_OR_CARD = re.compile(
    r"[0-9]\D{1,3}[0-9]{1,2}\D{1,3}[0-9]|(?<![0-9])[0-9]{8}(?![0-9])|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
    r"|[0-9](?:st|nd|rd|th)? ?[a-z]{3,9}[0-9]|[0-9]{13}|(?:[0-9]{4}[ .-]){3}|[0-9]{4}[ -][0-9]{6}[ -]"
)
"""The form of a date, of a year or of a card's number, loosely: only what has it is looked at closely."""
_SIGNS = str.maketrans({"\n": " ", "\t": " ", "\r": " ", "_": "-", "\\": "/", "|": "/"})

Secret = tuple[int, int, str]


@lru_cache(maxsize=64)
def without_secrets(text: str, today: dt.date, *, code_due: bool = False) -> str:
    """The customer's words with a placeholder for each secret: a date of birth and the full name beside it, a code that is
    called one (any that could be one while a code is due), the number of a card, a password. All else stays as it is."""
    if not _likely(plain(text), code_due=code_due):
        return text
    hidden = text
    for one in PLACEHOLDERS if "[" in text else ():
        hidden = hidden.replace(one, "\x00" * len(one))
    read, starts, ends = folded(hidden)
    pieces: list[str] = []
    done = 0
    for start, end, placeholder in _apart(_found(read, today, code_due=code_due)):
        pieces += (text[done : starts[start]], placeholder)
        done = ends[end - 1]
    return "".join((*pieces, text[done:]))


def without_secrets_in(value: JsonValue, today: dt.date) -> JsonValue:
    """The same, for every text in a value of JSON."""
    match value:
        case str():
            return without_secrets(value, today)
        case list():
            return [without_secrets_in(one, today) for one in value]
        case dict():
            return {name: without_secrets_in(one, today) for name, one in value.items()}
        case _:
            return value


def _likely(said: Plain, *, code_due: bool) -> bool:
    """Whether it is worth looking: most messages hold no secret, and must not pay for it."""
    if not said.has_digit:
        return not said.vocabulary.isdisjoint(_told_in_words())
    if code_due or not said.vocabulary.isdisjoint(_told_in_words()) or _DATE_OR_CARD.search(said.text):
        return True
    return any(part in said.text for part in _parts_of_words(roman=said.text.isascii()))


@cache
def _parts_of_words(*, roman: bool) -> tuple[str, ...]:
    """What may be a part of a word that names a secret."""
    return tuple(part for part in words("near_a_secret") if part.isascii() or not roman)


@cache
def _told_in_words() -> frozenset[str]:
    """Beside these a secret may be told without a figure."""
    return frozenset(numbers_of("month")) | words("code_word") | words("password")


def _found(text: str, today: dt.date, *, code_due: bool) -> Iterator[Secret]:
    """In order of precedence."""
    flat = text.translate(_SIGNS)
    row = placed(flat)
    days = dates(flat, row, today)
    births = [(day.start, day.end) for day in days if day.born]
    yield from ((start, end, CARD) for start, end in cards(flat, row))
    yield from ((start, end, BORN) for start, end in births)
    yield from ((start, end, NAME) for start, end in names(text, row, births))
    yield from ((start, end, PASSWORD) for start, end in passwords(flat, row))
    taken = Taken((day.start, day.end) for day in days)
    yield from ((start, end, CODE) for start, end in codes(flat, row, taken, due=code_due))


def _apart(found: Iterator[Secret]) -> list[Secret]:
    """Without what overlaps something found before; from left to right."""
    taken = Taken()
    return sorted(one for one in found if taken.take(one[0], one[1]))
