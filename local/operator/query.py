"""Filters, pages and fields, as TM Forum's design guide describes them."""

from collections.abc import Iterable, Mapping
from typing import Any

from local.operator.resources import Resource

_RESERVED = {"fields", "offset", "limit", "sort"}
_PAGE = 20
Conditions = Mapping[tuple[str, ...], str]


def select(rows: Iterable[Resource], params: Mapping[str, str]) -> tuple[list[Resource], int]:
    """The asked page, and how many rows match in all. Without a limit a page has 20 rows."""
    asked = _asked({tuple(name.split(".")): value for name, value in params.items() if name not in _RESERVED})
    found = [row for row in rows if _meets(row, asked)]
    start = int(params.get("offset", "0"))
    page = found[start : start + int(params.get("limit", _PAGE))]
    return [shown(row, params.get("fields")) for row in page], len(found)


def matches(value: object, conditions: Conditions) -> bool:
    """Conditions under one list must hold for one and the same element: the characteristic whose name is msisdn is the
    one whose value counts."""
    return _meets(value, _asked(conditions))


def _meets(value: object, asked: str | dict[str, Any]) -> bool:
    if isinstance(value, list):
        return any(_meets(one, asked) for one in value)
    if isinstance(asked, str):
        return (str(value).lower() if isinstance(value, bool) else str(value)) == asked
    return isinstance(value, dict) and all(
        name in value and _meets(value[name], below) for name, below in asked.items()
    )


def _asked(paths: Conditions) -> str | dict[str, Any]:
    """What a value must say, or what is asked of its parts."""
    if () in paths:
        return paths[()]
    below: dict[str, dict[tuple[str, ...], str]] = {}
    for path, wanted in paths.items():
        below.setdefault(path[0], {})[path[1:]] = wanted
    return {name: _asked(rest) for name, rest in below.items()}


def shown(row: Resource, fields: str | None) -> Resource:
    wanted = {"id", "@type", *fields.split(",")} if fields else set(row)
    return {name: value for name, value in row.items() if name in wanted}
