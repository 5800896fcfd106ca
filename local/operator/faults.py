"""The sandbox's ways to misbehave, for tests: which requests, how, how often."""

import re
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

Kind = Literal["slow", "error", "busy", "drop", "refuse", "malformed", "empty"]


@dataclass
class Fault:
    """slow: answers after `seconds`; error: `status`, nothing done; busy: 429, nothing done; drop: done, and the
    connection closed instead of an answer; refuse: closed, nothing done; malformed and empty: done, and the answer
    cannot be read. With `after` an error comes when all is done."""

    kind: Kind
    path: str = ".*"
    method: str = ".*"
    times: int = 1
    status: int = 500
    seconds: float = 1.0
    retry_after: str | None = None
    after: bool = False

    def fits(self, method: str, path: str) -> bool:
        return self.times > 0 and bool(re.search(self.path, path) and re.fullmatch(self.method, method))


@dataclass
class Faults:
    waiting: list[Fault] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def take(self, method: str, path: str) -> Fault | None:
        """The first fault that fits, used up by one."""
        with self.lock:
            for fault in self.waiting:
                if fault.fits(method, path):
                    fault.times -= 1
                    return fault
            return None

    def add(self, fault: Fault) -> None:
        with self.lock:
            self.waiting.append(fault)

    def clear(self) -> None:
        with self.lock:
            self.waiting.clear()
