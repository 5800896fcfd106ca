"""What is answered to a call that no route takes."""

from aws_lambda_powertools.event_handler import Response

from frontline.adapters.api.paths import methods_at
from frontline.adapters.problems import Problem


def unrouted(method: str, path: str) -> Response[str]:
    """A method and a path in; out that there is no such path, or how it is called. `OPTIONS` is told the same, as no error."""
    allowed = methods_at(path)
    if not allowed or method in allowed:  # the latter with a name that none of ours can have
        return _answer(Problem(404, "no_such_route", f"there is no {method} {path}"), ())
    if method == "OPTIONS":
        return Response(204, "application/json", "", headers={"allow": _listed(allowed)})
    return _answer(Problem(405, "method_not_allowed", f"{path} is called by {_listed(allowed)}, not {method}"), allowed)


def _listed(allowed: tuple[str, ...]) -> str:
    return ", ".join((*allowed, "OPTIONS"))


def _answer(problem: Problem, allowed: tuple[str, ...]) -> Response[str]:
    headers: dict[str, str | list[str]] = {"allow": _listed(allowed)} if allowed else {}
    return Response(problem.status, "application/problem+json", problem.body(), headers=headers)
