"""An author's examples in, one line an intent out: learnt within the second in which a flow is published."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from frontline.adapters.llm.linear import Weights, spread
from frontline.adapters.llm.taught import Line, familiarised, pack, stamp_of
from frontline.model.workflow import Intent
from frontline.train.examples import read_examples

EVERY = 4
"""Of the shipped sentences one in four is enough to be told apart from."""
EPOCHS = 10
BOLDNESS = 1.0
MOST_WORK = 4_000_000
"""Numbers looked at: thousands of examples are learnt from less thoroughly, and in the same second."""

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
    ordered = (*((one, spread(one.text, rarity)) for one in mixed), *_shipped(rarity))
    lines = [_line(intent.name, _seen(intent, ordered), len(own)) for intent in own]
    return pack(lines, stamp_of(weights.rarity))


def said_of(intent: Intent) -> tuple[str, ...]:
    """What an author wrote that a customer might say."""
    offers = (intent.offer.en, intent.offer.hi, intent.offer.hinglish)
    return tuple(dict.fromkeys((*intent.examples, *offers)))


def _sentences(own: Sequence[Intent], others: Iterable[Intent]) -> list[Sentence]:
    return [Sentence(intent.name, text) for intent in (*own, *others) for text in said_of(intent)]


@lru_cache(maxsize=1)
def _shipped(rarity: bytes) -> tuple[tuple[Sentence, Vector], ...]:
    return tuple((Sentence(one.intent, one.text), spread(one.text, rarity)) for one in read_examples()[::EVERY])


class Sight(NamedTuple):
    """What of a sentence is seen by one line: the features that its own examples have."""

    vector: Vector
    wanted: bool


def _seen(intent: Intent, ordered: Iterable[tuple[Sentence, Vector]]) -> list[Sight]:
    known = {bucket for one, vector in ordered if one.intent == intent.name for bucket in vector}
    return [
        Sight({bucket: amount for bucket, amount in vector.items() if bucket in known}, one.intent == intent.name)
        for one, vector in ordered
    ]


def _line(intent: str, sights: Sequence[Sight], lines: int) -> Line:
    """Passive-aggressive, averaged over all the steps it took, as the shipped lines were learnt."""
    weights: dict[int, float] = {bucket: 0.0 for sight in sights for bucket in sight.vector}
    summed, bias, biases, step = dict(weights), 0.0, 0.0, 1
    work = lines * sum(1 + len(sight.vector) for sight in sights)
    for _ in range(max(2, min(EPOCHS, MOST_WORK // work))):
        for vector, wanted in sights:
            sign = 1.0 if wanted else -1.0
            loss = 1.0 - sign * (sum(weights[bucket] * amount for bucket, amount in vector.items()) + bias)
            step += 1
            if loss > 0:
                move = sign * min(BOLDNESS, loss / 2)
                for bucket, amount in vector.items():
                    weights[bucket] += move * amount
                    summed[bucket] += step * move * amount
                bias += move * 0.1
                biases += step * move * 0.1
    averaged = {bucket: weight - summed[bucket] / step for bucket, weight in weights.items()}
    return Line(intent, bias - biases / step, averaged)
