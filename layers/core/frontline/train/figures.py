"""How good the trained weights are on sentences they never saw."""

import math
from collections.abc import Sequence

from frontline.adapters.llm.classifier import THRESHOLD
from frontline.adapters.llm.linear import NEVER, Weights, likelihoods
from frontline.agent.hear.prompt import UNKNOWN
from frontline.model.heard import OUT_OF_SCOPE
from frontline.train.examples import Example

HARMLESS = frozenset({UNKNOWN, OUT_OF_SCOPE})
FEW = 0.02


def temperature_of(weights: Weights, held: Sequence[Example]) -> float:
    """The one under which the held-out sentences are least surprising, less those in which nothing is familiar."""

    def surprise(temperature: float) -> float:
        return -sum(math.log(likelihoods(told, temperature)[place] + 1e-12) for told, place in scored)

    place_of = {intent: place for place, intent in enumerate(weights.intents)}
    told = ((weights.scores(example.text), place_of.get(example.intent)) for example in held)
    scored = [(scores, place) for scores, place in told if scores and place is not None]
    return min((step / 2 for step in range(2, 31)), key=surprise)


def stranger_of(weights: Weights, held: Sequence[Example]) -> float:
    """The score that few of the held-out sentences about a matter of ours stay below. What scores no more than that is as
    likely a matter nobody has shown us."""
    told = (weights.scores(example.text) for example in held if example.intent not in HARMLESS)
    tops = sorted(max(scores) for scores in told if scores)
    return round(tops[int(FEW * len(tops))], 4) if tops else NEVER


def accuracy(weights: Weights, examples: Sequence[Example]) -> float:
    """How often the likeliest intent is the right one."""
    right = [
        bool(scores := weights.scores(example.text)) and weights.intents[_top(scores)] == example.intent
        for example in examples
    ]
    return round(sum(right) / len(right), 4) if right else 0.0


def mistaken(weights: Weights, examples: Sequence[Example]) -> float:
    """How often an intent would be taken for sure, and wrongly: what a customer would notice."""
    wrong = 0
    for example in examples:
        likelihoods = weights.likelihoods(example.text)
        top = _top(likelihoods) if likelihoods else 0
        said = weights.intents[top] if likelihoods and likelihoods[top] >= THRESHOLD else UNKNOWN
        wrong += said not in HARMLESS and said != example.intent
    return round(wrong / len(examples), 4)


def _top(scores: Sequence[float]) -> int:
    return max(range(len(scores)), key=scores.__getitem__)
