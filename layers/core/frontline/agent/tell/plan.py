"""From a decided course to the row that is kept: the reply, the order to start, and the events, which are read off the
difference a turn made and never written down along the way."""

from frontline.agent.course import Course
from frontline.agent.desk import Desk, tellable
from frontline.agent.tell.again import Earlier
from frontline.agent.tell.happenings import happenings
from frontline.agent.tell.proofs import without_proofs
from frontline.agent.tell.speak import speak, told
from frontline.model.event import Event
from frontline.model.heard import Heard
from frontline.model.message import Message
from frontline.model.opened import opened
from frontline.model.ticket import (
    TRANSCRIPT_CHARACTERS,
    TRANSCRIPT_LENGTH,
    Run,
    Ticket,
    Utterance,
)
from frontline.model.turn import Order, Reply, Turn


def plan(before: Ticket | None, course: Course, heard: Heard, message: Message, desk: Desk, previous: str) -> Turn:
    """Effects as data. `before` is the ticket as it was, or None for a conversation's first."""
    reply = speak(course, heard.locale, desk.catalogue, Earlier.of(before))
    degraded = (*_degraded(heard, desk), *course.broken)
    ticket = _kept(course.ticket, message, desk, opened(tellable(before, desk)), _uttered(course, reply))
    happened = happenings(before, ticket, course, heard, desk, degraded)
    return Turn(
        seq=desk.seq,
        message=message,
        heard=without_proofs(heard, before, desk),
        lines=course.lines,
        action=course.action,
        reply=reply,
        runs=course.runs,
        order=_order(course),
        stop=_as_order(course.stop) if course.stop else None,
        events=tuple(
            Event(
                id=f"{ticket.id}:{desk.seq}:{number}",
                at=message.at,
                organisation=message.organisation,
                ticket=ticket.id,
                turn=desk.seq,
                happened=what,
            )
            for number, what in enumerate(happened)
        ),
        degraded=degraded,
        catalogue_hash=desk.catalogue.hash,
        previous=previous,
        ticket=ticket,
    )


def _kept(ticket: Ticket, message: Message, desk: Desk, said: str, reply: Utterance) -> Ticket:
    """The ticket as it goes into the row: the talk so far and the messages answered, both bounded. Only the customer
    keeps a session awake."""
    heard = [Utterance(who="customer", text=said[:TRANSCRIPT_CHARACTERS])] if said else []
    return ticket.having_seen(message.fingerprint).but(
        touched_at=ticket.touched_at if desk.ended else message.at,
        transcript=(*ticket.transcript, *heard, reply)[-TRANSCRIPT_LENGTH:],
    )


def _uttered(course: Course, reply: Reply) -> Utterance:
    return Utterance(who="frontline", text=reply.text[:TRANSCRIPT_CHARACTERS], told=told(course))


def _degraded(heard: Heard, desk: Desk) -> tuple[str, ...]:
    missing = heard.proposal.missing if heard.proposal else ()
    return (*missing, *(() if desk.durable else ("store",)))


def _order(course: Course) -> Order | None:
    """The order this very turn begins."""
    begun = next((run for run in course.runs if run.order and run.outcome is None), None)
    return _as_order(begun) if begun else None


def _as_order(run: Run) -> Order:
    return Order(name=run.order or "", workflow=run.workflow, inputs=run.inputs, shared=run.shared)
