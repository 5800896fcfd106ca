"""What an app on the customer's device reports, as the text a customer could have written."""

import re
from collections.abc import Mapping

from frontline.model.base import Value

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def flatten(result: Mapping[str, Value] | str) -> str:
    """One line a key, its words spaced and lower case; yes and no for truth."""
    if isinstance(result, str):
        return result
    return "\n".join(f"{_spaced(name)}: {_plain(value)}" for name, value in result.items())


def _spaced(name: str) -> str:
    return _HUMP.sub(" ", name).replace("_", " ").strip().lower()


def _plain(value: Value) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
