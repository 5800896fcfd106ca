"""How a row is shown to whoever may read journals: as it is kept, without what nobody but the customer is shown."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from pydantic import JsonValue

from frontline.model.action import Action, AskSlot, Confirm, OpenQuestion
from frontline.model.base import Value, Values, Variables
from frontline.model.heard import Attempt, Heard, Proposal
from frontline.model.mask import HIDDEN
from frontline.model.message import Content, Reported, Said
from frontline.model.ticket import TRANSCRIPT_CHARACTERS, Matter, Run, Ticket, Utterance
from frontline.model.turn import Order, Turn
from frontline.speech.report import flatten
from frontline.speech.secrets import without_secrets, without_secrets_in

_TELLING = 4
"""Letters of a value that is known by itself, wherever a flow has copied it."""


def shown(turn: Turn, hidden: Collection[str]) -> Turn:
    """The row with placeholders, `hidden` being slots: in the customer's message, among what was heard, is known, asked, said and
    run with, in variables, and where a question waits for the other half of a proof."""
    mask = Mask.of(turn, hidden)
    content, variables = _content(turn, mask), mask.variables(turn.message.variables)
    return turn.but(
        message=turn.message.but(content=content, variables=variables),
        heard=_heard(turn.heard, mask),
        lines=tuple(line.but(values=mask.told(line.values)) for line in turn.lines),
        action=_asked(turn.action, mask),
        runs=tuple(_run(run, mask) for run in turn.runs),
        order=_order(turn.order, mask),
        stop=_order(turn.stop, mask),
        ticket=_ticket(turn.ticket, mask),
    )


class Mask(NamedTuple):
    """What of a row is not shown: the values of `hidden` slots, what is equal to one of them under another name, and what shows
    who somebody is."""

    hidden: Collection[str]
    known: frozenset[str]
    day: date

    @classmethod
    def of(cls, turn: Turn, hidden: Collection[str]) -> "Mask":
        told = {**turn.heard.guessed, **turn.heard.said, **turn.heard.corrected}
        told |= {fact.slot: fact.value for fact in turn.ticket.facts.known}
        known = (value for name, value in told.items() if name in hidden)
        telling = frozenset(value for value in known if isinstance(value, str) and len(value) >= _TELLING)
        return cls(hidden, telling, turn.message.local_time.date())

    def values(self, values: Values) -> Values:
        return {name: self.value(name, value) for name, value in values.items()}

    def value(self, name: str, value: Value) -> Value:
        if name in self.hidden or value in self.known:
            return HIDDEN
        return self.text(value) if isinstance(value, str) else value

    def told(self, values: Values) -> Values:
        """Of what we said ourselves."""
        return {name: HIDDEN if name in self.hidden or value in self.known else value for name, value in values.items()}

    def variables(self, variables: Variables) -> Variables:
        return {
            name: HIDDEN if name in self.hidden else self._in(without_secrets_in(value, self.day))
            for name, value in variables.items()
        }

    def text(self, text: str) -> str:
        return without_secrets(text, self.day)

    def _in(self, value: JsonValue) -> JsonValue:
        match value:
            case str():
                return HIDDEN if value in self.known else value
            case list():
                return [self._in(one) for one in value]
            case dict():
                return self.variables(value)
            case _:
                return value


def words_of(turn: Turn) -> str:
    """What the customer said or reported, whole, as it stands in the transcript of the very row; of words that were said
    apart from the talk it stands nowhere what they answered."""
    content, day = turn.message.content, turn.message.local_time.date()
    words = flatten(content.result) if isinstance(content, Reported) else turn.message.text
    if not words:
        return ""
    talk = turn.ticket.transcript
    kept = talk[-2].text if len(talk) > 1 and talk[-2].who == "customer" and not turn.apart else HIDDEN
    if kept == HIDDEN:
        return HIDDEN
    told = without_secrets(words, day)
    return told if told[:TRANSCRIPT_CHARACTERS] == kept else without_secrets(words, day, code_due=True)


def _content(turn: Turn, mask: Mask) -> Content:
    match turn.message.content:
        case Said() as said:
            return said.but(text=words_of(turn))
        case Reported() as reported if words_of(turn) == HIDDEN:
            return reported.but(result=HIDDEN)
        case Reported(result=result) as reported:
            return reported.but(result=mask.text(result) if isinstance(result, str) else mask.variables(result))
        case finished:
            return finished


def _heard(heard: Heard, mask: Mask) -> Heard:
    return heard.but(
        said=mask.values(heard.said),
        corrected=mask.values(heard.corrected),
        guessed=mask.values(heard.guessed),
        opening=mask.values(heard.opening),
        unplaced=heard.unplaced and mask.text(heard.unplaced),
        proposal=_proposal(heard.proposal, mask) if heard.proposal else None,
    )


def _proposal(proposal: Proposal, mask: Mask) -> Proposal:
    """An answer that may hold a hidden value, under its name or as it is, is not shown."""
    decision = proposal.decision
    return proposal.but(
        attempts=tuple(_attempt(one, mask) for one in proposal.attempts),
        decision=decision and decision.but(entities=mask.values(decision.entities)),
    )


def _attempt(attempt: Attempt, mask: Mask) -> Attempt:
    answer = attempt.answer or ""
    telling = any(f'"{name}"' in answer for name in mask.hidden) or any(value in answer for value in mask.known)
    return attempt.but(answer=HIDDEN) if telling else attempt


def _ticket(ticket: Ticket, mask: Mask) -> Ticket:
    facts = tuple(fact.but(value=mask.value(fact.slot, fact.value)) for fact in ticket.facts.known)
    return ticket.but(
        facts=ticket.facts.but(known=facts),
        matters=tuple(_matter(matter, mask) for matter in ticket.matters),
        question=_question(ticket.question, mask) if ticket.question else None,
        runs=tuple(_run(run, mask) for run in ticket.runs),
        transcript=tuple(_line(line, mask) for line in ticket.transcript),
    )


def _asked(action: Action, mask: Mask) -> Action:
    return _question(action, mask) if isinstance(action, AskSlot | Confirm) else action


def _question(question: OpenQuestion, mask: Mask) -> OpenQuestion:
    match question:
        case AskSlot(half=half) if half:
            return question.but(half=HIDDEN)
        case Confirm():
            return question.but(values=mask.told(question.values))
        case _:
            return question


def _order(order: Order | None, mask: Mask) -> Order | None:
    return order.but(inputs=mask.values(order.inputs)) if order else None


def _matter(matter: Matter, mask: Mask) -> Matter:
    return matter.but(
        given=mask.variables(matter.given),
        found=mask.variables(matter.found),
        callers=tuple(
            frame.but(given=mask.variables(frame.given), found=mask.variables(frame.found)) for frame in matter.callers
        ),
        run=_run(matter.run, mask) if matter.run else None,
    )


def _run(run: Run, mask: Mask) -> Run:
    return run.but(inputs=mask.values(run.inputs))


def _line(line: Utterance, mask: Mask) -> Utterance:
    return line.but(text=mask.text(line.text)) if line.who == "customer" else line
