"""Passive-aggressive learning over TF-IDF vectors, in plain Python, without a roll of dice."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter, mul
from typing import NamedTuple
from zlib import crc32

from frontline.adapters.llm.features import BUCKETS, features
from frontline.adapters.llm.linear import pack, spread
from frontline.train.examples import Example

EPOCHS = 10
BOLDNESS = 1.0
RAREST = 255


class Sight(NamedTuple):
    """An example's vector, in the form that is quickest to look at again and again."""

    look: Callable[[Sequence[float]], Iterable[float]]
    amounts: tuple[float, ...]
    buckets: tuple[int, ...]


def learn(examples: Sequence[Example], temperature: float = 1.0) -> bytes:
    """One passive-aggressive line per intent against the rest, averaged over all the steps it took."""
    rarity = _rarity(examples)
    ordered = sorted(examples, key=lambda example: crc32(example.text.encode()))
    vectors = [spread(example.text, rarity) for example in ordered]
    sights = [Sight(itemgetter(*vector), tuple(vector.values()), tuple(vector)) for vector in vectors]
    intents = sorted({example.intent for example in examples})
    lines = [_line(sights, [example.intent == intent for example in ordered]) for intent in intents]
    scale = [max(map(abs, line[:BUCKETS])) / 127 or 1.0 for line in lines]
    header = {"intents": intents, "temperature": temperature, "scale": scale, "bias": [line[BUCKETS] for line in lines]}
    rounded = [[round(weight / step) for weight in line[:BUCKETS]] for line, step in zip(lines, scale, strict=True)]
    rows = [[(owner, value) for owner, value in enumerate(column) if value] for column in zip(*rounded, strict=True)]
    return pack(header, rarity, rows)


def _rarity(examples: Sequence[Example]) -> bytes:
    """Inverse document frequency in steps of 1/20; nought for what the examples never say."""
    spoken = Counter(bucket for example in examples for bucket in features(example.text))
    total = len(examples)
    steps = {bucket: round(20 * (1 + math.log(total / (1 + times)))) for bucket, times in spoken.items()}
    return bytes(min(max(steps.get(bucket, 0), 0), RAREST) for bucket in range(BUCKETS))


def _line(sights: Sequence[Sight], wanted: Sequence[bool]) -> list[float]:
    """The last place is the bias. Averaging keeps the late, hard sentences from having the last word."""
    weights, summed, step = [0.0] * (BUCKETS + 1), [0.0] * (BUCKETS + 1), 1
    for _ in range(EPOCHS):
        for (look, amounts, buckets), is_wanted in zip(sights, wanted, strict=True):
            sign = 1.0 if is_wanted else -1.0
            loss = 1.0 - sign * (sum(map(mul, look(weights), amounts)) + weights[BUCKETS])
            step += 1
            if loss > 0:
                move = sign * min(BOLDNESS, loss / 2)
                for bucket, amount in zip((*buckets, BUCKETS), (*amounts, 0.1), strict=True):
                    weights[bucket] += move * amount
                    summed[bucket] += step * move * amount
    return [weight - total / step for weight, total in zip(weights, summed, strict=True)]
