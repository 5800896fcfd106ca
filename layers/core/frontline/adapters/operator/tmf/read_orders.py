"""TMF622 orders and TMF621 tickets as our nouns."""

from frontline.adapters.operator.document import Document
from frontline.adapters.operator.tmf.read_billing import word
from frontline.trades.telecom.nouns import Order, OrderState, Ticket, TicketState

_ORDER: dict[str, OrderState] = {
    "acknowledged": "pending",
    "pending": "pending",
    "held": "pending",
    "inprogress": "pending",
    "assessingcancellation": "pending",
    "pendingcancellation": "pending",
    "completed": "done",
    "rejected": "refused",
    "failed": "failed",
    "partial": "failed",
    "cancelled": "cancelled",
}
_TICKET: dict[str, TicketState] = {
    **dict.fromkeys(("acknowledged", "pending", "held", "inprogress"), "open"),
    **dict.fromkeys(("closed", "rejected", "cancelled"), "closed"),
    "resolved": "resolved",
}


def read_order(document: Document) -> Order:
    """An order without a state is accepted and not yet done; one with a state we do not know is unusable."""
    stated = word(document, "state")
    state = _ORDER.get(stated) if stated else "pending"
    if state is None:
        raise document.wrong("state", "is not a state of an order")
    item = document.child("productOrderItem")
    product = item.child("product") if item else None
    notes = [note.text("text") for note in document.children("note")]
    return Order(
        id=document.need("id"),
        state=state,
        line_id=product.text("id") if product else None,
        reason=next((note for note in reversed(notes) if note), None) or document.text("cancellationReason"),
    )


def read_ticket(document: Document) -> Ticket:
    stated = word(document, "status")
    state = _TICKET.get(stated) if stated else "open"
    if state is None:
        raise document.wrong("status", "is not a status of a ticket")
    notes = [note.text("text") for note in document.children("note")]
    ticket_id = document.need("id")
    return Ticket(
        id=ticket_id,
        state=state,
        about=document.text("name") or document.text("description") or ticket_id,
        kind=document.text("ticketType"),
        opened=document.moment("creationDate"),
        expected=document.moment("expectedResolutionDate"),
        last_note=next((note for note in reversed(notes) if note), None),
    )
