"""Conditions that never decide: what they ask for cannot be, always is, or was caught by one before them."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import prod

from pydantic import JsonValue

from frontline.flows.document import FlowDocument
from frontline.flows.verify.finding import Finding
from frontline.model.catalogue import Catalogue
from frontline.model.flow import Assignment, Call, Flow, Fork, Interpretation

MOST_COMBINATIONS = 512
MOST_TRIALS = 2_000
"""Over all conditions of a flow, so that its verification ends in good time."""

_COMPARED = re.compile(r"\b([A-Za-z_]\w*)\s*(?:===?|!==?)\s*(['\"])((?:[^'\"\\]|\\.)*)\2")
_REVERSED = re.compile(r"(['\"])((?:[^'\"\\]|\\.)*)\1\s*(?:===?|!==?)\s*([A-Za-z_]\w*)\b(?!\s*[.(?\[])")

Domains = Mapping[str, tuple[JsonValue, ...]]
Known = dict[str, JsonValue]


def domains_of(flow: Flow, document: FlowDocument, known: Catalogue) -> Domains:
    """The values a name can have, where they are few and known: a slot's options, or a model's. A variable that may have
    any value hides a slot of its name."""
    slots: dict[str, tuple[JsonValue, ...]] = {}
    for name, slot in known.slots.items():
        type_ = known.type_of(slot)
        if type_.values:
            slots[name] = type_.values
        elif slot.options and not slot.options_from and type_.options != "some":
            slots[name] = tuple(option.value for option in slot.options)
    filled = [output for node in flow.nodes if isinstance(node, Interpretation) for output in node.outputs]
    models = {one.name: tuple[JsonValue, ...](one.options) for one in filled if one.options}
    set_ = [name for node in flow.nodes if isinstance(node, Assignment) for name in node.values]
    brought = [name for node in flow.nodes if isinstance(node, Call) for name in node.outputs]
    free = [one.name for one in filled if not one.options or one.name in slots]
    twice = [one.name for number, one in enumerate(filled) if one.name in {other.name for other in filled[:number]}]
    hidden = {*document.variables, *set_, *brought, *free, *twice}
    return {name: domain for name, domain in (slots | models).items() if name not in hidden}


def idle_findings(
    node: Fork, path: str, domains: Domains, unset: frozenset[str], trials: int = MOST_COMBINATIONS
) -> Iterator[Finding]:
    """`unset`: names that are not set on every way here."""
    from frontline.flows.conditions import broken

    seen: dict[str, str] = {}
    before: list[str] = []
    for number, condition in enumerate(node.conditions):
        where = f"{path}.conditions[{number}].expression"
        said = " ".join(condition.expression.split())
        if said in seen:
            reason = f"the same as {seen[said]!r}, which comes first, so this is never taken"
            yield Finding(code="shadowed_condition", node=node.id, path=where, reason=reason)
        elif not broken(condition.expression):
            found = _misspelt(node.id, where, condition.expression, domains)
            found = found or _never(node.id, where, condition.expression, before, domains, unset, trials)
            if found:
                yield found
            before.append(condition.expression)
        seen.setdefault(said, condition.id)


def _misspelt(node: str, path: str, expression: str, domains: Domains) -> Finding | None:
    pairs = [(name, said) for name, _, said in _COMPARED.findall(expression)]
    pairs += [(name, said) for _, said, name in _REVERSED.findall(expression)]
    for name, said in pairs:
        domain = domains.get(name, ())
        if domain and said not in domain:
            values = [one if isinstance(one, str) else str(one).lower() for one in domain]
            near = difflib.get_close_matches(said.lower(), values, 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            reason = f"{name!r} is never {said!r}: it is one of {', '.join(values)}{hint}"
            return Finding(code="impossible_value", node=node, path=path, reason=reason)
    return None


def _never(
    node: str, path: str, expression: str, before: Sequence[str], domains: Domains, unset: frozenset[str], trials: int
) -> Finding | None:
    """Tried out over all that can be, if that is not too much."""
    from frontline.flows.conditions import names

    wanted = names(expression)
    worlds = _worlds(wanted, domains, unset, trials)
    if not worlds:
        return None
    about = " and ".join(sorted(wanted))
    outcomes = {_holds(expression, world, wanted) for world in worlds}
    if outcomes == {False}:
        reason = f"this never holds, whatever {about} are"
        return Finding(code="impossible_value", node=node, path=path, reason=reason)
    earlier = [(other, names(other)) for other in before if names(other) <= domains.keys()]
    together = wanted.union(*(read for _, read in earlier))
    met = [world for world in _worlds(together, domains, unset, trials) if _holds(expression, world, wanted)]
    if met and all(any(_holds(other, world, read) for other, read in earlier) for world in met):
        reason = f"whatever {about} are, a condition before this one holds first, so this is never taken"
        return Finding(code="shadowed_condition", node=node, path=path, reason=reason)
    if outcomes == {True}:
        reason = f"this always holds, whatever {about} are, so nothing after it is ever taken"
        return Finding(code="always_true", severity="warning", node=node, path=path, reason=reason)
    return None


def _worlds(wanted: frozenset[str], domains: Domains, unset: frozenset[str], trials: int) -> list[Known]:
    """All that these names can be together; none if that is unknown or too much."""
    ordered = sorted(wanted)
    choices = [
        [*({name: value} for value in domains.get(name, ())), *([Known()] if name in unset else [])] for name in ordered
    ]
    if not ordered or not wanted <= domains.keys() or prod(map(len, choices)) > trials:
        return []
    return [{name: value for one in chosen for name, value in one.items()} for chosen in product(*choices)]


def _holds(expression: str, world: Known, wanted: frozenset[str]) -> bool:
    return _held(expression, tuple((name, world[name]) for name in sorted(wanted) if name in world), wanted)


@lru_cache(maxsize=4096)
def _held(expression: str, world: tuple[tuple[str, JsonValue], ...], wanted: frozenset[str]) -> bool:
    from frontline.flows.conditions import ConditionFailed, holds

    try:
        return holds(expression, dict(world), declared=wanted)
    except ConditionFailed:
        return False
