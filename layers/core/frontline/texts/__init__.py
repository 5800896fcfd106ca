"""What we say, by folder: `languages/<code>/texts.txt` of the engine and of each trade has the texts of one language. A language
is there as soon as the engine's folder for it has that file."""

import marshal
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import count, takewhile
from typing import TYPE_CHECKING, NamedTuple

from frontline.model.text import FALLBACK, Locale, Text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILE = "texts.txt"
COMPILED = "compiled.bin"
_CARD = "language."
_PACKAGE = files("frontline")
_ENGINE = "speech"

Said = dict[str, dict[Locale, dict[str, str]]]
"""What is said, by the folder that says it (the engine's, or a trade's), the language and the key."""


class Card(NamedTuple):
    """What is to be known of a language beside its texts: what channels call it, how it writes a date and a list, and the
    letters that only it has, from the first to the last."""

    tags: tuple[str, ...]
    months: tuple[str, ...]
    date: str
    both: str
    letters: tuple[str, str] | None

    def listed(self, parts: Iterable[str]) -> str:
        """ "English, Hindi and Hinglish"."""
        *most, last = parts
        return f"{', '.join(most)} {self.both} {last}" if most else last


def roots() -> "list[Traversable]":
    """The engine's own languages, and those of every trade."""
    trades = _PACKAGE.joinpath("trades")
    folders = sorted(trades.iterdir(), key=lambda one: one.name) if trades.is_dir() else []
    candidates = [_PACKAGE.joinpath(_ENGINE), *folders]
    return [one.joinpath("languages") for one in candidates if one.joinpath("languages").is_dir()]


def read_texts(lines: Iterable[str], name: str) -> dict[str, str]:
    """`key: words` a line, below `[section]` the section's; what begins with blanks goes on the line before."""
    found: dict[str, str] = {}
    section, key = "", ""
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace() and key:
            found[key] += f" {line.strip()}"
            continue
        if line.startswith("["):
            section, key = f"{line.strip()[1:-1]}.", ""
            continue
        own, colon, words = line.partition(": ")
        key = f"{section}{own}"
        if not colon or not words.strip() or key in found:
            raise ValueError(f"{name}:{number}: {line[:40]!r}: write `key: what is said`, each key once")
        found[key] = words.strip()
    return found


def said_in(folders: "Iterable[Traversable]") -> Said:
    """What the languages' files say; of each folder first the language that all others fall back to."""
    found: Said = {}
    for root in folders:
        *_, owner, _ = str(root).split("/")
        languages = [one for one in root.iterdir() if one.joinpath(FILE).is_file()]
        for folder in sorted(languages, key=lambda one: (one.name != FALLBACK, one.name)):
            lines = folder.joinpath(FILE).read_text(encoding="utf-8").splitlines()
            found.setdefault(owner, {})[folder.name] = read_texts(lines, f"{folder.name}/{FILE}")
    return found


def packed(said: Said) -> bytes:
    """The same bytes whenever it is built: marshal's second version does not tell what has more than one owner."""
    return marshal.dumps(said, 2)


def all_said(folders: "Iterable[Traversable]", built: "Traversable") -> Said:
    """The languages' files as they are now; where there are none, as in a built layer, what was compiled from them."""
    found: Said = said_in(folders) or marshal.loads(built.read_bytes())  # noqa: S302  our own bytes
    return found


def _texts(languages: Mapping[Locale, Mapping[str, str]]) -> dict[str, Text]:
    each: dict[str, dict[str, str]] = {}
    for code, said in languages.items():
        for key, words in said.items():
            each.setdefault(key, {})[code] = words
    return {key: Text(**words) for key, words in each.items()}


def _card(said: Mapping[str, str]) -> Card:
    own = {key.removeprefix(_CARD): words for key, words in said.items() if key.startswith(_CARD)}
    first, _, last = own.get("letters", "").partition("-")
    return Card(
        tags=tuple(own.get("tags", "").split()),
        months=tuple(own["months"].split()),
        date=own["date"],
        both=own["and"],
        letters=(first, last) if last else None,
    )


def language_of(tag: str) -> Locale | None:
    """Ours by a channel's name of it: `hi-Latn`, or `es-MX` by its first part."""
    name = tag.casefold()
    by_tag = next((code for code, card in CARDS.items() if name in (code, *card.tags)), None)
    first = name.partition("-")[0]
    return by_tag or (first if first in CARDS else None)


def card_of(language: Locale) -> Card:
    """What is to be known of it; of one that only a newer release knows, what is of the one all fall back to."""
    return CARDS.get(language) or CARDS[FALLBACK]


@cache
def texts_of(trade: str) -> Mapping[str, Text]:
    """What a trade says, in the languages that it speaks."""
    return _texts(_SAID[trade])


_SAID = all_said(roots(), _PACKAGE.joinpath("texts", COMPILED))
LOCALES: tuple[Locale, ...] = tuple(_SAID[_ENGINE])
"""The languages that the engine speaks."""
CARDS: Mapping[Locale, Card] = {code: _card(said) for code, said in _SAID[_ENGINE].items()}
COMMON: Mapping[str, Text] = {key: text for key, text in _texts(_SAID[_ENGINE]).items() if not key.startswith(_CARD)}
"""What is said whatever the matter."""


def _wordings(key: str) -> tuple[Text, ...]:
    """A text and its others: `again`, `again.2`, `again.3`."""
    numbered = takewhile(COMMON.__contains__, (f"{key}.{number}" for number in count(2)))
    return (COMMON[key], *(COMMON[one] for one in numbered))


WORDINGS: Mapping[str, tuple[Text, ...]] = {key: _wordings(key) for key in COMMON}
"""In how many words each of them can be said."""

__all__ = [
    "CARDS",
    "COMMON",
    "COMPILED",
    "LOCALES",
    "WORDINGS",
    "Card",
    "all_said",
    "card_of",
    "language_of",
    "packed",
    "read_texts",
    "roots",
    "said_in",
    "texts_of",
]
