"""What authors of flows write as JavaScript: conditions, and values worked out of facts and variables.

An expression sees its variables and the plain parts of the language; no host, no clock, no chance. The same expression over
the same variables comes to the same, wherever and however often it runs. Numbers are JavaScript's: 1.0 comes back as 1,
and an integer beyond 2^53 as the float next to it.
"""

import json
from collections.abc import Collection, Mapping

from pydantic import JsonValue

from frontline.flows.javascript import sandbox
from frontline.flows.javascript.script import Script, read
from frontline.flows.javascript.tokens import Unreadable
from frontline.model.errors import ConditionFailed, TookTooLong

__all__ = ["ConditionFailed", "TookTooLong", "broken", "holds", "names", "value", "writes"]

VARIABLES = 65_536
"""How much JSON an expression may read."""

REASON = 200
EXACT = 2**53


def value(expression: str, variables: Mapping[str, JsonValue], *, declared: Collection[str] = ()) -> JsonValue:
    """What it comes to; undefined is None. Of `declared` names, those not set are undefined; any other unknown name is an
    error. Raises ConditionFailed for a throw, for what takes too long or too much, and for what is no JSON."""
    return _evaluated(expression, variables, declared, judged=False)


def holds(expression: str, variables: Mapping[str, JsonValue], *, declared: Collection[str] = ()) -> bool:
    """Whether it comes to something true, as JavaScript sees truth. Raises ConditionFailed like `value`; a function is no
    answer."""
    return _evaluated(expression, variables, declared, judged=True) is True


def broken(expression: str) -> str | None:
    """Why it is not one expression that can be evaluated, if so. It is not run."""
    try:
        read(expression)
    except Unreadable as error:
        before = expression[: error.at]
        line, column = before.count("\n") + 1, error.at - before.rfind("\n")
        return f"line {line}, column {column}: {_short(error.reason)}"
    refused = sandbox.refusal(expression)
    return f"line {refused[1]}: {_short(refused[0])}" if refused else None


def names(expression: str) -> frozenset[str]:
    """The variables it reads, whether or not it comes to the place. Raises ConditionFailed for what is broken."""
    return _read(expression).names


def writes(expression: str) -> frozenset[str]:
    """The names from outside that it would give a value, as `=` does where `===` was meant. It changes only what it sees
    itself. Raises ConditionFailed for what is broken."""
    return _read(expression).writes


def _evaluated(
    expression: str, variables: Mapping[str, JsonValue], declared: Collection[str], *, judged: bool
) -> JsonValue:
    script = _read(expression)
    known = sorted(name for name in script.names if name in variables)
    unset = sorted(name for name in script.names if name not in variables and name in declared)
    arguments = _json([variables[name] for name in known])
    try:
        told = sandbox.answer(script, (*known, *unset), arguments, judged=judged)
        outcome: JsonValue = json.loads(told, parse_int=_integer)
    except sandbox.Stopped as error:
        raise _failure(error.reason) from error
    except (ValueError, RecursionError) as error:
        raise ConditionFailed("the result is no JSON") from error
    if isinstance(outcome, list) and len(outcome) == 1:
        return outcome[0]
    raise _failure(sandbox.explained(str(outcome)))


def _failure(reason: str) -> ConditionFailed:
    return TookTooLong(_short(reason)) if reason == sandbox.TOO_LONG else ConditionFailed(_short(reason))


def _read(expression: str) -> Script:
    try:
        return read(expression)
    except Unreadable as error:
        raise ConditionFailed(_short(error.reason)) from error


def _json(values: list[JsonValue]) -> str:
    try:
        text = json.dumps(values, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        raise ConditionFailed("a variable is no JSON") from error
    if len(text) > VARIABLES:
        raise ConditionFailed(f"its variables are longer than {VARIABLES} characters of JSON")
    return text


def _integer(digits: str) -> float:
    """Beyond 2^53 JavaScript writes zeros for digits it does not know."""
    number = int(digits)
    return number if abs(number) <= EXACT else float(digits)


def _short(reason: str) -> str:
    line = " ".join(reason.split()).encode(errors="replace").decode()
    return line if len(line) <= REASON else line[: REASON - 1] + "…"
