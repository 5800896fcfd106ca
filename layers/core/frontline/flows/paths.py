"""Ways through a flow that take every edge: answers to give and results to return, so that each way can be tried out."""

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import product
from typing import NamedTuple

from pydantic import JsonValue

from frontline.flows.verify.handles import handles_of
from frontline.model.base import Frozen
from frontline.model.catalogue import Catalogue
from frontline.model.flow import (
    DEFAULT,
    FAILED,
    LIMIT,
    Assignment,
    Call,
    Condition,
    Elicitation,
    End,
    Flow,
    Fork,
    Instruction,
    Interpretation,
    Node,
    Transfer,
)
from frontline.model.reading import Found, Hearing
from frontline.model.workflow import Slot

MOST_STATES = 20_000
SOME_DAY = datetime(2026, 11, 21, tzinfo=UTC)
TOLD: tuple[JsonValue, ...] = ("something", "something else")

Known = Mapping[str, JsonValue]


class Step(Frozen):
    """A node on the way, the handle it is left by, and what was learned there."""

    node: str
    handle: str
    values: dict[str, JsonValue] = {}


class Coverage(Frozen):
    """Ways from the start to an end which together take every edge that can be taken, and those nobody found a way to."""

    ways: tuple[tuple[Step, ...], ...]
    uncovered: tuple[str, ...]
    edges: int

    @property
    def share(self) -> float:
        return 1.0 if not self.edges else 1 - len(self.uncovered) / self.edges


class _State(NamedTuple):
    node: str
    known: tuple[tuple[str, JsonValue], ...]


def paths(flow: Flow, known: Catalogue) -> Coverage:
    """Breadth first, so the ways are short. What is called is taken at its word: each result it can come back with, and
    each value it can have read; it is explored on its own."""
    relevant = _relevant(flow)
    edges = {(edge.source, edge.handle): f"{edge.source} -{edge.handle}-> {edge.target}" for edge in flow.edges}
    covered: dict[tuple[str, str], tuple[Step, ...]] = {}
    begin = _State(flow.start, ())
    trail: dict[_State, tuple[Step, ...]] = {begin: ()}
    waiting = deque([begin])
    while waiting and len(trail) < MOST_STATES:
        state = waiting.popleft()
        node = flow.node(state.node)
        if isinstance(node, End | Transfer):
            continue
        for handle, values in _leaves(flow, node, state, relevant, known):
            if not flow.leads(node.id, handle):
                continue
            kept = dict(state.known) | {name: value for name, value in values.items() if name in relevant}
            ahead = _State(flow.after(node.id, handle), tuple(sorted(kept.items(), key=lambda one: one[0])))
            way = (*trail[state], Step(node=node.id, handle=handle, values=dict(values)))
            covered.setdefault((node.id, handle), way)
            if ahead not in trail:
                trail[ahead] = way
                waiting.append(ahead)
    missing = tuple(text for place, text in edges.items() if place not in covered)
    return Coverage(ways=tuple(_to_the_end(covered, trail, flow)), uncovered=missing, edges=len(edges))


def _to_the_end(
    covered: Mapping[tuple[str, str], tuple[Step, ...]], trail: Mapping[_State, tuple[Step, ...]], flow: Flow
) -> Iterator[tuple[Step, ...]]:
    """As few ways as do: those that reach an end first, then the beginnings that they leave out."""
    ends = [way for state, way in trail.items() if isinstance(flow.node(state.node), End | Transfer)]
    left = set(covered)
    for way in sorted((*ends, *covered.values()), key=len, reverse=True):
        new = {(step.node, step.handle) for step in way} & left
        if new:
            left -= new
            yield way


def _relevant(flow: Flow) -> frozenset[str]:
    """The names that decide something."""
    from frontline.flows.conditions import names

    forks = [node for node in flow.nodes if isinstance(node, Fork)]
    read = {name for fork in forks for condition in fork.conditions for name in names(condition.expression)}
    grown = True
    while grown:
        more = {
            name
            for node in flow.nodes
            if isinstance(node, Assignment)
            for target, expression in node.values.items()
            if target in read
            for name in names(expression)
        } - read
        read |= more
        grown = bool(more)
    return frozenset(read)


def told(flow: Flow, known: Catalogue) -> frozenset[str]:
    """What decides something and only the workflows that are called can tell."""
    assigned = {target for node in flow.nodes if isinstance(node, Assignment) for target in node.values}
    return _relevant(flow) - known.slots.keys() - assigned


def _leaves(
    flow: Flow, node: Node, state: _State, relevant: frozenset[str], known: Catalogue
) -> Iterator[tuple[str, Known]]:
    """Each way to leave a node: the handle, and what is learned."""
    match node:
        case Elicitation(slot=slot, limit=limit):
            for values in _combined((slot,), relevant, known):
                yield DEFAULT, values
            if limit:
                yield LIMIT, {}
        case Instruction(reads=reads, limit=limit):
            for values in _combined(reads, relevant, known):
                yield DEFAULT, values
            if limit:
                yield LIMIT, {}
        case Interpretation(outputs=outputs):
            domains = [output.options or (_sample_of(output.type),) for output in outputs]
            for chosen in product(*domains):
                yield DEFAULT, dict(zip((output.name for output in outputs), chosen, strict=True))
            yield FAILED, {}
        case Call(flow=called):
            read = set(known.wanted_by(called)) & relevant
            learned = tuple(sorted(read | set(told(flow, known) if called in known.workflows else ())))
            for handle in sorted(handles_of(node, known)):
                for values in _combined(learned, relevant, known):
                    yield handle, values
        case Assignment(values=expressions):
            yield DEFAULT, _worked_out(expressions, dict(state.known))
        case Fork(conditions=conditions):
            yield _chosen(conditions, dict(state.known)), {}
        case _:
            yield DEFAULT, {}


def _combined(slots: tuple[str, ...], relevant: frozenset[str], known: Catalogue) -> Iterator[Known]:
    """All that can be answered where it decides something, one answer where it does not."""
    domains: list[tuple[JsonValue, ...]] = []
    for name in slots:
        slot = known.slots.get(name)
        every = _answers(slot, known) if slot else TOLD
        domains.append(every if name in relevant else every[:1])
    for chosen in product(*domains):
        yield dict(zip(slots, chosen, strict=True))


def _answers(slot: Slot, known: Catalogue) -> tuple[JsonValue, ...]:
    """All that can be answered where it is little, or else an example."""
    type_ = known.type_of(slot)
    few = tuple(option.value for option in slot.options) or type_.values
    reading = None if few else type_.read(Hearing.of(slot, type_.example, SOME_DAY, asked=True))
    return few or (reading.value if isinstance(reading, Found) else "something",)


def _sample_of(type_: str) -> JsonValue:
    return {"number": 1, "boolean": True}.get(type_, "something")


def _chosen(conditions: tuple[Condition, ...], known: dict[str, JsonValue]) -> str:
    from frontline.flows.conditions import ConditionFailed, holds, names

    for condition in conditions:
        try:
            if holds(condition.expression, known, declared=names(condition.expression)):
                return condition.id
        except ConditionFailed:
            continue
    return DEFAULT


def _worked_out(expressions: Mapping[str, str], known: dict[str, JsonValue]) -> dict[str, JsonValue]:
    from frontline.flows.conditions import ConditionFailed, names, value

    found: dict[str, JsonValue] = {}
    for name, expression in expressions.items():
        try:
            found[name] = value(expression, known | found, declared=names(expression))
        except ConditionFailed:
            continue
    return found
