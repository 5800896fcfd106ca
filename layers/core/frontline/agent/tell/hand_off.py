"""A hand-off as work to be done: the packet is written, filed as an order, and its case followed until it is closed."""

import json
from collections.abc import Iterator

from frontline.agent.course import Course
from frontline.agent.desk import Desk, tellable
from frontline.agent.proceed import say
from frontline.model.action import AskSlot, Close, HandOff, Say
from frontline.model.base import Values
from frontline.model.mask import HIDDEN
from frontline.model.message import Outcome
from frontline.model.opened import opened
from frontline.model.text import Line
from frontline.model.ticket import REMEMBERED_CASES, Case, Run, Ticket
from frontline.model.turn import shared_name
from frontline.speech.secrets import without_secrets

FILE, WATCH = "hand_off", "hand_off_watch"
_NO_NEWS = {FILE: "not_filed", WATCH: "still_open", "outage_watch": "still_there"}
"""What is said when a duty itself fails."""
_NOT_TOLD = frozenset({"identity_proof", "one_time_code"})


def filed(course: Course, before: Ticket | None, desk: Desk) -> Course:
    """A ticket that went to a human is filed with this very turn. What could not be kept or filed then is filed with the
    customer's next message; the bad news itself starts nothing."""
    ticket = course.ticket
    open_ = ticket.status == "escalated" and not any(case.ticket == ticket.id for case in ticket.cases)
    asked = isinstance(course.action, HandOff) or desk.ended is None
    if not (open_ and asked and desk.durable):
        return course
    return _ordered(course, packet(course, before, desk), Case(ticket=ticket.id, workflow=FILE), desk)


def case_news(ticket: Ticket, case: Case, outcome: Outcome, desk: Desk) -> Course:
    """Filed: the customer gets its number, and the case is watched. Closed: so is the ticket, unless they went on without
    us. One that cannot be watched any longer stays a case, so that it is not filed again."""
    run = Run(node=case.workflow, workflow=case.workflow, inputs={}, order=case.order, outcome=outcome)
    others = tuple(known for known in ticket.cases if known is not case)
    declared = desk.catalogue.workflows[case.workflow].results
    result = outcome.result if outcome.status == "succeeded" and outcome.result in declared else None
    values: Values = {"case": case.number or "", "note": "", **outcome.values}
    told = _told(ticket.but(cases=others), f"{case.workflow}.{result or _NO_NEWS[case.workflow]}", values, run)
    match result:
        case "filed":
            watched = case.but(number=str(values["case"]), workflow=WATCH)
            return _ordered(told, {"case": values["case"]}, watched, desk)
        case "closed" if ticket.id == case.ticket and ticket.status == "escalated":
            return told.but(ticket=told.ticket.but(status="resolved", matters=()), action=Close(resolution="resolved"))
        case "still_open" | None if case.workflow == WATCH:
            return told.but(ticket=told.ticket.but(cases=(*others, case.but(order=None))))
        case _:
            return told


def followed(course: Course, desk: Desk) -> Course:
    """What is promised to be told later is waited for: by one execution for all who wait for the same."""
    if not desk.durable or any(run.order and not run.outcome for run in course.runs):
        return course
    for run in course.runs:
        workflow = desk.catalogue.workflows.get(run.workflow)
        result = workflow.results.get((run.outcome and run.outcome.result) or "") if workflow else None
        if result and result.follow and run.outcome and "subject" in run.outcome.values:
            return _waiting(course, result.follow, str(run.outcome.values["subject"]), desk)
    return course


def _waiting(course: Course, workflow: str, subject: str, desk: Desk) -> Course:
    """A watch lasts a week and its name is used once, so each week that somebody asks in has its own."""
    year, week, _ = desk.now.isocalendar()
    name = shared_name(desk.organisation.id, workflow, f"{subject}/{year}-{week}")
    if any(case.order == name for case in course.ticket.cases):
        return course
    case = Case(ticket=course.ticket.id, number=subject, order=name, workflow=workflow)
    run = Run(node=workflow, workflow=workflow, inputs={"subject": subject}, order=name, shared=True)
    ticket = course.ticket.but(cases=(*course.ticket.cases, case)[-REMEMBERED_CASES:])
    return course.but(ticket=ticket, runs=(*course.runs, run), lines=(*course.lines, Line(key="will_tell")))


def packet(course: Course, before: Ticket | None, desk: Desk) -> Values:
    """All a human needs so that nothing is explained twice: facts and their sources, the talk, what was run, what is open."""
    ticket = course.ticket
    reason = course.action.reason if isinstance(course.action, HandOff) else "asked_for_human"
    said = opened(tellable(before, desk))
    errand = course.action.errand if isinstance(course.action, HandOff) else None
    about = errand or (ticket.matter.intent if ticket.matter else "no matter named")
    return {
        "about": f"{about} ({reason})",
        "reason": reason,
        "file": f"{desk.organisation.id}/{ticket.id}",
        "notes": json.dumps([*_notes(ticket, before, desk), f"customer: {said}"], ensure_ascii=False),
        **(
            {"customer_id": str(ticket.matter.found["customer_id"])}
            if ticket.matter and "customer_id" in ticket.matter.found
            else {}
        ),
    }


def _notes(ticket: Ticket, before: Ticket | None, desk: Desk) -> Iterator[str]:
    yield f"ticket {ticket.id}, language {ticket.locale}"
    for fact in ticket.facts.known:
        if fact.slot not in _NOT_TOLD | desk.catalogue.secrets:
            hidden = fact.slot in desk.catalogue.hidden
            value = HIDDEN if hidden else without_secrets(str(fact.value), desk.now.date())
            yield f"{fact.slot} = {value} ({fact.source}, turn {fact.turn})"
    for run in ticket.runs:
        ended = run.outcome.result or run.outcome.status if run.outcome else "under way"
        yield f"ran {run.workflow}: {ended}" + (
            f" {dict(run.outcome.values)}" if run.outcome and run.outcome.values else ""
        )
    if before and isinstance(before.question, AskSlot):
        yield f"open question: {before.question.slot}"
    for said in ticket.transcript:
        yield f"{said.who}: {without_secrets(said.text, desk.now.date()) if said.who == 'customer' else said.text}"


def _told(ticket: Ticket, key: str, values: Values, run: Run) -> Course:
    return say(ticket, key).but(lines=(Line(key=key, values=values),), runs=(run,), action=Say(), learned=ticket.facts)


def _ordered(course: Course, inputs: Values, case: Case, desk: Desk) -> Course:
    """A duty of our own, under this turn's order name."""
    name = desk.order_name
    run = Run(node=case.workflow, workflow=case.workflow, inputs=inputs, order=name)
    cases = (*course.ticket.cases, case.but(order=name))[-REMEMBERED_CASES:]
    return course.but(ticket=course.ticket.but(cases=cases), runs=(*course.runs, run))
