"""API Gateway as the template sets it up: which function gets a request, by method and path."""

import re
from functools import cache

from tests.test_template import resources


@cache
def routes() -> tuple[tuple[str, str], ...]:
    """Route keys, each with the logical name of its function."""
    integrations = {
        name: one["IntegrationUri"]["Ref"] for name, one in resources("AWS::ApiGatewayV2::Integration").items()
    }
    found = []
    for route in resources("AWS::ApiGatewayV2::Route").values():
        named = re.fullmatch(r"integrations/\${(\w+)}", route["Target"]["Sub"])
        assert named, route
        found.append((route["RouteKey"], integrations[named[1]].removesuffix(".Alias")))
    return tuple(found)


@cache
def function_of(method: str, path: str) -> str:
    """A whole match goes before a greedy one, literal parts before blanks, a method before ANY, and `$default` is last."""
    fitting = [(key, function) for key, function in routes() if _fits(key, method, path)]
    return max(fitting, key=lambda route: _rank(route[0]))[1]


def _fits(key: str, method: str, path: str) -> bool:
    if key == "$default":
        return True
    wanted, _, template = key.partition(" ")
    pattern = re.sub(r"\{[^}]*\+\}", ".+", template)
    return wanted in ("ANY", method) and re.fullmatch(re.sub(r"\{[^}]*\}", "[^/]+", pattern), path) is not None


def _rank(key: str) -> tuple[bool, bool, int, bool]:
    method, _, template = key.partition(" ")
    literal = [part for part in template.split("/") if part and not part.startswith("{")]
    return key != "$default", "+}" not in template, len(literal), method != "ANY"
