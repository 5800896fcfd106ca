"""What the rules may look at beside the ticket and what was heard: the organisation's catalogue, the moment, and
whether orders can be kept safely right now."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from frontline.model.action import AskSlot, Instruct
from frontline.model.catalogue import Catalogue
from frontline.model.mask import HIDDEN
from frontline.model.message import Message, Reported
from frontline.model.organisation import Organisation
from frontline.model.ticket import Ticket
from frontline.model.turn import digest
from frontline.speech.free.proof import BY_CODE
from frontline.speech.report import flatten
from frontline.speech.secrets import without_secrets

PROOF = "identity_proof"
NUMBER = "phone_number"
IDENTIFIED = "identified"


@dataclass(frozen=True)
class Desk:
    """One turn's surroundings, all of them values."""

    organisation: Organisation
    catalogue: Catalogue
    message: Message
    seq: int
    durable: bool = True

    @cached_property
    def words(self) -> str:
        """What the customer said, or what their device reported, as text."""
        content = self.message.content
        return flatten(content.result) if isinstance(content, Reported) else self.message.text

    @cached_property
    def asker(self) -> str:
        """Whom the channel says it talks to, in all their conversations, or else this conversation; it tells nobody which."""
        customer = self.message.customer
        address = (customer.id or customer.phone_number) if customer else None
        return digest(
            f"{self.organisation.id}/{'customer' if address else 'conversation'}/{address or self.message.conversation}"
        )[:40]

    @cached_property
    def now(self) -> datetime:
        """The moment on the customer's clock."""
        return self.message.local_time

    @cached_property
    def today(self) -> str:
        """The customer's date."""
        return self.now.date().isoformat()


def secret(ticket: Ticket | None, desk: Desk) -> bool:
    """Whether the open question is for something that nobody else is shown; of a slot nobody knows any more, who can tell."""
    match ticket.question if ticket else None:
        case AskSlot(slot=slot):
            wanted: tuple[str, ...] = (slot,)
        case Instruct(reads=reads):
            wanted = reads
        case _:
            wanted = ()
    return any(slot not in desk.catalogue.knowledge or slot in desk.catalogue.hidden for slot in wanted)


def tellable(ticket: Ticket | None, desk: Desk) -> str:
    """What of the customer's words may go to models, humans and transcripts: nothing of what answers a question for a
    secret; and no number that could be the code, as long as one is due."""
    if secret(ticket, desk):
        return HIDDEN if desk.words else ""
    return without_secrets(desk.words, desk.now.date(), code_due=code_due(ticket))


def code_due(ticket: Ticket | None) -> bool:
    """Whether a code was wished for, and the customer has not been identified by it."""
    wished = ticket.facts.get(PROOF) if ticket else None
    if ticket is None or wished is None or wished.value != BY_CODE:
        return False
    number, identified = ticket.facts.get(NUMBER), ticket.facts.get(IDENTIFIED)
    return number is None or identified is None or number.value != identified.value
