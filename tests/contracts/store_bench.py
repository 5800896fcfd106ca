"""The stores behind the port, each with a way to lay a row that today's code would not write."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from frontline.adapters.dynamodb import DynamoStore
from frontline.adapters.fallback import FallbackStore
from frontline.adapters.memory import MemoryStore
from frontline.journal import rows
from frontline.model.action import Say
from frontline.model.event import Event, TicketCreated
from frontline.model.heard import Heard
from frontline.model.message import Customer, Message, Said
from frontline.model.ticket import Ticket
from frontline.model.turn import Reply, Turn
from frontline.ports import Store
from tests.support.aws import a_table, in_moto
from tests.support.world import START


@dataclass
class Bench:
    """`lay(organisation, conversation, seq, body)` puts a body there as it is. Every bench talks of its own conversation."""

    store: Store
    lay: Callable[[str, str, int, str], object]
    conversation: str = field(default_factory=lambda: uuid.uuid4().hex)

    def keep(self, *turns: Turn) -> None:
        for turn in turns:
            self.store.append(turn)

    def journal(self, organisation: str = "acme-in") -> list[Turn]:
        return list(self.store.journal(organisation, self.conversation))

    def turn(self, seq: int, text: str = "hello", organisation: str = "acme-in", ordinal: int = 1) -> Turn:
        """A row like any other, of a customer with a number."""
        message = Message(
            id=f"m{seq}",
            organisation=organisation,
            conversation=self.conversation,
            at=START + seq,
            content=Said(text=text),
            customer=Customer(id="customer-7", phone_number="+919800000007"),
        )
        ticket = Ticket(
            id=f"{self.conversation}.{ordinal}", ordinal=ordinal, opened_at=START, touched_at=START + seq, locale="hi"
        )
        return Turn(
            seq=seq,
            message=message,
            heard=Heard(locale="hi"),
            lines=(),
            action=Say(),
            reply=Reply(text=f"reply {seq}"),
            events=(
                Event(
                    id=f"{ticket.id}:{seq}:0",
                    at=message.at,
                    organisation=organisation,
                    ticket=ticket.id,
                    turn=seq,
                    happened=TicketCreated(),
                ),
            ),
            catalogue_hash="",
            previous="",
            ticket=ticket.having_seen(message.fingerprint),
        )


@contextmanager
def memory(_: pytest.FixtureRequest) -> Iterator[Bench]:
    store = MemoryStore()
    yield Bench(store, _into(store))


@contextmanager
def fallback(_: pytest.FixtureRequest) -> Iterator[Bench]:
    table = MemoryStore()
    yield Bench(FallbackStore(table), _into(table))


@contextmanager
def moto(_: pytest.FixtureRequest) -> Iterator[Bench]:
    with in_moto():
        client = a_table("conversations")
        yield _dynamo(client, "conversations")


@contextmanager
def emulator(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """A table of its own: a row that nobody can read would hold up the stack's stream for everybody else."""
    client = a_table("contract", request.getfixturevalue("stack").client("dynamodb"))
    yield _dynamo(client, "contract")
    client.delete_table(TableName="contract")


BENCHES = {"memory": memory, "fallback": fallback, "moto": moto, "emulator": emulator}


def _into(store: MemoryStore) -> Callable[[str, str, int, str], object]:
    def lay(organisation: str, conversation: str, seq: int, body: str) -> None:
        store._bodies.setdefault(rows.partition(organisation, conversation), {})[seq] = body

    return lay


def _dynamo(client: Any, table: str) -> Bench:
    def lay(organisation: str, conversation: str, seq: int, body: str) -> None:
        key = {"pk": {"S": rows.partition(organisation, conversation)}, "sk": {"S": rows.sort_key(seq)}}
        client.put_item(TableName=table, Item={**key, "body": {"S": body}})

    return Bench(DynamoStore(client, table), lay)
