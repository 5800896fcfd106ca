"""An author's intents in, out the examples that are more like another intent than like their own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from frontline.adapters.llm.taught import vector_of
from frontline.adapters.llm.teach import Sentence, Vector, said_of
from frontline.model.workflow import Intent

ALIKE = 0.6
CLEARLY = 0.2
"""By how much more it is like the other."""


class Elsewhere(NamedTuple):
    """An example, by its intent and its place there, and the intent it belongs to more clearly."""

    intent: str
    place: int
    other: str


def elsewhere(own: Sequence[Intent], others: Iterable[Intent], rarity: bytes) -> Iterator[Elsewhere]:
    """Likeness is the share of their features that two sentences have in common, the rare ones above all. An example is
    compared with all sentences but itself."""
    sentences = [Sentence(intent.name, text) for intent in (*own, *others) for text in said_of(intent)]
    vectors = [vector_of(one.text, rarity) for one in sentences]
    having: dict[int, list[tuple[int, float]]] = {}
    for place, vector in enumerate(vectors):
        for bucket, amount in vector.items():
            having.setdefault(bucket, []).append((place, amount))
    places = {one: place for place, one in enumerate(sentences)}
    for intent in own:
        for number, text in enumerate(intent.examples):
            at = places[Sentence(intent.name, text)]
            nearest = _nearest(at, vectors[at], sentences, having)
            like_its_own = nearest.pop(intent.name, 0.0)
            other = max(nearest, key=nearest.__getitem__, default=intent.name)
            if nearest.get(other, 0.0) >= max(ALIKE, like_its_own + CLEARLY):
                yield Elsewhere(intent.name, number, other)


def _nearest(
    at: int, vector: Vector, sentences: Sequence[Sentence], having: dict[int, list[tuple[int, float]]]
) -> dict[str, float]:
    """How like the likest sentence of each intent is."""
    alike: dict[int, float] = {}
    for bucket, amount in vector.items():
        for place, other in having[bucket]:
            alike[place] = alike.get(place, 0.0) + amount * other
    found: dict[str, float] = {}
    for place, share in alike.items():
        if place != at:
            found[sentences[place].intent] = max(share, found.get(sentences[place].intent, 0.0))
    return found
