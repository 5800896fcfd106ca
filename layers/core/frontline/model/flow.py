"""A flow: a graph of nodes that says how a conversation goes. Nodes know nothing of each other; edges join them."""

from typing import Annotated, Literal

from pydantic import Field

from frontline.model.action import Reason, Resolution
from frontline.model.base import Frozen

DEFAULT = "default"


class Elicitation(Frozen):
    """Wait until a slot is known; `correcting`: until the customer gives another value for it."""

    type: Literal["elicitation"] = "elicitation"
    id: str
    slot: str
    correcting: bool = False


class Gate(Frozen):
    """Pass only who has been identified as the customer of the number that is talked about."""

    type: Literal["gate"] = "gate"
    id: str


class Consent(Frozen):
    """Wait until the customer agrees to what the order will do."""

    type: Literal["consent"] = "consent"
    id: str
    workflow: str


class Tool(Frozen):
    """Run a workflow; its result says how the walk goes on."""

    type: Literal["tool"] = "tool"
    id: str
    workflow: str


class Transfer(Frozen):
    """A human takes over."""

    type: Literal["transfer"] = "transfer"
    id: str
    reason: Reason


class End(Frozen):
    """The matter is dealt with, or called off."""

    type: Literal["end"] = "end"
    id: str
    resolution: Resolution = "resolved"


Node = Annotated[Elicitation | Gate | Consent | Tool | Transfer | End, Field(discriminator="type")]


class Edge(Frozen):
    """Where the walk goes from a node when it leaves by a handle."""

    source: str
    target: str
    handle: str = DEFAULT


class Flow(Frozen):
    """Pinned by its content hash: a ticket stays on the flow it began with."""

    id: str
    hash: str
    start: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    question_bound: int

    def node(self, node_id: str) -> Node:
        return next(node for node in self.nodes if node.id == node_id)

    def after(self, node_id: str, handle: str = DEFAULT) -> str:
        return next(edge.target for edge in self.edges if edge.source == node_id and edge.handle == handle)
