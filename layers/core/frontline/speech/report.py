"""What an app on the customer's device reports, as the text a customer could have written."""

import re
from collections.abc import Iterator, Mapping

_BETWEEN = re.compile(r"[\s_.-]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""The forms in which programs join words: plugged_in, plugged-in, pluggedIn."""
DEEPEST = 8
"""Levels of a report that are told apart; what lies deeper is written as it is."""


def flatten(result: Mapping[str, object] | str) -> str:
    """One line a value, after its keys in spaced lower case words; yes and no for truth, none for nothing."""
    return result if isinstance(result, str) else "\n".join(_lines(result, "", 0))


def told_of(name: str, result: Mapping[str, object] | str, *, alone: bool) -> str | None:
    """The value that stands under this name, as text: `{"plugged_in": true}` tells "yes" of `plugged_in`, and so does
    `pluggedIn`. Where nothing else is asked for (`alone`) it does not matter what a single value is called."""
    if isinstance(result, str):
        return result
    keys = {_spaced(key): value for key, value in result.items()}
    if alone and len(keys) == 1:
        return _plain(next(iter(keys.values())), 0)
    wanted = _spaced(name)
    return _plain(keys[wanted], 0) if wanted in keys else None


def same_action(one: str, other: str) -> bool:
    """However the words of its name are joined."""
    return _spaced(one) == _spaced(other)


def _lines(value: Mapping[str, object], before: str, depth: int) -> Iterator[str]:
    for key, inner in value.items():
        name = f"{before} {_spaced(key)}".strip()
        told = _by_name(inner)
        if isinstance(told, Mapping) and told and depth < DEEPEST:
            yield from _lines(told, name, depth + 1)
        else:
            yield f"{name}: {_plain(inner, depth)}"


def _by_name(value: object) -> object:
    """`[{"name": "sms", "granted": true}]` is `{"sms": true}`."""
    if not isinstance(value, list | tuple):
        return value
    found: dict[str, object] = {}
    for one in value:
        told = list(one.values()) if isinstance(one, Mapping) else []
        names, flags = (
            [text for text in told if isinstance(text, str)],
            [flag for flag in told if isinstance(flag, bool)],
        )
        if len(told) != 2 or len(names) != 1 or len(flags) != 1:
            return value
        found[names[0]] = flags[0]
    return found or value


def _spaced(name: str) -> str:
    return _BETWEEN.sub(" ", name).strip().lower()


def _plain(value: object, depth: int) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value in ({}, [], ()):
        return "none"
    if isinstance(value, list | tuple) and depth < DEEPEST:
        return ", ".join(_plain(one, depth + 1) for one in value)
    if isinstance(value, Mapping) and depth < DEEPEST:
        return ", ".join(f"{_spaced(str(key))} {_plain(inner, depth + 1)}" for key, inner in value.items())
    return str(value)
