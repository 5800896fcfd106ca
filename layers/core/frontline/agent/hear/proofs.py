"""How a customer shows who they are: in one message or in two, in place of a code, or by another code."""

from frontline.agent.desk import Desk
from frontline.model.action import AskSlot
from frontline.model.base import Values
from frontline.model.identity import BY_CODE, PROOF
from frontline.model.reading import Found, Hearing, Reading, Unknown
from frontline.model.ticket import Ticket
from frontline.speech.free.code_wish import code_missing, wants_code
from frontline.speech.free.proof import whole
from frontline.speech.plain import fold, plain


def with_the_rest(half: str, question: AskSlot, ticket: Ticket) -> str | None:
    """Half a proof with what was said of the other one: to this question, or when both were tried before."""
    if question.slot != PROOF:
        return None
    before = ticket.facts.get(PROOF)
    return whole(half, question.half) or (whole(half, str(before.value)) if before and not question.half else None)


def dates_a_proof(text: str, asked: frozenset[str], desk: Desk) -> bool:
    """ "Sorry, 5 September 1978" corrects the proof that is asked for, and nothing before it."""
    match _reading(text, desk) if PROOF in asked else None:
        case Found(value=value):
            return value != BY_CODE
        case Unknown(said=half):
            return half.startswith("|")
        case _:
            return False


def shown_otherwise(text: str, desk: Desk) -> Values:
    """Where a code is asked for, a whole proof will do as well."""
    reading = _reading(text, desk)
    return {PROOF: reading.value} if isinstance(reading, Found) and reading.value != BY_CODE else {}


def another_code(text: str) -> Values:
    """A code that did not come, or is wanted once more."""
    said = fold(text[:300])
    wished = not plain(said).has_digit and (wants_code(said) or code_missing(said))
    return {PROOF: BY_CODE} if wished else {}


def _reading(text: str, desk: Desk) -> Reading:
    return desk.catalogue.trade.slot_types["proof"].read(Hearing(text, desk.now, asked=True))
