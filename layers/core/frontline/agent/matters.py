"""What becomes of open matters when facts are corrected, flows change, or another matter ends."""

from collections.abc import Collection

from frontline.agent.desk import Desk
from frontline.flows.compile import flow_of
from frontline.model.action import AskSlot, Confirm, Instruct
from frontline.model.fact import Fact, Facts
from frontline.model.flow import Elicitation, Instruction
from frontline.model.heard import Heard
from frontline.model.text import Line
from frontline.model.ticket import Frame, Matter, Ticket
from frontline.texts import COMMON


def with_fresh_flow(before: Ticket, ticket: Ticket, desk: Desk) -> Ticket:
    """A matter walks its flow again when a fact it stands on was replaced otherwise than by answering: a workflow's from
    the start, an organisation's own from where the fact was asked for, if it was. Facts stay, so nothing is asked twice;
    inquiries are made again; an order under way is left alone. A flow that is a newer one is walked from its start."""
    matter = ticket.matter
    if matter is None:
        return ticket
    waiting = tuple(_afresh(one, _replaced(before, ticket, one, desk), desk) for one in ticket.matters[1:])
    ticket = ticket.but(matters=(matter, *waiting))
    if matter.under_way:
        return ticket
    if any(flow_of(desk.catalogue, name).hash != pinned for name, pinned in matter.pins):
        return ticket.with_matter(restarted(matter, desk))
    replaced = _replaced(before, ticket, matter, desk)
    if isinstance(ticket.question, Confirm):
        replaced |= {fact.slot for fact in ticket.facts.known if _said_first_now(fact, before, desk)}
    asked = _asked_at(matter, desk)
    if asked is not None and asked.slot in replaced:
        return ticket
    return ticket.with_matter(_afresh(matter, replaced, desk))


def _replaced(before: Ticket, ticket: Ticket, matter: Matter, desk: Desk) -> set[str]:
    """The slots whose value is another one than before, or than what the matter's flow was called with."""
    return {
        fact.slot
        for fact in ticket.facts.known
        if ((old := before.facts.get(fact.slot)) is not None and old.value != fact.value)
        or (fact.source == "said" and fact.turn == desk.seq and matter.given.get(fact.slot, fact.value) != fact.value)
    }


def _said_first_now(fact: Fact, before: Ticket, desk: Desk) -> bool:
    return fact.source == "said" and fact.turn == desk.seq and before.facts.get(fact.slot) is None


def _afresh(matter: Matter, replaced: set[str], desk: Desk) -> Matter:
    """The matter where what stands on these slots is worked out again; what its flow was called with for them is no more."""
    if not replaced or matter.under_way or not _known(matter, desk):
        return matter
    if matter.flow in desk.catalogue.flows or not replaced & set(desk.catalogue.wanted_by(matter.flow)):
        return _back_to(replaced, matter, desk)
    start = flow_of(desk.catalogue, matter.flow).start
    given = {name: value for name, value in matter.given.items() if name not in replaced}
    if matter.node == start and given == matter.given:
        return matter
    return matter.but(node=start, consented=False, run=None, given=given, found=given, tries=0)


def _known(matter: Matter, desk: Desk) -> bool:
    """Whether its flows are still offered; one that is not is dealt with when its turn comes."""
    return all(name in desk.catalogue.flows or name in desk.catalogue.workflows for name, _ in matter.pins)


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
        at = matter.but(flow=frame.flow, flow_hash=frame.flow_hash, found=frame.found, given=frame.given, node=back)
        return at.but(callers=matter.callers[:depth], consented=False, run=None, tries=0)
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
    catalogue = desk.catalogue
    if any(flow not in catalogue.flows and flow not in catalogue.workflows for flow, _ in places):
        return False
    if all(flow_of(catalogue, flow).has(node) for flow, node in places):
        return True
    return not matter.under_way and any(flow_of(catalogue, flow).hash != pinned for flow, pinned in matter.pins)


def restarted(matter: Matter, desk: Desk) -> Matter:
    """The whole matter from its start, as its flow is now."""
    flow = flow_of(desk.catalogue, matter.root)
    given = matter.callers[0].given if matter.callers else matter.given
    begun = matter.but(flow=flow.id, flow_hash=flow.hash, node=flow.start, callers=(), run=None, tries=0)
    return begun.but(given=given, found=given, consented=False, answered=False, visits={})


def _asked_at(matter: Matter, desk: Desk) -> Elicitation | None:
    node = flow_of(desk.catalogue, matter.flow).node(matter.node)
    return node if isinstance(node, Elicitation) else None


def without_matter(ticket: Ticket, desk: Desk) -> Ticket:
    """Volatile facts end with the matter, except those that another open matter stands on; stable ones stay."""
    rest = ticket.matters[1:]
    wanted = {slot for matter in rest for slot in desk.catalogue.wanted_by(matter.root)}
    return ticket.but(matters=rest, question=None, facts=ticket.facts.kept(wanted))


_AFTER_SOMETHING = {
    "cancelled": "cancelled_here",
    "declined": "declined_here",
    "orders_paused": "orders_paused_here",
    "order_stopped": "order_stopped_here",
}
"""The same without the claim that nothing was changed."""


def called_off(matter: Matter, key: str, desk: Desk) -> tuple[Line, ...]:
    """What is said of a matter that goes no further: that nothing was changed only where its walk did nothing (`key`);
    else that it ends here, and how things stand. What this release cannot put into words is left out."""
    if not matter.done:
        return (Line(key=key),)
    return Line(key=_AFTER_SOMETHING[key]), *(deed for deed in matter.done if _sayable(deed, desk))


def _sayable(deed: Line, desk: Desk) -> bool:
    owner, _, rest = deed.key.partition(".")
    workflow = desk.catalogue.workflows.get(owner)
    if workflow is None:
        return deed.key in COMMON
    return rest == "stopped" or rest.removesuffix(".stays") in workflow.results


def with_the_rest_afresh(ticket: Ticket, closed: str, desk: Desk) -> Ticket:
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
