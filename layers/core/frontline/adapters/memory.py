"""Conversations in this process: for unit tests, and what the fallback keeps while the table is away."""

from collections.abc import Iterator
from threading import Lock

from frontline.adapters.newer import read_row
from frontline.journal import rows
from frontline.model.errors import LostRace
from frontline.model.turn import Turn
from frontline.ports import LetGo, Loaded


class MemoryStore:
    """The same promises as the table, as long as the process lives. Rows are kept as bodies, so that nothing is shared."""

    def __init__(self) -> None:
        self._bodies: dict[str, dict[int, str]] = {}
        self._digests: dict[tuple[str, int], str] = {}
        self._lock = Lock()

    def newest(self, organisation: str, conversation: str) -> Loaded:
        key = rows.partition(organisation, conversation)
        kept = self._bodies.get(key)
        if not kept:
            return Loaded(None, "")
        seq = max(kept)
        return Loaded(read_row(kept[seq]), self._digests.get((key, seq)) or rows.digest(kept[seq]))

    def turn(self, organisation: str, conversation: str, seq: int) -> Turn | None:
        body = self._bodies.get(rows.partition(organisation, conversation), {}).get(seq)
        return read_row(body) if body else None

    def append(self, turn: Turn) -> None:
        body = rows.to_body(turn)
        with self._lock:
            kept = self._bodies.setdefault(rows.partition(turn.message.organisation, turn.message.conversation), {})
            if kept.get(turn.seq) == body:
                return
            if kept and turn.seq <= max(kept):
                raise LostRace(f"turn {turn.seq} is taken")
            kept[turn.seq] = body

    def keep(self, turn: Turn, digest: str) -> None:
        """A row that the table has, by the digest of its bytes there: another release may have written them."""
        self.append(turn)
        self._digests[rows.partition(turn.message.organisation, turn.message.conversation), turn.seq] = digest

    def journal(self, organisation: str, conversation: str, after: int = 0) -> Iterator[Turn]:
        kept = self._bodies.get(rows.partition(organisation, conversation), {})
        for seq in sorted(kept):
            if seq > after:
                yield read_row(kept[seq])

    def erase(self, organisation: str, conversation: str, let_go: LetGo = lambda _: None) -> int:
        with self._lock:
            newest = self.newest(organisation, conversation).turn
            if newest is None or newest.forgotten:
                return 0
            tombstone = newest.erased()
            kept = self._bodies[rows.partition(organisation, conversation)]
            said = [turn for turn in map(read_row, kept.values()) if not turn.forgotten]
            let_go(said)
            self._bodies[rows.partition(organisation, conversation)] = {tombstone.seq: rows.to_body(tombstone)}
            return len(said)

    def forget(self, organisation: str, conversation: str) -> None:
        """Drop it without a trace, as a process that ends would."""
        key = rows.partition(organisation, conversation)
        with self._lock:
            for seq in self._bodies.pop(key, {}):
                self._digests.pop((key, seq), None)
