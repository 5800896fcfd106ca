"""Conversations in this process: for unit tests, and what the fallback keeps while the table is away."""

from collections.abc import Iterator
from threading import Lock

from frontline.journal import rows
from frontline.model.errors import LostRace
from frontline.model.turn import Turn
from frontline.ports import Loaded


class MemoryStore:
    """The same promises as the table, as long as the process lives. Rows are kept as bodies, so that nothing is shared."""

    def __init__(self) -> None:
        self._bodies: dict[str, dict[int, str]] = {}
        self._lock = Lock()

    def newest(self, organisation: str, conversation: str) -> Loaded:
        kept = self._bodies.get(rows.partition(organisation, conversation))
        if not kept:
            return Loaded(None, "")
        body = kept[max(kept)]
        return Loaded(rows.from_body(body), rows.digest(body))

    def turn(self, organisation: str, conversation: str, seq: int) -> Turn | None:
        body = self._bodies.get(rows.partition(organisation, conversation), {}).get(seq)
        return rows.from_body(body) if body else None

    def append(self, turn: Turn) -> None:
        body = rows.to_body(turn)
        with self._lock:
            kept = self._bodies.setdefault(rows.partition(turn.message.organisation, turn.message.conversation), {})
            if kept.setdefault(turn.seq, body) != body:
                raise LostRace(f"turn {turn.seq} is taken")

    def journal(self, organisation: str, conversation: str, after: int = 0) -> Iterator[Turn]:
        kept = self._bodies.get(rows.partition(organisation, conversation), {})
        for seq in sorted(kept):
            if seq > after:
                yield rows.from_body(kept[seq])

    def erase(self, organisation: str, conversation: str) -> int:
        with self._lock:
            newest = self.newest(organisation, conversation).turn
            if newest is None:
                return 0
            tombstone = newest.erased()
            kept = self._bodies[rows.partition(organisation, conversation)]
            self._bodies[rows.partition(organisation, conversation)] = {tombstone.seq: rows.to_body(tombstone)}
            return len(kept)

    def forget(self, organisation: str, conversation: str) -> None:
        """Drop it without a trace, as a process that ends would."""
        with self._lock:
            self._bodies.pop(rows.partition(organisation, conversation), None)
