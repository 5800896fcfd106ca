"""Passive-aggressive learning over TF-IDF vectors, in plain Python, without a roll of dice."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log
from operator import itemgetter, mul
from typing import NamedTuple
from zlib import crc32

from frontline.adapters.llm.features import BUCKETS, features
from frontline.adapters.llm.linear import NEVER, pack, spread
from frontline.train.examples import Example

EPOCHS = 10
BOLDNESS = 1.0
RAREST = 255


class Sight(NamedTuple):
    """An example's vector behind a one for the bias, in the form that is quickest to look at again and again."""

    look: Callable[[Sequence[float]], Iterable[float]]
    amounts: tuple[float, ...]
    buckets: tuple[tuple[int, float], ...]


Has = Callable[[Example], Mapping[int, int]]
"""How often each feature occurs in an example."""


def learn(
    examples: Sequence[Example],
    temperature: float = 1.0,
    stranger: float = NEVER,
    *,
    has: Has = lambda example: features(example.text),
    epochs: int = EPOCHS,
    least: int = 1,
    faintest: int = 0,
) -> bytes:
    """One passive-aggressive line per intent against the rest, averaged over all the steps it took. A sentence in which
    nothing can be read teaches nothing; what fewer than `least` sentences have is unfamiliar, and a rounded weight is nought
    up to `faintest`."""
    ordered = sorted(examples, key=lambda example: crc32(example.text.encode()))
    found = [(example.intent, has(example)) for example in ordered]
    rarity = _rarity([each for _, each in found], least)
    told = [(intent, vector) for intent, each in found if (vector := spread(each, rarity))]
    sights = [Sight(itemgetter(BUCKETS, *vector), (1.0, *vector.values()), tuple(vector.items())) for _, vector in told]
    intents = sorted({example.intent for example in examples})
    lines = [_line(sights, [one == intent for one, _ in told], epochs) for intent in intents]
    bias = [line.pop(BUCKETS, 0.0) for line in lines]
    scale = [max(map(abs, line.values()), default=0.0) / 127 or 1.0 for line in lines]
    header = {"intents": intents, "temperature": temperature, "stranger": stranger, "scale": scale, "bias": bias}
    rounded = [{at: round(value / step) for at, value in line.items()} for line, step in zip(lines, scale, strict=True)]
    return pack(header, rarity, [{at: each for at, each in line.items() if abs(each) > faintest} for line in rounded])


def _rarity(found: Sequence[Mapping[int, int]], least: int) -> bytes:
    """Inverse document frequency in steps of 1/20; nought for what fewer than `least` examples say."""
    spoken = Counter(bucket for each in found for bucket in each)
    total = len(found)
    steps = {bucket: round(20 * (1 + log(total / (1 + times)))) for bucket, times in spoken.items() if times >= least}
    return bytes(min(max(steps.get(bucket, 0), 0), RAREST) for bucket in range(BUCKETS))


def _line(sights: Sequence[Sight], wanted: Sequence[bool], epochs: int) -> dict[int, float]:
    """The weights that are not nought, by bucket; the bias is in the last. Averaging keeps the late, hard sentences from
    having the last word."""
    weights, summed, step = [0.0] * (BUCKETS + 1), [0.0] * (BUCKETS + 1), 1
    for _ in range(epochs):
        for (look, amounts, buckets), is_wanted in zip(sights, wanted, strict=True):
            sign = 1.0 if is_wanted else -1.0
            loss = 1.0 - sign * sum(map(mul, look(weights), amounts))
            step += 1
            if loss > 0:
                move = sign * min(BOLDNESS, loss / 2)
                for bucket, amount in (*buckets, (BUCKETS, 0.1)):
                    weights[bucket] += move * amount
                    summed[bucket] += step * move * amount
    return {at: weights[at] - total / step for at, total in enumerate(summed) if total}
