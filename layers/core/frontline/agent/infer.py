"""What may be concluded from what was said. Conclusions are drawn afresh from their premises every turn, so that taking
one back, with all that stands on it, is the same as not drawing it again."""

from collections.abc import Iterable

from frontline.model.fact import Fact, Facts
from frontline.model.rule import Rule

MODEL_GUESS = "model"


def infer(facts: Facts, intent: str | None, turn: int, rules: Iterable[Rule]) -> Facts:
    """All that follows, and nothing that no longer does. What was said or is history is never overwritten."""
    drawn = facts.but(known=tuple(fact for fact in facts.known if fact.rule is None or fact.rule == MODEL_GUESS))
    before = {fact.slot: fact for fact in facts.known}
    for rule in rules:
        if rule.intents and intent not in rule.intents:
            continue
        held = [drawn.get(slot) for slot, _ in rule.premises]
        if not all(fact and test(fact.value) for fact, (_, test) in zip(held, rule.premises, strict=True)):
            continue
        if drawn.get(rule.concludes):
            continue
        fact = Fact(
            slot=rule.concludes,
            value=rule.value,
            source="inferred",
            turn=turn,
            confidence=rule.confidence,
            derived_from=tuple(slot for slot, _ in rule.premises),
            rule=rule.name,
        )
        old = before.get(rule.concludes)
        unchanged = old is not None and (old.value, old.rule) == (fact.value, fact.rule)
        drawn = drawn.learn(old if unchanged and old else fact)
    return drawn
