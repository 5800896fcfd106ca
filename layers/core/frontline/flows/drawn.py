"""A flow as its author drew it, made into the flow that is walked."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import assert_never

from pydantic import JsonValue

from frontline.flows.document import (
    DecisionNode,
    ElicitationNode,
    EndNode,
    FlowDocument,
    InstructNode,
    IntentDocument,
    LlmNode,
    MessageNode,
    NodeDocument,
    SetNode,
    SlotDocument,
    StartNode,
    SubflowNode,
    ToolNode,
    TransferNode,
)
from frontline.model.flow import (
    DEFAULT,
    Assignment,
    Call,
    Condition,
    Edge,
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
from frontline.model.workflow import Intent, Option, Slot

SPARE_QUESTIONS = 6
QUESTIONS_OF_A_CALL = 40


def content_hash(
    document: FlowDocument, subflows: Mapping[str, str], kept: Mapping[str, JsonValue] | None = None
) -> str:
    """Of what it says, and of the flows it calls as they are; not of where its nodes lie. `kept` is the document as it is
    stored: where it says more than this release knows, all of it counts."""
    said = document.model_dump(mode="json")
    parts = [said if kept is None or said == kept else dict(kept), sorted(subflows.items())]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def flow_from(
    flow_id: str,
    document: FlowDocument,
    subflows: Mapping[str, str] | None = None,
    content: str | None = None,
    taught: str = "",
) -> Flow:
    """The flow as it is walked. `subflows`: the hashes of those it calls; `content`: the hash it was published under, which
    stays its own whatever fields this release knows; `taught`: what its examples came to."""
    pinned = dict(subflows or {})
    nodes = tuple(_node(node) for node in document.nodes)
    return Flow(
        id=flow_id,
        hash=content or content_hash(document, pinned),
        start=next((node.id for node in nodes if isinstance(node, Start)), nodes[0].id),
        nodes=nodes,
        edges=tuple(
            Edge(source=edge.source, target=edge.target, handle=edge.sourceHandle or DEFAULT) for edge in document.edges
        ),
        question_bound=sum(_questions(document)) + SPARE_QUESTIONS,
        title=document.title,
        intents=tuple(_intent(one) for one in document.intents),
        slots=tuple(_slot(one) for one in document.slots),
        subflows=tuple(sorted(pinned.items())),
        taught=taught,
    )


def _intent(intent: IntentDocument) -> Intent:
    return Intent(name=intent.name, means=intent.means, offer=intent.offer, examples=intent.examples)


def _questions(document: FlowDocument) -> Iterator[int]:
    """What may be asked at most, roughly: the walk's own safety net. The exact worst case is the verifier's to tell."""
    tries = {slot.name: slot.tries for slot in document.slots}
    for node in document.nodes:
        match node:
            case ElicitationNode(data=data):
                yield tries.get(data.slot, 3) * (data.limit or 1)
            case InstructNode(data=data):
                yield data.tries * (data.limit or 1)
            case ToolNode() | SubflowNode():
                yield QUESTIONS_OF_A_CALL
            case _:
                pass


def _slot(slot: SlotDocument) -> Slot:
    called = Text.same(slot.name.replace("_", " "))
    return Slot(
        name=slot.name,
        type=slot.type,
        label=slot.label or called,
        question=slot.question,
        help=slot.help,
        options=tuple(Option(value=one.value, label=one.label) for one in slot.options),
        tries=slot.tries,
        stable=slot.stable,
        shown=slot.shown,
        pattern=slot.pattern,
        min=slot.min,
        max=slot.max,
    )


def _node(node: NodeDocument) -> Node:
    match node:
        case StartNode():
            return Start(id=node.id)
        case MessageNode(data=data):
            return Notice(id=node.id, says=data.text)
        case ElicitationNode(data=data):
            return Elicitation(id=node.id, slot=data.slot, again=data.again, limit=data.limit)
        case InstructNode(data=data):
            update = data.action.model_dump() | {"reads": data.reads, "tries": data.tries, "limit": data.limit}
            return Instruction(id=node.id, says=data.text, help=data.help, **update)
        case LlmNode(data=data):
            return Interpretation(id=node.id, instructions=data.instructions, outputs=data.outputs)
        case DecisionNode(data=data):
            conditions = tuple(Condition(id=one.id, expression=one.expression) for one in data.conditions)
            return Fork(id=node.id, conditions=conditions)
        case ToolNode(data=data):
            return Call(id=node.id, type="tool", flow=data.workflow, inputs=data.inputs)
        case SubflowNode(data=data):
            return Call(id=node.id, type="subflow", flow=data.flow, inputs=data.inputs, outputs=data.outputs)
        case SetNode(data=data):
            return Assignment(id=node.id, values=data.values)
        case TransferNode(data=data):
            return Transfer(id=node.id, reason="workflow_says_so", says=data.text, result=data.result)
        case EndNode(data=data):
            return End(id=node.id, resolution=data.resolution, says=data.text, result=data.result)
        case _:
            assert_never(node)
