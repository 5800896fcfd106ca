"""What a slot type makes of the customer's words: a value, something it recognises as an answer but cannot place, or nothing."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from frontline.model.base import Value
from frontline.model.workflow import Knowledge, Option


class Hearing(NamedTuple):
    """What was said, when (in the customer's own time zone), and whether it answers a question for this very slot.
    `calling_code`: of phone numbers and postal codes that say no country; `pattern`, `min` and `max`: the slot's bounds."""

    text: str
    at: datetime
    asked: bool = False
    options: tuple[Option, ...] = ()
    calling_code: str = "91"
    pattern: str | None = None
    min: int | None = None
    max: int | None = None

    @classmethod
    def of(cls, slot: Knowledge, text: str, at: datetime, *, asked: bool, calling_code: str = "91") -> "Hearing":
        """Words that may hold a value for this slot, within what its declaration allows."""
        return cls(text, at, asked, slot.options, calling_code, slot.pattern, slot.min, slot.max)


class Found(NamedTuple):
    """The slot's value, in its one canonical spelling."""

    value: Value


class Unknown(NamedTuple):
    """Clearly an answer to the question, but nothing we know: asked once more, then a human."""

    said: str


Reading = Found | Unknown | None
Parser = Callable[[Hearing], Reading]
"""Total: any text gives a Reading, never an exception. When not `asked`, only the unmistakable is Found, and Unknown is never
given."""
