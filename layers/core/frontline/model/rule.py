"""A rule of inference: what may be concluded from what is known."""

from collections.abc import Callable
from typing import NamedTuple

from frontline.model.base import Value


class Rule(NamedTuple):
    """`concludes` gets `value` when every premise holds, and the matter is one of `intents` if any are named."""

    name: str
    premises: tuple[tuple[str, Callable[[Value], bool]], ...]
    concludes: str
    value: Value
    confidence: float
    intents: tuple[str, ...] = ()


def one_of(*values: Value) -> Callable[[Value], bool]:
    return lambda value: value in values
