"""A thing to say, in every language we speak, and the one way its blanks are filled."""

import re
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from frontline.model.base import Frozen, Stored, Value, Values

Locale = Literal["en", "hi", "hinglish"]
LOCALES: tuple[Locale, ...] = ("en", "hi", "hinglish")

_BLANK = re.compile(r"\{(\w+)\}")


class Text(Frozen):
    """One text in all languages; `{name}` is a blank. A missing language cannot be built."""

    en: str
    hi: str
    hinglish: str

    def fill(self, locale: Locale, values: Mapping[str, Value]) -> str:
        """Values are put in as they are, once: a value that looks like a blank stays what the customer wrote."""
        return _BLANK.sub(lambda blank: str(values.get(blank[1], "–")), getattr(self, locale))

    def without_values(self) -> str:
        """In English, with the names of the blanks in their place: what may be told to whoever must not see the values."""
        return self.fill("en", {name: f"[{name.replace('_', ' ')}]" for name in self.blanks()})

    def blanks(self) -> frozenset[str]:
        return frozenset(_BLANK.findall(self.en + self.hi + self.hinglish))


class Line(Stored):
    """A text by its key, with what fills its blanks: what a decision says before it has a language."""

    key: str
    values: Values = Field(default_factory=dict)
