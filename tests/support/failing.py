"""Every way the sandbox operator can misbehave, and from which of its requests on."""

from dataclasses import dataclass
from typing import NamedTuple

import httpx

from local.operator.faults import Fault

FAULTS: dict[str, Fault] = {
    "slow": Fault("slow"),
    "error": Fault("error", status=500),
    "error after commit": Fault("error", status=500, after=True),
    "gateway timeout after commit": Fault("error", status=504, after=True),
    "busy": Fault("busy"),
    "busy for long": Fault("busy", retry_after="120"),
    "drop": Fault("drop"),
    "refuse": Fault("refuse"),
    "malformed": Fault("malformed"),
    "empty": Fault("empty"),
    "no": Fault("error", status=409),
    "no after commit": Fault("error", status=409, after=True),
}
"""Every way the sandbox can misbehave."""
NO = frozenset({"no", "no after commit"})
"""An operator that says no once has said it."""
FOR_GOOD = 1_000_000


class Call(NamedTuple):
    """A request: which resource, a list or one of it, never which one."""

    method: str
    resource: str

    @classmethod
    def of(cls, request: httpx.Request) -> "Call":
        api, _, one = request.url.path.removeprefix("/tmf-api/").partition("/v4/")
        resource, _, one = one.partition("/")
        return cls(request.method, f"/{api}/v4/{resource}" + ("/." if one else "$"))

    def __str__(self) -> str:
        name = self.resource.split("/")[3]
        return f"{self.method} {name.removesuffix('$')}" + ("" if name.endswith("$") else "/{id}")


@dataclass
class Since(Fault):
    """A fault of one call, from its n-th on."""

    spared: int = 0

    def fits(self, method: str, path: str) -> bool:
        if not super().fits(method, path):
            return False
        self.spared -= 1
        return self.spared < 0
