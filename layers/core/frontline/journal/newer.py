"""Reads what lies in the table, also where a newer release wrote it: while two releases run side by side, and after a
rollback. Fields this release does not know are kept (`Stored`); a value it does not know (a kind of question, a status, a
scope) is set aside, and the noun is read without it."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, JsonValue, ValidationError

from frontline.model.errors import Misbehaved

N = TypeVar("N", bound=BaseModel)
Path = list[str | int]

STAND_INS: Mapping[str, JsonValue] = {
    "action": {"kind": "say"},
    "content": {"kind": "said", "text": ""},
    "locale": "en",
    "outcome.status": "failed",
}
"""What stands for a value that cannot be left out: of an outcome nobody here understands a human is told."""
MOST = 200

Tell = Callable[[str, Sequence[str]], None]
"""Hears which noun was read without what, by places and never by values."""


def unheard(_noun: str, _aside: Sequence[str]) -> None:
    """Nobody needs to know."""


def read(kind: type[N], body: str, tell: Tell = unheard) -> N:
    """The noun of this body. `Misbehaved` where not even its rest can be read: no release may have written that."""
    try:
        return kind.model_validate_json(body, extra="allow")
    except ValidationError:
        return _without_the_unknown(kind, body, tell)


def _without_the_unknown(kind: type[N], body: str, tell: Tell) -> N:
    raw, aside = json.loads(body), list[str]()
    for _ in range(MOST):
        try:
            noun = kind.model_validate(raw, extra="allow")
        except ValidationError as error:
            path = _place(raw, error.errors(include_input=False, include_url=False, include_context=False)[-1]["loc"])
            if not path:
                break
            _set_aside(raw, path)
            aside.append(".".join(str(step) for step in path))
        else:
            tell(kind.__name__, aside)
            return noun
    raise Misbehaved(f"what is stored is no {kind.__name__}")


def _place(raw: JsonValue, location: Sequence[str | int]) -> Path:
    """Where an error lies in the JSON. What pydantic calls the member of a union is no step of the way; a field that is
    missing is the trouble of what should have it."""
    path: Path = []
    at: Any = raw
    step: Any
    for step in location:
        there = step in at if isinstance(at, dict) else isinstance(at, list) and step in range(len(at))
        if there:
            path.append(step)
            at = at[step]
    return path


def _set_aside(raw: JsonValue, path: Path) -> None:
    """Left out, so that its default or nothing is there instead; or a stand-in, where there must be something."""
    holder: Any = raw
    at: Any
    *way, at = path
    for step in way:
        holder = holder[step]
    for name in (".".join(str(step) for step in path[-2:]), str(path[-1])):
        if name in STAND_INS and isinstance(holder, dict):
            holder[at] = STAND_INS[name]
            return
    del holder[at]
