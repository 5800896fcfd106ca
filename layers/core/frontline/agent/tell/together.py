"""What two turns say in one breath, for a caller who waited for the second."""

from frontline.model.action import HandOff
from frontline.model.turn import Turn
from frontline.texts import COMMON


def together(first: Turn, last: Turn) -> Turn:
    """The end of an order as it is told to whoever waited for it: after what the turn that began it had to say, without
    its promise to tell, which is kept by now; and that a colleague has the case, which the first has said, is not said
    again with its number. The rows are as they were."""
    if last.seq == first.seq:
        return last
    promise = COMMON["order_started"].fill(first.ticket.locale, {})
    before = first.reply.text.removesuffix(promise).strip()
    after = last.reply.text
    if isinstance(first.action, HandOff) and [line.key for line in last.lines] == ["hand_off.filed"]:
        after = COMMON["case_number"].fill(last.ticket.locale, last.lines[0].values)
    text = f"{before} {after}" if before else after
    return last.but(reply=last.reply.but(text=text))
