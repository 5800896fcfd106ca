"""Checks what we send and what the sandbox answers against TM Forum's specifications, if they lie beside the project.

The project's own tests do not need them; this does, and says so when they are absent.
"""
# ruff: noqa: INP001

import importlib
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SPECIFICATIONS = ROOT.parent / "shared" / "tmforum"
sys.path[:0] = [str(ROOT), str(ROOT / "layers" / "core")]


class Specification:
    """One API: its definitions as JSON Schema, closed against fields nobody defined."""

    def __init__(self, file: Path) -> None:
        document = json.loads(file.read_text())
        self.name = file.stem
        self.paths: dict[str, Any] = document["paths"]
        self.definitions = {name: _closed(schema) for name, schema in document["definitions"].items()}

    def problems(self, schema: dict[str, Any], value: object) -> Iterator[str]:
        jsonschema: Any = importlib.import_module("jsonschema")  # untyped, and only here
        formats = jsonschema.FormatChecker(formats=())
        formats.checks("date-time", raises=ValueError)(_is_moment)
        validator = jsonschema.Draft4Validator({**schema, "definitions": self.definitions}, format_checker=formats)
        for error in validator.iter_errors(value):
            yield f"{'.'.join(map(str, error.absolute_path)) or 'body'}: {error.message[:200]}"


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    """Swagger allows unknown fields; a field we made up is what this check is for."""
    return {**schema, "additionalProperties": False} if "properties" in schema else schema


def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def specification_of(path: str, known: list[Specification]) -> tuple[Specification, str]:
    """By the resource's name: /tmf-api/<api>/v4/<resource>[/<id>]."""
    resource, *rest = path.split("/v4/", 1)[1].split("/")
    template = f"/{resource}/{{id}}" if rest else f"/{resource}"
    return next(one for one in known if template in one.paths), template


def check(exchange: Any, known: list[Specification]) -> Iterator[str]:
    """Every problem of a request and its response, with where it was."""
    request = exchange.request
    specification, template = specification_of(request.url.path, known)
    operation = specification.paths[template][request.method.lower()]
    where = f"{specification.name} {request.method} {template}"
    if request.content:
        body = next(one["schema"] for one in operation["parameters"] if one["in"] == "body")
        yield from (f"{where} request {found}" for found in specification.problems(body, json.loads(request.content)))
    status = "200" if exchange.status_code == 206 else str(exchange.status_code)
    if status not in operation["responses"]:
        yield f"{where}: {status} is not an answer the specification has"
        return
    schema = operation["responses"][status].get("schema", {})
    if request.method == "GET" and template.count("/") == 1 and status == "200":
        schema = {"type": "array", "items": schema.get("items", schema)}
    yield from (f"{where} {status} {found}" for found in specification.problems(schema, exchange.json()))


def exchanges() -> list[Any]:
    """Everything our adapter and the sandbox say to each other when every method of the port is used."""
    import httpx

    from frontline.adapters.operator import Outside, TmfOperator
    from local.operator import SandboxOperator
    from tests.support.every_call import use_everything

    heard: list[Any] = []

    def remember(response: httpx.Response) -> None:
        response.read()
        heard.append(response)

    def client() -> httpx.Client:
        return httpx.Client(event_hooks={"response": [remember]}, trust_env=False)

    with SandboxOperator().serve() as sandbox:
        operator = TmfOperator(sandbox.url, outside=Outside(client=client))
        use_everything(operator, sandbox)
        plain = client()
        for resource in ("customerManagement/v4/customer", "serviceProblemManagement/v4/serviceProblem"):
            plain.get(f"{sandbox.url}/tmf-api/{resource}", params={"limit": "100"})
        for table in ("prepayBalanceManagement/v4/bucket", "customerBillManagement/v4/appliedCustomerBillingRate"):
            plain.get(f"{sandbox.url}/tmf-api/{table}", params={"limit": "100"})
        operator.close()
        plain.close()
    return heard


def main() -> int:
    if not SPECIFICATIONS.is_dir():
        sys.stdout.write("tmforum: the specifications are not beside the project; nothing was checked\n")
        return 0
    known = [Specification(file) for file in sorted(SPECIFICATIONS.glob("*.json"))]
    heard = exchanges()
    found = sorted({problem for exchange in heard for problem in check(exchange, known)})
    sys.stdout.write("".join(f"tmforum: {problem}\n" for problem in found))
    sys.stdout.write(f"tmforum: {len(heard)} exchanges against {len(known)} specifications, {len(found)} problems\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
