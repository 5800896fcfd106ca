"""A question back, at any point of any workflow: answered from what is known of the order and its workflow, or honestly not."""

from typing import assert_never

from frontline.agent.course import Course
from frontline.agent.desk import Desk
from frontline.agent.options import offered
from frontline.agent.proceed import ask_again, ask_intent, at_work, say
from frontline.flows.ground import shown
from frontline.model.action import AskSlot, Confirm, Instruct
from frontline.model.heard import Heard
from frontline.model.text import Line
from frontline.model.ticket import Ticket
from frontline.model.workflow import Topic, Workflow

CANNOT_TELL = Line(key="asks.cannot_tell")


def answer_back(ticket: Ticket, heard: Heard, desk: Desk) -> Course:
    """The answers, then the open question again. That we do not know is said too; of a question without a list or an offer
    what it means. Where there is no matter, most depends on what it will be."""
    about = _asked_about(ticket, desk)
    lines = tuple({line.key: line for line in _answers(ticket, heard, about, desk)}.values())
    if ticket.question is not None:
        return ask_again(ticket, desk, *lines)
    if ticket.matter and ticket.matter.under_way:
        return at_work(ticket, desk, *(lines if heard.asks else ()))
    if ticket.closed:
        return say(ticket, CANNOT_TELL.key).but(lines=lines)
    return ask_again(ticket, desk, *lines) if ticket.matter else ask_intent(ticket, *lines)


def _answers(ticket: Ticket, heard: Heard, about: Workflow | None, desk: Desk) -> list[Line]:
    who = Line(key="who", values={"organisation": desk.organisation.name})
    of_us = {"bot": who, "safe": Line(key="asks.safe", values=who.values), "why": _why(ticket)}
    return [of_us.get(topic) or _answer(topic, about, ticket) for topic in heard.asks] or [
        _of_the_question(ticket, desk)
    ]


def _why(ticket: Ticket) -> Line:
    """What a question is good for, or questions are."""
    match ticket.question:
        case AskSlot(slot=slot):
            return Line(key=f"slot.{slot}.help")
        case Instruct(flow=flow, node=node):
            return Line(key=f"flow.{flow}.{node}.help")
        case _:
            return Line(key="asks.why")


def _of_the_question(ticket: Ticket, desk: Desk) -> Line:
    """What an open question means, unless there is something to choose from or to agree to."""
    match ticket.question:
        case AskSlot(slot=slot) if not offered(desk.catalogue.slots[slot], ticket).options:
            return _why(ticket)
        case Instruct():
            return _why(ticket)
        case _:
            return CANNOT_TELL


def _asked_about(ticket: Ticket, desk: Desk) -> Workflow | None:
    """The order on offer or under way, or else the workflow that asks, or asked last."""
    matter = ticket.matter
    if isinstance(ticket.question, Confirm):
        return desk.catalogue.workflows[ticket.question.workflow]
    if matter is None:
        return desk.catalogue.workflows.get(desk.catalogue.served_by.get(ticket.last or "", ""))
    return desk.catalogue.workflows.get(matter.under_way.workflow if matter.under_way else matter.flow)


def _answer(topic: Topic, about: Workflow | None, ticket: Ticket) -> Line:
    """In the workflow's own words where all that they need is known; what an order costs is told before it is placed."""
    if about is None:
        return Line(key=_of_a_flow(topic) if ticket.matter else "asks.depends")
    if says := about.asks.get(topic):
        values = shown(says, _known(ticket))
        if values.keys() >= says.blanks():
            return Line(key=f"{about.name}.asks.{topic}", values=values)
        if about.chooses and topic in ("cheapest", "difference", "others"):
            return Line(key="asks.comes_next")
    return Line(key=_of_any(topic, about, told=isinstance(ticket.question, Confirm) or ticket.question is None))


def _of_a_flow(topic: Topic) -> str:
    """What holds whatever a flow is about: an order is offered before it is placed, and its end is told."""
    return f"asks.{topic}" if topic in ("price", "duration") else CANNOT_TELL.key


def _of_any(topic: Topic, about: Workflow, *, told: bool) -> str:
    """What holds for every order or inquiry; `told`: its terms were."""
    order = about.kind == "order"
    match topic:
        case "price":
            return CANNOT_TELL.key if order and told else "asks.price" if order else "asks.free"
        case "duration":
            return "asks.duration" if order else "asks.at_once"
        case "undo":
            return "asks.undo" if order else "asks.changes_nothing"
        case "cheapest" | "difference" | "others":
            return CANNOT_TELL.key if about.chooses else "asks.only_this"
        case "number" | "codes" | "safe" | "why" | "bot":
            return f"asks.{topic}"
        case "part":
            return CANNOT_TELL.key
        case _:
            assert_never(topic)


def _known(ticket: Ticket) -> dict[str, object]:
    facts = {fact.slot: fact.value for fact in ticket.facts.known}
    found = ticket.matter.found if ticket.matter else {}
    terms = ticket.question.values if isinstance(ticket.question, Confirm) else {}
    return {**facts, **found, **terms}
