"""The compiled speech as bytes: made when the layer is built (`python -m frontline.speech.packed`), looked into at a cold start."""

import marshal
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from frontline import texts
from frontline.speech.automaton import Automaton
from frontline.speech.fault import Place
from frontline.speech.graph import bits
from frontline.speech.readers import COMPILED, Names, Rule, Speech, compiled, files_of
from frontline.texts import roots

T = TypeVar("T")


class OnDemand(Mapping[str, T]):
    """Names and what they stand for, each unpacked when it is asked for: a turn needs few of them."""

    def __init__(self, packed: Mapping[str, bytes], made: Callable[[Any], T]) -> None:
        self._packed, self._made = packed, made

    def __getitem__(self, name: str) -> T:
        return self._made(marshal.loads(self._packed[name]))  # noqa: S302  our own bytes

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class Places(Mapping[str, int]):
    """Sets of places by word, kept as their numbers and put together when a word is first met: few of many bits are set."""

    def __init__(self, numbers: Mapping[str, tuple[int, ...]]) -> None:
        self._numbers = numbers
        self._met: dict[str, int] = {}

    def __getitem__(self, word: str) -> int:
        if word not in self._met:
            places = 0
            for at in self._numbers[word]:
                places |= 1 << at
            self._met[word] = places
        return self._met[word]

    def __contains__(self, word: object) -> bool:
        return word in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def packed(speech: Speech) -> bytes:
    """Plain tuples, dicts and numbers: the same bytes whenever it is built."""
    rules = tuple((one.reader, one.sign, one.text, one.place.file, one.place.line, one.value) for one in speech.rules)
    names = {reader: _dumped((both.anywhere, both.answering)) for reader, both in sorted(speech.names.items())}
    spellings = {name: _dumped(tuple(sorted(found))) for name, found in sorted(speech.spellings.items())}
    takes = {word: tuple(bits(places)) for word, places in speech.automaton.takes.items()}
    return _dumped((rules, (takes, *speech.automaton[1:]), spellings, names))


def _dumped(value: Any) -> bytes:
    """Equal texts, numbers and tuples once. What has more than one owner is marked as such, and only what marshal has read
    itself has no other owners than it says."""
    return marshal.dumps(marshal.loads(marshal.dumps(_once(value, {}))))  # noqa: S302  our own bytes


def _once(value: Any, seen: dict[Any, Any]) -> Any:
    match value:
        case str() | int():
            return seen.setdefault((type(value), value), value)
        case tuple():
            return seen.setdefault(parts, parts) if _plain(parts := tuple(_once(one, seen) for one in value)) else parts
        case Mapping():
            return {_once(key, seen): _once(one, seen) for key, one in sorted(value.items())}
        case _:
            return value


def _plain(parts: tuple[Any, ...]) -> bool:
    return not any(isinstance(one, dict) for one in parts)


def unpacked(data: bytes) -> Speech:
    """The same speech. The file is our own, built with the code beside it."""
    rules, automaton, spellings, names = marshal.loads(data)  # noqa: S302
    return Speech(
        tuple(Rule(reader, sign, text, Place(file, line), value) for reader, sign, text, file, line, value in rules),
        Automaton(Places(automaton[0]), *automaton[1:]),
        OnDemand(spellings, frozenset),
        OnDemand(names, lambda both: Names(*both)),
    )


def main() -> None:
    """Write the compiled speech and the compiled texts, each where it is read. The languages' own files still come first: whoever
    builds a layer takes them out of it."""
    from importlib.resources import as_file, files

    with as_file(files("frontline")) as package:
        (package / "speech" / COMPILED).write_bytes(packed(compiled(files_of(roots()))))
        (package / "texts" / texts.COMPILED).write_bytes(texts.packed(texts.said_in(roots())))


if __name__ == "__main__":
    main()
