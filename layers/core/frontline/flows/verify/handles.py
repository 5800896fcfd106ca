"""By which handles a node can be left, and what each means."""

from frontline.flows.compile import DECLINED
from frontline.model.catalogue import Catalogue
from frontline.model.flow import (
    DEFAULT,
    FAILED,
    LIMIT,
    Call,
    Elicitation,
    End,
    Flow,
    Fork,
    Instruction,
    Interpretation,
    Node,
    Transfer,
)
from frontline.model.workflow import Workflow


def handles_of(node: Node, known: Catalogue) -> frozenset[str]:
    """All that an edge may leave it by."""
    match node:
        case Transfer() | End():
            return frozenset()
        case Fork(conditions=conditions):
            return frozenset({DEFAULT, *(condition.id for condition in conditions)})
        case Elicitation(limit=limit) | Instruction(limit=limit):
            return frozenset({DEFAULT, LIMIT} if limit else {DEFAULT})
        case Interpretation():
            return frozenset({DEFAULT, FAILED})
        case Call(type="tool", flow=name):
            workflow = known.workflows.get(name)
            results = {result for it in _involved(workflow, known) for result in it.results} if workflow else set()
            declined = {DECLINED} if workflow and workflow.kind == "order" else set()
            return frozenset({DEFAULT, FAILED, *results, *declined})
        case Call(flow=name):
            flow = known.flows.get(name)
            return frozenset({DEFAULT, FAILED, *(_ends(flow) if flow else ())})
        case _:
            return frozenset({DEFAULT})


def silent_results(node: Call, known: Catalogue) -> dict[str, str]:
    """The results that come back by the default if no edge is theirs, and what they mean."""
    if node.type == "subflow":
        flow = known.flows.get(node.flow)
        return dict.fromkeys(_ends(flow, transfers=False), "done") if flow else {}
    workflow = known.workflows.get(node.flow)
    if workflow is None:
        return {}
    found = {
        name: "done" for name, result in workflow.results.items() if result.then != "hand_off" and not result.corrects
    }
    for helper in _involved(workflow, known):
        if helper is not workflow:
            found |= {name: "not begun" for name, result in helper.results.items() if result.then == "resolve"}
    return found | ({DECLINED: "the customer said no"} if workflow.kind == "order" else {})


def _involved(workflow: Workflow | None, known: Catalogue) -> tuple[Workflow, ...]:
    """The workflow and those that look and list for it."""
    if workflow is None:
        return ()
    names = [workflow.preview, *(slot.options_from for slot in workflow.slots)]
    return (workflow, *(known.workflows[name] for name in names if name and name in known.workflows))


def _ends(flow: Flow, *, transfers: bool = True) -> tuple[str, ...]:
    """The results a flow can come back with."""
    kinds = (End, Transfer) if transfers else (End,)
    return tuple(dict.fromkeys(node.result for node in flow.nodes if isinstance(node, kinds) and node.result))
