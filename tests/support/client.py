"""A chat channel that talks to the embedded stack over real HTTP."""

import ssl
import time
from collections.abc import Callable
from typing import Any, Self, TypeVar

import httpx

from frontline.adapters.dynamodb import DynamoStore
from frontline.channels.http import located
from frontline.model.turn import Turn
from local.stack import Stack

T = TypeVar("T")
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""The stack speaks plain HTTP; certificates would be read from disk for every client."""
Json = dict[str, Any]


class Client:
    """One customer. Keeps the ticket id between messages, as a channel does."""

    def __init__(self, stack: Stack, organisation: str = "acme-in") -> None:
        self.http = httpx.Client(
            base_url=stack.endpoint,
            headers={"x-api-key": stack.keys[organisation]},
            timeout=60,
            trust_env=False,
            verify=NO_TLS,
        )
        self.ticket_id: str | None = None
        self._table = DynamoStore(stack.client("dynamodb"), stack.outputs["TableName"])
        self._organisation = organisation

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def say(self, text: str, *, wait: float = 0, **body: object) -> Json:
        """Send it and expect an answer."""
        answer = self.post(
            {"message": text, **({"ticket_id": self.ticket_id} if self.ticket_id else {}), **body}, wait=wait
        )
        assert answer.status_code == 200, answer.text
        given: Json = answer.json()
        self.ticket_id = given["ticket_id"]
        return given

    def post(self, body: Json, *, wait: float = 0) -> httpx.Response:
        return self.http.post("/v1/turns", json=body, params={"wait": wait})

    def ticket(self) -> Json:
        answer = self.http.get(f"/v1/tickets/{self.ticket_id}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def seen(self) -> Json | None:
        """The ticket, or None while the stack is not quite up again: orders a stop cut off are announced as it starts."""
        answer = self.http.get(f"/v1/tickets/{self.ticket_id}")
        return dict(answer.json()) if answer.status_code == 200 else None

    def outbox(self, after: int = 0) -> list[Json]:
        """What was said while nobody waited."""
        answer = self.http.get(f"/v1/tickets/{self.ticket_id}/outbox", params={"after": after})
        assert answer.status_code == 200, answer.text
        return list(answer.json()["messages"])

    def journal(self) -> list[Turn]:
        """The ticket's rows as the table has them; page by page the API shows as many."""
        conversation, ordinal = located(self.ticket_id or "")
        kept = self._table.journal(self._organisation, conversation)
        turns = [turn for turn in kept if turn.ticket.ordinal == ordinal]
        shown = [turn.seq for turn in self.shown()]
        assert shown == [turn.seq for turn in turns][: len(shown)]
        return turns

    def shown(self) -> list[Turn]:
        """What operators see of them."""
        turns: list[Turn] = []
        after: int | None = 0
        while after is not None:
            answer = self.http.get(f"/v1/tickets/{self.ticket_id}/turns", params={"after": after} if after else {})
            assert answer.status_code == 200, answer.text
            turns += [Turn.model_validate(row) for row in answer.json()["turns"]]
            after = answer.json().get("next")
        return turns


def eventually(look: Callable[[], T | None], *, seconds: float = 60, pause: float = 0.1) -> T:
    """What `look` finds, as soon as it finds something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(pause)
    raise AssertionError(f"nothing after {seconds} seconds")
