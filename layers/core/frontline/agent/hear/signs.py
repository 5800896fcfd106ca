"""What a message shows beside what it answers or wishes; what a rule makes of it depends on what else was heard."""

from frontline.model.action import AskSlot, Instruct
from frontline.model.heard import Sign
from frontline.model.ticket import Ticket
from frontline.model.trade import Trade
from frontline.speech.free.code_wish import speaks_of_code
from frontline.speech.readers import said


def signs_of(text: str, ticket: Ticket, trade: Trade) -> tuple[Sign, ...]:
    """What a phone shows is only asked where it is being read off: it costs as much as all else together."""
    readers = said(text)
    told: tuple[Sign, ...] = ("sighs",) if any(one.startswith("feels.") for one in readers) else ()
    told = (*told, "objects") if "objects" in readers else told
    told = (*told, "asks") if "?" in text else told
    told = (*told, "speaks_of_code") if speaks_of_code(text) else told
    if "asks" not in told and isinstance(ticket.question, AskSlot) and "asks_question" in readers:
        told = (*told, "asks")
    return (
        (*told, "tells_of_a_device")
        if isinstance(ticket.question, Instruct) and trade.tells_of_a_device(text)
        else told
    )
