"""The trained weights: a small file of flat arrays, looked into rather than parsed, and the scores they give a message."""

import json
import math
import struct
from collections.abc import Mapping, Sequence
from operator import itemgetter, mul
from typing import NamedTuple

from frontline.adapters.llm.features import BUCKETS, features

FORMAT = 2
UNFAMILIAR = 150
NOTHING = 128
"""The byte of a weight of nought; 1 and 255 are the least and the greatest."""
NEVER = -9.0
"""A score that leaves strangers no share."""
_MAGIC = b"FLCL"
_HEAD = struct.Struct("<4sBxxxI")


class Weights(NamedTuple):
    """Per bucket: how rare it is, and the row of its weights; row 0 has none. Per intent: a column with a byte a row.
    `stranger` is the score of a matter that no example is about: it has its share in every likelihood."""

    intents: tuple[str, ...]
    temperature: float
    stranger: float
    bias: Sequence[float]
    scale: Sequence[float]
    rarity: Sequence[int]
    rows: Sequence[int]
    columns: Sequence[bytes]

    def scores(self, text: str) -> list[float]:
        """One score per intent, linear in the message's TF-IDF vector of length one; none where nothing is familiar."""
        return self.scores_of(features(text))

    def scores_of(self, features: Mapping[int, int]) -> list[float]:
        """The same of what was found in a message."""
        found = spread(features, self.rarity)
        if not found:
            return []
        rows = self.rows
        pick = itemgetter(0, *(rows[bucket] for bucket in found))
        amounts = (0.0, *found.values())
        nothing = NOTHING * sum(amounts)
        return [
            (sum(map(mul, amounts, pick(column))) - nothing) * scale + bias
            for column, scale, bias in zip(self.columns, self.scale, self.bias, strict=True)
        ]

    def likelihoods(self, text: str) -> list[float]:
        """The scores as probabilities, calibrated on sentences the training did not see; what is missing to one is the
        stranger's."""
        return likelihoods(self.scores(text), self.temperature, self.stranger)


def likelihoods(scores: Sequence[float], temperature: float, stranger: float = NEVER) -> list[float]:
    """Softmax over the scores and the stranger's; nothing of nothing."""
    top = max(*scores, stranger) if scores else stranger
    raised = [math.exp((score - top) * temperature) for score in scores]
    total = sum(raised) + math.exp((stranger - top) * temperature)
    return [each / total for each in raised]


def spread(found: Mapping[int, int], rarity: Sequence[int]) -> dict[int, float]:
    """The TF-IDF vector of what was found in a message, of length one with what is unfamiliar counted in: the less of a message
    is familiar, the less is made of it."""
    vector: dict[int, float] = {}
    strange = 0.0
    for bucket, times in found.items():
        much = 1.0 + math.log(times) if times > 1 else 1.0
        if rarity[bucket]:
            vector[bucket] = much * rarity[bucket]
        else:
            strange += (much * UNFAMILIAR) ** 2
    length = math.sqrt(strange + sum(value * value for value in vector.values()))
    return {bucket: value / length for bucket, value in vector.items()}


def pack(header: Mapping[str, object], rarity: bytes, lines: Sequence[Mapping[int, int]]) -> bytes:
    """The file. A line has an intent's weights by bucket, rounded to -127..127; buckets without any share row 0."""
    weighty = sorted({bucket for line in lines for bucket, value in line.items() if value})
    if len(weighty) == BUCKETS:
        raise ValueError("more is familiar than there are buckets")
    rows = dict(zip(weighty, range(1, BUCKETS), strict=False))
    head = json.dumps({**header, "rows": len(weighty) + 1}, sort_keys=True).encode()
    head += b" " * (-len(head) % 4)
    columns = (bytes(NOTHING + value for value in (0, *(line.get(bucket, 0) for bucket in weighty))) for line in lines)
    index = struct.pack(f"<{BUCKETS}H", *(rows.get(bucket, 0) for bucket in range(BUCKETS)))
    return b"".join([_HEAD.pack(_MAGIC, FORMAT, len(head)), head, index, rarity, *columns])


def unpack(data: bytes) -> Weights:
    """The same weights, or ValueError for anything that is not such a file. Little-endian, like both of Lambda's processors."""
    if len(data) < _HEAD.size:
        raise ValueError("not a classifier: too short")
    magic, version, size = _HEAD.unpack_from(data)
    if magic != _MAGIC or version != FORMAT:
        raise ValueError("not a classifier of this version: train it again")
    at = _HEAD.size + size
    try:
        header = json.loads(data[_HEAD.size : at])
        index = memoryview(data)[at : at + 2 * BUCKETS].cast("H")
        at += 2 * BUCKETS
        rarity, at = data[at : at + BUCKETS], at + BUCKETS
        intents, rows = tuple(str(intent) for intent in header["intents"]), int(header["rows"])
        temperature, stranger = float(header["temperature"]), float(header["stranger"])
        bias, scale = header["bias"], header["scale"]
        columns = [data[at + rows * place : at + rows * (place + 1)] for place in range(len(intents))]
    except (ValueError, KeyError, TypeError) as exc:
        raise ValueError("not a classifier: damaged") from exc
    if len(data) != at + rows * len(intents) or not len(bias) == len(scale) == len(intents):
        raise ValueError("not a classifier: cut short")
    return Weights(intents, temperature, stranger, bias, scale, rarity, index, columns)
