"""The walk: from where a matter waits to where it must wait next. Pure; what has to be run is handed back as an action."""

import json
from typing import NamedTuple, assert_never

from frontline.flows.compile import UNPROVEN, flow_of
from frontline.flows.ground import Ground, accepted, identified, inputs_of, satisfied, shown, terms_of, worked_out
from frontline.flows.ground import holding as first_holding
from frontline.model.action import (
    AskModel,
    AskSlot,
    Close,
    Confirm,
    DeviceAction,
    HandOff,
    Instruct,
    RunWorkflow,
    Say,
)
from frontline.model.base import Variables
from frontline.model.fact import Fact
from frontline.model.flow import (
    DEFAULT,
    FAILED,
    LIMIT,
    Assignment,
    Call,
    Consent,
    Elicitation,
    End,
    Flow,
    Fork,
    Gate,
    Instruction,
    Interpretation,
    Node,
    Notice,
    Start,
    Task,
    Transfer,
)
from frontline.model.text import Line, Text
from frontline.model.ticket import Frame, Matter, Run

STEP_LIMIT = 200
DEEPEST = 8
THOUGHTS = 250
"""Expressions that one walk may evaluate; one that failed may have taken long, and counts as many."""
FAILED_THOUGHT = 25
LARGEST = 100_000
"""Bytes of variables, as JSON, that a matter may hold, and characters that one walk may say of them: a row has 400 kB."""

Stop = AskSlot | Confirm | Instruct | RunWorkflow | AskModel | Say | HandOff | Close


class Walked(NamedTuple):
    """Where the matter is now, what was learned and said on the way, why it stopped, and which nodes did not do what
    they say because an expression failed."""

    matter: Matter
    ground: Ground
    lines: tuple[Line, ...]
    stop: Stop
    broken: tuple[str, ...] = ()


class _Visit(NamedTuple):
    """Stop here, or be at the next node as `matter`."""

    matter: Matter
    stop: Stop | None = None
    lines: tuple[Line, ...] = ()
    facts: tuple[Fact, ...] = ()
    broken: bool = False


def walk(matter: Matter, ground: Ground) -> Walked:
    """Node by node until something is missing, must be run, or is over. `Say` means an order is still under way."""
    lines: tuple[Line, ...] = ()
    broken: tuple[str, ...] = ()
    thoughts = 0
    for _ in range(STEP_LIMIT):
        flow = flow_of(ground.catalogue, matter.flow)
        visit = _visit(flow, flow.node(matter.node), matter, ground)
        thoughts += _thoughts(flow.node(matter.node)) + (FAILED_THOUGHT if visit.broken else 0)
        if thoughts > THOUGHTS or _outgrown(visit, matter, lines):
            broken += (f"{matter.flow}/{matter.node}",)
            break
        lines += visit.lines
        broken += (f"{matter.flow}/{matter.node}",) if visit.broken else ()
        for fact in visit.facts:
            ground = ground._replace(facts=ground.facts.learn(fact))
        matter = visit.matter
        if visit.stop is not None:
            return Walked(matter, ground, lines, visit.stop, broken)
    return Walked(matter, ground, lines, HandOff(reason="workflow_failed"), broken)


def _thoughts(node: Node) -> int:
    match node:
        case Fork(conditions=conditions):
            return len(conditions)
        case Assignment(values=expressions) | Call(inputs=expressions):
            return len(expressions)
        case _:
            return 0


def _outgrown(visit: _Visit, before: Matter, lines: tuple[Line, ...]) -> bool:
    """What would fit no row: variables without end, or words."""
    after = visit.matter
    if visit.lines and sum(len(str(one)) for line in (*lines, *visit.lines) for one in line.values.values()) > LARGEST:
        return True
    if after.found is before.found and after.callers is before.callers:
        return False
    frames: tuple[Matter | Frame, ...] = (after, *after.callers)
    held = [(one.found, one.given) for one in frames]
    return len(json.dumps(held, ensure_ascii=False).encode()) > LARGEST


def _visit(flow: Flow, node: Node, matter: Matter, ground: Ground) -> _Visit:
    match node:
        case Start():
            return _onward(flow, matter)
        case Notice(says=says):
            return _onward(flow, matter, lines=(_line(flow, node.id, says, matter, ground),))
        case Elicitation() | Instruction():
            return _asked(flow, node, matter, ground)
        case Interpretation():
            return _interpreted(flow, node, matter, ground)
        case Fork():
            met, broken = first_holding(node.conditions, matter, ground)
            return _onward(flow, matter, met or DEFAULT)._replace(broken=broken)
        case Assignment():
            values, broken = worked_out(node.values, matter, ground)
            return _onward(flow, matter.but(found=matter.found | values))._replace(broken=broken)
        case Call():
            return _called(node, matter, ground)
        case Gate():
            return _onward(flow, matter, DEFAULT if identified(matter, ground) else UNPROVEN)
        case Consent():
            return _onward(flow, matter) if matter.consented else _Visit(matter, terms_of(node, matter, ground))
        case Task():
            if matter.run is None:
                return _Visit(matter, inputs_of(node, matter, ground))
            return _came_back(flow, node, matter.run, matter, ground)
        case Transfer():
            return _transferred(flow, node, matter, ground)
        case End():
            return _ended(flow, node, matter, ground)
        case _:
            assert_never(node)


def _onward(flow: Flow, matter: Matter, handle: str = DEFAULT, lines: tuple[Line, ...] = ()) -> _Visit:
    """By a way that there is. A release can give a workflow a result that a flow published before has no edge for."""
    way = handle if flow.leads(matter.node, handle) else DEFAULT
    if not flow.leads(matter.node, way) or not flow.has(flow.after(matter.node, way)):
        return _Visit(matter, HandOff(reason="flow_changed"), lines)
    return _Visit(matter.but(node=flow.after(matter.node, way), tries=0, answered=False), lines=lines)


def _asked(flow: Flow, node: Elicitation | Instruction, matter: Matter, ground: Ground) -> _Visit:
    """Answered, or known and not to be asked again; else it is asked, as often as the node allows."""
    wanted = (node.slot,) if isinstance(node, Elicitation) else node.reads
    if not ground.catalogue.slots.keys() >= set(wanted):
        return _Visit(matter, HandOff(reason="flow_changed"))
    if matter.answered:
        if isinstance(node, Instruction):
            matter = matter.having_done(Line(key="your_doing"))
        if isinstance(node, Elicitation) and node.correcting:
            given = {name: value for name, value in matter.given.items() if name != node.slot}
            matter = matter.but(given=given, found=given, consented=False)
        return _onward(flow, matter)
    if (
        isinstance(node, Elicitation)
        and not node.again
        and not node.correcting
        and satisfied(node.slot, matter, ground)
    ):
        return _onward(flow, matter)
    if node.limit is not None and matter.tries == 0:
        place = f"{flow.id}/{node.id}"
        times = matter.visits.get(place, 0) + 1
        if times > node.limit:
            leads = flow.leads(node.id, LIMIT)
            return _onward(flow, matter, LIMIT) if leads else _Visit(matter, HandOff(reason="too_many_tries"))
        matter = matter.but(visits=matter.visits | {place: times})
    if isinstance(node, Elicitation):
        return _Visit(matter, AskSlot(slot=node.slot, correcting=node.correcting))
    device = DeviceAction(name=node.name, arguments=node.arguments)
    return _Visit(matter, Instruct(device=device, flow=flow.id, node=node.id, reads=node.reads))


def _interpreted(flow: Flow, node: Interpretation, matter: Matter, ground: Ground) -> _Visit:
    """What a model filled in is used up like a workflow's outcome; what it could not is the flow's to deal with."""
    if matter.run is None:
        return _Visit(matter, AskModel(flow=flow.id, node=node.id, inputs=ground.tellable(matter)))
    outcome, matter = matter.run.outcome, matter.but(run=None)
    if outcome and outcome.status == "succeeded":
        return _onward(flow, matter.but(found={**matter.found, **outcome.values}))
    return _onward(flow, matter, FAILED if flow.leads(node.id, FAILED) else DEFAULT)


def _called(node: Call, matter: Matter, ground: Ground) -> _Visit:
    """Into the other flow, with a frame left here."""
    if len(matter.callers) >= DEEPEST:
        return _Visit(matter, HandOff(reason="workflow_failed"))
    if not (node.flow in ground.catalogue.flows or node.flow in ground.catalogue.workflows):
        return _Visit(matter, HandOff(reason="flow_changed"))
    given, broken = worked_out(node.inputs, matter, ground)
    if node.flow in ground.catalogue.workflows:
        given, unfit = accepted(given, ground.catalogue.workflows[node.flow], ground)
        broken = broken or unfit
    there = flow_of(ground.catalogue, node.flow)
    here = Frame(flow=matter.flow, flow_hash=matter.flow_hash, node=matter.node, found=matter.found, given=matter.given)
    entered = matter.but(
        flow=there.id,
        flow_hash=there.hash,
        node=there.start,
        given=given,
        found=given,
        callers=(*matter.callers, here),
        consented=False,
        answered=False,
    )
    return _Visit(entered, broken=broken)


def _returned(handle: str, matter: Matter, ground: Ground) -> _Visit:
    """Back to whoever called, with what they asked for: of a workflow all that it found out."""
    frame = matter.callers[-1]
    flow = flow_of(ground.catalogue, frame.flow)
    call = flow.node(frame.node)
    brought: Variables = {}
    if isinstance(call, Call) and call.type == "tool":
        brought = {name: value for name, value in matter.found.items() if name not in matter.given}
    elif isinstance(call, Call):
        known = ground.known(matter)
        brought = {outer: known[inner] for outer, inner in call.outputs.items() if inner in known}
    back = matter.but(
        flow=frame.flow,
        flow_hash=frame.flow_hash,
        node=frame.node,
        given=frame.given,
        found=frame.found | brought,
        callers=matter.callers[:-1],
        consented=False,
    )
    return _onward(flow, back, handle)


def _welcome(result: str | None, matter: Matter, ground: Ground) -> bool:
    """Whether the caller has a way of its own for this result."""
    if result is None or not matter.callers:
        return False
    frame = matter.callers[-1]
    return flow_of(ground.catalogue, frame.flow).leads(frame.node, result)


def _came_back(flow: Flow, node: Task, run: Run, matter: Matter, ground: Ground) -> _Visit:
    """The outcome is used up: said, remembered as found, and it chooses the way on. Without one the order is under way.
    A caller who has a way of its own for the result also has its own words for it."""
    outcome = run.outcome
    if outcome is None or outcome.result is None:
        return _Visit(matter, Say())
    workflow = ground.catalogue.workflows[node.workflow]
    result = workflow.results[outcome.result]
    facts = tuple(
        Fact(slot=name, value=outcome.values[name], source="history", turn=ground.turn, stable=True)
        for name in result.establishes
        if name in outcome.values
    )
    matter = matter.but(run=None, found={**matter.found, **outcome.values})
    if workflow.kind == "order":
        stays = shown(result.stays or result.says, {**run.inputs, **outcome.values})
        matter = matter.having_done(Line(key=f"{node.workflow}.{outcome.result}.stays", values=stays))
    if _welcome(outcome.result, matter, ground):
        return _returned(outcome.result, matter, ground)._replace(facts=facts)
    says = shown(result.says, {**run.inputs, **outcome.values})
    said = Line(key=f"{node.workflow}.{outcome.result}", values=says)
    return _onward(flow, matter, outcome.result)._replace(lines=(said,), facts=facts)


def _transferred(flow: Flow, node: Transfer, matter: Matter, ground: Ground) -> _Visit:
    result = node.result or FAILED
    if _welcome(result, matter, ground):
        return _returned(result, matter, ground)
    lines = (_line(flow, node.id, node.says, matter, ground),) if node.says else ()
    return _Visit(matter, HandOff(reason=node.reason), lines)


def _ended(flow: Flow, node: End, matter: Matter, ground: Ground) -> _Visit:
    lines = (_line(flow, node.id, node.says, matter, ground),) if node.says else ()
    if matter.callers:
        return _returned(node.result or DEFAULT, matter, ground)._replace(lines=lines)
    return _Visit(matter, Close(resolution=node.resolution), lines)


def _line(flow: Flow, node: str, says: Text, matter: Matter, ground: Ground) -> Line:
    return Line(key=f"flow.{flow.id}.{node}", values=shown(says, ground.known(matter)))
