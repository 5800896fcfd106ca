"""For an organisation's authors: their flows, drafted, verified, published and rolled back; their agents and numbers."""

import json
import re
from typing import Annotated, Any
from urllib.parse import unquote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router
from pydantic import Field, ValidationError

from frontline.adapters.api.gateway import Gateway, logger, wiring
from frontline.adapters.problems import Problem
from frontline.model.base import Frozen
from frontline.model.errors import NotFound
from frontline.model.organisation import Organisation

router = Router()  # type: ignore[no-untyped-call]  # Powertools leaves this one untyped
gateway = Gateway(router)
LARGEST = 300_000
FLOW_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Which(Frozen):
    """`POST …/rollback`: the version that goes live again."""

    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Copy(Frozen):
    """`POST …/copy`: the draft to make of it."""

    to: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class AgentBody(Frozen):
    """`PUT /v1/agents/{id}`."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    flow: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class NumberBody(Frozen):
    """`PUT /v1/numbers/{number}`."""

    agent: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


@router.get("/v1/flows")
def get_flows() -> Response[str]:
    """What there is: drafts, what is live with its hash, and the shipped library."""
    from frontline.adapters.flows.library import shipped, shipped_flow

    organisation = _author()
    return _answer(
        {
            "live": [{"id": name, "hash": content} for name, content in organisation.flows],
            "drafts": list(wiring().publishing.versions.drafts(organisation.id)),
            "library": [
                {"id": name, "hash": shipped_flow(name).hash, "used": name in organisation.library}
                for name in shipped()
            ],
        }
    )


@router.put("/v1/flows/<flow_id>")
def put_flow(flow_id: str) -> Response[str]:
    """Keep a draft, sound or not, and say what is wrong with it."""
    organisation = _author()
    _named(flow_id)
    raw = _json(gateway.text())
    wiring().publishing.versions.keep_draft(organisation.id, flow_id, raw)
    return _answer({"id": flow_id, **_verdict(organisation, flow_id, raw)})


@router.get("/v1/flows/<flow_id>")
def get_flow(flow_id: str) -> Response[str]:
    """The document: `?version=draft`, `live` (if there is no draft, the usual), `library`, or a hash."""
    organisation = _author()
    _named(flow_id)
    wanted = gateway.query("version", "")
    tried = [wanted] if wanted else ["draft", "live"]
    for which in tried:
        if (raw := wiring().publishing.source(organisation, flow_id, which)) is not None:
            live = dict(organisation.flows).get(flow_id)
            return _answer({"id": flow_id, "version": which, "live": live, "flow": raw})
    raise NotFound(f"there is no flow {flow_id!r} ({' or '.join(tried)})")


@router.delete("/v1/flows/<flow_id>")
def delete_flow(flow_id: str) -> Response[str]:
    """`?version=draft` drops the draft; without it the flow is no longer live. Tickets that stand on a version keep it."""
    organisation = _author()
    _named(flow_id)
    if gateway.query("version", "") == "draft":
        wiring().publishing.versions.drop_draft(organisation.id, flow_id)
    else:
        wiring().publishing.unpublish(organisation.id, flow_id)
    return Response(204, "application/json", "")


@router.post("/v1/flows/<flow_id>/publish")
def publish(flow_id: str) -> Response[str]:
    """The draft goes live, if nothing is wrong with it or with what calls it."""
    organisation = _author()
    _named(flow_id)
    version = wiring().publishing.publish(organisation.id, flow_id)
    logger.info("published", organisation=organisation.id, flow=flow_id, hash=version.hash)
    return _answer({"id": flow_id, "hash": version.hash, "published_at": version.published_at})


@router.post("/v1/flows/<flow_id>/rollback")
def rollback(flow_id: str) -> Response[str]:
    """What an earlier version said goes live again."""
    organisation = _author()
    _named(flow_id)
    version = wiring().publishing.roll_back(organisation.id, flow_id, gateway.request(Which).hash)
    logger.info("rolled back", organisation=organisation.id, flow=flow_id, hash=version.hash)
    return _answer({"id": flow_id, "hash": version.hash, "published_at": version.published_at})


@router.post("/v1/flows/<flow_id>/copy")
def copy(flow_id: str) -> Response[str]:
    """A draft of one's own, of a shipped flow or of what is live."""
    organisation = _author()
    _named(flow_id)
    to = gateway.request(Copy).to
    raw = wiring().publishing.source(organisation, flow_id, "live")
    raw = raw or wiring().publishing.source(organisation, flow_id, "library")
    if raw is None:
        raise NotFound(f"there is no live or shipped flow {flow_id!r} to copy")
    if to != flow_id:
        raw["intents"] = []
    wiring().publishing.versions.keep_draft(organisation.id, to, raw)
    return _answer({"id": to, **_verdict(organisation, to, raw)})


@router.get("/v1/flows/<flow_id>/versions")
def get_versions(flow_id: str) -> Response[str]:
    """Everything that ever was live, newest first."""
    organisation = _author()
    _named(flow_id)
    live = dict(organisation.flows).get(flow_id)
    kept = wiring().publishing.versions.versions(organisation.id, flow_id)
    if not kept:
        raise NotFound(f"{flow_id!r} was never published")
    versions = [{"hash": one.hash, "published_at": one.published_at, "live": one.hash == live} for one in kept]
    return _answer({"id": flow_id, "versions": versions})


@router.get("/v1/flows/<flow_id>/diagram")
def get_diagram(flow_id: str) -> Response[str]:
    """The flow as a Mermaid diagram; `?version=` as above."""
    from frontline.flows.document import FlowDocument, flow_from
    from frontline.flows.draw import mermaid

    organisation = _author()
    _named(flow_id)
    for which in [wanted] if (wanted := gateway.query("version", "")) else ["draft", "live"]:
        if (raw := wiring().publishing.source(organisation, flow_id, which)) is not None:
            try:
                drawn = mermaid(flow_from(flow_id, FlowDocument.model_validate(raw)))
            except ValidationError as error:
                raise Problem(422, "unsound", "this draft is no flow document yet, so it cannot be drawn") from error
            return Response(200, "text/plain; charset=utf-8", drawn)
    raise NotFound(f"there is no flow {flow_id!r}")


@router.get("/v1/agents")
def get_agents() -> Response[str]:
    organisation = _author()
    return _answer({"agents": [one.model_dump() for one in wiring().directory.agents(organisation.id)]})


@router.put("/v1/agents/<agent_id>")
def put_agent(agent_id: str) -> Response[str]:
    """A way of answering calls. Its flow need not be live yet."""
    from frontline.adapters.flows.directory import Agent

    organisation, body = _author(), gateway.request(AgentBody)
    _named(agent_id)
    agent = Agent(id=agent_id, name=body.name, flow=body.flow)
    wiring().directory.put(organisation.id, agent)
    return _answer(agent.model_dump())


@router.get("/v1/agents/<agent_id>")
def get_agent(agent_id: str) -> Response[str]:
    organisation = _author()
    _named(agent_id)
    if agent := wiring().directory.agent(organisation.id, agent_id):
        return _answer(agent.model_dump())
    raise NotFound(f"there is no agent {agent_id!r}")


@router.delete("/v1/agents/<agent_id>")
def delete_agent(agent_id: str) -> Response[str]:
    """Refused while a number leads to it."""
    organisation, directory = _author(), wiring().directory
    _named(agent_id)
    if numbers := [one.number for one in directory.numbers(organisation.id) if one.agent == agent_id]:
        raise Problem(409, "still_called", f"{', '.join(numbers)} would have nobody to answer")
    if agent := directory.agent(organisation.id, agent_id):
        directory.drop(organisation.id, agent)
        return Response(204, "application/json", "")
    raise NotFound(f"there is no agent {agent_id!r}")


@router.get("/v1/numbers")
def get_numbers() -> Response[str]:
    organisation = _author()
    return _answer({"numbers": [one.model_dump() for one in wiring().directory.numbers(organisation.id)]})


@router.put("/v1/numbers/<number>")
def put_number(number: str) -> Response[str]:
    """Calls to this number are answered by that agent."""
    from frontline.adapters.flows.directory import Number

    organisation, agent = _author(), gateway.request(NumberBody).agent
    if wiring().directory.agent(organisation.id, agent) is None:
        raise NotFound(f"there is no agent {agent!r}; PUT /v1/agents/{agent} first")
    entry = Number(number=_spelt(number), agent=agent)
    wiring().directory.put(organisation.id, entry)
    return _answer(entry.model_dump())


@router.get("/v1/numbers/<number>")
def get_number(number: str) -> Response[str]:
    """What a worker needs to answer a call: number -> agent -> flow."""
    organisation = gateway.caller("turns").organisation
    entry = wiring().directory.number(organisation.id, _spelt(number))
    agent = wiring().directory.agent(organisation.id, entry.agent) if entry else None
    if entry is None or agent is None:
        raise NotFound(f"nobody answers {number!r}")
    if agent.flow not in {flow.id for flow in wiring().flows.of(organisation, ())}:
        raise Problem(409, "not_published", f"agent {agent.id!r} goes through flow {agent.flow!r}, which is not live")
    found = {"organizationId": organisation.id, "agentId": agent.id, "flowId": agent.flow}
    return _answer({"number": entry.number, "agent": agent.model_dump(), "metadata": found})


@router.delete("/v1/numbers/<number>")
def delete_number(number: str) -> Response[str]:
    organisation = _author()
    if entry := wiring().directory.number(organisation.id, _spelt(number)):
        wiring().directory.drop(organisation.id, entry)
        return Response(204, "application/json", "")
    raise NotFound(f"nobody answers {number!r}")


def _author() -> Organisation:
    """As the table has it, not as it is remembered: an author sees what they did."""
    caller = gateway.caller("author")
    return wiring().organisations.fresh(caller.organisation.id).organisation


def _json(text: str) -> dict[str, Any]:
    """An object that can be kept as it is."""
    if len(text.encode()) > LARGEST:
        raise Problem(413, "too_large", f"a flow has at most {LARGEST} bytes")
    try:
        raw = json.loads(text)
        json.dumps(raw, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise Problem(400, "invalid", f"the body is not JSON: {error}") from error
    if not isinstance(raw, dict):
        raise Problem(400, "invalid", "the body is not a JSON object")
    return raw


def _named(name: str) -> None:
    if not FLOW_ID.fullmatch(name):
        raise Problem(400, "invalid", "an id has 1 to 64 letters, digits, - or _")


def _spelt(number: str) -> str:
    """One spelling for all ways to write a number: +15550100."""
    digits = re.sub(r"[^0-9]", "", unquote(number))
    if not 3 <= len(digits) <= 15:
        raise Problem(400, "invalid", "a phone number has 3 to 15 digits")
    return f"+{digits}"


def _verdict(organisation: Organisation, flow_id: str, raw: dict[str, Any]) -> dict[str, object]:
    from frontline.flows.check import verdict
    from frontline.workflows import catalogue_of

    given = verdict(raw, flow_id, catalogue_of(organisation, wiring().flows.of(organisation, ())))
    return {
        "findings": [finding.model_dump(exclude_none=True) for finding in given.findings],
        "publishable": not any(finding.severity == "error" for finding in given.findings),
        "most_questions": given.questions,
    }


def _answer(body: dict[str, Any]) -> Response[str]:
    return Response(200, "application/json", json.dumps(body, ensure_ascii=False))
