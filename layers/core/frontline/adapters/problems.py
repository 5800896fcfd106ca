"""How an error looks from outside: RFC 9457 problem+json with a stable `code`. The one place where a status is decided."""

from pydantic import JsonValue, ValidationError

from frontline.model.base import Frozen
from frontline.model.errors import Invalid, LostRace, NotFound, Refused, Unavailable


class ProblemBody(Frozen):
    """What is sent. `code` is stable; `detail` is for people."""

    type: str = "about:blank"
    status: int
    code: str
    detail: str
    findings: tuple[dict[str, JsonValue], ...] | None = None


class Problem(Exception):
    """An answer that is an error. Its detail is meant for the caller and holds nothing of anybody else."""

    def __init__(self, status: int, code: str, detail: str, findings: tuple[Frozen, ...] = ()) -> None:
        super().__init__(detail)
        self.findings = findings
        self.status = status
        self.code = code
        self.detail = detail

    def body(self) -> str:
        findings = tuple(finding.model_dump(mode="json", exclude_none=True) for finding in self.findings)
        body = ProblemBody(status=self.status, code=self.code, detail=self.detail, findings=findings or None)
        return body.model_dump_json(exclude_none=True)


def problem_of(error: Exception) -> Problem:
    """What is the caller's fault says what and where; what is ours says only that it is."""
    match error:
        case Problem():
            return error
        case Invalid():
            return Problem(400, "invalid", f"{error.where}: {error}")
        case NotFound():
            return Problem(404, "not_found", str(error))
        case Refused(code="unsound"):
            return Problem(422, "unsound", str(error), getattr(error, "findings", ()))
        case Refused():
            return Problem(409, error.code, str(error))
        case Unavailable() | LostRace():
            return Problem(503, "unavailable", "this did not work just now; send the same request again in a moment")
        case _:
            return Problem(500, "internal", "something went wrong on our side; send the same request again")


def invalid(error: ValidationError) -> Problem:
    """Of a request: which field, and why; never the value, which may be personal. Anywhere else it is our own fault."""
    parts = [
        (".".join(str(part) for part in one["loc"]), one["msg"].removeprefix("Value error, "))
        for one in error.errors(include_input=False, include_url=False)
    ]
    return Problem(400, "invalid", "; ".join(f"{where}: {why}" if where else why for where, why in parts))
