"""Verification before publication: all that can be known of a flow without anybody going through it."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from frontline.flows.document import FlowDocument, IntentDocument
from frontline.flows.drawn import flow_from
from frontline.flows.verify.expressions import expression_findings
from frontline.flows.verify.finding import Finding, Severity, Verdict
from frontline.flows.verify.graph import Graph, worst_case
from frontline.flows.verify.handles import handles_of, silent_results
from frontline.flows.verify.languages import language_findings
from frontline.flows.verify.names import name_findings
from frontline.model.catalogue import Catalogue
from frontline.model.flow import (
    DEFAULT,
    FAILED,
    Call,
    Elicitation,
    End,
    Flow,
    Fork,
    Instruction,
    Interpretation,
    Transfer,
)

FEWEST_EXAMPLES = 3
LONGEST_OFFER = 200


def verdict(raw: Mapping[str, Any] | str, flow_id: str, catalogue: Catalogue) -> Verdict:
    """`catalogue` is the organisation's; what it has of this flow already is replaced by what is checked."""
    try:
        document = FlowDocument.model_validate_json(raw) if isinstance(raw, str) else FlowDocument.model_validate(raw)
    except ValidationError as error:
        return Verdict(findings=tuple(_of_schema(error, raw)), questions=None)
    flow = flow_from(flow_id, document)
    twice = tuple(_doubles(flow))
    if twice:
        return Verdict(findings=twice, questions=None)
    others = [other for other in catalogue.flows.values() if other.id != flow_id]
    before, known = catalogue.with_flows(others), catalogue.with_flows((*others, flow))
    graph = Graph(flow, known)
    found = [
        *_declarations(document, flow_id, before),
        *_references(flow, known),
        *_edges(flow, known),
        *_ways_out(flow, known),
        *_shape(graph),
        *name_findings(document, flow, known),
        *expression_findings(document, flow, known),
        *language_findings(document, known),
    ]
    endless = any(one.code in _ENDLESS for one in found)
    questions = None if endless else min(worst_case(flow, known), flow.question_bound)
    return Verdict(findings=tuple(found), questions=questions)


def findings(raw: Mapping[str, Any] | str, flow_id: str, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What is wrong, errors and warnings."""
    return verdict(raw, flow_id, catalogue).findings


_ENDLESS = frozenset({"unbounded_questions", "endless_loop", "recursive_call", "unknown_flow", "unknown_workflow"})


def _of_schema(error: ValidationError, raw: Mapping[str, Any] | str) -> Iterator[Finding]:
    """Each wrong field by its path, and by its node where it is in one."""
    nodes = raw.get("nodes") if isinstance(raw, Mapping) else None
    for one in error.errors(include_input=False, include_url=False):
        place = [part for part in one["loc"] if not (isinstance(part, str) and part.endswith("Node"))]
        node = None
        if len(place) > 1 and place[0] == "nodes" and isinstance(place[1], int) and isinstance(nodes, list):
            at = nodes[place[1]]
            node = str(at.get("id")) if isinstance(at, dict) else None
            place = [
                *place[:2],
                *(part for part in place[2:] if part != (at.get("type") if isinstance(at, dict) else None)),
            ]
        path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")
        yield Finding(code="schema", node=node, path=path, reason=one["msg"])


def _doubles(flow: Flow) -> Iterator[Finding]:
    ids = [node.id for node in flow.nodes]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield Finding(code="duplicate_node", node=name, reason="two nodes have this id; give one of them another")


def _declarations(document: FlowDocument, flow_id: str, before: Catalogue) -> Iterator[Finding]:
    """What the flow claims for itself, beside what is there already."""
    flow = flow_from(flow_id, document)
    for number, slot in enumerate(flow.slots):
        path = f"slots[{number}]"
        if slot.type not in before.trade.slot_types:
            reason = f"there is no slot type {slot.type!r}; the types are {', '.join(sorted(before.trade.slot_types))}"
            yield Finding(code="unknown_slot_type", path=f"{path}.type", reason=reason)
        known = before.knowledge.get(slot.name)
        if known is not None and known != slot:
            reason = f"{slot.name!r} is declared elsewhere, differently; use that one or another name"
            yield Finding(code="slot_redeclared", path=path, reason=reason)
    for number, intent in enumerate(document.intents):
        yield from _understanding(intent, f"intents[{number}]")
        owner = before.served_by.get(intent.name)
        if owner in before.flows:
            reason = f"the intent {intent.name!r} is served by flow {owner!r} already"
            yield Finding(code="intent_taken", path=f"intents[{number}]", reason=reason)


def _understanding(intent: IntentDocument, path: str) -> Iterator[Finding]:
    """Whether customers will be understood who want it."""
    if 0 < len(intent.examples) < FEWEST_EXAMPLES:
        reason = f"{len(intent.examples)} are few to tell {intent.name!r} by; give it five things that customers say who want it"
        yield Finding(code="few_examples", severity="warning", path=f"{path}.examples", reason=reason)
    if max(map(len, intent.offer.each.values())) > LONGEST_OFFER:
        reason = f"an offer is an entry of a menu and has at most {LONGEST_OFFER} characters"
        yield Finding(code="too_long", path=f"{path}.offer", reason=reason)


def _references(flow: Flow, known: Catalogue) -> Iterator[Finding]:
    """Slots, workflows and flows by name."""
    for number, node in enumerate(flow.nodes):
        path = f"nodes[{number}].data"
        match node:
            case Elicitation(slot=slot) if slot not in known.slots:
                yield _unknown(node.id, f"{path}.slot", slot)
            case Instruction(reads=reads):
                yield from (_unknown(node.id, f"{path}.reads", slot) for slot in reads if slot not in known.slots)
            case Call(type="tool", flow=name) if name not in known.workflows:
                reason = f"there is no workflow {name!r} in this organisation"
                yield Finding(code="unknown_workflow", node=node.id, path=f"{path}.workflow", reason=reason)
            case Call(type="tool", flow=name, inputs=inputs):
                yield from _inputs(node, inputs, known, f"{path}.inputs")
            case Call(flow=name) if name not in known.flows:
                reason = f"there is no flow {name!r} in this organisation; publish it first"
                yield Finding(code="unknown_flow", node=node.id, path=f"{path}.flow", reason=reason)
            case Call(flow=name) if flow.id in known.reach(name):
                reason = f"{name!r} goes through {flow.id!r} itself, so this would never come to an end"
                yield Finding(code="recursive_call", node=node.id, path=f"{path}.flow", reason=reason)
            case _:
                pass


def _unknown(node: str, path: str, slot: str) -> Finding:
    reason = f"there is no slot {slot!r}; declare it in `slots` or use one that is known"
    return Finding(code="unknown_slot", node=node, path=path, reason=reason)


def _inputs(node: Call, inputs: Mapping[str, str], known: Catalogue, path: str) -> Iterator[Finding]:
    workflow = known.workflows[node.flow]
    helpers = [known.workflows[name] for name in (workflow.preview,) if name and name in known.workflows]
    takes = {one.name for it in (workflow, *helpers) for one in (*it.slots, *it.listens)}
    for name in inputs:
        if name not in takes:
            reason = f"{node.flow!r} takes no {name!r}; it takes {', '.join(sorted(takes)) or 'nothing'}"
            yield Finding(code="wrong_input", node=node.id, path=f"{path}.{name}", reason=reason)


def _edges(flow: Flow, known: Catalogue) -> Iterator[Finding]:
    """Every edge leads from a handle its node has to a node there is, once."""
    nodes = {node.id: node for node in flow.nodes}
    taken: set[tuple[str, str]] = set()
    for number, edge in enumerate(flow.edges):
        path = f"edges[{number}]"
        for end in (edge.source, edge.target):
            if end not in nodes:
                reason = f"there is no node {end!r}"
                yield Finding(code="dangling_edge", node=edge.source, path=path, reason=reason)
        if edge.source not in nodes:
            continue
        has = handles_of(nodes[edge.source], known)
        if edge.handle not in has:
            reason = f"{edge.source!r} has no way out called {edge.handle!r}; it has {', '.join(sorted(has)) or 'none'}"
            yield Finding(code="wrong_handle", node=edge.source, path=f"{path}.sourceHandle", reason=reason)
        if (edge.source, edge.handle) in taken:
            reason = f"two edges leave {edge.source!r} by {edge.handle!r}; only one can be taken"
            yield Finding(code="duplicate_edge", node=edge.source, path=path, reason=reason)
        taken.add((edge.source, edge.handle))


def _ways_out(flow: Flow, known: Catalogue) -> Iterator[Finding]:
    """A node that does not end the flow can be left, whatever happens in it."""
    for node in flow.nodes:
        has_default = flow.leads(node.id, DEFAULT)
        match node:
            case Transfer() | End():
                continue
            case Fork(conditions=conditions):
                for condition in conditions:
                    if not flow.leads(node.id, condition.id):
                        reason = f"{condition.id!r} has no edge: where does it go when it holds?"
                        yield Finding(code="dead_end", node=node.id, reason=reason)
                if not has_default:
                    reason = "no default: where does it go when no condition holds?"
                    yield Finding(code="no_default", node=node.id, reason=reason)
            case Call():
                yield from _unhandled(flow, node, known, has_default=has_default)
            case Interpretation():
                if not flow.leads(node.id, FAILED):
                    reason = "no `failed` edge: where does it go when no model can fill this in?"
                    severity: Severity = "warning" if has_default else "error"
                    yield Finding(code="no_failed", severity=severity, node=node.id, reason=reason)
                if not has_default:
                    yield _dead(node.id)
            case _:
                if not has_default:
                    yield _dead(node.id)


def _unhandled(flow: Flow, node: Call, known: Catalogue, *, has_default: bool) -> Iterator[Finding]:
    """Results that nobody wrote an edge for: without a default the walk would stop there, with one they look like success."""
    for result, meant in silent_results(node, known).items():
        if flow.leads(node.id, result):
            continue
        if not has_default:
            reason = (
                f"{node.flow!r} can end with {result!r} ({meant}), and there is neither an edge for it nor a default"
            )
            yield Finding(code="unhandled_result", node=node.id, reason=reason)
        elif meant != "done":
            reason = (
                f"{node.flow!r} can end with {result!r} ({meant}), which leaves by the default as if it had been done"
            )
            yield Finding(code="unhandled_result", severity="warning", node=node.id, reason=reason)


def _dead(node: str) -> Finding:
    return Finding(code="dead_end", node=node, reason="there is no way on from here; add an edge, or end the flow")


def _shape(graph: Graph) -> Iterator[Finding]:
    """What the graph as a whole promises: one start, all of it reachable, an end, a human, no talk without end."""
    if len(graph.starts) != 1:
        several = len(graph.starts) > 1
        reason = "a flow has one start node" + ("; these are too many" if several else ", and this has none")
        node = graph.starts[1] if several else None
        yield Finding(code="several_starts" if several else "no_start", node=node, reason=reason)
    for node in graph.unreachable():
        yield Finding(code="unreachable", node=node, reason="no way leads here from the start")
    for node in graph.stuck():
        yield Finding(code="dead_end", node=node, reason="no way leads from here to an end or a human")
    for ring in graph.endless():
        reason = f"{' -> '.join(ring)} goes round without ever waiting for the customer"
        yield Finding(code="endless_loop", node=ring[0], reason=reason)
    for ring in graph.unbounded():
        reason = f"{', '.join(ring)} can be asked again and again; give one of them a `limit`"
        yield Finding(code="unbounded_questions", node=ring[0], reason=reason)
    for ring in graph.asked_once():
        reason = f"{' -> '.join(ring)} goes round, and what is known is not asked again; say `again` where it should be"
        yield Finding(code="asked_once", severity="warning", node=ring[0], reason=reason)
    if not graph.escalates():
        yield Finding(
            code="missing_escalation", reason="no way leads to a human; add a transfer node for what it cannot solve"
        )
