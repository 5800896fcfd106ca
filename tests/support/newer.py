"""A row as a newer release might have written it: with a field more in every noun, or with a value nobody here knows."""

import json
from collections.abc import Collection, Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from frontline.journal import rows

FIELD = "of_a_newer_release"
Json = dict[str, Any]


def nouns(noun: BaseModel, raw: Json) -> Iterator[tuple[type[BaseModel], Json]]:
    """Every noun of a row, at any depth, with the JSON it was read from."""
    yield type(noun), raw
    for name in type(noun).model_fields:
        if name in raw:
            yield from _within(getattr(noun, name), raw[name])


def _within(value: object, raw: Any) -> Iterator[tuple[type[BaseModel], Json]]:
    if isinstance(value, BaseModel):
        yield from nouns(value, raw)
    elif isinstance(value, tuple):
        for one, part in zip(value, raw, strict=True):
            yield from _within(one, part)


def with_more_fields(body: str) -> str:
    """One field more in every noun, numbered."""
    raw: Json = json.loads(body)
    for number, (_, place) in enumerate(list(nouns(rows.from_body(body), raw))):
        place[FIELD] = {"number": number}
    return rendered(raw)


def with_another_value(body: str, tried: Collection[str]) -> Iterator[tuple[str, str]]:
    """For each field of the row that is one of a few words (a kind, a status, a source) and was not tried: its name, and the
    row with a word there that nobody knows."""
    raw: Json = json.loads(body)
    for kind, place in list(nouns(rows.from_body(body), raw)):
        for name, field in kind.model_fields.items():
            where = f"{kind.__name__}.{name}"
            if where in tried or not isinstance(place.get(name), str) or not _of_a_few_words(field.annotation):
                continue
            known, place[name] = place[name], FIELD
            yield where, rendered(raw)
            place[name] = known


def words(kind: type[BaseModel]) -> Iterator[str]:
    """The fields of `with_another_value` that the model has."""
    for name, field in kind.model_fields.items():
        if _of_a_few_words(field.annotation) and all(isinstance(one, str) for one in _literals(field.annotation)):
            yield f"{kind.__name__}.{name}"


def all_nouns(kind: type[BaseModel]) -> set[type[BaseModel]]:
    """The noun itself and all that it can hold."""
    found: set[type[BaseModel]] = set()
    waiting: list[Any] = [kind]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            if one not in found:
                found.add(one)
                waiting += [field.annotation for field in one.model_fields.values()]
        else:
            waiting += get_args(one)
    return found


def rendered(raw: Json) -> str:
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def _of_a_few_words(annotation: object) -> bool:
    return bool(_literals(annotation))


def _literals(annotation: object) -> tuple[object, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(word for part in get_args(annotation) for word in _literals(part))
