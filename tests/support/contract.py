"""Every answer of the HTTP API, as its OpenAPI document says it must be."""

import json
import re
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from frontline.adapters.openapi import document

Call = dict[str, Any]


@cache
def contract() -> Any:
    return json.loads(document())


def as_promised(method: str, path: str, status: int, kind: str, text: str) -> None:
    """Its status and content type are of those the contract names for this call, and its body has their shape."""
    call = _call(method, path)
    if call is None:
        return
    answers = call["responses"]
    assert str(status) in answers, f"{method} {path}: {status} is not promised"
    content = answers[str(status)].get("content", {})
    if not content:
        assert not text, f"{method} {path}: {status} is promised to be empty"
        return
    assert kind.partition(";")[0] in content, f"{method} {path}: {kind} is not promised"
    if kind.endswith("json"):
        schema = content[kind]["schema"]
        wrong = [
            f"{error.json_path}: {error.message}"
            for error in _validator(json.dumps(schema)).iter_errors(json.loads(text))
        ]
        assert not wrong, f"{method} {path}: {wrong}"


@cache
def _call(method: str, path: str) -> Call | None:
    """None for a route there is none of."""
    found: list[Call] = [
        calls[method.lower()]
        for template, calls in contract()["paths"].items()
        if method.lower() in calls and re.fullmatch(re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(template)), path)
    ]
    return found[0] if found else None


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator({**json.loads(schema), "components": contract()["components"]})
