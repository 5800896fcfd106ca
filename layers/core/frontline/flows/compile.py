"""How a workflow's slot list becomes a flow: ask each slot, look before an order, ask for consent, run, end."""

from functools import lru_cache
from itertools import pairwise

from frontline.model.catalogue import Catalogue
from frontline.model.flow import DEFAULT, Consent, Edge, Elicitation, End, Flow, Node, Tool, Transfer
from frontline.model.turn import digest
from frontline.model.workflow import Result, Then, Workflow

DECLINED = "declined"
_SPARE_QUESTIONS = 3
_TARGETS: dict[Then, str] = {"resolve": "done", "hand_off": "human"}


@lru_cache(maxsize=1024)
def flow_of(catalogue: Catalogue, name: str) -> Flow:
    """The same declaration gives the same flow, to the byte. Its question bound is what its slots' tries add up to."""
    workflow = catalogue.workflows[name]
    preview = catalogue.workflows[workflow.preview] if workflow.preview else None
    tools = [Tool(id="look", workflow=preview.name)] if preview else []
    consents = [Consent(id="consent", workflow=workflow.name)] if workflow.confirm else []
    path: list[Node] = [
        *(Elicitation(id=f"ask_{slot.name}", slot=slot.name) for slot in workflow.slots),
        *tools,
        *consents,
        Tool(id="run", workflow=workflow.name),
        End(id="done"),
    ]
    by_name = {tool.name: tool for tool in (workflow, preview) if tool}
    wrong = {result.corrects: None for tool in by_name.values() for result in tool.results.values() if result.corrects}
    exits: list[Node] = [
        *(Elicitation(id=f"correct_{slot}", slot=slot, correcting=True) for slot in wrong),
        Transfer(id="human", reason="workflow_says_so"),
        End(id="called_off", resolution="cancelled"),
    ]
    edges = [edge for node, onward in pairwise(path) for edge in _edges(node, onward.id, by_name)]
    content = "".join(part.model_dump_json() for part in (*path, *exits, *edges))
    return Flow(
        id=workflow.name,
        hash=digest(content),
        start=path[0].id,
        nodes=(*path, *exits),
        edges=tuple(edges),
        question_bound=sum(slot.tries for slot in workflow.slots) + _SPARE_QUESTIONS * (1 + len(consents)),
    )


def _edges(node: Node, onward: str, workflows: dict[str, Workflow]) -> list[Edge]:
    """A tool leaves by its result; a consent by yes or by `declined`."""
    if isinstance(node, Tool):
        results = workflows[node.workflow].results
        return [Edge(source=node.id, handle=name, target=_target(result, onward)) for name, result in results.items()]
    edges = [Edge(source=node.id, handle=DEFAULT, target=onward)]
    if isinstance(node, Consent):
        edges.append(Edge(source=node.id, handle=DECLINED, target="called_off"))
    return edges


def _target(result: Result, onward: str) -> str:
    return f"correct_{result.corrects}" if result.corrects else _TARGETS.get(result.then, onward)
