"""How personal data looks outside the table: enough to tell two values apart by eye, not enough to use."""

import re

HIDDEN = "***"
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_NUMBER = re.compile(r"\+?\d(?:[ \-().]{0,2}\d){4,}")


def mask(text: str) -> str:
    """Addresses and long numbers, wherever they stand, keep only their last two characters or digits."""
    hidden = _EMAIL.sub(lambda found: "***" + found[0][-3:], text)
    return _NUMBER.sub(lambda found: "***" + found[0][-2:], hidden)


def mask_value(value: object, *, shown: bool) -> str:
    """What nothing declares to be shown is hidden whole; of the rest, addresses and long numbers."""
    return mask(str(value)) if shown else HIDDEN
