"""What a ticket knows, how it came to know it, and which knowledge wins: said > history > inferred."""

from collections.abc import Iterable
from typing import Literal

from frontline.model.base import Stored, Value

Source = Literal["said", "history", "inferred"]
STRENGTH: dict[Source, int] = {"inferred": 0, "history": 1, "said": 2}


class Fact(Stored):
    """A slot's value with its source, how sure we are, the turn it came in and the slots it was derived from."""

    slot: str
    value: Value
    source: Source
    turn: int
    stable: bool = False
    confidence: float = 1.0
    derived_from: tuple[str, ...] = ()
    rule: str | None = None


class Facts(Stored):
    """At most one fact a slot. Every change gives new Facts."""

    known: tuple[Fact, ...] = ()

    def get(self, slot: str) -> Fact | None:
        for fact in self.known:
            if fact.slot == slot:
                return fact
        return None

    def learn(self, fact: Fact, *, correction: bool = False) -> "Facts":
        """The stronger source wins, and among equals the later word, except that a stable fact the customer said
        yields only to the customer's own correction."""
        old = self.get(fact.slot)
        if old is None:
            return self.but(known=(*self.known, fact))
        if STRENGTH[fact.source] < STRENGTH[old.source]:
            return self
        settled = old.stable and old.source == "said" == fact.source
        if settled and not correction:
            return self
        return self._replacing(old, fact)

    def _replacing(self, old: Fact, fact: Fact) -> "Facts":
        if old.value == fact.value:
            return self.but(known=tuple(fact if known is old else known for known in self.known))
        kept = self.without_derived(old.slot)
        return kept.but(known=tuple(fact if known.slot == old.slot else known for known in kept.known))

    def without_derived(self, slot: str) -> "Facts":
        """Without anything that was concluded from `slot`, directly or through other conclusions."""
        gone: set[str] = set()
        grown = True
        while grown:
            more = {fact.slot for fact in self.known if {slot, *gone} & set(fact.derived_from)} - gone - {slot}
            gone |= more
            grown = bool(more)
        return self.but(known=tuple(fact for fact in self.known if fact.slot not in gone))

    def without(self, slots: Iterable[str]) -> "Facts":
        dropped = set(slots)
        return self.but(known=tuple(fact for fact in self.known if fact.slot not in dropped))

    def retract(self, slot: str) -> "Facts":
        """Take an inferred fact back, with all that was derived from it. What the customer said is not ours to take back."""
        fact = self.get(slot)
        if fact is None or fact.source != "inferred":
            return self
        return self.without_derived(slot).without([slot])

    def certain(self) -> "Facts":
        """Only what was said or is history: the ticket without a single guess."""
        return self.but(known=tuple(fact for fact in self.known if fact.source != "inferred"))

    def stable(self) -> "Facts":
        """What outlives the matter. Conclusions do not: they are drawn again from what remains."""
        return self.but(known=tuple(fact for fact in self.known if fact.stable and fact.source != "inferred"))

    def kept(self, wanted: Iterable[str]) -> "Facts":
        """What outlives a matter where others are open: the stable facts, and those that they want."""
        stays = set(wanted)
        return self.but(
            known=tuple(
                fact for fact in self.known if fact.source != "inferred" and (fact.stable or fact.slot in stays)
            )
        )

    def as_history(self) -> "Facts":
        """What an earlier ticket leaves to the next one."""
        return Facts(known=tuple(fact.but(source="history") for fact in self.stable().known))
