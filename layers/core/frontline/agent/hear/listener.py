"""What hearing looks at: a message, with the ticket and the surroundings it meets; and those surroundings without it."""

from dataclasses import dataclass
from functools import cached_property, partial

from frontline.agent.desk import Desk
from frontline.agent.hear.values import asked_for, heard_for
from frontline.agent.options import offered
from frontline.model.base import Values
from frontline.model.catalogue import Catalogue
from frontline.model.identity import IDENTIFIED, NUMBER, PROOF
from frontline.model.message import Finished, Message, Reported
from frontline.model.organisation import Organisation
from frontline.model.reading import Found, Hearing
from frontline.model.ticket import Ticket
from frontline.model.turn import digest
from frontline.model.words import Words
from frontline.model.workflow import Knowledge
from frontline.speech.report import flatten
from frontline.speech.secrets import without_secrets
from frontline.speech.slot_types import SLOT_TYPES


@dataclass(frozen=True)
class Listener:
    """One message, before anything is made of it."""

    ticket: Ticket
    desk: Desk
    message: Message

    @cached_property
    def text(self) -> str:
        """What the customer said, or what their device reported, as text."""
        return text_of(self.message)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The slots that the open question is for."""
        return asked_for(self.ticket)

    @cached_property
    def known(self) -> tuple[Knowledge, ...]:
        """What is listened for, with what there is to choose from."""
        return tuple(offered(one, self.ticket) for one in heard_for(self.asked, self.ticket, self.desk))


def text_of(message: Message) -> str:
    return flatten(message.content.result) if isinstance(message.content, Reported) else message.text


def desk_for(
    organisation: Organisation, catalogue: Catalogue, message: Message, seq: int, *, durable: bool = True
) -> Desk:
    """The surroundings of turn `seq`, with this message's words sealed."""
    text, now = text_of(message), message.local_time
    masked = partial(without_secrets, text, now.date())
    return Desk(
        organisation=organisation,
        catalogue=catalogue,
        conversation=message.conversation,
        seq=seq,
        at=message.at,
        now=now,
        asker=_asker(organisation, message),
        vouched=_vouched(organisation, message),
        flow=message.flow,
        variables=message.variables,
        ended=message.content if isinstance(message.content, Finished) else None,
        durable=durable,
        words=Words(masked) if text else None,
        words_less_codes=Words(partial(masked, code_due=True)) if text else None,
    )


def _asker(organisation: Organisation, message: Message) -> str:
    """Whom the channel says it talks to, in all their conversations, or else this conversation; it tells nobody which."""
    customer = message.customer
    address = (customer.id or customer.phone_number) if customer else None
    kind = "customer" if address else "conversation"
    return digest(f"{organisation.id}/{kind}/{address or message.conversation}")[:40]


def _vouched(organisation: Organisation, message: Message) -> Values:
    """What the channel knows of whom it talks to. A number it gives proves that it is theirs."""
    customer = message.customer
    if customer is None:
        return {}
    hearing = Hearing(
        customer.phone_number or "", message.local_time, asked=True, calling_code=organisation.calling_code
    )
    if isinstance(reading := SLOT_TYPES["phone"].read(hearing), Found):
        return {NUMBER: reading.value, IDENTIFIED: reading.value, PROOF: f"line:{reading.value}"}
    return {PROOF: f"customer:{customer.id}"} if customer.id else {}
