"""The check that every answer passes has teeth."""

import json

import pytest

from frontline.adapters.api.paths import PATHS
from frontline.adapters.openapi import document
from tests.support.contract import as_promised

LIVE: dict[str, list[str]] = {"live": [], "drafts": [], "library": []}


@pytest.mark.parametrize(
    ("status", "kind", "text"),
    [
        (200, "application/json", json.dumps({**LIVE, "drafts": [1]})),
        (200, "application/json", json.dumps({**LIVE, "more": 1})),
        (200, "application/json", json.dumps({"live": []})),
        (200, "text/html", json.dumps(LIVE)),
        (201, "application/json", json.dumps(LIVE)),
        (404, "application/problem+json", json.dumps({"status": 404})),
        (404, "application/json", json.dumps({"status": 404, "code": "not_found", "detail": "none"})),
    ],
)
def test_an_answer_that_the_contract_does_not_promise_is_found(status: int, kind: str, text: str) -> None:
    with pytest.raises(AssertionError, match="GET /v1/flows"):
        as_promised("GET", "/v1/flows", status, kind, text)


def test_one_that_it_promises_passes() -> None:
    as_promised("GET", "/v1/flows", 200, "application/json", json.dumps(LIVE))
    as_promised("DELETE", "/v1/flows/one", 204, "application/json", "")


def test_the_paths_that_are_routed_are_those_of_the_document() -> None:
    paths = json.loads(document())["paths"]
    assert {path: " ".join(sorted(calls)).upper() for path, calls in paths.items()} == PATHS
