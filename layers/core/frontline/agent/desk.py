"""What the rules may look at beside the ticket and what was heard: the organisation's catalogue, the moment, who is said to
write, and whether orders can be kept safely right now. The message itself is not here."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from frontline.model.action import AskSlot, Instruct
from frontline.model.base import Values, Variables
from frontline.model.catalogue import Catalogue
from frontline.model.identity import BY_CODE, IDENTIFIED, NUMBER, PROOF
from frontline.model.mask import HIDDEN
from frontline.model.message import Finished
from frontline.model.organisation import Organisation
from frontline.model.ticket import Ticket
from frontline.model.turn import order_name
from frontline.model.words import NO_WORDS, Words

_HIDDEN = Words(lambda: HIDDEN)


@dataclass(frozen=True)
class Desk:
    """One turn's surroundings, all of them values; `agent.hear.listener.desk_for` makes it of a message. `now` is on the
    customer's clock; `asker` stands for whom the channel says it talks to, or for the conversation; `vouched` is what the
    channel vouches for, by slot; `flow` the one this conversation belongs to, begun with `variables`. `ended` is the
    order whose end the message tells. `words` are the customer's, sealed, less what shows who they are; `words_less_codes` less
    any number that could be a code, too. Both are None where nothing was said."""

    organisation: Organisation
    catalogue: Catalogue
    conversation: str
    seq: int
    at: int
    now: datetime
    asker: str
    vouched: Values
    flow: str | None
    variables: Variables
    ended: Finished | None
    durable: bool
    words: Words | None
    words_less_codes: Words | None

    @cached_property
    def today(self) -> str:
        """The customer's date."""
        return self.now.date().isoformat()

    @property
    def order_name(self) -> str:
        """What the order of this turn is called, if it begins one."""
        return order_name(self.organisation.id, self.conversation, self.seq)


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


def tellable(ticket: Ticket | None, desk: Desk) -> Words:
    """What of the customer's words may go to humans and transcripts: nothing of what answers a question for a secret; and no
    number that could be the code, as long as one is due."""
    if desk.words is None or desk.words_less_codes is None:
        return NO_WORDS
    if secret(ticket, desk):
        return _HIDDEN
    return desk.words_less_codes if code_due(ticket) else desk.words


def code_due(ticket: Ticket | None) -> bool:
    """Whether a code was wished for, and the customer has not been identified by it."""
    wished = ticket.facts.get(PROOF) if ticket else None
    if ticket is None or wished is None or wished.value != BY_CODE:
        return False
    number, identified = ticket.facts.get(NUMBER), ticket.facts.get(IDENTIFIED)
    return number is None or identified is None or number.value != identified.value
