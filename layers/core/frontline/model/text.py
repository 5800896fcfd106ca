"""A thing to say, in the languages it was written in, and the one way its blanks are filled."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import BaseModel, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from frontline.model.base import Stored, Value, Values

_CODE = r"^[a-z]{2,20}(?:_[a-z]{2,20})?$"
Locale = Annotated[str, Field(pattern=_CODE)]
"""A language by its code: the name of its folder below `languages/`."""
FALLBACK: Locale = "en"
"""What is said where a text lacks the customer's language; one that lacks this too is said in the first it has."""
_ANY = "any"
"""Stands for every language."""

_BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, init=False)
class Text:
    """One text, by language: `{"en": "in {city}", "hi": "{city} में"}`, where `{name}` is a blank. A plain string is the same
    in every language."""

    each: Mapping[Locale, str]
    """Its words by language."""

    def __init__(self, **each: str) -> None:
        object.__setattr__(self, "each", each)

    def __hash__(self) -> int:
        return hash(frozenset(self.each.items()))

    @classmethod
    def same(cls, words: str) -> Self:
        """In every language."""
        return cls(**{_ANY: words})

    def words(self, locale: Locale) -> str:
        """As it is said in a language, its blanks open."""
        each = self.each
        return next((each[one] for one in (locale, _ANY, FALLBACK) if one in each), next(iter(each.values())))

    def fill(self, locale: Locale, values: Mapping[str, Value]) -> str:
        """Values are put in as they are, once: a value that looks like a blank stays what the customer wrote."""
        return _BLANK.sub(lambda blank: str(values.get(blank[1], "–")), self.words(locale))

    def without_values(self) -> str:
        """In English, with the names of the blanks in their place: what may be told to whoever must not see the values."""
        return self.fill(FALLBACK, {name: f"[{name.replace('_', ' ')}]" for name in self.blanks()})

    def blanks(self) -> frozenset[str]:
        return self._blanks

    @cached_property
    def _blanks(self) -> frozenset[str]:
        return frozenset(_BLANK.findall("".join(self.each.values())))

    def lacks(self, languages: Iterable[Locale]) -> tuple[Locale, ...]:
        """Those of the languages that it was not written in."""
        return () if _ANY in self.each else tuple(one for one in languages if not self.each.get(one, "").strip())

    def unknown(self, languages: Iterable[Locale]) -> tuple[Locale, ...]:
        """Those it was written in that are none of the languages."""
        return tuple(one for one in self.each if one not in {_ANY, *languages})

    def uneven(self) -> Mapping[Locale, frozenset[str]]:
        """By language the blanks that it lacks and another has."""
        missing = {one: self.blanks() - set(_BLANK.findall(words)) for one, words in self.each.items()}
        return {one: blanks for one, blanks in missing.items() if blanks}

    def written(self) -> str | dict[Locale, str]:
        """As it stands in JSON."""
        return self.each[_ANY] if self.each.keys() == {_ANY} else dict(self.each)

    @classmethod
    def _read(cls, given: object, by_language: core_schema.ValidatorFunctionWrapHandler) -> Self:
        if isinstance(given, cls):
            return given
        return cls.same(given) if isinstance(given, str) else cls(**by_language(given))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        by_language = core_schema.dict_schema(
            core_schema.str_schema(pattern=_CODE), core_schema.str_schema(), min_length=1
        )
        return core_schema.no_info_wrap_validator_function(
            cls._read, by_language, serialization=core_schema.plain_serializer_function_ser_schema(cls.written)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Both forms, so that an author's editor offers them."""
        by_language = {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
        return {"anyOf": [{"type": "string"}, by_language]}


def texts_in(node: object, place: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of a declaration or document, by where it stands in it: `nodes[2].data.text`."""
    match node:
        case Text():
            yield place, node
        case BaseModel():
            for name, part in node:
                yield from texts_in(part, f"{place}.{name}" if place else name)
        case dict():
            for name, part in node.items():
                yield from texts_in(part, f"{place}.{name}")
        case tuple():
            for number, part in enumerate(node):
                yield from texts_in(part, f"{place}[{number}]")
        case _:
            pass


def lacking(node: object, languages: tuple[Locale, ...]) -> dict[str, tuple[Locale, ...]]:
    """The texts in it that lack some of the languages, and which."""
    return {place: missing for place, text in texts_in(node) if (missing := text.lacks(languages))}


class Line(Stored):
    """A text by its key, with what fills its blanks: what a decision says before it has a language."""

    key: str
    values: Values = Field(default_factory=dict)
