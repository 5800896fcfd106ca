"""One turn as it is kept: the row is the commit, the lock and the journal entry in one."""

import hashlib
from typing import Literal

from frontline.model.action import Action, AskSlot, DeviceAction, Say
from frontline.model.base import Frozen, Stored, Values
from frontline.model.event import Event
from frontline.model.heard import Heard
from frontline.model.message import FINGERPRINT_LENGTH, Message, Said
from frontline.model.text import Line
from frontline.model.ticket import Run, Status, Ticket

SCHEMA: Literal[1] = 1


class Reply(Stored):
    """What the customer gets: words, answers to pick from, and what their device should do."""

    text: str
    options: tuple[str, ...] = ()
    action: DeviceAction | None = None


class Order(Stored):
    """A change to be made exactly once. Its name comes from conversation and turn, so whoever starts it starts the same one.
    A `shared` one is named after what it waits for: many conversations follow one execution."""

    name: str
    workflow: str
    inputs: Values
    shared: bool = False


class Answer(Frozen):
    """What the caller is told, and told again when the message is redelivered."""

    ticket_id: str
    turn: int
    status: Status
    reply: Reply
    missing_slot: str | None = None
    workflow: str | None = None
    degraded: tuple[str, ...] = ()


class Turn(Stored):
    """One message in, one reply out. `ticket` is the state after it; `previous` the hash of the row before. `apart`: it was
    not decided on the row before: answered from memory while the table was away and the talk went on elsewhere, or erased."""

    schema_version: Literal[1] = SCHEMA
    seq: int
    message: Message
    heard: Heard
    lines: tuple[Line, ...]
    action: Action
    reply: Reply
    runs: tuple[Run, ...] = ()
    order: Order | None = None
    stop: Order | None = None
    events: tuple[Event, ...]
    degraded: tuple[str, ...] = ()
    catalogue_hash: str
    previous: str
    apart: bool = False
    ticket: Ticket

    @property
    def answer(self) -> Answer:
        return Answer(
            ticket_id=self.ticket.id,
            turn=self.seq,
            status=self.ticket.status,
            reply=self.reply,
            missing_slot=self.action.slot if isinstance(self.action, AskSlot) else None,
            workflow=self.ticket.matter.root if self.ticket.matter else None,
            degraded=self.degraded,
        )

    def answered(self, fingerprint: str) -> int | None:
        """The turn that already answered this message, if it is one of the last we remember. Every turn answers one."""
        seen, length = self.ticket.seen, FINGERPRINT_LENGTH
        remembered = [seen[at : at + length] for at in range(0, len(seen), length)]
        if fingerprint not in remembered:
            return None
        return self.seq - remembered[::-1].index(fingerprint)

    def behind(self, newest: "Turn", previous: str) -> "Turn":
        """This turn as it was said and answered, in a journal that meanwhile went on without it. Its events get ids of
        their new place: the old ones are those of the turn that was there first."""
        seq, state = newest.seq + 1, newest.ticket.having_seen(self.message.fingerprint)
        events = tuple(
            event.but(id=f"{event.ticket}:{seq}:{number}", turn=seq) for number, event in enumerate(self.events)
        )
        return self.but(seq=seq, previous=previous, apart=True, events=events, ticket=state)

    @property
    def forgotten(self) -> bool:
        """Whether this is the row that erasure leaves; no other has an empty reply."""
        return self.apart and not self.reply.text

    def erased(self) -> "Turn":
        """The row that stays when all is forgotten: it says only how many turns there were. Built anew, so that nothing
        of it is left that only a newer release can name."""
        nobody = Message(
            id=f"erased:{self.seq}",
            organisation=self.message.organisation,
            conversation=self.message.conversation,
            at=self.message.at,
            content=Said(text=""),
        )
        ticket = Ticket(
            id=self.ticket.id,
            ordinal=self.ticket.ordinal,
            opened_at=self.ticket.opened_at,
            touched_at=self.ticket.touched_at,
            locale=self.ticket.locale,
            status="cancelled",
        )
        return Turn(
            seq=self.seq + 1,
            message=nobody,
            heard=Heard(locale=self.ticket.locale),
            lines=(),
            action=Say(),
            reply=Reply(text=""),
            events=(),
            catalogue_hash=self.catalogue_hash,
            previous="",
            apart=True,
            ticket=ticket,
        )


def digest(body: str) -> str:
    """The content hash that chains rows and pins catalogues and flows."""
    return hashlib.sha256(body.encode()).hexdigest()


def order_name(organisation: str, conversation: str, seq: int) -> str:
    """The same for everyone who may start it, and different for every organisation, conversation and turn."""
    return f"{digest(f'{organisation}/{conversation}')[:40]}-{seq}"


def shared_name(organisation: str, workflow: str, subject: str) -> str:
    """The same for every conversation of the organisation that waits for the same thing."""
    return f"{digest(f'{organisation}/{workflow}/{subject}')[:40]}-shared"
