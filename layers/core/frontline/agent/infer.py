"""What may be concluded from what was said. Conclusions are drawn afresh from their premises every turn, so that taking
one back, with all that stands on it, is the same as not drawing it again."""

from collections.abc import Callable
from typing import NamedTuple

from frontline.model.base import Value
from frontline.model.fact import Fact, Facts

MODEL_GUESS = "model"
METROS = ("delhi", "mumbai", "kolkata", "chennai")
"""Where an evening slowdown is more likely congestion than a fault."""


class Rule(NamedTuple):
    """`concludes` gets `value` when every premise holds, and the matter is one of `intents` if any are named."""

    name: str
    premises: tuple[tuple[str, Callable[[Value], bool]], ...]
    concludes: str
    value: Value
    confidence: float
    intents: tuple[str, ...] = ()


def _one_of(*values: Value) -> Callable[[Value], bool]:
    return lambda value: value in values


RULES: tuple[Rule, ...] = (
    Rule("fibre_is_a_fixed_line", (("access", _one_of("fibre", "broadband")),), "connection", "fixed_line", 0.95),
    Rule("a_sim_is_mobile", (("access", _one_of("sim", "mobile_data")),), "connection", "mobile", 0.9),
    Rule("a_phone_is_mobile", (("device", _one_of("phone", "tablet", "dongle")),), "connection", "mobile", 0.8),
    Rule("signal_and_calls_are_mobile", (), "connection", "mobile", 0.8, intents=("no_signal", "call_drop")),
    Rule(
        "slow_metro_evenings_are_congestion",
        (("region", _one_of(*METROS)), ("period", _one_of("evening", "night"))),
        "hypothesis",
        "congestion",
        0.6,
        intents=("slow_internet",),
    ),
)


def infer(facts: Facts, intent: str | None, turn: int) -> Facts:
    """All that follows, and nothing that no longer does. What was said or is history is never overwritten."""
    drawn = facts.but(known=tuple(fact for fact in facts.known if fact.rule is None or fact.rule == MODEL_GUESS))
    before = {fact.slot: fact for fact in facts.known}
    for rule in RULES:
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
