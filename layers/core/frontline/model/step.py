"""What a step is: a pure function of its request and of what the port answers."""

from collections.abc import Callable
from functools import cache
from typing import Any, Literal, NamedTuple, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError

from frontline.model.errors import Invalid


class Step(NamedTuple):
    """One task of a state machine. One that `changes` something gets an idempotency key and is run at most once for it;
    one that is `guarded` decides about identity and gets the guard. After a `recallable` one the order can still be stopped:
    it only asked somebody for something. One that `asks` leaves a question for somebody to decide."""

    name: str
    request: type[BaseModel]
    run: Callable[..., BaseModel]
    changes: bool = False
    guarded: bool = False
    recallable: bool = False
    asks: bool = False

    @property
    def tells(self) -> frozenset[str]:
        """What of its output an execution may show: yes, no, and words of our own. All else may be a customer's."""
        return _of_our_own(self.run)

    def __call__(
        self, payload: dict[str, Any], port: object, guard: object, key: str, approvals: object = None
    ) -> BaseModel:
        """The request is checked before anything is asked of the port."""
        try:
            request = self.request.model_validate(payload)
        except ValidationError as error:
            where = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
            raise Invalid(f"{self.name} cannot use its input", where=where) from None
        if self.asks:
            return self.run(request, port, approvals)
        if self.guarded:
            return self.run(request, port, guard)
        return self.run(request, port, key) if self.changes else self.run(request, port)


@cache
def _of_our_own(run: Callable[..., BaseModel]) -> frozenset[str]:
    fields = get_type_hints(run)["return"].model_fields.items()
    return frozenset(
        name for name, field in fields if field.annotation is bool or get_origin(field.annotation) is Literal
    )
