"""The last model of the ladder: trained from the example sentences, pure Python, no network, never without an answer."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from frontline.adapters.llm.linear import NEVER, Weights, likelihoods
from frontline.adapters.llm.linear import unpack as weights_of
from frontline.adapters.llm.moves import NONE, SURE_OF_A_MOVE, Moves
from frontline.adapters.llm.taught import familiarised, holds, stamp_of, unpack
from frontline.agent.hear.denied import without_denied
from frontline.agent.hear.prompt import UNKNOWN
from frontline.agent.hear.stories import MASS_OF_AUTHORED
from frontline.model.decision import Decision, LLMResponse, Prompt
from frontline.model.errors import ModelUnavailable
from frontline.model.heard import OUT_OF_SCOPE
from frontline.model.moment import Moment
from frontline.model.taught import NOTHING_TAUGHT, Taught
from frontline.model.workflow import Intent

if TYPE_CHECKING:
    from frontline.adapters.llm.telling_apart import Elsewhere

FILE = Path(__file__).with_name("classifier.bin")
OF_MOVES = "moves.bin"
"""Beside it."""
THRESHOLD = 0.5
SURE_OF_THE_REST = 0.6
SURE_OF_A_SHIPPED_ONE = 0.8
MOST_OF_A_STRANGER = 0.0
"""What is no matter of the shipped examples may well be an author's: beside their lines it scores no more than this."""
AS_A_STRANGER = 0.15
"""By how much more than a stranger's own score what is none of an author's matters counts, where no others are offered."""


class Classifier:
    """Knows more intents than an organisation offers, so that what it does not offer is not mistaken for what it does."""

    def __init__(self, file: Path = FILE, *, threshold: float = THRESHOLD, name: str = "classifier") -> None:
        self.name = name
        self._file = file
        self._threshold = threshold
        self.moves_file = file.with_name(OF_MOVES)
        self._moves = Moves(self.moves_file)

    @cached_property
    def _weights(self) -> Weights:
        """Read by the first message that needs it."""
        try:
            return weights_of(self._file.read_bytes())
        except (OSError, ValueError) as exc:
            raise ModelUnavailable(f"{self.name} is not trained: python -m frontline.train") from exc

    @cached_property
    def _familiar(self) -> tuple[bytes, int]:
        """How rare each bucket is to an author's own words, and by what their lines are known."""
        return familiarised(self._weights.rarity), stamp_of(self._weights.rarity)

    def teach(self, intents: Iterable[Intent], others: Iterable[Intent] = ()) -> str:
        """What the examples of a flow's intents come to, packed; `others` are those of the organisation's other flows."""
        from frontline.adapters.llm.teach import teach

        return teach(intents, others, self._weights)

    def burden(self, intents: Iterable[Intent], others: Iterable[Intent] = ()) -> float:
        """How much of what can be learnt while a flow is published its examples are; more than 1 is too much."""
        from frontline.adapters.llm.teach import burden

        return burden(intents, others, self._weights)

    def elsewhere(
        self, intents: Sequence[Intent], others: Iterable[Intent], shipped: Collection[str]
    ) -> "list[Elsewhere]":
        """The examples that belong to another intent more clearly: to one of an author's, or one of those `shipped` that the
        organisation offers."""
        from frontline.adapters.llm.telling_apart import Elsewhere, elsewhere

        found = {(one.intent, one.place): one for one in elsewhere(intents, others, self._familiar[0])}
        for intent in intents:
            for place, text in enumerate(intent.examples):
                best, sure = next(iter(self.rank(text)), (UNKNOWN, 0.0))
                if best in shipped and best != intent.name and sure >= SURE_OF_A_SHIPPED_ONE:
                    found.setdefault((intent.name, place), Elsewhere(intent.name, place, best))
        return list(found.values())

    def knows(self, intent: str) -> bool:
        """Whether the shipped examples have it."""
        return intent in self._weights.intents

    def was_taught(self, packed: str) -> bool:
        """Whether these lines were learnt over this classifier."""
        return holds(packed, self._familiar[1])

    def rank(
        self, text: str, intents: Collection[str] | None = None, taught: Taught = NOTHING_TAUGHT
    ) -> list[tuple[str, float]]:
        """Likely first, with calibrated confidences; those of the intents left out are lost, not shared among the rest. What an
        organisation's own flows `taught` counts beside what is shipped. Empty for a text in which nothing is familiar. What a
        message denies counts only where nothing else in it is clear: "I don't want to change my plan, just turn on roaming" is
        about roaming."""
        ranked = self._ranked(text, taught)
        if rest := without_denied(text):
            of_the_rest = self._ranked(rest, taught)
            best, confidence = of_the_rest[0] if of_the_rest else (UNKNOWN, 1.0)
            if best not in (UNKNOWN, OUT_OF_SCOPE) and confidence >= SURE_OF_THE_REST:
                ranked = of_the_rest
        return [pair for pair in ranked if intents is None or pair[0] in intents]

    def move(self, text: str, moment: Moment) -> tuple[str, float] | None:
        """The move that the examples of moves show it to be, if that is sure, and how sure."""
        move, share = self._moves.likeliest(text, moment)
        return (move, share) if move != NONE and share >= SURE_OF_A_MOVE else None

    def _ranked(self, text: str, taught: Taught) -> list[tuple[str, float]]:
        weights = self._weights
        if not (own := self._own_scores(text, taught)):
            return _likely_first(dict(zip(weights.intents, weights.likelihoods(text), strict=False)))
        shipped = dict(zip(weights.intents, weights.scores(text) or weights.bias, strict=True))
        own = {intent: max(score, shipped.get(intent, score)) for intent, score in own.items()}
        stranger = weights.stranger
        if taught.beside.isdisjoint(shipped):
            shipped, stranger = _one_stranger(shipped, stranger), NEVER
        else:
            shipped[OUT_OF_SCOPE] = min(shipped.get(OUT_OF_SCOPE, NEVER), MOST_OF_A_STRANGER)
        scores = {**shipped, **own}
        chances = likelihoods(tuple(scores.values()), weights.temperature, stranger)
        return _likely_first(dict(zip(scores, chances, strict=True)))

    def _own_scores(self, text: str, taught: Taught) -> dict[str, float]:
        if not taught.lines:
            return {}
        familiar, stamp = self._familiar
        return unpack(taught.lines, stamp).scores(text, familiar)

    def generate(self, prompt: Prompt, timeout: float = 0.0) -> LLMResponse:
        """A Decision with the intent alone. Below the threshold the intent is unknown; above it, what the organisation does
        not do is out of scope."""
        del timeout
        ranked = self.rank(prompt.text, taught=prompt.taught)
        intent, confidence = self._choose(ranked, _offered(prompt.answer_schema), prompt.taught)
        decision = Decision(
            intent=intent,
            confidence=round(confidence, 4),
            next_action="clarification" if intent in (UNKNOWN, OUT_OF_SCOPE) else "execute_workflow",
        )
        return LLMResponse(model=self.name, text=decision.model_dump_json())

    def _choose(self, ranked: list[tuple[str, float]], offered: frozenset[str], taught: Taught) -> tuple[str, float]:
        """Only the likeliest of all intents counts: a doubt spread over many is no sign of any. Where an intent is offered that
        nobody taught, nobody can tell either what is none of ours; nor where it may be one of an author's."""
        best, confidence = ranked[0] if ranked else (UNKNOWN, 1.0)
        if best == UNKNOWN or confidence < self._threshold:
            return UNKNOWN, confidence if best == UNKNOWN else 1.0 - confidence
        if best in offered:
            return best, confidence
        ours = sum(share for intent, share in ranked if intent not in self._weights.intents)
        if taught.bare.difference(self._weights.intents) or ours >= MASS_OF_AUTHORED:
            return UNKNOWN, 1.0 - confidence
        return OUT_OF_SCOPE, confidence


def _likely_first(shares: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(shares.items(), key=lambda pair: -pair[1])


def _one_stranger(shipped: Mapping[str, float], stranger: float) -> dict[str, float]:
    """What the shipped intents are to an organisation that offers none of them: whichever scores most, one stranger."""
    best = max(shipped, key=shipped.__getitem__)
    return {best if shipped[best] > stranger else UNKNOWN: stranger + AS_A_STRANGER}


@lru_cache(maxsize=64)
def _offered(answer_schema: str) -> frozenset[str]:
    """The organisation's intents, as the prompt's schema names them."""
    intents = json.loads(answer_schema)["properties"].get("intent", {}).get("enum")
    if not intents:
        raise ModelUnavailable("the classifier only tells intents apart")
    return frozenset(intents) - {OUT_OF_SCOPE, UNKNOWN}
