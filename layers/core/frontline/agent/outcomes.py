"""What a workflow's outcome does to a ticket: an inquiry's goes back into the walk, an order's finds its matter again."""

from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.agent.matters import called_off
from frontline.agent.options import called, not_offered, offered
from frontline.agent.proceed import hand_off, later, proceed
from frontline.agent.tell.hand_off import case_news
from frontline.agent.tell.proofs import referred
from frontline.flows.compile import CALLED_OFF, flow_of
from frontline.model.action import AskModel, AskSlot, RunWorkflow, Say
from frontline.model.base import Values
from frontline.model.identity import IDENTIFIED, PROOF
from frontline.model.message import Outcome
from frontline.model.text import Line
from frontline.model.ticket import ASKED_MODEL, REMEMBERED_RUNS, Matter, Run, Ticket

FAILURES = 2


def resume(course: Course, outcome: Outcome, desk: Desk) -> Course:
    """An inquiry came back: its outcome goes into the matter and the walk goes on. One that failed is tried once more,
    at the customer's next message; then a human takes over."""
    run, matter = course.action, course.ticket.matter
    if matter is None or not isinstance(run, RunWorkflow | AskModel):
        return course
    if isinstance(run, AskModel):
        return _filled(course, matter, run, outcome, desk)
    inputs = referred(run.inputs, course.ticket, desk)
    made = Run(node=run.node, workflow=run.workflow, inputs=inputs, outcome=outcome)
    if _keeps_its_word(outcome, run.workflow, run.inputs, desk):
        ticket = _remember(_proven(course.ticket, made, desk).with_matter(matter.but(run=made)), made)
        onward = chosen_before(proceed(ticket, desk, *course.lines), desk)
    elif matter.failures + 1 >= FAILURES:
        onward = hand_off(_remember(_rolled_back(course.ticket), made), "workflow_failed", *course.lines)
    else:
        failed = matter.but(failures=matter.failures + 1)
        onward = later(_rolled_back(course.ticket.with_matter(failed)), "cannot_check", *course.lines)
    runs = (*course.runs, made, *onward.runs)
    return onward.but(runs=runs, learned=course.learned, broken=course.broken + onward.broken)


def _proven(ticket: Ticket, run: Run, desk: Desk) -> Ticket:
    """Who is identified has shown their proof, and it is kept no longer: the line they were found to own stands for what only
    they know, and a code is used up."""
    number = run.outcome.values.get(IDENTIFIED) if run.outcome else None
    if number is None:
        return ticket
    facts = ticket.facts
    for name in run.inputs:
        fact = facts.get(name)
        if fact is None or fact.source != "said" or name not in desk.catalogue.secrets:
            continue
        facts = facts.without([name])
        if name == PROOF:
            facts = facts.learn(fact.but(value=f"line:{number}", source="history"))
    return ticket.but(facts=facts)


def chosen_before(course: Course, desk: Desk) -> Course:
    """What was named before there was a list is chosen from it, if it is there, and need not be said again. What was found
    not to do is asked for all the same."""
    asked = course.action
    if not isinstance(asked, AskSlot) or asked.correcting:
        return course
    slot = desk.catalogue.slots[asked.slot]
    named = course.ticket.facts.get(slot.named_by or "")
    if named is None or named.source != "said":
        return course
    options = offered(slot, course.ticket).options
    option = called(named.value, options)
    if option is None:
        none_of_them = not_offered(named.value, options)
        return course.but(lines=(none_of_them, *course.lines)) if none_of_them else course
    fact = named.but(slot=slot.name, value=option.value, turn=desk.seq, stable=slot.stable)
    return proceed(course.ticket.but(facts=course.ticket.facts.learn(fact), question=None), desk, *course.lines)


def _filled(course: Course, matter: Matter, run: AskModel, outcome: Outcome, desk: Desk) -> Course:
    """What a model filled in, or could not: the flow has a way for both."""
    made = Run(node=run.node, workflow=ASKED_MODEL, inputs={}, outcome=outcome)
    onward = proceed(course.ticket.with_matter(matter.but(run=made)), desk, *course.lines)
    unfilled = () if outcome.status == "succeeded" else (f"{run.flow}/{run.node}",)
    runs = (*course.runs, made, *onward.runs)
    return onward.but(runs=runs, learned=course.learned, broken=course.broken + unfilled + onward.broken)


def settle(ticket: Ticket, order: str, outcome: Outcome, desk: Desk) -> Course:
    """An order came back, perhaps long after: its matter becomes the active one and hears how it ended."""
    case = next((known for known in ticket.cases if known.order == order), None)
    if case is not None and case.workflow in desk.catalogue.workflows:
        return case_news(ticket, case, outcome, desk)
    owner = next((matter for matter in ticket.matters if matter.under_way and matter.under_way.order == order), None)
    if owner is None or owner.under_way is None:
        return Course(ticket=ticket, action=Say(), learned=ticket.facts)
    run = owner.under_way.but(outcome=outcome)
    others = tuple(matter for matter in ticket.matters if matter is not owner)
    before, escalated = ticket, ticket.status == "escalated"
    ticket = _remember(ticket.but(matters=(owner.but(run=run), *others), question=None), run)
    if outcome.status == "stopped" and owner.stopping:
        course = _stopped(ticket, owner, run.workflow, desk)
    elif _keeps_its_word(outcome, run.workflow, run.inputs, desk):
        course = proceed(ticket, desk)
    else:
        course = hand_off(_rolled_back(ticket), "workflow_failed", Line(key="order_failed"))
    if escalated:
        course = course.but(ticket=course.ticket.but(status="escalated"))
    return course.but(runs=(run, *course.runs), learned=before.facts)


def _stopped(ticket: Ticket, matter: Matter, workflow: str, desk: Desk) -> Course:
    """In time: nothing was changed. A correction starts the matter again with what is now known; a cancel ends it."""
    flow = flow_of(desk.catalogue, matter.flow)
    node = flow.start if matter.stopping == "correct" else CALLED_OFF
    callers = matter.callers if matter.stopping == "correct" else ()
    again = matter.but(node=node, run=None, found=matter.given, consented=False, stopping=None, callers=callers)
    left = Line(key=f"{workflow}.stopped")
    if desk.catalogue.workflows[workflow].stopped is not None:
        again, told = again.having_done(left), (left, *matter.done)
    else:
        told = called_off(matter, "order_stopped", desk)
    return proceed(ticket.with_matter(again), desk, *told)


def _keeps_its_word(outcome: Outcome, workflow: str, inputs: Values, desk: Desk) -> bool:
    """A result the workflow declared, with all that its text needs; anything else is treated as a failure, never guessed."""
    declared = desk.catalogue.workflows.get(workflow)
    result = declared.results.get(outcome.result or "") if declared else None
    return outcome.status == "succeeded" and result is not None and result.says.blanks() <= {*inputs, *outcome.values}


def _rolled_back(ticket: Ticket) -> Ticket:
    """A run that failed may have stood on a guess: all guesses go. What still follows is concluded again next turn."""
    return ticket.but(facts=ticket.facts.certain())


def _remember(ticket: Ticket, run: Run) -> Ticket:
    """What was run for this ticket, for whoever takes over."""
    return ticket.but(runs=(*ticket.runs, run)[-REMEMBERED_RUNS:])
