"""A slot type: how words become a value, and all that others must know of such values."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from frontline.model.base import Value
from frontline.model.reading import Parser
from frontline.model.text import Locale
from frontline.model.workflow import Shown

Limit = Literal["pattern", "min", "max"]


@dataclass(frozen=True)
class SlotType:
    """Whatever a type does not say is the careful answer: its values are shown to nobody, and read only when asked for."""

    name: str
    read: Parser
    example: str
    """What a customer says when asked for it."""

    secret: bool = False
    """It shows who somebody is: never told to a model, an observer or a human, nor kept longer than the matter that asked
    for it; half a proof only as long as its question is open."""
    shown: Shown = "nobody"
    """Who else is shown its values; nothing that answers a question for what nobody is shown goes further either. A slot may say
    otherwise for itself, but not of a secret."""
    anywhere: bool = False
    """Unmistakable wherever it is said: picked up from words that answer something else, and out of a whole report."""
    gives_way: bool = False
    """It takes any words, so that whatever else a correction names is meant first."""
    said_first: bool = False
    """Who says it before what it is about says it once."""
    swapped: bool = False
    """People correct it by naming it: "Mumbai, not Delhi"."""
    sees_secrets: bool = False
    """What it reads looks like a code or a date of birth, so that it must see the message before those are taken out."""
    nothing_counts: bool = False
    """That there is still nothing is one of its values: no signal, and not a switch that is off."""
    deed: bool = False
    """It says that something was done, and nothing of what came of it."""
    options: Literal["needed", "all", "some"] = "some"
    """What a slot's options are: what there is to pick from, all values of the type, or some of many."""
    values: tuple[Value, ...] = ()
    """All values there are, where they are the same for every slot."""
    written: Callable[[str, Locale], str] | None = None
    """How people write a value of it, where that is not as it is kept."""
    takes: frozenset[Limit] = frozenset()
    """The bounds a slot of this type may have."""

    @property
    def by_name(self) -> bool:
        """Whether a device's report tells it under the slot's own name alone; else the whole report is read for it."""
        return not (self.anywhere or self.deed)
