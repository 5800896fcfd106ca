"""An author's examples in, one line an intent out: learnt within the second in which a flow is published."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter, mul
from typing import NamedTuple
from zlib import crc32

from frontline.adapters.llm.linear import Weights
from frontline.adapters.llm.taught import Line, familiarised, pack, stamp_of, vector_of
from frontline.model.workflow import Intent
from frontline.train.examples import read_examples

EVERY = 8
"""Of the shipped sentences one in eight is enough to be told apart from, and more would outweigh an author's few."""
ROUNDS, LEAST_ROUNDS = 10, 1
MOST_NUMBERS = 7_000_000
"""Looked at: hundreds of examples are learnt from less thoroughly, and in the same second."""
BOLDNESS = 1.0

Vector = Mapping[int, float]


class Sentence(NamedTuple):
    """What somebody may write, and whose it is."""

    intent: str
    text: str


def teach(intents: Iterable[Intent], others: Iterable[Intent], weights: Weights) -> str:
    """The lines of those intents that have examples, packed; nothing if none has. Each is told apart from its neighbours in the
    document, from `others` of the organisation, and from what the shipped classifier learnt."""
    own = [intent for intent in intents if intent.examples]
    if not own:
        return ""
    rarity = familiarised(weights.rarity)
    written = dict.fromkeys(_sentences(own, others))
    mixed = sorted(written, key=lambda one: crc32(one.text.encode("utf-8", "replace")))
    ordered = (*((one, vector_of(one.text, rarity)) for one in mixed), *_shipped(rarity))
    numbers = len(own) * sum(len(vector) for _, vector in ordered)
    rounds = max(LEAST_ROUNDS, min(ROUNDS, MOST_NUMBERS // numbers))
    lines = [_line(intent.name, ordered, rounds) for intent in own]
    return pack(lines, stamp_of(weights.rarity))


def burden(intents: Iterable[Intent], others: Iterable[Intent], weights: Weights) -> float:
    """How much of what can be learnt in a second these examples are: from 1 on, too much to look at all of them once."""
    own = [intent for intent in intents if intent.examples]
    rarity = familiarised(weights.rarity)
    written = dict.fromkeys(_sentences(own, others))
    numbers = sum(len(vector_of(one.text, rarity)) for one in written) + sum(len(one) for _, one in _shipped(rarity))
    return len(own) * numbers / MOST_NUMBERS


def said_of(intent: Intent) -> tuple[str, ...]:
    """What an author wrote that a customer might say."""
    return tuple(dict.fromkeys((*intent.examples, *intent.offer.each.values())))


def _sentences(own: Sequence[Intent], others: Iterable[Intent]) -> list[Sentence]:
    return [Sentence(intent.name, text) for intent in (*own, *others) for text in said_of(intent)]


@lru_cache(maxsize=1)
def _shipped(rarity: bytes) -> tuple[tuple[Sentence, Vector], ...]:
    return tuple((Sentence(one.intent, one.text), vector_of(one.text, rarity)) for one in read_examples()[::EVERY])


class Sight(NamedTuple):
    """What of a sentence one line sees, behind a one for the bias: the features that its own examples have."""

    look: Callable[[Sequence[float]], Iterable[float]]
    amounts: tuple[float, ...]
    places: tuple[tuple[int, float], ...]
    wanted: bool


def _line(intent: str, ordered: Sequence[tuple[Sentence, Vector]], rounds: int) -> Line:
    """Passive-aggressive, averaged over all the steps it took, as the shipped lines were learnt; what its own examples never say
    has no weight. The first place is the bias."""
    known = sorted({bucket for one, vector in ordered if one.intent == intent for bucket in vector})
    places = {bucket: place for place, bucket in enumerate(known, start=1)}
    sights = [_sight(vector, places, wanted=one.intent == intent) for one, vector in ordered]
    weights, summed, step = [0.0] * (len(known) + 1), [0.0] * (len(known) + 1), 1
    for _ in range(rounds):
        for look, amounts, seen, wanted in sights:
            sign = 1.0 if wanted else -1.0
            loss = 1.0 - sign * sum(map(mul, look(weights), amounts))
            step += 1
            if loss > 0:
                move = sign * min(BOLDNESS, loss / 2)
                for place, amount in seen:
                    weights[place] += move * amount
                    summed[place] += step * move * amount
    bias, *averaged = (weight - total / step for weight, total in zip(weights, summed, strict=True))
    return Line(intent, bias, dict(zip(known, averaged, strict=True)))


def _sight(vector: Vector, places: Mapping[int, int], *, wanted: bool) -> Sight:
    seen = [(places[bucket], amount) for bucket, amount in vector.items() if bucket in places]
    look = itemgetter(0, 0, *(place for place, _ in seen))
    return Sight(look, (1.0, 0.0, *(amount for _, amount in seen)), ((0, 0.1), *seen), wanted)
