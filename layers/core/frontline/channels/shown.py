"""How a row is shown to whoever may read journals: as it is kept, without what only the customer knows."""

from collections.abc import Collection
from datetime import date

from frontline.model.action import AskSlot
from frontline.model.base import Value, Values, Variables
from frontline.model.mask import HIDDEN
from frontline.model.message import Content, Reported, Said
from frontline.model.ticket import TRANSCRIPT_CHARACTERS, Frame, Matter, Run, Ticket, Utterance
from frontline.model.turn import Turn
from frontline.speech.report import flatten
from frontline.speech.secrets import without_secrets, without_secrets_in


def shown(turn: Turn, secrets: Collection[str]) -> Turn:
    """The row with placeholders, `secrets` being slots: in the customer's message, among what was heard and is known, in
    variables, and where a question waits for the other half of a proof."""
    day = turn.message.local_time.date()
    order = turn.order.but(inputs=_values(turn.order.inputs, secrets, day)) if turn.order else None
    heard = turn.heard.but(
        said=_values(turn.heard.said, secrets, day),
        corrected=_values(turn.heard.corrected, secrets, day),
        unplaced=turn.heard.unplaced and without_secrets(turn.heard.unplaced, day),
    )
    return turn.but(
        message=turn.message.but(content=_content(turn), variables=_variables(turn.message.variables, day)),
        heard=heard,
        action=_asked(turn.action) if isinstance(turn.action, AskSlot) else turn.action,
        runs=tuple(_run(run, secrets, day) for run in turn.runs),
        order=order,
        ticket=_ticket(turn.ticket, secrets, day),
    )


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


def _content(turn: Turn) -> Content:
    match turn.message.content:
        case Said() as said:
            return said.but(text=words_of(turn))
        case Reported() as reported if words_of(turn) == HIDDEN:
            return reported.but(result=HIDDEN)
        case Reported(result=result) as reported:
            day = turn.message.local_time.date()
            shown = without_secrets(result, day) if isinstance(result, str) else _variables(result, day)
            return reported.but(result=shown)
        case finished:
            return finished


def _ticket(ticket: Ticket, secrets: Collection[str], day: date) -> Ticket:
    facts = tuple(
        fact.but(value=_value(fact.slot, fact.value, secrets, day)) if fact.source == "said" else fact
        for fact in ticket.facts.known
    )
    return ticket.but(
        facts=ticket.facts.but(known=facts),
        matters=tuple(_matter(matter, secrets, day) for matter in ticket.matters),
        question=_asked(ticket.question) if isinstance(ticket.question, AskSlot) else ticket.question,
        runs=tuple(_run(run, secrets, day) for run in ticket.runs),
        transcript=tuple(_line(line, day) for line in ticket.transcript),
    )


def _asked(question: AskSlot) -> AskSlot:
    return question.but(half=HIDDEN) if question.half else question


def _matter(matter: Matter, secrets: Collection[str], day: date) -> Matter:
    return matter.but(
        given=_variables(matter.given, day),
        found=_variables(matter.found, day),
        callers=tuple(_frame(frame, day) for frame in matter.callers),
        run=_run(matter.run, secrets, day) if matter.run else None,
    )


def _frame(frame: Frame, day: date) -> Frame:
    return frame.but(given=_variables(frame.given, day), found=_variables(frame.found, day))


def _run(run: Run, secrets: Collection[str], day: date) -> Run:
    return run.but(inputs=_values(run.inputs, secrets, day))


def _line(line: Utterance, day: date) -> Utterance:
    return line.but(text=without_secrets(line.text, day)) if line.who == "customer" else line


def _variables(variables: Variables, day: date) -> Variables:
    return {name: without_secrets_in(value, day) for name, value in variables.items()}


def _values(values: Values, secrets: Collection[str], day: date) -> Values:
    return {name: _value(name, value, secrets, day) for name, value in values.items()}


def _value(name: str, value: Value, secrets: Collection[str], day: date) -> Value:
    if name in secrets:
        return HIDDEN
    return without_secrets(value, day) if isinstance(value, str) else value
