"""The trade's texts by their keys: `trades/telecom/languages/<code>/texts.txt`."""

from frontline.model.text import Text
from frontline.model.workflow import Topic
from frontline.texts import texts_of

TRADE = "telecom"


def text(key: str) -> Text:
    """In every language that has it."""
    return texts_of(TRADE)[key]


def asks(workflow: str, *topics: Topic) -> dict[Topic, Text]:
    """A workflow's own answers to questions back, by topic."""
    return {topic: text(f"{workflow}.asks.{topic}") for topic in topics}


def beyond(*errands: str) -> dict[str, Text]:
    """What is said of what only a human can do, by errand."""
    return {errand: text(f"beyond.{errand}") for errand in errands}
