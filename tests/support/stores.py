"""Stores that misbehave when told to: the table as it is on a bad day."""

from collections.abc import Callable

from frontline.adapters.memory import MemoryStore
from frontline.model.errors import StoreUnavailable
from frontline.model.turn import Turn
from frontline.ports import LetGo, Loaded


class Weather(MemoryStore):
    """A table that is `away` for all calls, or only `refuses` writes; `before_append` happens once, just before the next
    write, which is how races are lost on purpose."""

    def __init__(self) -> None:
        super().__init__()
        self.away = False
        self.refuses = False
        self.before_append: Callable[[], object] | None = None

    def newest(self, organisation: str, conversation: str) -> Loaded:
        self._reach()
        return super().newest(organisation, conversation)

    def turn(self, organisation: str, conversation: str, seq: int) -> Turn | None:
        self._reach()
        return super().turn(organisation, conversation, seq)

    def append(self, turn: Turn) -> None:
        self._reach()
        if self.refuses:
            raise StoreUnavailable("the table takes no rows")
        happens, self.before_append = self.before_append, None
        if happens:
            happens()
        super().append(turn)

    def erase(self, organisation: str, conversation: str, let_go: LetGo = lambda _: None) -> int:
        self._reach()
        return super().erase(organisation, conversation, let_go)

    def _reach(self) -> None:
        if self.away:
            raise StoreUnavailable("the table does not answer")
