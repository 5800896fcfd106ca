"""The engine, one for each evaluation: nothing that an expression does to it is there for the next."""

import re
from functools import lru_cache
from typing import Protocol, cast

from frontline.flows.javascript.prelude import PRELUDE
from frontline.flows.javascript.script import Script

MEMORY = 4 * 1024 * 1024
"""Enough for any 64 kB of JSON; the less there is, the less can be done between two looks at the clock."""

STACK = 256 * 1024

SECONDS = 0.25
"""CPU, a second line of defence: what ends an expression is its count of work, which is the same on every machine."""

REMEMBERED = 256
"""How long the JSON of variables may be for the answer to be kept in this process: that of a few slots is."""

TOO_LONG = "it takes too long"
_WORDS = {
    "InternalError: interrupted": TOO_LONG,
    "RangeError: Maximum call stack size exceeded": "it calls itself too deeply",
    **dict.fromkeys(("InternalError: out of memory", "null", "[uninitialized]"), "it needs too much memory"),
}
"""Two of them are what the engine says when it has no memory left to say it."""
_LINE = re.compile(r"at <input>:(\d+)")


class Stopped(Exception):
    """The engine did not get to an answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Engine(Protocol):
    def eval(self, code: str) -> object: ...
    def set_memory_limit(self, limit: int) -> None: ...
    def set_time_limit(self, limit: float) -> None: ...
    def set_max_stack_size(self, limit: int) -> None: ...


class _Answer(Protocol):
    def __call__(self, compiled: object, arguments: str, judged: bool) -> object: ...


def answer(script: Script, names: tuple[str, ...], arguments: str, *, judged: bool) -> str:
    """What the prelude answers. `names` are bound to `arguments`, a JSON array, in turn; what is left over is undefined.
    The same question has the same answer, so one over a few small values is asked once."""
    if len(arguments) > REMEMBERED:
        return _answer(script, names, arguments, judged)
    return _remembered(script, names, arguments, judged)


def _answer(script: Script, names: tuple[str, ...], arguments: str, judged: bool) -> str:
    from _quickjs import JSException

    engine = _limited()
    try:
        ask = cast("_Answer", engine.eval(PRELUDE))
        parameters = ", ".join((script.tick, *names))
        told = ask(engine.eval(_function(parameters, f"({script.counted}\n)")), arguments, judged)
    except JSException as error:
        raise Stopped(explained(str(error).partition("\n")[0])) from error
    if not isinstance(told, str):
        raise Stopped("it needs too much memory")
    return told


_remembered = lru_cache(maxsize=1024)(_answer)


def explained(reason: str) -> str:
    """In words that an author understands."""
    return _WORDS.get(reason, reason.removeprefix("RangeError: "))


def refusal(expression: str) -> tuple[str, int] | None:
    """Why the engine's own grammar does not take it as one expression, and in which line. It is not run. What can stand
    between round brackets as well as between square ones closes neither itself."""
    from _quickjs import JSException

    for opening, closing in ("()", "[]"):
        try:
            _limited().eval(_function("", f"{opening}\n{expression}\n{closing}"))
        except JSException as error:
            reason, _, trace = str(error).partition("\n")
            line = _LINE.search(trace)
            return explained(reason.removeprefix("SyntaxError: ")), int(line[1]) - 1 if line else 1
    return None


def _function(parameters: str, result: str) -> str:
    return f'(function ({parameters}) {{ "use strict"; return {result} }})'


def _limited() -> _Engine:
    """Imported when the first expression is evaluated: a cold start without one pays nothing."""
    from _quickjs import Context

    engine: _Engine = Context()
    engine.set_memory_limit(MEMORY)
    engine.set_max_stack_size(STACK)
    engine.set_time_limit(SECONDS)
    return engine
