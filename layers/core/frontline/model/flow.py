"""A flow: a graph of nodes that says how a conversation goes. Nodes know nothing of each other; edges join them. A
workflow's slot list compiles to one, an organisation's own is read from its document: one shape, one walk."""

from typing import Annotated, Literal

from pydantic import Field

from frontline.model.action import Reason, Resolution
from frontline.model.base import Frozen, Values
from frontline.model.text import Text
from frontline.model.workflow import Intent, Slot, nothing

DEFAULT = "default"
FAILED = "failed"
LIMIT = "limit"
TRIES = 5


class Start(Frozen):
    """Where a flow begins."""

    type: Literal["start"] = "start"
    id: str


class Notice(Frozen):
    """Say something and go on."""

    type: Literal["message"] = "message"
    id: str
    says: Text


class Elicitation(Frozen):
    """Wait until a slot is known; `again`: ask even if it is. `correcting`: until the customer gives another value for it.
    After `limit` visits the walk leaves by that handle, so that no loop asks for ever."""

    type: Literal["elicitation"] = "elicitation"
    id: str
    slot: str
    again: bool = False
    correcting: bool = False
    limit: int | None = None


class Instruction(Frozen):
    """Ask the customer to do or read something on their device, and wait until every slot of `reads` was read anew from
    what they answer."""

    type: Literal["instruct"] = "instruct"
    id: str
    name: str
    arguments: Values = Field(default_factory=dict)
    says: Text
    help: Text
    reads: tuple[str, ...]
    tries: int = TRIES
    limit: int | None = None


class Output(Frozen):
    """What a model is asked to fill in: a value of this type, one of `options` if any are named."""

    name: str
    type: Literal["string", "number", "boolean"] = "string"
    options: tuple[str, ...] = ()


class Interpretation(Frozen):
    """A model fills the declared outputs from what the flow knows; what it fills in is validated, or the walk leaves by
    `failed`."""

    type: Literal["llm"] = "llm"
    id: str
    instructions: str
    outputs: tuple[Output, ...]


class Condition(Frozen):
    """A JavaScript expression; the walk leaves by its id where it holds."""

    id: str
    expression: str


class Fork(Frozen):
    """The first condition that holds chooses the way; without one, the default."""

    type: Literal["decision"] = "decision"
    id: str
    conditions: tuple[Condition, ...]


class Assignment(Frozen):
    """Give variables the values of JavaScript expressions, in order."""

    type: Literal["set"] = "set"
    id: str
    values: dict[str, str]


class Call(Frozen):
    """Go through another flow, or through all that a workflow needs (its questions, identity, price, consent, run), and
    come back by the handle of its result. `inputs` are expressions over here, `outputs` names over there."""

    type: Literal["tool", "subflow"]
    id: str
    flow: str
    inputs: dict[str, str] = Field(default_factory=dict)
    outputs: dict[str, str] = Field(default_factory=dict)


class Gate(Frozen):
    """Pass only who has been identified as the customer of the number that is talked about."""

    type: Literal["gate"] = "gate"
    id: str


class Consent(Frozen):
    """Wait until the customer agrees to what the order will do."""

    type: Literal["consent"] = "consent"
    id: str
    workflow: str


class Task(Frozen):
    """Run a workflow's state machine; its result says how the walk goes on."""

    type: Literal["task"] = "task"
    id: str
    workflow: str


class Transfer(Frozen):
    """A human takes over; unless whoever called this flow has a way of its own for `result`."""

    type: Literal["transfer"] = "transfer"
    id: str
    reason: Reason
    says: Text | None = None
    result: str | None = None


class End(Frozen):
    """The matter is dealt with, or called off; in a flow that was called, the way back, by `result`."""

    type: Literal["end"] = "end"
    id: str
    resolution: Resolution = "resolved"
    says: Text | None = None
    result: str | None = None


Node = Annotated[
    Start
    | Notice
    | Elicitation
    | Instruction
    | Interpretation
    | Fork
    | Assignment
    | Call
    | Gate
    | Consent
    | Task
    | Transfer
    | End,
    Field(discriminator="type"),
]


class Edge(Frozen):
    """Where the walk goes from a node when it leaves by a handle."""

    source: str
    target: str
    handle: str = DEFAULT


class Flow(Frozen):
    """Pinned by its content hash: a ticket stays on the flow it began with. `slots` are those it declares itself, `title`
    what it is about; `subflows` the hashes of the flows it calls, which are part of its own; `taught` what the examples of its
    intents came to, packed for the classifier."""

    id: str
    hash: str
    start: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    question_bound: int
    title: Text | None = None
    intents: tuple[Intent, ...] = ()
    slots: tuple[Slot, ...] = ()
    subflows: tuple[tuple[str, str], ...] = ()
    taught: str = Field(default="", exclude_if=nothing)

    def __hash__(self) -> int:
        return hash((self.id, self.hash))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Flow) and (self.id, self.hash, self.taught) == (other.id, other.hash, other.taught)

    def has(self, node_id: str) -> bool:
        return any(node.id == node_id for node in self.nodes)

    def node(self, node_id: str) -> Node:
        return next(node for node in self.nodes if node.id == node_id)

    def leads(self, node_id: str, handle: str) -> bool:
        """Whether there is a way out of the node by this handle."""
        return any(edge.source == node_id and edge.handle == handle for edge in self.edges)

    def after(self, node_id: str, handle: str = DEFAULT) -> str:
        return next(edge.target for edge in self.edges if edge.source == node_id and edge.handle == handle)

    def calls(self) -> frozenset[str]:
        """The flows and workflows it goes through."""
        return frozenset(node.flow for node in self.nodes if isinstance(node, Call))
