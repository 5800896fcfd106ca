"""How a turn lies in the table: its keys, its one JSON body, and how bodies of older schemas become today's."""

import json
from collections.abc import Callable
from typing import Any

from frontline.journal.newer import Tell, read, unheard
from frontline.model.errors import Misbehaved, TooNew
from frontline.model.turn import SCHEMA, Turn, digest

Body = dict[str, Any]

MIGRATIONS: dict[int, Callable[[Body], Body]] = {}
"""From a schema version to the next: the hook a new version adds one entry to. Rows are migrated when read, never in place.
A new field, kind or status needs no new version: older code reads on (`newer`). A version is for what older code must not
read at all: it answers that the message is to be sent again, until newer code takes it."""

_CURRENT = f'{{"schema_version":{SCHEMA},'
DAY = 24 * 60 * 60
GRACE_DAYS = 21


def partition(organisation: str, conversation: str) -> str:
    """The organisation comes first: no key of one can reach another's rows."""
    return f"CONVERSATION#{organisation}#{conversation}"


def sort_key(seq: int) -> str:
    """Padded, so that rows sort as they happened."""
    return f"TURN#{seq:08d}"


def to_body(turn: Turn) -> str:
    """The same turn always gives the same bytes; the hash chain stands on them."""
    return turn.model_dump_json(exclude_none=True)


def from_body(body: str, tell: Tell = unheard) -> Turn:
    """Today's schema is read at once; an older one goes through every migration since. `TooNew` for a newer one."""
    if body.startswith(_CURRENT):
        return read(Turn, body, tell)
    raw: Body = json.loads(body)
    version = raw.get("schema_version")
    if isinstance(version, int) and version > SCHEMA:
        raise TooNew(f"a row has schema version {version}; this release reads up to {SCHEMA}")
    while version != SCHEMA:
        if version not in MIGRATIONS:
            raise Misbehaved(f"a row has schema version {version!r}; this code reads up to {SCHEMA}")
        raw = MIGRATIONS[version](raw)
        version = raw.get("schema_version")
    return read(Turn, json.dumps(raw), tell)


def expires_at(turn: Turn, retention_days: int) -> int:
    """When the table may forget the row, in seconds. A while after it must be kept: numbers begin again in a forgotten
    conversation, and Step Functions remembers an order's name for 90 days after its end."""
    return turn.message.at // 1000 + (retention_days + GRACE_DAYS) * DAY


__all__ = ["MIGRATIONS", "digest", "expires_at", "from_body", "partition", "sort_key", "to_body"]
