"""What two turns say in one breath, for a caller who waited for the second."""

from frontline.model.turn import Turn
from frontline.texts import COMMON


def together(first: Turn, last: Turn) -> Turn:
    """The end of an order as it is told to whoever waited for it: after what the turn that began it had to say, without
    its promise to tell, which is kept by now. The rows are as they were."""
    if last.seq == first.seq:
        return last
    promise = COMMON["order_started"].fill(first.ticket.locale, {})
    before = first.reply.text.removesuffix(promise).strip()
    text = f"{before} {last.reply.text}" if before else last.reply.text
    return last.but(reply=last.reply.but(text=text))
