"""What a message asks back, and what it wants that only a human can do: by the readers `asks.<topic>` and `beyond.<errand>` of
the languages' questions.txt and of a trade's beyond.txt."""

from collections.abc import Collection
from typing import get_args

from frontline.model.workflow import Topic, Workflow
from frontline.speech.readers import said

_TOPICS: tuple[Topic, ...] = get_args(Topic)


def asked_about(text: str, order: Workflow | None = None) -> tuple[Topic, ...]:
    """The topics of a question back: "how much is it, and will my number stay?". Whether a part will do is only asked of an
    `order` on offer that has parts."""
    heard, parts = said(text), order is not None and "part" in order.asks
    return tuple(topic for topic in _TOPICS if f"asks.{topic}" in heard and (parts or topic != "part"))


def errand_in(text: str, beyond: Collection[str]) -> str | None:
    """The first of what only a human can do that the message asks for or tells of."""
    heard = said(text)
    return next((one for one in beyond if f"beyond.{one}" in heard), None)
