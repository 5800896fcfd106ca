"""How a ticket moves on: its active flow is walked, a finished matter gives way to the next."""

from typing import assert_never

from frontline.agent.course import Course
from frontline.agent.desk import Desk, secret, tellable
from frontline.agent.matters import called_off, with_the_rest_afresh, without_matter
from frontline.flows.compile import flow_of
from frontline.flows.ground import Ground
from frontline.flows.walk import Walked, walk
from frontline.model.action import (
    AskIntent,
    AskModel,
    AskSlot,
    Close,
    Confirm,
    HandOff,
    Instruct,
    Reason,
    RunWorkflow,
    Say,
)
from frontline.model.text import Line
from frontline.model.ticket import Matter, Run, Ticket
from frontline.model.words import NO_WORDS


def proceed(ticket: Ticket, desk: Desk, *lines: Line) -> Course:
    """Walk the active matter; when it is over, the next one; when none is left, the ticket is closed."""
    said = list(lines)
    broken: tuple[str, ...] = ()
    matter = ticket.matter
    while matter is not None:
        walked = walk(matter, ground_of(ticket, desk))
        said.extend(walked.lines)
        broken += walked.broken
        ticket = ticket.with_matter(walked.matter).but(facts=walked.ground.facts)
        match walked.stop:
            case Close(resolution=resolution):
                ticket = with_the_rest_afresh(without_matter(ticket, desk), walked.matter.root, desk)
                matter = ticket.matter
                if matter is None:
                    closed = ticket.but(status=resolution, last=walked.matter.intent)
                    return Course(ticket=closed, action=walked.stop, lines=tuple(said), broken=broken)
                said.append(_turning_to(matter, desk))
            case HandOff(reason=reason):
                course = hand_off(ticket, reason, *said).but(broken=broken)
                return course.but(lines=tuple(said)) if _told_by_the_flow(walked, reason) else course
            case RunWorkflow():
                return _to_run(ticket, walked.matter, walked.stop, desk, said).but(broken=broken)
            case AskModel():
                return Course(ticket=ticket, action=walked.stop, lines=tuple(said), broken=broken)
            case AskSlot() | Confirm() | Instruct():
                asking = ticket.but(question=walked.stop, status="needs_info")
                return Course(ticket=asking, action=walked.stop, lines=tuple(said), broken=broken)
            case Say():
                return at_work(ticket, desk, *said).but(broken=broken)
            case _:
                assert_never(walked.stop)
    return ask_intent(ticket, *said)


def _told_by_the_flow(walked: Walked, reason: Reason) -> bool:
    """Whether the flow's own transfer has said that a human takes over, in words of its own."""
    place = f"flow.{walked.matter.flow}.{walked.matter.node}"
    return reason == "workflow_says_so" and bool(walked.lines) and walked.lines[-1].key == place


def say(ticket: Ticket, key: str, *before: Line) -> Course:
    """Say something and leave everything as it is, an open question included."""
    return Course(ticket=ticket, action=Say(), lines=(*before, Line(key=key)))


def at_work(ticket: Ticket, desk: Desk, *before: Line) -> Course:
    """An order is under way; what the customer is to do for it is told, once more if it was."""
    run = ticket.matter.under_way if ticket.matter else None
    begun = _begun(run, desk) if run else None
    told = ticket.transcript[-1].told if ticket.transcript else ()
    again = [Line(key="once_more")] if begun and begun.key in told else []
    lines = (*before, *again, begun or Line(key="still_working"))
    return say(ticket, "still_working").but(lines=lines)


def _begun(run: Run, desk: Desk) -> Line | None:
    if desk.catalogue.workflows[run.workflow].begun is None:
        return None
    return Line(key=f"{run.workflow}.begun", values=run.inputs)


def with_a_colleague(ticket: Ticket) -> Course:
    """A human has the case; its number is told as soon as there is one."""
    number = next((case.number for case in ticket.cases if case.ticket == ticket.id and case.number), None)
    line = Line(key="case_with_a_colleague", values={"case": number}) if number else Line(key="with_a_colleague")
    return Course(ticket=ticket, action=Say(), lines=(line,))


def later(ticket: Ticket, key: str, *before: Line) -> Course:
    """It cannot be done now; the customer's next message takes it up again."""
    return say(ticket.but(status="retry", question=None), key, *before)


def ask_again(ticket: Ticket, desk: Desk, *lines: Line) -> Course:
    """Say something, then put the open question again; without one, go on."""
    if ticket.question is None:
        return proceed(ticket, desk, *lines)
    return Course(ticket=ticket, action=ticket.question, lines=lines)


def ask_intent(ticket: Ticket, *lines: Line, among: tuple[str, ...] = ()) -> Course:
    """Ask what it is about, or which of these."""
    question = AskIntent(among=among)
    return Course(ticket=ticket.but(question=question, status="needs_info"), action=question, lines=lines)


def hand_off(ticket: Ticket, reason: Reason, *lines: Line, errand: str | None = None) -> Course:
    """The file as it is goes to a human; its matters stay in it. Who came for what only a human can do is told so."""
    line = Line(key=f"hand_off.{reason}")
    escalated = ticket.but(status="escalated", question=None)
    why = (Line(key=f"beyond.{errand}"),) if errand else ()
    return Course(ticket=escalated, action=HandOff(reason=reason, errand=errand), lines=(*lines, *why, line))


def ground_of(ticket: Ticket, desk: Desk) -> Ground:
    """What the active matter's walk stands on; what may be a secret is no `user_input`."""
    trusting = desk.organisation.identity == "number"
    said = NO_WORDS if secret(ticket, desk) else tellable(ticket, desk)
    return Ground(ticket.facts, desk.catalogue, desk.today, desk.seq, trusting, said, desk.asker)


def _to_run(ticket: Ticket, matter: Matter, run: RunWorkflow, desk: Desk, said: list[Line]) -> Course:
    """An inquiry runs within the turn. An order is written down first, under the name its start will use; it is not
    begun at all while the table cannot keep it."""
    if desk.catalogue.workflows[run.workflow].kind == "inquiry":
        return Course(ticket=ticket, action=run, lines=tuple(said))
    if not desk.durable:
        start = flow_of(desk.catalogue, matter.flow).start
        paused = matter.but(consented=False, node=start)
        return later(ticket.with_matter(paused), called_off(matter, "orders_paused", desk)[0].key, *said)
    order = Run(node=run.node, workflow=run.workflow, inputs=run.inputs, order=desk.order_name)
    ticket = ticket.with_matter(matter.but(run=order)).but(status="in_progress", question=None)
    started = _begun(order, desk) or Line(key="order_started")
    return Course(ticket=ticket, action=run, lines=(*said, started), runs=(order,))


def _turning_to(matter: Matter, desk: Desk) -> Line:
    begun = matter.questions > 0 or matter.run
    title = f"{matter.root}.title"
    return Line(key="back_to" if begun else "next_matter", values={"title_key": title})
