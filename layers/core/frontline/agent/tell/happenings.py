"""Which events a turn is: read off what changed between the ticket before and after."""

from collections.abc import Iterator

from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.model.action import AskSlot, Close, HandOff
from frontline.model.event import (
    DecisionMade,
    DecisionRejected,
    Degraded,
    Escalated,
    FactInferred,
    FactRetracted,
    Happening,
    RollbackTriggered,
    RunFinished,
    RunStarted,
    SlotFilled,
    SlotMissing,
    TicketCreated,
    TicketExpired,
    TicketResolved,
    WorkflowSelected,
)
from frontline.model.fact import Facts
from frontline.model.heard import Heard
from frontline.model.mask import mask_value
from frontline.model.ticket import Ticket


def happenings(
    before: Ticket | None, after: Ticket, course: Course, heard: Heard, desk: Desk, degraded: tuple[str, ...]
) -> list[Happening]:
    """In the order they came about."""
    return [
        *_ticket(before, after),
        *_understanding(heard, degraded),
        *_facts(before.facts if before else Facts(), course.learned, desk),
        *_selected(before, heard, desk),
        *_runs(course),
        *_action(course, after),
    ]


def _ticket(before: Ticket | None, after: Ticket) -> Iterator[Happening]:
    if before is None or before.id != after.id:
        if before is not None and not before.closed:
            yield TicketExpired(expired_ticket=before.id)
        yield TicketCreated()


def _understanding(heard: Heard, degraded: tuple[str, ...]) -> Iterator[Happening]:
    proposal = heard.proposal
    for attempt in proposal.attempts if proposal else ():
        if attempt.rejected:
            yield DecisionRejected(model=attempt.model, reason=attempt.rejected)
    if proposal and proposal.decision:
        decision = proposal.decision
        yield DecisionMade(model=proposal.model, intent=decision.intent, confidence=decision.confidence)
    if degraded:
        yield Degraded(missing=degraded)


def _facts(before: Facts, after: Facts, desk: Desk) -> Iterator[Happening]:
    for fact in after.known:
        old = before.get(fact.slot)
        if old is not None and (old.value, old.source) == (fact.value, fact.source):
            continue
        if fact.source == "inferred":
            yield FactInferred(slot=fact.slot, rule=fact.rule or "model", derived_from=fact.derived_from)
        elif fact.source == "said":
            masked = mask_value(fact.value, shown=desk.catalogue.shown_to(fact.slot) == "observers")
            yield SlotFilled(slot=fact.slot, source=fact.source, masked=masked)
    for old in before.known:
        if old.source == "inferred" and _gone(after, old.slot, old.value):
            yield FactRetracted(slot=old.slot, rule=old.rule or "model")


def _gone(facts: Facts, slot: str, value: object) -> bool:
    now = facts.get(slot)
    return now is None or now.value != value


def _selected(before: Ticket | None, heard: Heard, desk: Desk) -> Iterator[Happening]:
    known = {matter.root for matter in before.matters} if before and not before.closed else set()
    for intent in (heard.intent, *heard.wishes):
        workflow = desk.catalogue.served_by.get(intent or "")
        if intent and workflow and workflow not in known:
            known.add(workflow)
            yield WorkflowSelected(intent=intent, workflow=workflow)


def _runs(course: Course) -> Iterator[Happening]:
    for run in course.runs:
        if run.order is None or run.outcome is None:
            yield RunStarted(workflow=run.workflow, order=run.order)
        if run.outcome is not None:
            yield RunFinished(
                workflow=run.workflow, order=run.order, status=run.outcome.status, result=run.outcome.result
            )
            if run.outcome.status != "succeeded":
                yield RollbackTriggered(workflow=run.workflow, retracted=_retracted(course))


def _retracted(course: Course) -> tuple[str, ...]:
    guesses = [fact.slot for fact in course.learned.known if fact.source == "inferred"]
    return tuple(slot for slot in guesses if course.ticket.facts.get(slot) is None)


def _action(course: Course, after: Ticket) -> Iterator[Happening]:
    match course.action:
        case AskSlot(slot=slot):
            yield SlotMissing(slot=slot, tries=after.matter.tries if after.matter else 0)
        case HandOff(reason=reason):
            yield Escalated(reason=reason)
        case Close(resolution=resolution):
            yield TicketResolved(resolution=resolution)
        case _:
            pass
