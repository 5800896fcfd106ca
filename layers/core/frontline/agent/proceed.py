"""How a ticket moves on: its active flow is walked, a finished matter gives way to the next, questions are counted."""

from collections.abc import Collection
from typing import assert_never

from frontline.agent.course import Course
from frontline.agent.desk import Desk, secret
from frontline.flows.compile import flow_of
from frontline.flows.ground import Ground
from frontline.flows.walk import walk
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
from frontline.model.fact import Facts
from frontline.model.flow import Elicitation, Instruction
from frontline.model.heard import Heard
from frontline.model.text import Line
from frontline.model.ticket import Frame, Matter, Run, Ticket
from frontline.model.turn import order_name

LOST_FOR_WORDS = 3


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
                ticket = _with_the_rest_afresh(without_matter(ticket, desk), walked.matter.root, desk)
                matter = ticket.matter
                if matter is None:
                    closed = ticket.but(status=resolution)
                    return Course(ticket=closed, action=walked.stop, lines=tuple(said), broken=broken)
                said.append(_turning_to(matter, desk))
            case HandOff(reason=reason):
                return hand_off(ticket, reason, *said).but(broken=broken)
            case RunWorkflow():
                return _to_run(ticket, walked.matter, walked.stop, desk, said).but(broken=broken)
            case AskModel():
                return Course(ticket=ticket, action=walked.stop, lines=tuple(said), broken=broken)
            case AskSlot() | Confirm() | Instruct():
                asking = ticket.but(question=walked.stop, status="needs_info")
                return Course(ticket=asking, action=walked.stop, lines=tuple(said), broken=broken)
            case Say():
                return say(ticket, "still_working", *said).but(broken=broken)
            case _:
                assert_never(walked.stop)
    return ask_intent(ticket, *said)


def bounded(course: Course, desk: Desk) -> Course:
    """Every question counts; at the bound of its flow, or after asking three times what it is about, a human takes over."""
    ticket, matter = course.ticket, course.ticket.matter
    match course.action:
        case AskIntent():
            lost = ticket.lost_for_words + 1
            if lost > LOST_FOR_WORDS:
                return _instead(course, "not_understood")
            return course.but(ticket=ticket.but(lost_for_words=lost))
        case AskSlot() | Confirm() | Instruct() if matter:
            asked = matter.questions + 1
            if asked > flow_of(desk.catalogue, matter.root).question_bound:
                return _instead(course, "too_many_questions")
            counted = matter.but(questions=asked)
            return course.but(ticket=ticket.with_matter(counted))
        case _:
            return course


def _instead(course: Course, reason: Reason) -> Course:
    """A human instead of one more question; what was done on the way was done."""
    ended = hand_off(course.ticket, reason)
    return ended.but(runs=course.runs, learned=course.learned, broken=course.broken)


def say(ticket: Ticket, key: str, *before: Line) -> Course:
    """Say something and leave everything as it is, an open question included."""
    return Course(ticket=ticket, action=Say(), lines=(*before, Line(key=key)))


def later(ticket: Ticket, key: str, *before: Line) -> Course:
    """It cannot be done now; the customer's next message takes it up again."""
    return say(ticket.but(status="retry", question=None), key, *before)


def ask_again(ticket: Ticket, desk: Desk, *lines: Line) -> Course:
    """Say something, then put the open question again; without one, go on."""
    if ticket.question is None:
        return proceed(ticket, desk, *lines)
    return Course(ticket=ticket, action=ticket.question, lines=lines)


def ask_intent(ticket: Ticket, *lines: Line) -> Course:
    question = AskIntent()
    update = {"question": question, "status": "needs_info"}
    return Course(ticket=ticket.but(**update), action=question, lines=lines)


def hand_off(ticket: Ticket, reason: Reason, *lines: Line) -> Course:
    """The file as it is goes to a human; its matters stay in it."""
    update = {"status": "escalated", "question": None}
    line = Line(key=f"hand_off.{reason}")
    return Course(ticket=ticket.but(**update), action=HandOff(reason=reason), lines=(*lines, line))


def ground_of(ticket: Ticket, desk: Desk) -> Ground:
    """What the active matter's walk stands on; what may be a secret is no `user_input`."""
    trusting = desk.organisation.identity == "number"
    said = "" if secret(ticket, desk) else desk.words
    return Ground(ticket.facts, desk.catalogue, desk.today, desk.seq, trusting, said)


def with_fresh_flow(before: Ticket, ticket: Ticket, desk: Desk) -> Ticket:
    """A matter walks its flow again when a fact it stands on was replaced otherwise than by answering: a workflow's from
    the start, an organisation's own from where the fact was asked for, if it was. Facts stay, so nothing is asked twice;
    inquiries are made again; an order under way is left alone. A flow that is a newer one is walked from its start."""
    matter = ticket.matter
    if matter is None or matter.under_way:
        return ticket
    if any(flow_of(desk.catalogue, name).hash != pinned for name, pinned in matter.pins):
        return ticket.with_matter(restarted(matter, desk))
    replaced = [
        fact.slot
        for fact in ticket.facts.known
        if (old := before.facts.get(fact.slot)) is not None and old.value != fact.value
    ]
    flow = flow_of(desk.catalogue, matter.flow)
    asked = _asked_at(matter, desk)
    if not replaced or (asked is not None and asked.slot in replaced):
        return ticket
    if matter.flow in desk.catalogue.flows or not set(replaced) & set(desk.catalogue.wanted_by(matter.flow)):
        return ticket.with_matter(_back_to(replaced, matter, desk))
    again = matter.but(node=flow.start, consented=False, run=None, found=matter.given, tries=0)
    return ticket.with_matter(again if matter.node != flow.start else matter)


def _back_to(replaced: Collection[str], matter: Matter, desk: Desk) -> Matter:
    """Where an organisation's flow asked for one of these slots: the one it is in, or else one that called it."""
    frames: tuple[Matter | Frame, ...] = (*matter.callers, matter)
    for depth in reversed(range(len(frames))):
        frame = frames[depth]
        asked = (
            node.id
            for node in flow_of(desk.catalogue, frame.flow).nodes
            if isinstance(node, Elicitation) and node.slot in replaced
        )
        if frame.flow not in desk.catalogue.flows or (back := next(asked, None)) is None:
            continue
        place = {"flow": frame.flow, "flow_hash": frame.flow_hash, "found": frame.found, "given": frame.given}
        return matter.but(**place, node=back, callers=matter.callers[:depth], consented=False, run=None, tries=0)
    return matter


def answered(ticket: Ticket, heard: Heard, before: Facts, desk: Desk) -> Ticket:
    """What the active matter's node waits for was said just now: the walk goes on from there. A value that is to be
    corrected must be another one."""
    matter = ticket.matter
    if matter is None or matter.under_way or not stands(ticket, desk):
        return ticket
    said = {**heard.said, **heard.corrected}
    match flow_of(desk.catalogue, matter.flow).node(matter.node):
        case Elicitation(slot=slot, correcting=True):
            old = before.get(slot)
            told = slot in said and (old is None or old.value != said[slot])
        case Elicitation(slot=slot):
            told = slot in said
        case Instruction(reads=reads):
            rest = ticket.question.reads if isinstance(ticket.question, Instruct) else reads
            told = said.keys() >= set(rest)
        case _:
            told = False
    return ticket.with_matter(matter.but(answered=True)) if told else ticket


def asking_still(ticket: Ticket, desk: Desk) -> Ticket:
    """Without a question that a newer flow no longer knows."""
    match ticket.question:
        case AskSlot(slot=slot):
            known = slot in desk.catalogue.slots
        case Instruct(flow=flow, node=node):
            known = flow in desk.catalogue.flows and desk.catalogue.flows[flow].has(node)
        case Confirm(workflow=workflow):
            known = workflow in desk.catalogue.workflows
        case _:
            known = True
    return ticket if known else ticket.but(question=None)


def stands(ticket: Ticket, desk: Desk) -> bool:
    """Whether every open matter still has its flow and the node it waits at; a deployment or an organisation can take
    them away."""
    return ticket.closed or all(_on_ground(matter, desk) for matter in ticket.matters)


def _on_ground(matter: Matter, desk: Desk) -> bool:
    places = (*((frame.flow, frame.node) for frame in matter.callers), (matter.flow, matter.node))
    offered = desk.catalogue.flows.keys() | desk.catalogue.workflows.keys()
    if any(flow not in offered for flow, _ in places):
        return False
    same = all(flow_of(desk.catalogue, flow).hash == pinned for flow, pinned in matter.pins)
    return all(flow_of(desk.catalogue, flow).has(node) for flow, node in places) or not (same or matter.under_way)


def restarted(matter: Matter, desk: Desk) -> Matter:
    """The whole matter from its start, as its flow is now."""
    flow = flow_of(desk.catalogue, matter.root)
    given = matter.callers[0].given if matter.callers else matter.given
    update = {"flow": flow.id, "flow_hash": flow.hash, "node": flow.start, "callers": (), "run": None, "tries": 0}
    return matter.but(**update, given=given, found=given, consented=False, answered=False, visits={})


def _asked_at(matter: Matter, desk: Desk) -> Elicitation | None:
    node = flow_of(desk.catalogue, matter.flow).node(matter.node)
    return node if isinstance(node, Elicitation) else None


def _to_run(ticket: Ticket, matter: Matter, run: RunWorkflow, desk: Desk, said: list[Line]) -> Course:
    """An inquiry runs within the turn. An order is written down first, under the name its start will use; it is not
    begun at all while the table cannot keep it."""
    if desk.catalogue.workflows[run.workflow].kind == "inquiry":
        return Course(ticket=ticket, action=run, lines=tuple(said))
    if not desk.durable:
        start = flow_of(desk.catalogue, matter.flow).start
        paused = matter.but(consented=False, node=start)
        return later(ticket.with_matter(paused), "orders_paused", *said)
    name = order_name(desk.organisation.id, desk.message.conversation, desk.seq)
    order = Run(node=run.node, workflow=run.workflow, inputs=run.inputs, order=name)
    ticket = ticket.with_matter(matter.but(run=order)).but(status="in_progress", question=None)
    return Course(ticket=ticket, action=run, lines=(*said, Line(key="order_started")), runs=(order,))


def without_matter(ticket: Ticket, desk: Desk) -> Ticket:
    """Volatile facts end with the matter, except those that another open matter stands on; stable ones stay."""
    rest = ticket.matters[1:]
    wanted = {slot for matter in rest for slot in desk.catalogue.wanted_by(matter.root)}
    return ticket.but(matters=rest, question=None, facts=ticket.facts.kept(wanted))


def _with_the_rest_afresh(ticket: Ticket, closed: str, desk: Desk) -> Ticket:
    """What went through the same steps with the customer's phone or account as the matter that is over begins again:
    what it had found out is no longer so."""
    done = {name for name in desk.catalogue.reach(closed) if _changes_something(name, desk)}
    stale = [
        not matter.under_way and not done.isdisjoint(desk.catalogue.reach(matter.root)) for matter in ticket.matters
    ]
    matters = tuple(
        restarted(matter, desk).but(visits=matter.visits) if again else matter
        for matter, again in zip(ticket.matters, stale, strict=True)
    )
    return ticket.but(matters=matters)


def _changes_something(name: str, desk: Desk) -> bool:
    if name in desk.catalogue.workflows:
        return desk.catalogue.workflows[name].kind == "order"
    flow = desk.catalogue.flows.get(name)
    return flow is not None and any(isinstance(node, Instruction) for node in flow.nodes)


def _turning_to(matter: Matter, desk: Desk) -> Line:
    begun = matter.questions > 0 or matter.run
    title = f"{matter.root}.title"
    return Line(key="back_to" if begun else "next_matter", values={"title_key": title})
