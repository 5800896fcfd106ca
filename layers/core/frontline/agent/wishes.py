"""What a customer wants beside what is open: new matters, and those that wait."""

from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.agent.matters import called_off, without_matter
from frontline.agent.proceed import proceed
from frontline.flows.compile import flow_of
from frontline.model.flow import Flow
from frontline.model.heard import ADDS, Heard
from frontline.model.text import Line
from frontline.model.ticket import Matter, Ticket

SURE_OF_A_MATTER = 0.75


def queued(ticket: Ticket, heard: Heard, desk: Desk) -> Ticket:
    """A wish beside an answer waits behind what is open."""
    flows = [(intent, flow) for intent, flow in flows_of(heard, desk) if intent in heard.wishes]
    open_ = {matter.root for matter in ticket.matters}
    more = {flow.id: _wanted(intent, flow, heard, desk) for intent, flow in flows if flow.id not in open_}
    return ticket.but(matters=(*ticket.matters, *more.values()))


def begin(ticket: Ticket, heard: Heard, desk: Desk) -> Course | None:
    """A new wish goes before what is open, or in its place where that is no longer wanted; further ones wait behind it; one that
    was waiting comes forward."""
    if not new_wish(ticket, heard, desk):
        return None
    open_ = {matter.root: matter for matter in ticket.matters}
    wanted = {flow.id: _wanted(intent, flow, heard, desk) for intent, flow in flows_of(heard, desk)}
    first = next(iter(wanted)) if heard.intent in desk.catalogue.intents else None
    order = dict.fromkeys([*([first] if first else []), *open_, *wanted])
    matters = tuple(open_.get(flow) or wanted[flow] for flow in order)
    before = ticket.matter
    instead = before is not None and matters[0] is not before and guessed_instead(before, heard, desk)
    if before and not before.under_way and (heard.drops or instead):
        rest = tuple(one for one in matters if one is not before)
        ticket = without_matter(ticket.but(matters=(before, *rest), lost_for_words=0), desk)
        said = (Line(key="noted"),) if instead else called_off(before, "cancelled", desk)
        return proceed(ticket, desk, *said)
    lines = [Line(key="digression")] if before and matters[0] is not before else []
    return proceed(ticket.but(matters=matters, question=None, lost_for_words=0), desk, *lines)


def new_wish(ticket: Ticket, heard: Heard, desk: Desk) -> bool:
    """Something other than what is being talked about. Two intents of one flow are one matter."""
    if ticket.matter is None or ticket.closed:
        return bool(flows_of(heard, desk))
    return any(not _same_matter(flow.id, ticket.matter.root, desk) for _, flow in flows_of(heard, desk))


def _same_matter(one: str, other: str, desk: Desk) -> bool:
    """Whether one flow goes through the other anyway."""
    return one in desk.catalogue.reach(other) or other in desk.catalogue.reach(one)


def flows_of(heard: Heard, desk: Desk) -> list[tuple[str, Flow]]:
    """The flows the message asks for, the main one first."""
    known = desk.catalogue.intents
    wanted = dict.fromkeys(intent for intent in (heard.intent, *heard.wishes) if intent is not None and intent in known)
    return [intended(intent, desk) for intent in wanted]


def intended(intent: str, desk: Desk) -> tuple[str, Flow]:
    """The intent, and the flow that serves it."""
    return intent, flow_of(desk.catalogue, desk.catalogue.served_by[intent])


def matter_for(intent: str, flow: Flow) -> Matter:
    return Matter(intent=intent, flow=flow.id, flow_hash=flow.hash, node=flow.start)


def _wanted(intent: str, flow: Flow, heard: Heard, desk: Desk) -> Matter:
    """As it begins: what says no more than its subject, or what somebody was not sure of, is a guess."""
    _, sure = heard.by.get(intent, ("", 1.0))
    return matter_for(intent, flow).but(guess=sure < SURE_OF_A_MATTER or desk.catalogue.general(intent))


def guessed_instead(matter: Matter, heard: Heard, desk: Desk) -> bool:
    """Whether what is wished for now is the better word for a matter that was a guess, and not one more wish."""
    intent = heard.intent
    if not matter.guess or matter.run or matter.done or intent is None or ADDS in heard.readers:
        return False
    return desk.catalogue.akin(intent, matter.intent) and not desk.catalogue.general(intent)


def described(ticket: Ticket, heard: Heard, desk: Desk) -> Ticket:
    """With the intent of the open matter as it is described now: the same flow serves it, and more is known of the trouble."""
    matter, intent = ticket.matter, heard.intent
    if matter is None or intent in (None, matter.intent) or matter.under_way or ticket.closed:
        return ticket
    if desk.catalogue.served_by.get(intent) != matter.root or desk.catalogue.general(intent):
        return ticket
    return ticket.with_matter(matter.but(intent=intent, guess=False))
