"""What happens when the table does not answer: the turn is answered from memory, orders are refused rather than risked,
and what was said is written once the table is back, if this environment still lives then."""

from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock
from typing import NamedTuple

from frontline.adapters.memory import MemoryStore
from frontline.model.errors import LostRace, StoreUnavailable
from frontline.model.turn import Turn
from frontline.ports import LetGo, Loaded, Store

REMEMBERED = 256

Key = tuple[str, str]


class Written(NamedTuple):
    """The row that is the newest after a write, the digest of its bytes if others wrote it, and whether all that is still to
    be written was `erased`: its place is taken by a row of which nothing is left."""

    newest: Turn
    digest: str
    erased: bool


class FallbackStore:
    """The table, and beside it the newest row of every conversation this environment served lately."""

    def __init__(self, table: Store) -> None:
        self._table = table
        self._memory = MemoryStore()
        self._unwritten: OrderedDict[Key, list[Turn]] = OrderedDict()
        self._recent: OrderedDict[Key, None] = OrderedDict()
        self._lock = Lock()

    def newest(self, organisation: str, conversation: str) -> Loaded:
        key = (organisation, conversation)
        try:
            self._write_what_was_kept(key)
            loaded = self._table.newest(organisation, conversation)
        except StoreUnavailable:
            return self._memory.newest(organisation, conversation)._replace(durable=False)
        self._catch_up()
        return loaded

    def append(self, turn: Turn) -> None:
        """Only a turn that was decided knowing that the table is away, and that orders nothing, may be kept in memory."""
        key = (turn.message.organisation, turn.message.conversation)
        if key not in self._unwritten:
            try:
                self._table.append(turn)
            except StoreUnavailable:
                if "store" not in turn.degraded:
                    raise
            else:
                with self._lock:
                    self._remember(key, turn)
                return
        if turn.order:
            raise StoreUnavailable("an order is only ever kept in the table")
        self._memory.append(turn)
        with self._lock:
            self._unwritten.setdefault(key, []).append(turn)

    def turn(self, organisation: str, conversation: str, seq: int) -> Turn | None:
        kept = self._memory.turn(organisation, conversation, seq)
        return kept or self._table.turn(organisation, conversation, seq)

    def journal(self, organisation: str, conversation: str, after: int = 0) -> Iterator[Turn]:
        return self._table.journal(organisation, conversation, after)

    def erase(self, organisation: str, conversation: str, let_go: LetGo = lambda _: None) -> int:
        """From the table first; what memory holds goes only when that has worked."""
        gone = self._table.erase(organisation, conversation, let_go)
        with self._lock:
            self._unwritten.pop((organisation, conversation), None)
            self._recent.pop((organisation, conversation), None)
        self._memory.forget(organisation, conversation)
        return gone

    def _write_what_was_kept(self, key: Key) -> None:
        """In the order in which it was said, and not at all once it was to be forgotten. Where the conversation went on
        elsewhere meanwhile, behind what was said there."""
        with self._lock:
            turns = self._unwritten.get(key, [])
            while turns:
                written = self._write(key, turns[0])
                turns.pop(0)
                self._remember(key, written.newest, written.digest)
                if written.erased:
                    turns.clear()
            self._unwritten.pop(key, None)

    def _catch_up(self) -> None:
        """The table answers: what others said is written too, one conversation a turn. Its trouble is nobody else's."""
        key = next(iter(self._unwritten), None)
        if key is None:
            return
        try:
            self._write_what_was_kept(key)
        except StoreUnavailable:
            with self._lock:
                self._unwritten.move_to_end(key)

    def _write(self, key: Key, turn: Turn) -> "Written":
        """What is not written: a turn of which the table has an answer already, and one from before an erasure."""
        while True:
            try:
                self._table.append(turn)
            except LostRace:
                newest, digest, _ = self._table.newest(*key)
                there = self._table.turn(*key, turn.seq)
                erased = newest is None or there is None or there.forgotten
                if newest is None or erased or newest.answered(turn.message.fingerprint) is not None:
                    return Written(newest or turn, digest, erased)
                turn = turn.behind(newest, digest)
            else:
                return Written(turn, "", erased=False)

    def _remember(self, key: Key, turn: Turn, digest: str = "") -> None:
        """The newest row only, as the table has it, of the conversations served last."""
        self._memory.forget(*key)
        if digest:
            self._memory.keep(turn, digest)
        else:
            self._memory.append(turn)
        self._recent[key] = None
        self._recent.move_to_end(key)
        if len(self._recent) > REMEMBERED:
            self._memory.forget(*self._recent.popitem(last=False)[0])
