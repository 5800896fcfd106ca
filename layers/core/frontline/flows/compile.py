"""How a workflow's slot list becomes a flow: ask each slot, identify, look before an order, ask for consent, run, end."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from frontline.model.catalogue import Catalogue
from frontline.model.flow import DEFAULT, Consent, Edge, Elicitation, End, Flow, Gate, Node, Task, Transfer
from frontline.model.turn import digest
from frontline.model.workflow import Result, Then, Workflow

DECLINED = "declined"
CALLED_OFF = "called_off"
UNPROVEN = "unproven"
IDENTITY_CHECK = "identity_check"
IDENTITY_CODE = "identity_code"
NUMBER = "phone_number"

_CHECKED_BY = {"identity_proof": "identify", "one_time_code": "compare"}
_IN_A_PROOF = {
    "code_sent": "ask_one_time_code",
    "code_still_good": "ask_one_time_code",
    "code_over": "correct_identity_proof",
}
"""Where a proof goes on by its result."""
_SPARE_QUESTIONS = 3
_TARGETS: dict[Then, str] = {"resolve": "done", "hand_off": "human"}


@lru_cache(maxsize=1024)
def flow_of(catalogue: Catalogue, name: str) -> Flow:
    """The organisation's own flow of that name, or the workflow's slot list compiled: the same declaration gives the same
    flow, to the byte. Its question bound is what its slots' tries add up to. `KeyError` where neither is offered."""
    if drawn := catalogue.flows.get(name):
        return drawn
    workflow = catalogue.workflows[name]
    path = tuple(_path(workflow))
    proof = _proof(path)
    ends = (
        Transfer(id="human", reason="workflow_says_so"),
        End(id=CALLED_OFF, resolution="cancelled", result=DECLINED),
    )
    tools = [node for node in (*path, *proof) if isinstance(node, Task)]
    results = [result for tool in tools for result in catalogue.workflows[tool.workflow].results.values()]
    corrected = dict.fromkeys(result.corrects for result in results if result.corrects)
    again = tuple(Elicitation(id=f"correct_{slot}", slot=slot, correcting=True) for slot in corrected)
    later = tuple(Elicitation(id=f"ask_{slot}", slot=slot) for slot in workflow.needed)
    beside = (*again, *later)
    onward = [*pairwise(path), *((node, _after_gate(path)) for node in proof), *((node, path[0]) for node in beside)]
    edges = tuple(edge for node, after in onward for edge in _edges(node, after.id, catalogue))
    nodes: tuple[Node, ...] = (*path, *proof, *beside, *ends)
    asked = [catalogue.slots[node.slot] for node in (*path, *proof, *later) if isinstance(node, Elicitation)]
    return Flow(
        id=workflow.name,
        hash=digest("".join(part.model_dump_json() for part in (*nodes, *edges))),
        start=path[0].id,
        nodes=nodes,
        edges=edges,
        title=workflow.title,
        question_bound=sum(slot.tries for slot in asked) + _SPARE_QUESTIONS * (2 if workflow.confirm else 1),
    )


def _path(workflow: Workflow) -> Iterator[Node]:
    """The way through when all goes well."""
    for slot in workflow.slots:
        if slot.options_from:
            yield Task(id=f"list_{slot.name}", workflow=slot.options_from)
        yield Elicitation(id=f"ask_{slot.name}", slot=slot.name)
        if workflow.personal and slot.name == NUMBER:
            yield Gate(id="gate")
    if workflow.preview:
        yield Task(id="look", workflow=workflow.preview)
    if workflow.confirm:
        yield Consent(id="consent", workflow=workflow.name)
    yield Task(id="run", workflow=workflow.name)
    yield End(id="done")


def _proof(path: tuple[Node, ...]) -> tuple[Node, ...]:
    """Beside the way: who the channel does not vouch for says who they are, or repeats a code sent to their phone."""
    if not any(isinstance(node, Gate) for node in path):
        return ()
    return (
        Elicitation(id="ask_identity_proof", slot="identity_proof"),
        Task(id="identify", workflow=IDENTITY_CHECK),
        Elicitation(id="ask_one_time_code", slot="one_time_code", again=True),
        Task(id="compare", workflow=IDENTITY_CODE),
    )


def _after_gate(path: tuple[Node, ...]) -> Node:
    return next(after for node, after in pairwise(path) if isinstance(node, Gate))


def _edges(node: Node, onward: str, catalogue: Catalogue) -> Iterator[Edge]:
    """A tool leaves by its result; a consent by yes or by `declined`; a gate by `unproven` where nobody vouches."""
    match node:
        case Task():
            for name, result in catalogue.workflows[node.workflow].results.items():
                yield Edge(source=node.id, handle=name, target=_target(name, result, onward))
        case Elicitation(slot=slot) if slot in _CHECKED_BY:
            yield Edge(source=node.id, target=_CHECKED_BY[slot])
        case _:
            yield Edge(source=node.id, handle=DEFAULT, target=onward)
    if isinstance(node, Consent):
        yield Edge(source=node.id, handle=DECLINED, target=CALLED_OFF)
    if isinstance(node, Gate):
        yield Edge(source=node.id, handle=UNPROVEN, target="ask_identity_proof")


def _target(name: str, result: Result, onward: str) -> str:
    if name in _IN_A_PROOF:
        return _IN_A_PROOF[name]
    if result.needs:
        return f"ask_{result.needs}"
    return f"correct_{result.corrects}" if result.corrects else _TARGETS.get(result.then, onward)
