"""What a customer may be about when they say too little: a subject, and what can be wanted of it."""

from frontline.model.base import Frozen
from frontline.model.text import Text


class Subject(Frozen):
    """`intents`, likeliest first, are what can be wanted of it; `general` is the intent that says no more than the subject. One
    with an `offer` is a group of the menu. A value of one of its `slots`, with nothing else said, is about it; so are the words
    that the languages' files list for `name` under `[subject]`."""

    name: str
    intents: tuple[str, ...]
    general: str | None = None
    offer: Text | None = None
    slots: tuple[str, ...] = ()

    def holds(self, intent: str) -> bool:
        return intent in self.intents or intent == self.general
