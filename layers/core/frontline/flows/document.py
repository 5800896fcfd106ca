"""A flow as its author writes it: JSON, shaped like a React-Flow graph. Read strictly, so that a misspelled field is a
finding and not a silence; where a node lies on a canvas is nobody's business but the canvas's."""

import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from frontline.model.action import Resolution
from frontline.model.base import Frozen, Values
from frontline.model.flow import (
    TRIES,
    Output,
)
from frontline.model.text import Text
from frontline.model.workflow import nothing, unsaid

Name = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,63}$")]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Expression = Annotated[str, Field(min_length=1, max_length=2000)]
Limit = Annotated[int, Field(ge=1, le=20)]
MOST_EXAMPLES = 30
LONGEST_EXAMPLE = 200


_NOTHING = Text.same("")


def _written(text: str) -> str:
    """What can be said: no control characters, no halves of signs, and a letter or a figure somewhere."""
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
        raise ValueError("a control character; an example is one line that a customer could write")
    if not any(sign.isalnum() for sign in text):
        raise ValueError("no letter in it; an example is what a customer could write")
    return text


class Answer(Frozen):
    """One answer a customer can pick."""

    value: str
    label: Text


class SlotDocument(Frozen):
    """Knowledge that this flow asks for, or has read off a device; what its type says of it is in `speech/slot_types.py`. Its
    `label` is what customers call it when they correct it; without one, its name."""

    name: Name
    type: str = "text"
    label: Text | None = Field(default=None, exclude_if=unsaid)
    question: Text = _NOTHING
    help: Text = _NOTHING
    options: tuple[Answer, ...] = ()
    tries: Limit = 3
    stable: bool = False
    shown: bool | None = Field(default=None, exclude_if=unsaid)
    pattern: str | None = Field(default=None, exclude_if=unsaid)
    min: int | None = Field(default=None, exclude_if=unsaid)
    max: int | None = Field(default=None, exclude_if=unsaid)


Example = Annotated[str, Field(min_length=1, max_length=LONGEST_EXAMPLE), AfterValidator(_written)]


class IntentDocument(Frozen):
    """What a customer can want that this flow deals with. `examples` are what customers say who want it, in any language: they
    count once the flow is published."""

    name: Name
    means: Annotated[str, Field(min_length=1, max_length=300)]
    offer: Text
    examples: Annotated[tuple[Example, ...], Field(max_length=MOST_EXAMPLES)] = Field(default=(), exclude_if=nothing)


class StartData(Frozen):
    pass


class MessageData(Frozen):
    text: Text


class ElicitationData(Frozen):
    slot: Name
    again: bool = False
    limit: Limit | None = None


class ActionDocument(Frozen):
    """What the customer, or an app on their device, is to do or read."""

    name: str
    arguments: Values = Field(default_factory=dict)


class InstructData(Frozen):
    action: ActionDocument
    text: Text
    help: Text
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
    text: Text | None = None
    result: Id | None = None


class EndData(Frozen):
    text: Text | None = None
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

    title: Text
    variables: Annotated[tuple[Name, ...], Field(max_length=100)] = ()
    intents: Annotated[tuple[IntentDocument, ...], Field(max_length=20)] = ()
    slots: Annotated[tuple[SlotDocument, ...], Field(max_length=100)] = ()
    nodes: Annotated[tuple[NodeDocument, ...], Field(min_length=1, max_length=300)]
    edges: Annotated[tuple[EdgeDocument, ...], Field(max_length=1000)] = ()
