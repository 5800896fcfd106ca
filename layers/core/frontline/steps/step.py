"""What a step is: a pure function of its request and of what the operator answers."""

from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import BaseModel

from frontline.ports import Operator


class Step(NamedTuple):
    """One task of a state machine. One that `changes` something gets an idempotency key and is run at most once for it."""

    name: str
    request: type[BaseModel]
    run: Callable[..., BaseModel]
    changes: bool = False

    def __call__(self, payload: dict[str, Any], operator: Operator, key: str) -> BaseModel:
        """The request is checked before anything is asked of the operator."""
        request = self.request.model_validate(payload)
        return self.run(request, operator, key) if self.changes else self.run(request, operator)
