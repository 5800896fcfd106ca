"""How a ticket begins, how it follows another, and when it has lain idle too long."""

from frontline.model.text import Locale
from frontline.model.ticket import Ticket

MINUTE = 60_000
PROVEN = frozenset({"identified", "identity_proof"})


def ticket_id(conversation: str, ordinal: int) -> str:
    """A ticket's id locates it: its conversation, and the how-manieth it is there."""
    return f"{conversation}.{ordinal}"


def first_ticket(conversation: str, at: int, locale: Locale) -> Ticket:
    return Ticket(id=ticket_id(conversation, 1), ordinal=1, opened_at=at, touched_at=at, locale=locale)


def next_ticket(ticket: Ticket, at: int, *, same_session: bool) -> Ticket:
    """The next matter of the same customer. What they told us for good is history; an order under way is not let go of,
    and neither is the memory of which messages were answered. Who they are is proven anew in every session."""
    conversation = ticket.id.rpartition(".")[0]
    ordinal = ticket.ordinal + 1
    return Ticket(
        id=ticket_id(conversation, ordinal),
        ordinal=ordinal,
        opened_at=at,
        touched_at=at,
        locale=ticket.locale,
        facts=ticket.facts.as_history() if same_session else ticket.facts.as_history().without(PROVEN),
        matters=tuple(matter for matter in ticket.matters if matter.under_way),
        cases=ticket.cases,
        transcript=ticket.transcript,
        seen=ticket.seen,
    )


def idle_too_long(ticket: Ticket, at: int, session_minutes: int) -> bool:
    """An order under way keeps its ticket awake: somebody is still working for this customer."""
    waiting = any(matter.under_way for matter in ticket.matters)
    return not waiting and at - ticket.touched_at > session_minutes * MINUTE
