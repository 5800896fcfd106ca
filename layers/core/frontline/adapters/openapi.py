"""The HTTP contract as an OpenAPI document, generated from the models that read requests and write or describe responses."""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from frontline.adapters.api.answers import Agents, AllVersions, Answered, Flows, Numbers, OneFlow, WentLive
from frontline.adapters.api.authoring import Copy, Kept, Which
from frontline.adapters.api.gateway import ID
from frontline.adapters.api.telephones import AgentBody, NumberBody
from frontline.adapters.erasure import Erased
from frontline.adapters.flows.directory import Agent, Number
from frontline.adapters.problems import ProblemBody
from frontline.channels.flow_calls import ProcessRequest, ProcessResponse, SessionResponse, TryRequest, TryResponse
from frontline.channels.http import Approval, Outbox, TicketView, TurnRequest, TurnResponse
from frontline.flows.document import FlowDocument

Json = dict[str, Any]
READ: tuple[type[BaseModel], ...] = (
    TurnRequest,
    Approval,
    ProcessRequest,
    TryRequest,
    FlowDocument,
    Which,
    Copy,
    AgentBody,
    NumberBody,
)
WRITTEN: tuple[type[BaseModel], ...] = (
    TurnResponse,
    TicketView,
    Outbox,
    Erased,
    ProblemBody,
    ProcessResponse,
    TryResponse,
    SessionResponse,
    Kept,
    Flows,
    OneFlow,
    WentLive,
    AllVersions,
    Agent,
    Agents,
    Number,
    Numbers,
    Answered,
)
_REF = "#/components/schemas/{model}"
_AFTER: Json = {
    "name": "after",
    "in": "query",
    "description": "Skip the turns up to this one.",
    "schema": {"type": "integer", "minimum": 0, "default": 0},
}
_LIMIT: Json = {
    "name": "limit",
    "in": "query",
    "description": "Turns in the answer, at most.",
    "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 100},
}
_JOURNAL: Json = {
    "type": "object",
    "required": ["turns"],
    "properties": {
        "turns": {"type": "array", "description": "Rows as they are kept, oldest first.", "items": {"type": "object"}},
        "next": {"type": "integer", "description": "The `after` of the next page; missing on the last one."},
    },
}
_WAIT: Json = {
    "name": "wait",
    "in": "query",
    "description": "Seconds to wait for the outcome of an order that this turn begins; more than 20 are 20, less than 0 are 0.",
    "schema": {"type": "number", "default": 5},
}
_VERSION: Json = {
    "name": "version",
    "in": "query",
    "description": "`draft`, `live`, `library` or a hash; without it the draft, else what is live.",
    "schema": {"type": "string"},
}
_OBJECT: Json = {"type": "object"}
_NAME: Json = {"type": "string", "pattern": f"^{ID.pattern}$"}
_TICKET: Json = {"type": "string", "pattern": "^[0-9a-f]{32}[.][1-9][0-9]{0,5}$"}
_NUMBER: Json = {"type": "string", "description": "A phone number: 3 to 15 digits, written in any way."}
_GATEWAY: Json = {"type": "object", "required": ["message"], "properties": {"message": {"type": "string"}}}


def document() -> str:
    """The same for every installation: it names no host."""
    models = [*((model, "validation") for model in READ), *((model, "serialization") for model in WRITTEN)]
    _, schemas = models_json_schema(models, ref_template=_REF)  # type: ignore[arg-type]  # its own Literal modes, spelt as str
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Frontline", "version": "1"},
            "security": [{"apiKey": []}],
            "paths": _paths(),
            "components": {
                "schemas": schemas["$defs"],
                "securitySchemes": {"apiKey": {"type": "apiKey", "in": "header", "name": "x-api-key"}},
            },
        },
        ensure_ascii=False,
    )


def _paths() -> Json:
    return {**_conversations(), **_rooms(), **_flows(), **_directory()}


def _conversations() -> Json:
    return {
        "/v1/turns": {
            "post": _call(
                "Say something and be answered", TurnResponse, body=TurnRequest, parameters=[_WAIT], bad=_REUSED
            )
        },
        "/v1/tickets/{id}": {
            "get": _call("What became of a ticket", TicketView, parameters=[_path("id", _TICKET)]),
            "delete": _call("Forget everything said in its conversation", Erased, parameters=[_path("id", _TICKET)]),
        },
        "/v1/tickets/{id}/outbox": {
            "get": _call("What was said while nobody waited", Outbox, parameters=[_path("id", _TICKET), _AFTER])
        },
        "/v1/tickets/{id}/turns": {
            "get": _call("Its journal, for operators", _JOURNAL, parameters=[_path("id", _TICKET), _AFTER, _LIMIT])
        },
        "/v1/approvals/{order}": {
            "post": _call("Decide about an order that waits for it", None, body=Approval, parameters=[_path("order")])
        },
        "/v1/openapi.json": {"get": {**_call("This document", _OBJECT), "security": []}},
    }


def _rooms() -> Json:
    flow, session = [_path("id")], [_path("id", _TICKET)]
    return {
        "/api/flows/{id}/process": {
            "post": _call(
                "What was said in a room",
                ProcessResponse,
                body=ProcessRequest,
                parameters=[*flow, _WAIT],
                bad=_REUSED,
            )
        },
        "/api/flows/{id}/test-chat": {
            "post": _call("A room to try a flow in, by writing", TryResponse, body=TryRequest, parameters=flow)
        },
        "/api/flows/{id}/test-audio": {
            "post": _call("A room to try a flow in, by speaking", TryResponse, body=TryRequest, parameters=flow)
        },
        "/api/flows/sessions/{id}": {"get": _call("Where a session is", SessionResponse, parameters=session)},
    }


def _flows() -> Json:
    flow = [_path("id", _NAME)]
    return {
        "/v1/flows": {"get": _call("Drafts, what is live, and the shipped library", Flows)},
        "/v1/flows/{id}": {
            "get": _call("A flow's document", OneFlow, parameters=[*flow, _VERSION]),
            "put": _call("Keep a draft, sound or not, and verify it", Kept, body=_DRAFT, parameters=flow),
            "delete": _call("No longer live; with `version=draft`, drop the draft", None, parameters=[*flow, _VERSION]),
        },
        "/v1/flows/{id}/publish": {"post": _call("The draft goes live, if it is sound", WentLive, parameters=flow)},
        "/v1/flows/{id}/rollback": {
            "post": _call("An earlier version goes live again", WentLive, body=Which, parameters=flow)
        },
        "/v1/flows/{id}/copy": {"post": _call("A draft of a shipped or a live flow", Kept, body=Copy, parameters=flow)},
        "/v1/flows/{id}/versions": {"get": _call("All that ever was live", AllVersions, parameters=flow)},
        "/v1/flows/{id}/diagram": {"get": _drawing(parameters=[*flow, _VERSION])},
    }


def _directory() -> Json:
    agent, number = [_path("id", _NAME)], [_path("number", _NUMBER)]
    return {
        "/v1/agents": {"get": _call("Who answers", Agents)},
        "/v1/agents/{id}": {
            "get": _call("One of them", Agent, parameters=agent),
            "put": _call("A way of answering, by a flow", Agent, body=AgentBody, parameters=agent),
            "delete": _call("Nobody by that name any more", None, parameters=agent),
        },
        "/v1/numbers": {"get": _call("Which numbers are answered", Numbers)},
        "/v1/numbers/{number}": {
            "get": _call("Number, agent, and what a worker needs", Answered, parameters=number),
            "put": _call("This agent answers it", Number, body=NumberBody, parameters=number),
            "delete": _call("Nobody answers it any more", None, parameters=number),
        },
    }


def _call(
    summary: str,
    answer: type[BaseModel] | Json | None,
    *,
    body: type[BaseModel] | Json | None = None,
    parameters: list[Json] | None = None,
    bad: Json | None = None,
) -> Json:
    """One operation. Whatever goes wrong has one shape; `bad` tells of what goes wrong here only."""
    schema = _json(answer) if isinstance(answer, type) else answer
    good: Json = (
        {"200": _response("It worked", "application/json", schema)} if schema else {"204": {"description": "It worked"}}
    )
    call: Json = {"summary": summary, "responses": {**good, **(bad or {}), **_BAD}}
    if body:
        read = _json(body) if isinstance(body, type) else body
        call["requestBody"] = {"content": {"application/json": {"schema": read}}, "required": True}
    if parameters:
        call["parameters"] = parameters
    return call


def _drawing(parameters: list[Json]) -> Json:
    drawn = {"200": _response("Mermaid", "text/plain", {"type": "string"})}
    return {"summary": "A flow as a diagram", "responses": {**drawn, **_BAD}, "parameters": parameters}


def _path(name: str, schema: Json | None = None) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": schema or {"type": "string"}}


def _response(description: str, kind: str, schema: Json) -> Json:
    return {"description": description, "content": {kind: {"schema": schema}}}


def _json(model: type[BaseModel]) -> Json:
    return {"$ref": _REF.format(model=model.__name__)}


def _problem(description: str, *, gateway: bool = False, header: str = "") -> Json:
    """What we say of an error; and API Gateway, if it answers for us."""
    answer = _response(description, "application/problem+json", _json(ProblemBody))
    if gateway:
        answer["content"]["application/json"] = {"schema": _GATEWAY}
    if header:
        answer["headers"] = {header: {"schema": {"type": "string"}}}
    return answer


_DRAFT: Json = {"anyOf": [_json(FlowDocument), _OBJECT], "description": "A flow document, or what is to become one."}
_BAD: Json = {
    "400": _problem("The request is not as it must be; `detail` says where"),
    "401": _problem("No valid API key"),
    "403": _problem("This API key may not do that"),
    "404": _problem("There is no such thing, or none of yours"),
    "405": _problem("The path is not called by this method; `Allow` names those it is", header="Allow"),
    "409": _problem("It cannot be done as things are; `code` says why"),
    "413": _problem("Too large", gateway=True),
    "422": _problem("The flow is not sound; `findings` say why"),
    "429": {**_response("Too many calls", "application/json", _GATEWAY)},
    "500": _problem("Our fault", gateway=True),
    "503": _problem("Not just now; send the same request again", gateway=True),
}
"""Whatever goes wrong, anywhere: there is no answer with another status or of another kind."""
_REUSED: Json = {
    "409": _problem("`message_id_reused`: the id is that of another message, with other words, customer or ticket")
}
