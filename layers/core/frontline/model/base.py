"""What every noun has in common: once made it does not change. One that is sent has no field that nobody declared; one
that is stored keeps those of a newer release."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, JsonValue

_set_values, _set_given, _set_extra, _set_private = (
    vars(BaseModel)[part].__set__
    for part in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
"""What a noun consists of, set without the look at its class that `object.__setattr__` takes each time."""


class Frozen(BaseModel):
    """Built on first use, so that a cold start pays only for the nouns it meets. Errors end in logs, so they tell no values."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True)

    def but(self, **changes: object) -> Self:
        """The same, with these fields changed. Checked by mypy (`local/typed_but.py`), not as it runs: that would cost six
        times as much, and a turn makes two dozen (measured by `make bench`)."""
        twin = object.__new__(type(self))
        _set_values(twin, self.__dict__ | changes)
        _set_given(twin, self.__pydantic_fields_set__)  # nobody asks which were given
        _set_extra(twin, self.__pydantic_extra__)
        _set_private(twin, None)
        return twin


class Stored(Frozen):
    """A noun as it lies in the table, which two releases share: a field that only the newer one knows is kept by the
    older, and written back with the rest. What that costs is in docs/state.md."""

    model_config = ConfigDict(extra="allow")

    def __eq__(self, other: object) -> bool:
        """By the fields that this release knows: what it does not know must change no decision."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    __hash__ = Frozen.__hash__

    @property
    def of_this_release(self) -> Self:
        """Without the fields that only a newer release knows, at any depth."""
        return self.model_validate_json(self.model_dump_json(), extra="ignore")


Value = Annotated[str | int | FiniteFloat | bool, Field(union_mode="smart")]
"""What a slot can hold. Dates are ISO strings and money is a decimal string, so that JSON keeps them exactly."""

Values = dict[str, Value]

Variables = dict[str, JsonValue]
"""What a flow works with: slots hold plain values, variables whatever JSON can say."""
