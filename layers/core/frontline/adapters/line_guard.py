"""Guesses and one-time codes in the step table: a row for whoever asks, one for the line, one for what was sent. Counted before
anything is compared, under an optimistic lock; codes are hashed; a row is forgotten by its TTL."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, Protocol

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import Field

from frontline.adapters.newer import read
from frontline.model.base import Frozen, Stored
from frontline.model.errors import OperatorUnavailable
from frontline.ports import Wait
from frontline.trades.telecom.steps.pace import (
    CODE_SECONDS,
    CODES_FOR_ASKER,
    CODES_TO_LINE,
    DAY,
    GUESSES_AT_LINE,
    GUESSES_OF_ASKER,
    TRIES_OF_CODE,
    Pace,
)

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

RACES = 5


class Tally(Stored):
    """How often, and until when nobody may again. `codes` are hashes by the second at which each expires."""

    count: int = 0
    until: int = 0
    codes: dict[str, int] = Field(default_factory=dict)


class Kept(Frozen):
    """A tally as it lies in the table; `version` is 0 where none does."""

    tally: Tally = Tally()
    version: int = 0
    expires: int = 0


class Tallies(Protocol):
    """Where tallies are kept."""

    def read(self, id_: str) -> Kept: ...

    def write(self, id_: str, kept: Kept) -> bool:
        """Whether it was still the version before it."""
        ...


class Sender:
    """Sends a text to a phone by one POST of {"to", "text"}. The sandbox operator has such an address; an SMS gateway does."""

    def __init__(self, url: str) -> None:
        self._url = url

    def send(self, number: str, text: str) -> bool:
        """Whether it was taken."""
        import httpx

        try:
            return httpx.post(self._url, json={"to": number, "text": text}, timeout=3.0).is_success
        except httpx.HTTPError:
            return False


class TableTallies:
    """In the step table. `OperatorUnavailable` when it does not answer: nobody is let in on a guess."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def read(self, id_: str) -> Kept:
        try:
            item = self._client.get_item(TableName=self._table, Key={"id": {"S": id_}}, ConsistentRead=True).get("Item")
        except (ClientError, BotoCoreError) as exc:
            raise OperatorUnavailable("attempts cannot be looked up") from exc
        if item is None:
            return Kept()
        tally = read(Tally, item["tally"]["S"])
        return Kept(tally=tally, version=int(item["version"]["N"]), expires=int(item["expiration"]["N"]))

    def write(self, id_: str, kept: Kept) -> bool:
        try:
            self._client.put_item(
                TableName=self._table,
                Item={
                    "id": {"S": id_},
                    "tally": {"S": kept.tally.model_dump_json()},
                    "version": {"N": str(kept.version)},
                    "expiration": {"N": str(kept.expires)},
                },
                ConditionExpression="attribute_not_exists(id) OR version = :before",
                ExpressionAttributeValues={":before": {"N": str(kept.version - 1)}},
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return False
        except (ClientError, BotoCoreError) as exc:
            raise OperatorUnavailable("attempts cannot be counted") from exc
        return True


def drawn() -> str:
    """Six digits nobody can foretell."""
    return f"{secrets.randbelow(1_000_000):06d}"


class LineGuard:
    """The `Guard` port."""

    def __init__(
        self,
        tallies: Tallies,
        organisation: str,
        sender: Sender | None,
        clock: Callable[[], float] = time.time,
        draw: Callable[[], str] = drawn,
    ) -> None:
        self._tallies = tallies
        self._organisation = organisation
        self._sender = sender
        self._clock = clock
        self._draw = draw

    def attempt(self, asker: str, line_id: str) -> Wait | None:
        """The asker's wait goes before the line's: it is their own doing, and a try refused to them costs the line none."""
        mine, line = self._id("GUESSES-BY", asker), self._id("GUESSES-AT", line_id)
        return self._both(mine, GUESSES_OF_ASKER, line, GUESSES_AT_LINE)

    def wait(self, asker: str, line_id: str) -> Wait | None:
        return self._waiting(self._id("GUESSES-BY", asker), self._id("GUESSES-AT", line_id))

    def passed(self, asker: str, line_id: str) -> None:
        self._change(self._id("GUESSES-BY", asker), lambda tally: tally.but(count=0, until=0))
        self._change(self._id("GUESSES-AT", line_id), lambda tally: tally.but(count=max(tally.count - 1, 0), until=0))
        self.used(asker, line_id)

    def used(self, asker: str, line_id: str) -> None:
        self._change(self._codes(asker, line_id), lambda tally: tally.but(count=0, codes={}))

    def send_code(self, asker: str, line_id: str, number: str) -> Wait | Literal["sent", "unsent"]:
        if self._sender is None:
            return "unsent"
        mine, line = self._id("SENT-FOR", asker), self._id("SENT-TO", line_id)
        if wait := self._both(mine, CODES_FOR_ASKER, line, CODES_TO_LINE):
            return wait
        code, until = self._draw(), self._now + CODE_SECONDS

        def sent(tally: Tally) -> Tally:
            return tally.but(count=0, codes={**self._fresh(tally), self._hash(asker, line_id, code): until})

        self._change(self._codes(asker, line_id), sent)
        taken = self._sender.send(number, f"{code} is your code. Do not tell it to anyone who calls you.")
        return "sent" if taken else "unsent"

    def has_code(self, asker: str, line_id: str) -> bool:
        tally = self._tallies.read(self._codes(asker, line_id)).tally
        return tally.count < TRIES_OF_CODE and bool(self._fresh(tally))

    def code_is(self, asker: str, line_id: str, code: str) -> Literal["right", "wrong", "over"]:
        """Counted first: who asks many times at once has no more tries than others."""
        if not self.has_code(asker, line_id):
            return "over"
        tally = self._change(self._codes(asker, line_id), lambda tally: tally.but(count=tally.count + 1))
        if tally.count > TRIES_OF_CODE:
            return "over"
        given = self._hash(asker, line_id, code)
        if any(hmac.compare_digest(given, known) for known in self._fresh(tally)):
            return "right"
        return "over" if tally.count == TRIES_OF_CODE else "wrong"

    @property
    def _now(self) -> int:
        return int(self._clock())

    def _fresh(self, tally: Tally) -> dict[str, int]:
        return {code: until for code, until in tally.codes.items() if until > self._now}

    def _both(self, mine: str, my_pace: Pace, line: str, line_pace: Pace) -> Wait | None:
        """Counted for the asker and for the line, or for neither."""
        if wait := self._waiting(mine, line):
            return wait
        if seconds := self._counted(mine, my_pace):
            return Wait("asker", seconds)
        if seconds := self._counted(line, line_pace):
            return Wait("line", seconds)
        return None

    def _waiting(self, mine: str, line: str) -> Wait | None:
        if seconds := self._waits(self._current(mine)):
            return Wait("asker", seconds)
        seconds = self._waits(self._current(line))
        return Wait("line", seconds) if seconds else None

    def _waits(self, tally: Tally) -> int:
        return max(tally.until - self._now, 0)

    def _counted(self, id_: str, pace: Pace) -> int:
        """Seconds to wait; none where this one was counted."""
        refused = 0

        def count(tally: Tally) -> Tally:
            nonlocal refused
            refused = self._waits(tally)
            if refused:
                return tally
            return tally.but(count=tally.count + 1, until=self._now + pace.wait_after(tally.count + 1))

        self._change(id_, count)
        return refused

    def _current(self, id_: str) -> Tally:
        return self._alive(self._tallies.read(id_))

    def _alive(self, kept: Kept) -> Tally:
        return kept.tally if kept.expires > self._now else Tally()

    def _change(self, id_: str, change: Callable[[Tally], Tally]) -> Tally:
        for _ in range(RACES):
            kept = self._tallies.read(id_)
            before = self._alive(kept)
            after = change(before)
            row = Kept(tally=after, version=kept.version + 1, expires=self._now + DAY)
            if after == before or self._tallies.write(id_, row):
                return after
        raise OperatorUnavailable("too many try at once")

    def _codes(self, asker: str, line_id: str) -> str:
        return self._id("CODES", f"{line_id}#{asker}")

    def _id(self, kind: str, of: str) -> str:
        """Counted without being told: an erasure leaves these rows, so that it opens no line to further guesses."""
        return f"{kind}#{self._organisation}#{hashlib.sha256(f'{self._organisation}/{of}'.encode()).hexdigest()[:32]}"

    def _hash(self, asker: str, line_id: str, code: str) -> str:
        return hashlib.sha256(f"{self._organisation}/{line_id}/{asker}/{code}".encode()).hexdigest()
