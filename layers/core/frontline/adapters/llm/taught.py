"""What an author's examples come to: one line an intent over the shipped classifier's features, kept in the row of the version
that brought them, and the scores they give a message."""

import math
import struct
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from zlib import crc32

from frontline.adapters.llm.everyday import classes, names
from frontline.adapters.llm.features import BUCKETS, bucket_of, features_of, words
from frontline.adapters.llm.linear import UNFAMILIAR, spread
from frontline.speech.names import table_of
from frontline.speech.plain import plain
from frontline.speech.sounds import roman

MOST_ENTRIES = 10_500
"""Of all lines of a document, the weightiest: packed, they are less than 50 kB."""
STEEP, LIFT = 2.0, 1.0
"""A line learnt from five examples is sure of less than one learnt from a hundred: its scores on sentences nobody saw, brought to
where those of the shipped lines lie. Measured on invented intents (`tests/adapters/llm/test_taught.py`)."""

RAREST = 255

_HEAD = struct.Struct("<IH")
_LINE = struct.Struct("<BffH")
_ENTRY = struct.Struct("<Hb" if BUCKETS <= 1 << 16 else "<Ib")


class Line(NamedTuple):
    """An intent's weight of each bucket that its examples have, and what it starts from."""

    intent: str
    bias: float
    weights: Mapping[int, float]


class Lines(NamedTuple):
    """All lines of an organisation, by bucket."""

    intents: tuple[str, ...]
    bias: tuple[float, ...]
    owners: Mapping[int, Sequence[tuple[int, float]]]

    def scores(self, text: str, rarity: Sequence[int]) -> dict[str, float]:
        """One score an intent, beside those of the shipped classifier; none where no line knows anything of the message."""
        totals, familiar = list(self.bias), False
        for bucket, amount in vector_of(text, rarity).items():
            for owner, weight in self.owners.get(bucket, ()):
                totals[owner] += amount * weight
                familiar = True
        scores: dict[str, float] = {}
        for intent, total in zip(self.intents, totals, strict=True) if familiar else ():
            scores[intent] = max(STEEP * total + LIFT, scores.get(intent, -math.inf))
        return scores


def vector_of(text: str, rarity: Sequence[int]) -> dict[int, float]:
    """A message as an author's line sees it: its words, and what these are about."""
    spelt = words(text)
    found = features_of(spelt)
    found.update(bucket for name in classes(tuple(map(roman, plain(text).words))) for bucket in _buckets_of(name))
    return spread(found, rarity)


def familiarised(rarity: Sequence[int]) -> bytes:
    """An author's own words are as rare as can be, where the shipped examples never say them; what words are about tells most."""
    known = bytearray(bytes(rarity).replace(b"\0", bytes([UNFAMILIAR])))
    for bucket in (bucket for name in names() for bucket in _buckets_of(name)):
        known[bucket] = RAREST
    return bytes(known)


@cache
def _buckets_of(name: str) -> tuple[int, int]:
    """A class has two, and so twice the say."""
    return bucket_of(f"c{name}"), bucket_of(f"d{name}")


def stamp_of(rarity: Sequence[int]) -> int:
    """Lines hold for the classifier and the classes they were learnt over, and for no others."""
    return crc32(bytes(rarity), crc32(repr(sorted(table_of("everyday").items())).encode(), BUCKETS))


def pack(lines: Sequence[Line], stamp: int) -> str:
    """Weights rounded to -127..127; of too many, the weightiest."""
    steps = [max(map(abs, line.weights.values()), default=0.0) / 127 or 1.0 for line in lines]
    rounded = [
        (abs(weight), number, bucket, value)
        for number, (line, step) in enumerate(zip(lines, steps, strict=True))
        for bucket, weight in line.weights.items()
        if (value := round(weight / step))
    ]
    kept = sorted(rounded, reverse=True)[:MOST_ENTRIES]
    packed = [_HEAD.pack(stamp, len(lines))]
    for number, (line, step) in enumerate(zip(lines, steps, strict=True)):
        name, own = line.intent.encode(), sorted((bucket, value) for _, owner, bucket, value in kept if owner == number)
        packed += [_LINE.pack(len(name), line.bias, step, len(own)), name]
        packed += [_ENTRY.pack(bucket, value) for bucket, value in own]
    return b64encode(b"".join(packed)).decode()


def holds(packed: str, stamp: int) -> bool:
    """Whether these lines were learnt over this classifier."""
    try:
        data = b64decode(packed[:8])
        return len(data) >= 4 and struct.unpack_from("<I", data)[0] == stamp
    except (Error, ValueError):
        return False


@lru_cache(maxsize=64)
def unpack(packed: tuple[str, ...], stamp: int) -> Lines:
    """All that hold for this classifier, as one; the same lines are looked at once an environment."""
    found = [line for one in packed if holds(one, stamp) for line in _lines(b64decode(one))]
    owners: dict[int, list[tuple[int, float]]] = {}
    for number, line in enumerate(found):
        for bucket, weight in line.weights.items():
            owners.setdefault(bucket, []).append((number, weight))
    return Lines(tuple(line.intent for line in found), tuple(line.bias for line in found), owners)


def _lines(data: bytes) -> list[Line]:
    _, count = _HEAD.unpack_from(data)
    at, found = _HEAD.size, []
    for _ in range(count):
        length, bias, step, entries = _LINE.unpack_from(data, at)
        at += _LINE.size
        name, at = data[at : at + length].decode(), at + length
        end = at + entries * _ENTRY.size
        weights = {bucket: value * step for bucket, value in _ENTRY.iter_unpack(data[at:end])}
        found.append(Line(name, bias, weights))
        at = end
    return found
