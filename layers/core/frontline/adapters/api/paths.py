"""Every path of this API and the methods it is called with; the OpenAPI document tells the same at length."""

import re

PATHS: dict[str, str] = {
    "/v1/turns": "POST",
    "/v1/tickets/{id}": "DELETE GET",
    "/v1/tickets/{id}/outbox": "GET",
    "/v1/tickets/{id}/turns": "GET",
    "/v1/approvals/{order}": "POST",
    "/v1/openapi.json": "GET",
    "/api/flows/{id}/process": "POST",
    "/api/flows/{id}/test-chat": "POST",
    "/api/flows/{id}/test-audio": "POST",
    "/api/flows/sessions/{id}": "GET",
    "/v1/flows": "GET",
    "/v1/flows/{id}": "DELETE GET PUT",
    "/v1/flows/{id}/publish": "POST",
    "/v1/flows/{id}/rollback": "POST",
    "/v1/flows/{id}/copy": "POST",
    "/v1/flows/{id}/versions": "GET",
    "/v1/flows/{id}/diagram": "GET",
    "/v1/agents": "GET",
    "/v1/agents/{id}": "DELETE GET PUT",
    "/v1/numbers": "GET",
    "/v1/numbers/{number}": "DELETE GET PUT",
}


def methods_at(path: str) -> tuple[str, ...]:
    """The methods that a path can be called with; none if it is no path of this API."""
    for template, methods in PATHS.items():
        parts = re.split(r"({[^}]*})", template)
        if re.fullmatch("".join("[^/]+" if part.startswith("{") else re.escape(part) for part in parts), path):
            return tuple(methods.split())
    return ()
