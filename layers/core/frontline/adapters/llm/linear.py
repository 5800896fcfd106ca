"""The trained weights: a small file of flat arrays, looked into rather than parsed, and the scores they give a message."""

import json
import math
import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from frontline.adapters.llm.features import BUCKETS, features

FORMAT = 1
UNFAMILIAR = 150
_MAGIC = b"FLCL"
_HEAD = struct.Struct("<4sBxxxI")


class Weights(NamedTuple):
    """Per bucket: how rare it is, and where its entries start. Per entry: an intent's index and its weight. All of it are
    views into the file's bytes, so that loading costs nothing but reading."""

    intents: tuple[str, ...]
    temperature: float
    bias: Sequence[float]
    scale: Sequence[float]
    rarity: Sequence[int]
    starts: Sequence[int]
    owners: Sequence[int]
    values: Sequence[int]

    def scores(self, text: str) -> list[float]:
        """One score per intent, linear in the message's TF-IDF vector of length one; none where nothing is familiar."""
        found = spread(text, self.rarity)
        if not found:
            return []
        totals = [0.0] * len(self.intents)
        starts, owners, values = self.starts, self.owners, self.values
        for bucket, amount in found.items():
            for entry in range(starts[bucket], starts[bucket + 1]):
                totals[owners[entry]] += amount * values[entry]
        return [total * scale + bias for total, scale, bias in zip(totals, self.scale, self.bias, strict=True)]

    def likelihoods(self, text: str) -> list[float]:
        """The scores as probabilities that add up to one, calibrated on sentences the training did not see."""
        return chances(self.scores(text), self.temperature)


def chances(scores: Sequence[float], temperature: float) -> list[float]:
    """Scores as probabilities that add up to one."""
    heated = [score * temperature for score in scores]
    top = max(heated, default=0.0)
    raised = [math.exp(score - top) for score in heated]
    total = sum(raised)
    return [each / total for each in raised]


def spread(text: str, rarity: Sequence[int]) -> dict[int, float]:
    """The message's TF-IDF vector, of length one with what is unfamiliar counted in: the less of a message is familiar,
    the less is made of it."""
    vector: dict[int, float] = {}
    strange = 0.0
    for bucket, times in features(text).items():
        much = 1.0 + math.log(times) if times > 1 else 1.0
        if rarity[bucket]:
            vector[bucket] = much * rarity[bucket]
        else:
            strange += (much * UNFAMILIAR) ** 2
    length = math.sqrt(strange + sum(value * value for value in vector.values()))
    return {bucket: value / length for bucket, value in vector.items()}


def pack(header: Mapping[str, object], rarity: bytes, rows: Sequence[Sequence[tuple[int, int]]]) -> bytes:
    """The file. `rows` has, per bucket, the intents' indexes and their weights, rounded to -127..127."""
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    entries = [entry for row in rows for entry in row]
    head = json.dumps(header, sort_keys=True).encode()
    head += b" " * (-len(head) % 4)
    return b"".join(
        [
            _HEAD.pack(_MAGIC, FORMAT, len(head)),
            head,
            struct.pack(f"<{BUCKETS + 1}I", *starts),
            rarity,
            bytes(owner for owner, _ in entries),
            struct.pack(f"<{len(entries)}b", *(value for _, value in entries)),
        ]
    )


def unpack(data: bytes) -> Weights:
    """The same weights, or ValueError for anything that is not such a file. Little-endian, like both of Lambda's processors."""
    view = memoryview(data)
    if len(data) < _HEAD.size:
        raise ValueError("not a classifier: too short")
    magic, version, size = _HEAD.unpack_from(view)
    if magic != _MAGIC or version != FORMAT:
        raise ValueError("not a classifier of this version: train it again")
    at = _HEAD.size + size
    try:
        header = json.loads(data[_HEAD.size : at])
        starts = view[at : at + 4 * (BUCKETS + 1)].cast("I")
        at += 4 * (BUCKETS + 1)
        count = starts[BUCKETS]
        rarity, owners = view[at : at + BUCKETS], view[at + BUCKETS : at + BUCKETS + count]
        values = view[at + BUCKETS + count :].cast("b")
        intents = tuple(str(intent) for intent in header["intents"])
        temperature, bias, scale = float(header["temperature"]), header["bias"], header["scale"]
    except (ValueError, KeyError, TypeError, IndexError) as exc:
        raise ValueError("not a classifier: damaged") from exc
    if len(values) != count or len(bias) != len(intents) or len(scale) != len(intents):
        raise ValueError("not a classifier: cut short")
    return Weights(intents, temperature, bias, scale, rarity, starts, owners, values)
