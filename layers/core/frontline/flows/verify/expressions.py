"""What a flow's expressions and texts read, and whether it can have been set by then."""

import difflib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import JsonValue

from frontline.flows.document import FlowDocument
from frontline.flows.ground import USER_INPUT
from frontline.flows.verify.finding import Finding
from frontline.flows.verify.idle import MOST_COMBINATIONS, MOST_TRIALS, Domains, domains_of, idle_findings
from frontline.model.catalogue import Catalogue
from frontline.model.flow import (
    DEFAULT,
    FAILED,
    Assignment,
    Call,
    Elicitation,
    End,
    Flow,
    Fork,
    Instruction,
    Interpretation,
    Node,
    Notice,
    Start,
    Transfer,
)
from frontline.model.text import Text


class Expression(NamedTuple):
    """One expression of a node, and where it stands."""

    node: str
    path: str
    text: str


def expression_findings(document: FlowDocument, flow: Flow, known: Catalogue) -> Iterator[Finding]:
    """In the order of the nodes."""
    from frontline.flows.conditions import broken, names, writes

    may, must = _known_at(flow, known, document, any_way=True), _known_at(flow, known, document, any_way=False)
    worked_out = _worked_out(flow)
    yield from _unused(flow, known)
    domains = domains_of(flow, document, known)
    conditions = sum(len(node.conditions) for node in flow.nodes if isinstance(node, Fork))
    trials = min(MOST_COMBINATIONS, MOST_TRIALS // max(conditions, 1))
    for number, node in enumerate(flow.nodes):
        path = f"nodes[{number}].data"
        for blank, where in _blanks(node, path):
            if blank not in may[node.id]:
                yield _unset(node.id, where, blank, may[node.id])
            elif blank in worked_out - must[node.id]:
                reason = f"{blank!r} is not set on every way here, and without it a dash is said"
                yield Finding(code="maybe_unset", severity="warning", node=node.id, path=where, reason=reason)
        own: set[str] = set()
        for expression in _expressions(node, path):
            if why := broken(expression.text):
                yield Finding(code="unparseable", node=node.id, path=expression.path, reason=why)
                continue
            if writes(expression.text):
                reason = "this sets something; to compare, write ==="
                yield Finding(code="assignment", node=node.id, path=expression.path, reason=reason)
                continue
            wanted = names(expression.text)
            for name in sorted(wanted - may[node.id] - own):
                yield _unset(node.id, expression.path, name, may[node.id] | own)
            doubtful = wanted & may[node.id] - must[node.id] - own
            yield from _unguarded(expression, doubtful, wanted, domains)
            if isinstance(node, Assignment):
                own.add(expression.path.rpartition(".")[2])
        if isinstance(node, Fork):
            yield from idle_findings(node, path, domains, may[node.id] - must[node.id], trials)


def _worked_out(flow: Flow) -> frozenset[str]:
    """The variables that nobody but the flow itself sets."""
    set_ = {name for node in flow.nodes if isinstance(node, Assignment) for name in node.values}
    filled = {one.name for node in flow.nodes if isinstance(node, Interpretation) for one in node.outputs}
    return frozenset(set_ | filled)


def _unused(flow: Flow, known: Catalogue) -> Iterator[Finding]:
    """What is read off a device decides something or is said; that something was done is enough in itself."""
    from frontline.flows.conditions import broken, names

    texts = [one.text for node in flow.nodes for one in _expressions(node, "")]
    used = {name for text in texts if not broken(text) for name in names(text)}
    used |= {blank for node in flow.nodes for blank, _ in _blanks(node, "")}
    used |= {name for called in flow.calls() for name in known.wanted_by(called)}
    if any(isinstance(node, Interpretation) for node in flow.nodes):
        return
    for number, node in enumerate(flow.nodes):
        for name in node.reads if isinstance(node, Instruction) else ():
            if name not in used and name in known.slots and not known.type_of(known.slots[name]).deed:
                reason = f"{name!r} is read off the device, and nothing is decided by it"
                path = f"nodes[{number}].data.reads"
                yield Finding(code="unused_reading", severity="warning", node=node.id, path=path, reason=reason)


def _unset(node: str, path: str, name: str, there: frozenset[str] | set[str]) -> Finding:
    near = difflib.get_close_matches(name, there, 1)
    hint = (
        f"; did you mean {near[0]!r}?" if near else "; set it first, or name it in `variables` if the caller gives it"
    )
    return Finding(code="unset_variable", node=node, path=path, reason=f"nothing on the way here sets {name!r}{hint}")


def _unguarded(
    expression: Expression, doubtful: frozenset[str], wanted: frozenset[str], domains: Domains
) -> Iterator[Finding]:
    """A name that is set on some ways only, in an expression that fails without it."""
    from frontline.flows.conditions import ConditionFailed, value

    for name in sorted(doubtful):
        others = {other: _sample(other, domains) for other in wanted if other != name}
        try:
            value(expression.text, others, declared=wanted)
        except ConditionFailed:
            reason = f"{name!r} is not set on every way here, and without it this fails; guard it, like {name}?.…"
            yield Finding(
                code="maybe_unset", severity="warning", node=expression.node, path=expression.path, reason=reason
            )


def _sample(name: str, domains: Domains) -> JsonValue:
    domain = domains.get(name)
    return domain[0] if domain else "text"


def _known_at(flow: Flow, known: Catalogue, document: FlowDocument, *, any_way: bool) -> dict[str, frozenset[str]]:
    """What is set when a node is come to: on any way there, or on every way."""
    stable = {name for name, slot in known.knowledge.items() if slot.stable} if any_way else set()
    begin = frozenset({USER_INPUT, *document.variables, *stable})
    at: dict[str, frozenset[str]] = {flow.start: begin}
    ids = {node.id for node in flow.nodes}
    waiting = [flow.start]
    while waiting:
        name = waiting.pop()
        node = flow.node(name)
        for edge in flow.edges:
            if edge.source != name or edge.target not in ids:
                continue
            after = at[name] | _sets(node, edge.handle, known, any_way=any_way)
            old = at.get(edge.target)
            new = after if old is None else (old | after if any_way else old & after)
            if new != old:
                at[edge.target] = new
                waiting.append(edge.target)
    return {name: at.get(name, begin) for name in ids}


def _sets(node: Node, handle: str, known: Catalogue, *, any_way: bool) -> frozenset[str]:
    """What leaving a node by a handle has set; of what is called, what it may have set counts on some way only."""
    match node:
        case Elicitation(slot=slot) if handle == DEFAULT:
            return frozenset({slot})
        case Instruction(reads=reads) if handle == DEFAULT:
            return frozenset(reads)
        case Assignment(values=values):
            return frozenset(values)
        case Interpretation(outputs=outputs) if handle != FAILED:
            return frozenset(output.name for output in outputs)
        case Call(outputs=outputs) if any_way:
            return frozenset({*outputs, *known.wanted_by(node.flow), *_found(node, known)})
        case Call(type="subflow", outputs=outputs):
            return frozenset(outputs)
        case _:
            return frozenset()


def _found(node: Call, known: Catalogue) -> frozenset[str]:
    """What a workflow's results speak of, it has found out."""
    workflow = known.workflows.get(node.flow) if node.type == "tool" else None
    if workflow is None:
        return frozenset()
    names = [workflow.name, workflow.preview, *(slot.options_from for slot in workflow.slots)]
    involved = [known.workflows[name] for name in names if name and name in known.workflows]
    return frozenset(blank for it in involved for result in it.results.values() for blank in result.says.blanks())


def _expressions(node: Node, path: str) -> Iterator[Expression]:
    match node:
        case Fork(conditions=conditions):
            for number, condition in enumerate(conditions):
                yield Expression(node.id, f"{path}.conditions[{number}].expression", condition.expression)
        case Assignment(values=values):
            yield from _named(node.id, f"{path}.values", values)
        case Call(inputs=inputs):
            yield from _named(node.id, f"{path}.inputs", inputs)
        case _:
            pass


def _named(node: str, path: str, expressions: Mapping[str, str]) -> Iterator[Expression]:
    for name, text in expressions.items():
        yield Expression(node, f"{path}.{name}", text)


def _blanks(node: Node, path: str) -> Iterator[tuple[str, str]]:
    match node:
        case Notice(says=says):
            yield from ((blank, f"{path}.text") for blank in sorted(says.blanks()))
        case Instruction(says=says, help=more):
            yield from ((blank, f"{path}.text") for blank in sorted(says.blanks() | more.blanks()))
        case Transfer(says=Text() as says) | End(says=Text() as says):
            yield from ((blank, f"{path}.text") for blank in sorted(says.blanks()))
        case Start():
            pass
        case _:
            pass
