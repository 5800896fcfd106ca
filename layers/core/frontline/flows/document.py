"""A flow as its author writes it: JSON, shaped like a React-Flow graph. Read strictly, so that a misspelled field is a
finding and not a silence; where a node lies on a canvas is nobody's business but the canvas's."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, assert_never

from pydantic import BeforeValidator, ConfigDict, Field

from frontline.model.action import DeviceAction, Resolution
from frontline.model.base import Frozen
from frontline.model.flow import (
    DEFAULT,
    TRIES,
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
    Output,
    Start,
    Transfer,
)
from frontline.model.text import LOCALES, Text
from frontline.model.workflow import Intent, Option, Slot

SPARE_QUESTIONS = 6
QUESTIONS_OF_A_CALL = 40

Name = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,63}$")]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Expression = Annotated[str, Field(min_length=1, max_length=2000)]
Limit = Annotated[int, Field(ge=1, le=20)]


def _said(text: object) -> object:
    """A plain string is the same in every language."""
    return dict.fromkeys(LOCALES, text) if isinstance(text, str) else text


Words = Annotated[Text, BeforeValidator(_said)]
_NOTHING = Text(en="", hi="", hinglish="")


class Answer(Frozen):
    """One answer a customer can pick."""

    value: str
    label: Words


class SlotDocument(Frozen):
    """Knowledge that this flow asks for, or has read off a device."""

    name: Name
    type: str = "text"
    question: Words = _NOTHING
    help: Words = _NOTHING
    options: tuple[Answer, ...] = ()
    tries: Limit = 3
    stable: bool = False


class IntentDocument(Frozen):
    """What a customer can want that this flow deals with."""

    name: Name
    means: Annotated[str, Field(min_length=1, max_length=300)]
    offer: Words


class StartData(Frozen):
    pass


class MessageData(Frozen):
    text: Words


class ElicitationData(Frozen):
    slot: Name
    again: bool = False
    limit: Limit | None = None


class InstructData(Frozen):
    action: DeviceAction
    text: Words
    help: Words
    reads: Annotated[tuple[Name, ...], Field(min_length=1)]
    tries: Limit = TRIES
    limit: Limit | None = None


class LlmData(Frozen):
    instructions: Annotated[str, Field(min_length=1, max_length=4000)]
    outputs: Annotated[tuple[Output, ...], Field(min_length=1, max_length=20)]


class ConditionDocument(Frozen):
    id: Id
    expression: Expression


class DecisionData(Frozen):
    conditions: Annotated[tuple[ConditionDocument, ...], Field(min_length=1, max_length=50)]


class ToolData(Frozen):
    workflow: Name
    inputs: dict[Name, Expression] = Field(default_factory=dict)


class SubflowData(Frozen):
    flow: Id
    inputs: dict[Name, Expression] = Field(default_factory=dict)
    outputs: dict[Name, Name] = Field(default_factory=dict)


class SetData(Frozen):
    values: Annotated[dict[Name, Expression], Field(min_length=1)]


class TransferData(Frozen):
    text: Words | None = None
    result: Id | None = None


class EndData(Frozen):
    text: Words | None = None
    resolution: Resolution = "resolved"
    result: Id | None = None


class _Placed(Frozen):
    """A node on its canvas. What the canvas keeps of it beside its data is not ours."""

    model_config = ConfigDict(extra="ignore")

    id: Id


class StartNode(_Placed):
    type: Literal["start"]
    data: StartData = StartData()


class MessageNode(_Placed):
    type: Literal["message"]
    data: MessageData


class ElicitationNode(_Placed):
    type: Literal["elicitation"]
    data: ElicitationData


class InstructNode(_Placed):
    type: Literal["instruct"]
    data: InstructData


class LlmNode(_Placed):
    type: Literal["llm"]
    data: LlmData


class DecisionNode(_Placed):
    type: Literal["decision"]
    data: DecisionData


class ToolNode(_Placed):
    type: Literal["tool"]
    data: ToolData


class SubflowNode(_Placed):
    type: Literal["subflow"]
    data: SubflowData


class SetNode(_Placed):
    type: Literal["set"]
    data: SetData


class TransferNode(_Placed):
    type: Literal["transfer"]
    data: TransferData = TransferData()


class EndNode(_Placed):
    type: Literal["end"]
    data: EndData = EndData()


NodeDocument = Annotated[
    StartNode
    | MessageNode
    | ElicitationNode
    | InstructNode
    | LlmNode
    | DecisionNode
    | ToolNode
    | SubflowNode
    | SetNode
    | TransferNode
    | EndNode,
    Field(discriminator="type"),
]


class EdgeDocument(Frozen):
    """`sourceHandle`: a condition's id, a result, `failed`, `limit`; none is the default way."""

    model_config = ConfigDict(extra="ignore")

    source: Id
    target: Id
    sourceHandle: str | None = None  # noqa: N815  # React-Flow's own name


class FlowDocument(Frozen):
    """`PUT /v1/flows/{id}`: a graph, what it is about, the intents it serves, the slots it declares, and the variables
    that whoever begins it gives."""

    title: Words
    variables: Annotated[tuple[Name, ...], Field(max_length=100)] = ()
    intents: Annotated[tuple[IntentDocument, ...], Field(max_length=20)] = ()
    slots: Annotated[tuple[SlotDocument, ...], Field(max_length=100)] = ()
    nodes: Annotated[tuple[NodeDocument, ...], Field(min_length=1, max_length=300)]
    edges: Annotated[tuple[EdgeDocument, ...], Field(max_length=1000)] = ()


def content_hash(document: FlowDocument, subflows: Mapping[str, str]) -> str:
    """Of what it says, and of the flows it calls as they are; not of where its nodes lie."""
    said = json.dumps([document.model_dump(mode="json"), sorted(subflows.items())], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def flow_from(flow_id: str, document: FlowDocument, subflows: Mapping[str, str] | None = None) -> Flow:
    """The flow as it is walked. `subflows`: the hashes of those it calls."""
    pinned = dict(subflows or {})
    nodes = tuple(_node(node) for node in document.nodes)
    return Flow(
        id=flow_id,
        hash=content_hash(document, pinned),
        start=next((node.id for node in nodes if isinstance(node, Start)), nodes[0].id),
        nodes=nodes,
        edges=tuple(
            Edge(source=edge.source, target=edge.target, handle=edge.sourceHandle or DEFAULT) for edge in document.edges
        ),
        question_bound=sum(_questions(document)) + SPARE_QUESTIONS,
        title=document.title,
        intents=tuple(Intent(name=one.name, means=one.means, offer=one.offer) for one in document.intents),
        slots=tuple(_slot(one) for one in document.slots),
        subflows=tuple(sorted(pinned.items())),
    )


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
    called = Text(**dict.fromkeys(LOCALES, slot.name.replace("_", " ")))
    return Slot(
        name=slot.name,
        type=slot.type,
        label=called,
        question=slot.question,
        help=slot.help,
        options=tuple(Option(value=one.value, label=one.label) for one in slot.options),
        tries=slot.tries,
        stable=slot.stable,
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
