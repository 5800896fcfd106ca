"""For an organisation's authors: their agents, and the phone numbers these answer."""

import re
from typing import Annotated
from urllib.parse import unquote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router
from pydantic import Field

from frontline.adapters.api.gateway import Gateway, answer_of, named, wiring
from frontline.adapters.flows.directory import Agent, Directory, Number
from frontline.adapters.problems import Problem
from frontline.model.base import Frozen
from frontline.model.errors import NotFound

router = Router()  # type: ignore[no-untyped-call]  # Powertools leaves this one untyped
gateway = Gateway(router)


class AgentBody(Frozen):
    """`PUT /v1/agents/{id}`."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    flow: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class NumberBody(Frozen):
    """`PUT /v1/numbers/{number}`."""

    agent: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


def directory() -> Directory:
    """Out of `wiring`'s reach, as authors' things are."""
    return Directory(wiring().table, wiring().settings.table_name)


@router.get("/v1/agents")
def get_agents() -> Response[str]:
    organisation = gateway.author()
    return answer_of({"agents": [one.model_dump() for one in directory().agents(organisation.id)]})


@router.put("/v1/agents/<agent_id>")
def put_agent(agent_id: str) -> Response[str]:
    """A way of answering calls. Its flow need not be live yet."""
    organisation, body = gateway.author(), gateway.request(AgentBody)
    named(agent_id)
    agent = Agent(id=agent_id, name=body.name, flow=body.flow)
    directory().put(organisation.id, agent)
    return answer_of(agent.model_dump())


@router.get("/v1/agents/<agent_id>")
def get_agent(agent_id: str) -> Response[str]:
    organisation = gateway.author()
    named(agent_id)
    if agent := directory().agent(organisation.id, agent_id):
        return answer_of(agent.model_dump())
    raise NotFound(f"there is no agent {agent_id!r}")


@router.delete("/v1/agents/<agent_id>")
def delete_agent(agent_id: str) -> Response[str]:
    """Refused while a number leads to it."""
    organisation, kept = gateway.author(), directory()
    named(agent_id)
    if numbers := [one.number for one in kept.numbers(organisation.id) if one.agent == agent_id]:
        raise Problem(409, "still_called", f"{', '.join(numbers)} would have nobody to answer")
    if agent := kept.agent(organisation.id, agent_id):
        kept.drop(organisation.id, agent)
        return Response(204, "application/json", "")
    raise NotFound(f"there is no agent {agent_id!r}")


@router.get("/v1/numbers")
def get_numbers() -> Response[str]:
    organisation = gateway.author()
    return answer_of({"numbers": [one.model_dump() for one in directory().numbers(organisation.id)]})


@router.put("/v1/numbers/<number>")
def put_number(number: str) -> Response[str]:
    """Calls to this number are answered by that agent."""
    organisation, agent = gateway.author(), gateway.request(NumberBody).agent
    if directory().agent(organisation.id, agent) is None:
        raise NotFound(f"there is no agent {agent!r}; PUT /v1/agents/{agent} first")
    entry = Number(number=_spelt(number), agent=agent)
    directory().put(organisation.id, entry)
    return answer_of(entry.model_dump())


@router.get("/v1/numbers/<number>")
def get_number(number: str) -> Response[str]:
    """What a worker needs to answer a call: number -> agent -> flow."""
    organisation = gateway.caller("turns").organisation
    entry = directory().number(organisation.id, _spelt(number))
    agent = directory().agent(organisation.id, entry.agent) if entry else None
    if entry is None or agent is None:
        raise NotFound(f"nobody answers {number!r}")
    if agent.flow not in {flow.id for flow in wiring().flows.of(organisation, ())}:
        raise Problem(409, "not_published", f"agent {agent.id!r} goes through flow {agent.flow!r}, which is not live")
    found = {"organizationId": organisation.id, "agentId": agent.id, "flowId": agent.flow}
    return answer_of({"number": entry.number, "agent": agent.model_dump(), "metadata": found})


@router.delete("/v1/numbers/<number>")
def delete_number(number: str) -> Response[str]:
    organisation = gateway.author()
    if entry := directory().number(organisation.id, _spelt(number)):
        directory().drop(organisation.id, entry)
        return Response(204, "application/json", "")
    raise NotFound(f"nobody answers {number!r}")


def _spelt(number: str) -> str:
    """One spelling for all ways to write a number: +15550100."""
    digits = re.sub(r"[^0-9]", "", unquote(number))
    if not 3 <= len(digits) <= 15:
        raise Problem(400, "invalid", "a phone number has 3 to 15 digits")
    return f"+{digits}"
