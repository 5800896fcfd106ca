"""START HERE. One turn, top to bottom: load, hear, decide, inquire, save, carry out. Everything else is a detail of this."""

from contextlib import suppress

from frontline.agent.bounds import bounded
from frontline.agent.course import Course
from frontline.agent.decide import decide, first_question
from frontline.agent.desk import Desk
from frontline.agent.hear.fill import fill, filled_before
from frontline.agent.hear.ladder import Readers
from frontline.agent.hear.listener import Listener, desk_for
from frontline.agent.hear.read import read_first
from frontline.agent.hear.understand import understand
from frontline.agent.matters import asking_still, stands
from frontline.agent.outcomes import resume, settle
from frontline.agent.proceed import hand_off
from frontline.agent.tell.feelings import met
from frontline.agent.tell.hand_off import filed, followed
from frontline.agent.tell.plan import plan
from frontline.agent.tickets import first_ticket, idle_too_long, next_ticket
from frontline.model.action import AskModel, RunWorkflow
from frontline.model.errors import (
    LostRace,
    Refused,
    StoreUnavailable,
    Unavailable,
    WorkflowsRefused,
    WorkflowsUnavailable,
)
from frontline.model.heard import Heard
from frontline.model.message import Finished, Message, Outcome
from frontline.model.offering import catalogue_of
from frontline.model.text import Line
from frontline.model.ticket import Ticket
from frontline.model.turn import Turn
from frontline.ports import Loaded, World

RACES = 6
INQUIRIES = 12


def take_turn(message: Message, world: World) -> Turn:
    """One message in, one row written, one reply out. A redelivered message gets the reply it got before. Whoever loses
    a race decides again on what the winner left, with what was already heard; while the table is away, on what memory holds."""
    lost: Turn | None = None
    durable = True
    for _ in range(RACES):
        message, loaded = load(message, world, durable=durable)
        refuse_unless_kept(message, durable=loaded.durable)
        if answered := repeated(message, loaded, world):
            return answered
        turn = considered(message.but(opens=False), loaded, world, lost)
        try:
            world.store.append(turn)
        except LostRace:
            lost = turn
        except StoreUnavailable:
            lost, durable = turn, False
            refuse_unless_kept(message, durable=durable)
        else:
            carry_out(turn, world)
            return turn
    raise Unavailable(f"conversation {message.conversation} is too busy; send the message again with the same id")


def considered(message: Message, loaded: Loaded, world: World, earlier: Turn | None = None) -> Turn:
    """The turn as it would be saved: hear, then decide on what was heard. Nothing is done yet. What models made of this message
    `earlier` they are not asked again."""
    ticket, desk, notes = open_ticket(message, loaded, world)
    heard = hear(ticket, message, desk, world, earlier.heard if earlier else None)
    before = loaded.turn.ticket if loaded.turn else None
    course = decided(before, ticket, heard, desk, world, earlier).preceded_by(*notes)
    return plan(before, course, heard, message, desk, loaded.digest)


def decided(
    before: Ticket | None, ticket: Ticket, heard: Heard, desk: Desk, world: World, earlier: Turn | None
) -> Course:
    """Decide, inquire, end what gets nowhere, file a hand-off, follow an outage: all without the message. `before` is the ticket
    as the last row has it, `ticket` the one that this turn is about."""
    course = respond(ticket, heard, desk)
    course = inquire(course, desk, world, earlier)
    course = met(bounded(course, ticket, heard, desk), heard, desk)
    course = filed(course, before, desk)
    return followed(course, desk)


def load(message: Message, world: World, *, durable: bool) -> tuple[Message, Loaded]:
    """The newest row of the conversation. A ticket nobody knows any more, be it erased, becomes a new conversation.
    `durable` is False once the table has refused this turn's row."""
    loaded = world.store.newest(message.organisation, message.conversation)
    unknown = loaded.turn is None or loaded.turn.forgotten
    if unknown and message.ticket is not None and loaded.durable:
        message = message.elsewhere()
        loaded = world.store.newest(message.organisation, message.conversation)
    return message, loaded._replace(durable=durable and loaded.durable)


def refuse_unless_kept(message: Message, *, durable: bool) -> None:
    """A customer is answered from memory if need be. The end of an order is not: who brings it will bring it again."""
    if isinstance(message.content, Finished) and not durable:
        raise StoreUnavailable("an order's end is only ever kept in the table")


def repeated(message: Message, loaded: Loaded, world: World) -> Turn | None:
    """The turn this message already got, if it is a redelivery. Another message under its id is refused, and learns nothing:
    who knows an id has no share in the conversation. The end of an order whose conversation was erased leaves it so."""
    newest = loaded.turn
    if newest is None:
        return None
    if newest.forgotten and isinstance(message.content, Finished):
        return newest
    seq = newest.answered(message.fingerprint) or (1 if message.opens else None)
    if seq is None:
        return None
    turn = newest if seq == newest.seq else world.store.turn(message.organisation, message.conversation, seq)
    if turn is None and not message.opens:
        return None
    if turn is None or turn.message.id != message.id or not message.repeats(turn.message):
        raise Refused("this message_id is that of another message", code="message_id_reused")
    return turn


def open_ticket(message: Message, loaded: Loaded, world: World) -> tuple[Ticket, Desk, tuple[Line, ...]]:
    """The ticket this message belongs to; one that lay idle too long makes way for the next, and the customer is told."""
    pins = loaded.turn.ticket.pins if loaded.turn else ()
    catalogue = catalogue_of(world.trade, world.organisation, world.flows.of(world.organisation, pins))
    seq = loaded.turn.seq + 1 if loaded.turn else 1
    desk = desk_for(world.organisation, catalogue, message, seq, durable=loaded.durable)
    if loaded.turn is None:
        notes = (Line(key="lost"),) if message.ticket else ()
        return first_ticket(message.conversation, message.at, world.organisation.spoken(message.locale)), desk, notes
    ticket = loaded.turn.ticket
    if isinstance(message.content, Finished) or not idle_too_long(ticket, message.at, world.session_minutes):
        return ticket, desk, ()
    return next_ticket(ticket, message.at, same_session=False), desk, () if ticket.closed else (Line(key="expired"),)


def hear(ticket: Ticket, message: Message, desk: Desk, world: World, earlier: Heard | None) -> Heard:
    """All that is understood of a message. Behind this nobody reads it; what a workflow brings back needs no understanding."""
    if isinstance(message.content, Finished) or not stands(ticket, desk):
        return Heard(locale=ticket.locale)
    ticket = asking_still(ticket, desk)
    heard = understand(ticket, message, desk, Readers(world.models, world.classifier), earlier)
    first = first_question(ticket, heard, desk)
    return read_first(heard, first, Listener(ticket, desk, message)) if first else heard


def respond(ticket: Ticket, heard: Heard, desk: Desk) -> Course:
    """What to do about what was heard, or about the end of an order."""
    if not stands(ticket, desk):
        return hand_off(ticket, "flow_changed").but(learned=ticket.facts)
    ticket = asking_still(ticket, desk)
    if desk.ended:
        return settle(ticket, desk.ended.order, desk.ended.outcome, desk)
    return decide(ticket, heard, desk)


def inquire(course: Course, desk: Desk, world: World, earlier: Turn | None) -> Course:
    """An inquiry changes nothing, nor does a model that fills something in: both are asked now, and the outcome goes back
    into the walk. What a model filled in before a lost race stands; what was looked up may have changed since. A walk that
    goes on asking is a human's."""
    for _ in range(INQUIRIES):
        match course.action:
            case RunWorkflow() as run if desk.catalogue.workflows[run.workflow].kind == "inquiry":
                name = f"{desk.order_name}-{len(course.runs)}"
                course = resume(course, looked_up(run, name, world), desk)
            case AskModel() as asked:
                filled = filled_before(asked, course.runs, earlier.runs if earlier else ())
                course = resume(course, filled or fill(asked, world.models, desk), desk)
            case _:
                return course
    return hand_off(course.ticket, "workflow_failed", *course.lines).but(runs=course.runs, learned=course.learned)


def looked_up(run: RunWorkflow, name: str, world: World) -> Outcome:
    """A state machine that cannot be asked has found nothing."""
    try:
        return world.workflows.inquire(world.organisation, run, name)
    except WorkflowsUnavailable:
        return Outcome(status="failed")


def carry_out(turn: Turn, world: World) -> None:
    """The row is saved, so its order will run, or be stopped if it can be: now, or when `event_publisher` reads the row.
    One that can never be started is ended by the latter, as a turn of its own."""
    organisation, conversation = turn.message.organisation, turn.message.conversation
    with suppress(WorkflowsUnavailable, WorkflowsRefused):
        if turn.order:
            world.workflows.start(organisation, conversation, turn.order)
        if turn.stop:
            world.workflows.stop(organisation, turn.stop)
