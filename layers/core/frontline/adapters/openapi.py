"""The HTTP contract as an OpenAPI document, generated from the very models that read requests and write responses."""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from frontline.adapters.problems import ProblemBody
from frontline.channels.http import Approval, Outbox, TicketView, TurnRequest, TurnResponse

Json = dict[str, Any]
_REF = "#/components/schemas/{model}"
_TICKET: Json = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
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
_ORDER: Json = {**_TICKET, "name": "order"}
_WAIT: Json = {
    "name": "wait",
    "in": "query",
    "description": "Seconds to wait for the outcome of an order that this turn begins, at most 20.",
    "schema": {"type": "number", "minimum": 0, "maximum": 20, "default": 0},
}


def document() -> str:
    """The same for every installation: it names no host."""
    models: list[tuple[type[BaseModel], str]] = [
        (TurnRequest, "validation"),
        (Approval, "validation"),
        (TurnResponse, "serialization"),
        (TicketView, "serialization"),
        (Outbox, "serialization"),
        (ProblemBody, "serialization"),
    ]
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
    decision = {"content": {"application/json": {"schema": {"$ref": _ref(Approval)}}}, "required": True}
    turn = {"content": {"application/json": {"schema": {"$ref": _ref(TurnRequest)}}}, "required": True}
    return {
        "/v1/turns": {
            "post": _call("Say something and be answered", _json(TurnResponse), body=turn, parameters=[_WAIT])
        },
        "/v1/tickets/{id}": {
            "get": _call("What became of a ticket", _json(TicketView), parameters=[_TICKET]),
            "delete": _call("Forget everything said in its conversation", None, parameters=[_TICKET]),
        },
        "/v1/tickets/{id}/outbox": {
            "get": _call("What was said while nobody waited", _json(Outbox), parameters=[_TICKET, _AFTER])
        },
        "/v1/tickets/{id}/turns": {
            "get": _call("Its journal, for operators", _JOURNAL, parameters=[_TICKET, _AFTER, _LIMIT])
        },
        "/v1/approvals/{order}": {
            "post": _call("Decide about an order that waits for it", None, body=decision, parameters=[_ORDER])
        },
        "/v1/openapi.json": {"get": {**_call("This document", {"type": "object"}), "security": []}},
    }


def _call(summary: str, answer: Json | None, *, body: Json | None = None, parameters: list[Json] | None = None) -> Json:
    """One operation. Whatever goes wrong has one shape."""
    good: Json = (
        {"200": _response("It worked", "application/json", answer)} if answer else {"204": {"description": "It worked"}}
    )
    bad = {"default": _response("It did not; `code` says why", "application/problem+json", _json(ProblemBody))}
    call: Json = {"summary": summary, "responses": {**good, **bad}}
    if body:
        call["requestBody"] = body
    if parameters:
        call["parameters"] = parameters
    return call


def _response(description: str, kind: str, schema: Json) -> Json:
    return {"description": description, "content": {kind: {"schema": schema}}}


def _json(model: type[BaseModel]) -> Json:
    return {"$ref": _ref(model)}


def _ref(model: type[BaseModel]) -> str:
    return _REF.format(model=model.__name__)
