"""The walk: from where a matter waits to where it must wait next. Pure; what has to be run is handed back as an action."""

from collections.abc import Collection, Mapping
from typing import NamedTuple, assert_never

from frontline.flows.compile import UNPROVEN
from frontline.model.action import AskSlot, Close, Confirm, HandOff, RunWorkflow, Say
from frontline.model.base import Values
from frontline.model.catalogue import Catalogue
from frontline.model.fact import Fact, Facts
from frontline.model.flow import DEFAULT, Consent, Elicitation, End, Flow, Gate, Tool, Transfer
from frontline.model.text import Line
from frontline.model.ticket import Matter, Run
from frontline.model.workflow import Slot

STEP_LIMIT = 100

Stop = AskSlot | Confirm | RunWorkflow | Say | HandOff | Close


class Walked(NamedTuple):
    """Where the matter is now, what was learned and said on the way, and why it stopped."""

    matter: Matter
    facts: Facts
    lines: tuple[Line, ...]
    stop: Stop


class Ground(NamedTuple):
    """What a walk stands on. `trusting`: this organisation takes who gives a number for its customer."""

    facts: Facts
    catalogue: Catalogue
    today: str
    turn: int = 0
    trusting: bool = False


def walk(flow: Flow, matter: Matter, ground: Ground) -> Walked:
    """Node by node until something is missing, must be run, or is over. `Say` means an order is still under way."""
    lines: tuple[Line, ...] = ()
    for _ in range(STEP_LIMIT):
        visit = _visit(flow, matter, ground)
        lines += visit.lines
        if visit.stop is not None:
            return Walked(matter, ground.facts, lines, visit.stop)
        for fact in visit.facts:
            ground = ground._replace(facts=ground.facts.learn(fact))
        onward = flow.after(matter.node, visit.handle)
        matter = matter.but(**visit.update, node=onward, tries=0)
    return Walked(matter, ground.facts, lines, HandOff(reason="workflow_failed"))


def satisfied(slot: Slot, facts: Facts) -> bool:
    """A guess fills a slot only where the slot says that a guess will do."""
    fact = facts.get(slot.name)
    return fact is not None and (slot.inferable or fact.source != "inferred")


class _Visit(NamedTuple):
    """Stop here, or leave by `handle` with `update` to the matter."""

    stop: Stop | None = None
    handle: str = DEFAULT
    lines: tuple[Line, ...] = ()
    facts: tuple[Fact, ...] = ()
    update: Mapping[str, object] = {}


def _visit(flow: Flow, matter: Matter, ground: Ground) -> _Visit:
    node = flow.node(matter.node)
    match node:
        case Elicitation(slot=slot, correcting=True):
            return _Visit(AskSlot(slot=slot, correcting=True))
        case Elicitation(slot=slot):
            known = satisfied(ground.catalogue.slots[slot], ground.facts)
            return _Visit(None if known else AskSlot(slot=slot))
        case Gate():
            return _Visit(handle=DEFAULT if identified(ground) else UNPROVEN)
        case Consent():
            return _Visit(None if matter.consented else _terms(node, matter, ground))
        case Tool():
            return _result(node, matter.run, matter, ground) if matter.run else _Visit(_to_run(node, matter, ground))
        case Transfer(reason=reason):
            return _Visit(HandOff(reason=reason))
        case End(resolution=resolution):
            return _Visit(Close(resolution=resolution))
        case _:
            assert_never(node)


def identified(ground: Ground) -> bool:
    """The number that is talked about is the one this customer was found to own."""
    number, proven = ground.facts.get("phone_number"), ground.facts.get("identified")
    return ground.trusting or (number is not None and proven is not None and number.value == proven.value)


def _terms(node: Consent, matter: Matter, ground: Ground) -> Confirm:
    """What the customer is asked to agree to, with what was found out."""
    terms = ground.catalogue.workflows[node.workflow].confirm
    known = {fact.slot: fact.value for fact in ground.facts.known} | matter.found
    return Confirm(workflow=node.workflow, values=_only(terms.blanks(), known) if terms else {})


def _result(node: Tool, run: Run, matter: Matter, ground: Ground) -> _Visit:
    """The outcome is used up: said, remembered as found, and it chooses the way on. Without one the order is under way."""
    outcome = run.outcome
    if outcome is None or outcome.result is None:
        return _Visit(Say())
    result = ground.catalogue.workflows[node.workflow].results[outcome.result]
    says = _only(result.says.blanks(), run.inputs | outcome.values)
    facts = tuple(
        Fact(slot=name, value=outcome.values[name], source="history", turn=ground.turn, stable=True)
        for name in result.establishes
        if name in outcome.values
    )
    return _Visit(
        handle=outcome.result,
        lines=(Line(key=f"{node.workflow}.{outcome.result}", values=says),),
        facts=facts,
        update={"run": None, "found": matter.found | outcome.values},
    )


def _to_run(node: Tool, matter: Matter, ground: Ground) -> RunWorkflow:
    """Inputs are what the matter's own workflow asks and listens for, and what was found out; never a guess that its
    slot would not take."""
    declared = [ground.catalogue.workflows[name] for name in dict.fromkeys((matter.flow, node.workflow))]
    slots = {slot.name: slot for workflow in declared for slot in workflow.slots}
    heard = {known.name for workflow in declared for known in workflow.listens}
    facts = [
        fact for fact in ground.facts.known if fact.slot in slots or (fact.slot in heard and fact.source != "inferred")
    ]
    known = {fact.slot: fact.value for fact in facts if fact.slot in heard or satisfied(slots[fact.slot], ground.facts)}
    inputs: Values = {"today": ground.today, "intent": matter.intent} | matter.found | known
    return RunWorkflow(workflow=node.workflow, node=node.id, inputs=inputs)


def _only(names: Collection[str], values: Values) -> Values:
    """What a text needs and no more: rows stay small."""
    return {name: value for name, value in values.items() if name in names}
