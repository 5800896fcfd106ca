"""How a course sounds: lines and the open question in the customer's language, with answers to pick from."""

import re
from typing import assert_never

from frontline.agent.course import Course
from frontline.agent.options import offered, on_the_menu
from frontline.model.action import AskIntent, AskSlot, Confirm, ConfirmStop, Instruct, Question
from frontline.model.base import Value, Values
from frontline.model.catalogue import Catalogue
from frontline.model.flow import End, Instruction, Node, Notice, Transfer
from frontline.model.identity import PROOF
from frontline.model.text import Line, Locale, Text
from frontline.model.turn import Reply
from frontline.model.workflow import Workflow
from frontline.texts import COMMON, card_of

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d{2})", re.ASCII)
_NOTHING = re.compile(r"[^\d.,]*0+(?:[.,]0+)?[^\d.,]*", re.ASCII)
"""A sum of nothing, in whichever currency."""


def speak(course: Course, locale: Locale, catalogue: Catalogue) -> Reply:
    """Never empty: whoever asked gets an answer. What a flow and its workflow say in the same words is said once."""
    said = [_put(line, locale, catalogue) for line in course.lines]
    match course.action:
        case AskSlot(slot=name, half=half):
            slot = catalogue.slots[name]
            question = COMMON["half.born" if half.endswith("|") else "half.name"] if half else slot.question
            if name == PROOF and (_answered_back(course) or _unsent(course)):
                question = COMMON["name_and_birth"]
            said.append(question.fill(locale, {}))
            options = tuple(option.label.fill(locale, {}) for option in offered(slot, course.ticket).options)
        case AskIntent():
            said.append(COMMON[key_of(course.action)].fill(locale, {}))
            options = tuple(entry.label.fill(locale, {}) for entry in on_the_menu(course.action, catalogue))
        case Confirm(workflow=name, values=values):
            confirm = COMMON["go_ahead"] if _answered_back(course) else _terms(catalogue.workflows[name], values)
            said.append(confirm.fill(locale, _shown(values, locale, catalogue)))
            options = (COMMON["yes"].fill(locale, {}), COMMON["no"].fill(locale, {}))
        case ConfirmStop():
            said.append(COMMON["stop_it"].fill(locale, {}))
            options = (COMMON["yes"].fill(locale, {}), COMMON["no"].fill(locale, {}))
        case Instruct(flow=flow, node=node):
            said.append(text_of(f"flow.{flow}.{node}", catalogue).fill(locale, _known(course)))
            options = ()
        case _:
            options = ()
    text = " ".join(dict.fromkeys(part for part in said if part)) or COMMON["noted"].fill(locale, {})
    return Reply(
        text=text, options=options, action=course.action.device if isinstance(course.action, Instruct) else None
    )


def key_of(question: Question) -> str:
    """The text in which a question is put."""
    match question:
        case AskSlot(slot=name):
            return f"slot.{name}.question"
        case AskIntent(among=among):
            return "which_of" if among else "ask_intent"
        case Confirm(workflow=name):
            return f"{name}.confirm"
        case ConfirmStop():
            return "stop_it"
        case Instruct(flow=flow, node=node):
            return f"flow.{flow}.{node}"
        case _:
            assert_never(question)


def told(course: Course) -> tuple[str, ...]:
    """The keys of all that a course says, its question last: what may be known of our own words where their values may not."""
    asked = (key_of(course.action),) if isinstance(course.action, Question) else ()
    return (*dict.fromkeys(line.key for line in course.lines), *asked)


def _answered_back(course: Course) -> bool:
    """Whether a question back was answered: what is open is put again in fewer words, unless they asked for other terms, or
    for more than those tell."""
    answers = [line.key for line in course.lines if ".asks." in f".{line.key}"]
    return bool(answers) and not any(key.endswith((".part", ".cannot_tell")) for key in answers)


def _unsent(course: Course) -> bool:
    return any(line.key == "identity_check.code_unsent" for line in course.lines)


def _terms(workflow: Workflow, values: Values) -> Text:
    """In its own words where nothing is to be paid: nobody is told to pay ₹0."""
    if workflow.free and any(_NOTHING.fullmatch(str(value)) for value in values.values()):
        return workflow.free
    return workflow.confirm or COMMON["explain"]


def _put(line: Line, locale: Locale, catalogue: Catalogue) -> str:
    own = line.key.startswith("flow.")
    if line.key == "languages":
        return COMMON[line.key].fill(locale, {"languages": _called(str(line.values["languages"]).split(), locale)})
    values = _written(line.values, locale, catalogue) if own else _shown(line.values, locale, catalogue)
    if line.key == "heard_value":
        values = {"value": ", ".join(str(value) for value in values.values())}
    return text_of(line.key, catalogue).fill(locale, values)


def _called(languages: list[Locale], locale: Locale) -> str:
    """What languages are called in one of them, which comes first."""
    ordered = sorted(languages, key=lambda one: one != locale)
    return card_of(locale).listed(COMMON[f"called.{one}"].words(locale) for one in ordered if f"called.{one}" in COMMON)


def text_of(key: str, catalogue: Catalogue) -> Text:
    """Common texts by their name; a workflow's as `<workflow>.<result>`, `<workflow>.<result>.stays`, `<workflow>.title`,
    `<workflow>.stopped`, `<workflow>.confirm` or `<workflow>.asks.<topic>`; a slot's as `slot.<name>.help` or
    `slot.<name>.question`; and `beyond.<errand>`."""
    if key in COMMON:
        return COMMON[key]
    owner, _, rest = key.partition(".")
    if rest == "title" and (flow := catalogue.flows.get(owner)):
        return flow.title or COMMON["noted"]
    if owner == "flow":
        name, node, more = (*rest.split("."), "")[:3]
        return _of_node(catalogue.flows[name].node(node), explained=bool(more))
    if owner == "slot":
        slot, _, part = rest.partition(".")
        return catalogue.slots[slot].question if part == "question" else catalogue.slots[slot].help
    if owner == "beyond":
        return catalogue.beyond[rest]
    workflow = catalogue.workflows[owner]
    if rest == "confirm":
        return workflow.confirm or COMMON["explain"]
    if rest == "stopped":
        return workflow.stopped or COMMON["order_stopped"]
    if rest == "title":
        return workflow.title
    name, _, after = rest.partition(".")
    if topic := next((one for one in workflow.asks if rest == f"asks.{one}"), None):
        return workflow.asks[topic]
    result = workflow.results[name]
    return (after and result.stays) or result.says


def _of_node(node: Node, *, explained: bool) -> Text:
    """What a flow's node says."""
    match node:
        case Instruction(says=says, help=more):
            return more if explained else says
        case Notice(says=says):
            return says
        case Transfer(says=Text() as says) | End(says=Text() as says):
            return says
        case _:
            return COMMON["noted"]


def _known(course: Course) -> Values:
    facts = {fact.slot: fact.value for fact in course.ticket.facts.known}
    found = course.ticket.matter.found if course.ticket.matter else {}
    return facts | {name: value for name, value in found.items() if isinstance(value, str | int | float | bool)}


def _shown(values: Values, locale: Locale, catalogue: Catalogue) -> Values:
    """What workflows tell: a value named `…_key` is itself a text. An author's variable of such a name is not."""
    keys = {name: value for name, value in values.items() if name.endswith("_key")}
    texts = {name.removesuffix("_key"): text_of(str(key), catalogue).fill(locale, {}) for name, key in keys.items()}
    return _written({name: value for name, value in values.items() if name not in keys}, locale, catalogue) | texts


def _written(values: Values, locale: Locale, catalogue: Catalogue) -> Values:
    """Dates as people write them, and what a slot's type says of its values."""
    return {name: _as_people_write(name, value, locale, catalogue) for name, value in values.items()}


def _as_people_write(name: str, value: Value, locale: Locale, catalogue: Catalogue) -> Value:
    known = catalogue.knowledge.get(name)
    written = catalogue.type_of(known).written if known else None
    return written(str(value), locale) if written else _dated(value, locale)


def _dated(value: Value, locale: Locale) -> Value:
    if not isinstance(value, str) or not (date := _DATE.fullmatch(value)):
        return value
    year, month, day = date.groups()
    card = card_of(locale)
    return card.date.format(day=int(day), month=card.months[int(month) - 1], year=year)
