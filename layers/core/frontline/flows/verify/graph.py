"""A flow as a graph: what can be reached, where a walk could go round for ever, and how often a customer can be asked."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from frontline.model.catalogue import Catalogue
from frontline.model.flow import LIMIT, Call, Elicitation, End, Flow, Instruction, Node, Start, Transfer

CONSENT_TRIES = 3
ROUNDS_OF_A_CALL = 3


class Graph:
    """Edges to nodes that do not exist are left out: they are findings of their own."""

    def __init__(self, flow: Flow, known: Catalogue) -> None:
        self.flow = flow
        self.known = known
        self.nodes: Mapping[str, Node] = {node.id: node for node in flow.nodes}
        self.starts = tuple(node.id for node in flow.nodes if isinstance(node, Start))
        self.onward: dict[str, tuple[str, ...]] = {
            name: tuple(dict.fromkeys(e.target for e in flow.edges if e.source == name and e.target in self.nodes))
            for name in self.nodes
        }

    @cached_property
    def reached(self) -> frozenset[str]:
        return _reach(self.starts[:1], self.onward)

    def unreachable(self) -> tuple[str, ...]:
        return tuple(name for name in self.nodes if name not in self.reached) if self.starts else ()

    def stuck(self) -> tuple[str, ...]:
        """Reached, left, but never to an end."""
        back: dict[str, list[str]] = {name: [] for name in self.nodes}
        for name, targets in self.onward.items():
            for target in targets:
                back[target].append(name)
        ends = [name for name, node in self.nodes.items() if isinstance(node, End | Transfer)]
        saved = _reach(ends, back)
        return tuple(name for name in self.nodes if name in self.reached and name not in saved and self.onward[name])

    def endless(self) -> list[tuple[str, ...]]:
        """Rings in which nobody is ever asked, nor anything called. Who leaves by a limit was not asked either."""
        waits = Elicitation | Instruction | Call
        quiet = {
            name: tuple(
                edge.target
                for edge in self.flow.edges
                if edge.source == name
                and edge.target in self.nodes
                and (not isinstance(node, waits) or edge.handle == LIMIT)
            )
            for name, node in self.nodes.items()
        }
        return self._rings({name for name, node in self.nodes.items() if not isinstance(node, Call)}, quiet)

    def unbounded(self) -> list[tuple[str, ...]]:
        """Rings in which somebody is asked and nothing limits how often."""
        free = {name for name, node in self.nodes.items() if not self.limited(node)}
        quiet = set(self.endless())
        return [ring for ring in self._rings(free) if ring not in quiet]

    def asked_once(self) -> list[tuple[str, ...]]:
        """Rings in which what is asked is known the second time round, so that nobody is asked again."""
        asks = {name for name, node in self.nodes.items() if isinstance(node, Elicitation)}
        once = {name for name in asks if not getattr(self.nodes[name], "again", False)}
        passed = {name for name, node in self.nodes.items() if not isinstance(node, Instruction | Call)}
        return [ring for ring in self._rings(passed - (asks - once)) if once & set(ring)]

    def escalates(self) -> bool:
        """Whether a human can be reached, here or in what is called."""
        for name in self.reached:
            node = self.nodes[name]
            if isinstance(node, Transfer):
                return True
            if isinstance(node, Call) and self._hands_over(node.flow):
                return True
        return False

    def rings(self) -> list[tuple[str, ...]]:
        return self._rings(set(self.nodes))

    def _hands_over(self, name: str) -> bool:
        for one in self.known.reach(name):
            flow, workflow = self.known.flows.get(one), self.known.workflows.get(one)
            if flow and any(isinstance(node, Transfer) for node in flow.nodes):
                return True
            if workflow and any(result.then == "hand_off" for result in workflow.results.values()):
                return True
        return False

    def limited(self, node: Node) -> bool:
        match node:
            case Elicitation(limit=limit) | Instruction(limit=limit):
                return limit is not None
            case Call(flow=name):
                flows = [self.known.flows[one] for one in self.known.reach(name) if one in self.known.flows]
                return any(getattr(inner, "limit", None) for flow in flows for inner in flow.nodes)
            case _:
                return False

    def _rings(self, among: set[str], by: Mapping[str, tuple[str, ...]] | None = None) -> list[tuple[str, ...]]:
        """Strongly connected parts of more than one node, or of one that leads to itself; in the order of the flow."""
        onward = self.onward if by is None else by
        within = {name: tuple(t for t in onward[name] if t in among) for name in self.nodes if name in among}
        reach = {name: _reach(within[name], within) for name in within}
        rings: list[tuple[str, ...]] = []
        seen: set[str] = set()
        for name in within:
            if name in reach[name] and name not in seen and name in self.reached:
                ring = tuple(other for other in within if other in reach[name] and name in reach[other])
                seen |= set(ring)
                rings.append(ring)
        return rings


def worst_case(flow: Flow, known: Catalogue, counted: dict[str, int] | None = None) -> int:
    """The most questions on any way through, each as often as it is tried; a ring counts as often as its limits allow.
    `counted`: the flows it calls, each counted once."""
    counted = {} if counted is None else counted
    counted[flow.id] = 0
    graph = Graph(flow, known)
    rings = graph.rings()
    part = {name: ring for ring in rings for name in ring}
    cost = {name: _questions(node, known, counted) for name, node in graph.nodes.items()}
    longest: dict[str, int] = {}

    def from_here(name: str) -> int:
        ring = part.get(name, (name,))
        if ring[0] in longest:
            return longest[ring[0]]
        rounds = max((_rounds(graph.nodes[one]) for one in ring), default=1) + 1 if name in part else 1
        trips: dict[str, int] = {}
        own = max(_round_trip(one, ring, graph, cost, trips) for one in ring) * rounds
        ahead = {target for one in ring for target in graph.onward[one] if target not in ring}
        longest[ring[0]] = own + max((from_here(target) for target in ahead), default=0)
        return longest[ring[0]]

    counted[flow.id] = from_here(graph.starts[0]) if graph.starts else 0
    return counted[flow.id]


def _round_trip(name: str, ring: tuple[str, ...], graph: Graph, cost: Mapping[str, int], trips: dict[str, int]) -> int:
    """The most a ring asks before it comes back to where something limits it. Every ring has such a place, so what lies
    between is no ring, and each of its nodes is counted once (`trips`)."""
    if name not in trips:
        trips[name] = 0
        ahead = [one for one in graph.onward[name] if one in ring and not graph.limited(graph.nodes[one])]
        trips[name] = cost[name] + max((_round_trip(one, ring, graph, cost, trips) for one in ahead), default=0)
    return trips[name]


def _rounds(node: Node) -> int:
    match node:
        case Elicitation(limit=int() as limit) | Instruction(limit=int() as limit):
            return limit
        case Call():
            return ROUNDS_OF_A_CALL
        case _:
            return 1


def _questions(node: Node, known: Catalogue, counted: dict[str, int]) -> int:
    match node:
        case Elicitation(slot=slot):
            return known.slots[slot].tries if slot in known.slots else 1
        case Instruction(tries=tries):
            return tries
        case Call(type="subflow", flow=name) if name in known.flows:
            return counted[name] if name in counted else worst_case(known.flows[name], known, counted)
        case Call(type="tool", flow=name) if name in known.workflows:
            workflow = known.workflows[name]
            return sum(slot.tries for slot in workflow.slots) + (CONSENT_TRIES if workflow.confirm else 0)
        case _:
            return 0


def _reach(begin: Iterable[str], onward: Mapping[str, Iterable[str]]) -> frozenset[str]:
    reached, waiting = set(begin), list(begin)
    while waiting:
        ahead = set(onward.get(waiting.pop(), ())) - reached
        reached |= ahead
        waiting.extend(ahead)
    return frozenset(reached)
