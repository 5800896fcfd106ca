"""What a message shows beside what it answers or wishes; what a rule makes of it depends on what else was heard."""

from collections.abc import Callable

from frontline.agent.hear.moves import objects, sighs
from frontline.model.action import AskSlot, Instruct
from frontline.model.heard import Sign
from frontline.model.ticket import Ticket
from frontline.model.trade import Trade
from frontline.speech.free.code_wish import speaks_of_code
from frontline.speech.readers import said

_ANYWHERE: tuple[tuple[Sign, Callable[[str], bool]], ...] = (
    ("sighs", sighs),
    ("objects", objects),
    ("asks", lambda text: "?" in text),
    ("speaks_of_code", speaks_of_code),
)


def signs_of(text: str, ticket: Ticket, trade: Trade) -> tuple[Sign, ...]:
    """What a phone shows is only asked where it is being read off: it costs as much as all else together."""
    told: tuple[Sign, ...] = tuple(sign for sign, shown in _ANYWHERE if shown(text))
    if "asks" not in told and isinstance(ticket.question, AskSlot) and "asks_question" in said(text):
        told = (*told, "asks")
    return (
        (*told, "tells_of_a_device")
        if isinstance(ticket.question, Instruct) and trade.tells_of_a_device(text)
        else told
    )
