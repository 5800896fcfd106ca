"""Values that have names: which of them a message names and does not deny. A pattern file lists the names of each."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from frontline.model.reading import Found, Hearing, Reading
from frontline.speech.negation import negated
from frontline.speech.pattern import Spelling
from frontline.speech.plain import plain
from frontline.speech.readers import said, speech


class Mention(NamedTuple):
    """A value named by `words[start:end]`."""

    value: str
    start: int
    end: int


class Vocabulary:
    """Longest names first, so that "mobile data" is never heard as "mobile"."""

    def __init__(self, names: Mapping[Spelling, str]) -> None:
        self._names = names
        self._longest: dict[str, int] = {}
        for name in names:
            if len(name) > self._longest.get(name[0], 0):
                self._longest[name[0]] = len(name)

    def absent(self, vocabulary: frozenset[str]) -> bool:
        """One step says for most messages that nothing here is named."""
        return self._longest.keys().isdisjoint(vocabulary)

    def mentions(self, words: tuple[str, ...]) -> Iterator[Mention]:
        """Every name in order, each word used once; what "" swallows is left out."""
        position = 0
        while position < len(words):
            mention = self.at(words, position)
            if mention is None:
                position += 1
                continue
            if mention.value:
                yield mention
            position = mention.end

    def at(self, words: tuple[str, ...], start: int) -> Mention | None:
        """The longest name that begins there."""
        for length in range(self._longest.get(words[start], 0) if start < len(words) else 0, 0, -1):
            name = words[start : start + length]
            if (value := self._names.get(name)) is not None:
                return Mention(value, start, start + len(name))
        return None


def affirmed(mentions: Iterable[Mention], words: tuple[str, ...]) -> set[str]:
    """The values named and not denied: "prepaid nahi, postpaid" leaves postpaid."""
    return {value for value, start, end in mentions if not negated(words, start, end)}


@cache
def names_of(reader: str, *, answering: bool = False) -> Vocabulary:
    """The names that the languages' files list for this reader."""
    return Vocabulary(speech().names[reader][answering])


def table_of(reader: str) -> Mapping[Spelling, str]:
    """The values that the languages' files list for this reader, by their names."""
    return speech().names[reader].anywhere


@cache
def numbers_of(reader: str) -> Mapping[str, int]:
    """The numbers that the languages' files list for this reader, by their names of one word: `march` is the third month."""
    return {word: int(value) for (word,), value in table_of(reader).items()}


@cache
def decimals_of(reader: str) -> Mapping[str, float]:
    """The same, halves among them: `dedh` is one and a half."""
    return {word: float(value) for (word,), value in table_of(reader).items()}


class NamedValue:
    """A parser of the names that the languages' files list for a reader: those unmistakable anywhere, and those that only
    answer a question. Two values in one message are nobody's guess: nothing is found, and the question is asked again."""

    def __init__(self, reader: str) -> None:
        self._reader = reader

    def __call__(self, hearing: Hearing) -> Reading:
        names = names_of(self._reader, answering=hearing.asked)
        text = plain(hearing.text)
        if names.absent(text.vocabulary):
            return None
        values = affirmed(names.mentions(text.words), text.words)
        return Found(value=values.pop()) if len(values) == 1 else None


class SaidValue:
    """A parser of values that whole sentences say: the languages' files list under `[trouble.pictures]` what says "pictures".
    The first value that is said counts."""

    def __init__(self, reader: str, *values: str, only_asked: bool = False) -> None:
        self._values = {f"{reader}.{value}": value for value in values}
        self._only_asked = only_asked

    def __call__(self, hearing: Hearing) -> Reading:
        if self._only_asked and not hearing.asked:
            return None
        heard = said(hearing.text)
        return next((Found(value=value) for reader, value in self._values.items() if reader in heard), None)
