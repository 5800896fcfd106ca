"""What a flow's examples teach the classifier: worked out when it is published, and again where a newer classifier stands."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from frontline.model.errors import ModelUnavailable
from frontline.model.workflow import Intent

if TYPE_CHECKING:
    from frontline.adapters.llm.telling_apart import Elsewhere


class Teacher(Protocol):
    """The classifier, as far as it can be taught."""

    def teach(self, intents: Iterable[Intent], others: Iterable[Intent] = ()) -> str: ...

    def burden(self, intents: Iterable[Intent], others: Iterable[Intent] = ()) -> float: ...

    def was_taught(self, packed: str) -> bool: ...

    def knows(self, intent: str) -> bool: ...

    def elsewhere(
        self, intents: Sequence[Intent], others: Iterable[Intent], shipped: Collection[str]
    ) -> "Sequence[Elsewhere]": ...


def taught(teacher: Teacher, intents: Sequence[Intent], others: Iterable[Intent] = (), kept: str = "") -> str:
    """What was `kept` if it holds for this classifier, else what the examples come to now. A classifier that is not there has
    nothing to teach: the intents are found by their offers."""
    if not any(intent.examples for intent in intents):
        return ""
    with suppress(ModelUnavailable):
        return kept if kept and teacher.was_taught(kept) else teacher.teach(intents, others)
    return ""
