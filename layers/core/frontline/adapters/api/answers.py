"""What the routes of authors answer, for the contract alone: they write it from what they have at hand, and a test compares."""

from pydantic import JsonValue

from frontline.adapters.flows.directory import Agent, Number
from frontline.model.base import Frozen


class Live(Frozen):
    """A flow that new tickets begin with."""

    id: str
    hash: str


class Shipped(Frozen):
    """A flow of the library; `used` if it is this organisation's by name."""

    id: str
    hash: str
    used: bool


class Flows(Frozen):
    """`GET /v1/flows`."""

    live: tuple[Live, ...]
    drafts: tuple[str, ...]
    library: tuple[Shipped, ...]


class OneFlow(Frozen):
    """`GET /v1/flows/{id}`: a document, which version it is, and the hash of what is live, if anything."""

    id: str
    version: str
    live: str | None
    flow: dict[str, JsonValue]


class WentLive(Frozen):
    """`POST …/publish`, `…/rollback`."""

    id: str
    hash: str
    published_at: int


class OneVersion(Frozen):
    hash: str
    published_at: int
    live: bool


class AllVersions(Frozen):
    """`GET …/versions`, newest first."""

    id: str
    versions: tuple[OneVersion, ...]


class Agents(Frozen):
    """`GET /v1/agents`."""

    agents: tuple[Agent, ...]


class Numbers(Frozen):
    """`GET /v1/numbers`."""

    numbers: tuple[Number, ...]


class RoomMetadata(Frozen):
    """What a worker's room carries."""

    organizationId: str  # noqa: N815  # as system C's workers spell it
    agentId: str  # noqa: N815
    flowId: str  # noqa: N815


class Answered(Frozen):
    """`GET /v1/numbers/{number}`."""

    number: str
    agent: Agent
    metadata: RoomMetadata
