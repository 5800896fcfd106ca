"""What is said of a matter that is over or with a human: that nothing came of it, that what we told is doubted, that it is wanted
back, what has become of the case, and the same for another city or another number."""

from frontline.agent.hear.listener import Listener
from frontline.model.heard import Heard, Move
from frontline.model.identity import IDENTIFIED, NUMBER
from frontline.model.ticket import Ticket
from frontline.speech.plain import plain
from frontline.speech.readers import said

FEW_WORDS = 9
"""Words beside which a new value says all that is new."""
SURE_OF_A_NEW_MATTER = 0.9
_OF_WHAT_IS_OVER = frozenset({"still_the_same", "doubts_the_result"})


def of_what_is_over(text: str, ticket: Ticket) -> Move | None:
    """`followup`, `regret` or `repeat`; only asked where nothing else was heard in so many words. Of whose line we know we can
    look up how their cases stand."""
    heard = said(text)
    if ticket.status == "escalated":
        asks = "asks_after_the_case" in heard and not (plain(text).has_digit or ticket.facts.get(IDENTIFIED))
        return "followup" if asks or not _OF_WHAT_IS_OVER.isdisjoint(heard) else None
    if ticket.status != "resolved":
        return None
    if "wants_it_undone" in heard and _has_ordered(ticket):
        return "regret"
    if "asks_what_was_done" in heard:
        return "repeat"
    return "followup" if not _OF_WHAT_IS_OVER.isdisjoint(heard) else None


def for_the_same(heard: Heard, listener: Listener) -> Heard:
    """With the matter just closed as its wish, where a few words name another value or line for it; a `followup` where it
    is wished for once more, still; what was declined is offered anew to who wants it after all. Whoever plainly wishes for
    something else has it."""
    ticket, catalogue = listener.ticket, listener.desk.catalogue
    if ticket.status == "cancelled" and ticket.last in catalogue.intents and "wants_it_after_all" in heard.readers:
        return heard.but(move=None, intent=ticket.last, wishes=())
    last, few = ticket.last, len(plain(listener.text).words) <= FEW_WORDS
    if (
        ticket.status != "resolved"
        or last is None
        or last not in catalogue.intents
        or heard.move not in (None, "correct")
    ):
        return heard
    flow = catalogue.served_by[last]
    if "says_still" in heard.readers and flow == catalogue.served_by.get(heard.intent or "") and not heard.corrected:
        return heard.but(move="followup", intent=None, wishes=())
    if not few or _plainly_new(heard, listener):
        return heard
    told = {**heard.said, **heard.corrected}
    if told.keys() & catalogue.wanted_by(flow).keys():
        return heard.but(move=None, intent=last, wishes=(), said={}, corrected=told)
    if "for_another_line" in heard.readers and ticket.facts.get(NUMBER):
        return heard.but(move="correct", intent=last, wishes=(), corrects=(NUMBER,))
    return heard


def _plainly_new(heard: Heard, listener: Listener) -> bool:
    if heard.intent not in listener.desk.catalogue.intents:
        return False
    decision = heard.proposal.decision if heard.proposal else None
    return decision is None or decision.confidence >= SURE_OF_A_NEW_MATTER


def _has_ordered(ticket: Ticket) -> bool:
    return any(run.order and run.outcome and run.outcome.status == "succeeded" for run in ticket.runs)
