"""Filters, pages and fields, as TM Forum's design guide describes them."""

from collections.abc import Iterable, Mapping, Sequence

from local.operator.resources import Resource

_RESERVED = {"fields", "offset", "limit", "sort"}
_PAGE = 20
Conditions = Mapping[tuple[str, ...], str]


def select(rows: Iterable[Resource], params: Mapping[str, str]) -> tuple[list[Resource], int]:
    """The asked page, and how many rows match in all. Without a limit a page has 20 rows."""
    conditions = {tuple(name.split(".")): value for name, value in params.items() if name not in _RESERVED}
    found = [row for row in rows if matches(row, conditions)]
    start = int(params.get("offset", "0"))
    page = found[start : start + int(params.get("limit", _PAGE))]
    return [shown(row, params.get("fields")) for row in page], len(found)


def matches(value: object, conditions: Conditions) -> bool:
    """Conditions under one list must hold for one and the same element: the characteristic whose name is msisdn is the
    one whose value counts."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return any(matches(one, conditions) for one in value)
    if () in conditions:
        said = str(value).lower() if isinstance(value, bool) else str(value)
        return said == conditions[()]
    groups: dict[str, dict[tuple[str, ...], str]] = {}
    for path, wanted in conditions.items():
        groups.setdefault(path[0], {})[path[1:]] = wanted
    return isinstance(value, Mapping) and all(
        name in value and matches(value[name], below) for name, below in groups.items()
    )


def shown(row: Resource, fields: str | None) -> Resource:
    wanted = {"id", "@type", *fields.split(",")} if fields else set(row)
    return {name: value for name, value in row.items() if name in wanted}
