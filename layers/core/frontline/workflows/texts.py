"""The trade's texts by their keys: `trades/telecom/languages/<code>/texts.txt`."""

from frontline.model.text import Text
from frontline.texts import texts_of

TRADE = "telecom"


def text(key: str) -> Text:
    """In every language that has it."""
    return texts_of(TRADE)[key]
