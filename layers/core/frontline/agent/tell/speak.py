"""How a course sounds: lines and the open question in the customer's language, with answers to pick from."""

import re
from collections.abc import Iterator
from typing import assert_never

from frontline.agent.course import Course
from frontline.agent.options import offered, on_the_menu
from frontline.agent.tell.again import FIRST, UNSENT, Earlier, deed, half_of, in_short, way_out, worded
from frontline.model.action import AskIntent, AskSlot, Confirm, ConfirmStop, Instruct, Question, Say
from frontline.model.base import Value, Values
from frontline.model.catalogue import Catalogue
from frontline.model.flow import End, Instruction, Node, Notice, Transfer
from frontline.model.text import Line, Locale, Text
from frontline.model.turn import Reply
from frontline.texts import COMMON, card_of

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d{2})", re.ASCII)
_NOTHING = re.compile(r"[^\d.,]*0+(?:[.,]0+)?[^\d.,]*", re.ASCII)
"""A sum of nothing, in whichever currency."""
_IN_FULL = ("once_more", "back_to", ".asks.part")
"""After these a question is put in full: who wants it again, comes back to it, or would have its terms otherwise."""
_ONCE = frozenset({"back_to"})
"""What puts a question in full, but not twice in a row."""
_HELP = ".help"
"""What explains a question."""


def speak(course: Course, locale: Locale, catalogue: Catalogue, earlier: Earlier = FIRST) -> Reply:
    """Never empty: whoever asked gets an answer. What a flow and its workflow say in the same words is said once, and what we
    said `earlier` not in the same words again. What a device is asked for stays in the reply as long as it is open."""
    lines, action = tuple(_unexplained(course, earlier)), course.action
    said = [_put(line, locale, catalogue, earlier) for line in lines]
    if isinstance(action, Question):
        said.extend(_asked(action, course.but(lines=lines), locale, catalogue, earlier))
    text = " ".join(dict.fromkeys(part for part in said if part)) or worded("noted", locale, {}, earlier)
    options = _options(course, locale, catalogue)
    asked = course.ticket.question if isinstance(action, Say) else action
    return Reply(text=text, options=options, action=asked.device if isinstance(asked, Instruct) else None)


def _options(course: Course, locale: Locale, catalogue: Catalogue) -> tuple[str, ...]:
    """What there is to pick from."""
    match course.action:
        case AskSlot(slot=name):
            labels = [option.label for option in offered(catalogue.slots[name], course.ticket).options]
        case AskIntent() as menu:
            labels = [entry.label for entry in on_the_menu(menu, catalogue)]
        case Confirm() | ConfirmStop():
            labels = [COMMON["yes"], COMMON["no"]]
        case _:
            labels = []
    return tuple(label.fill(locale, {}) for label in labels)


def _asked(
    question: Question, course: Course, locale: Locale, catalogue: Catalogue, earlier: Earlier
) -> tuple[str, ...]:
    """The question, in full; or in short and with a way out where they have heard it. Whoever asked something back, and was
    answered, has heard it too, and needs no way out."""
    keys = [line.key for line in course.lines]
    answered = any(".asks." in f".{key}" and key != "asks.cannot_tell" for key in keys)
    heard = answered or UNSENT in keys or earlier.asked(question, key_of(question), locale)
    if heard and not any(key.endswith(_IN_FULL) and key not in _ONCE & earlier.told for key in keys):
        out = "" if answered else way_out(question, keys, locale, earlier)
        if isinstance(question, Confirm):
            terms, values = _terms(question, locale, catalogue)
            short: Values = {"deed": deed(terms, locale, values)}
            return worded("go_ahead", locale, short, earlier), out
        return in_short(question, locale, course.ticket, catalogue, earlier), out
    match question:
        case AskSlot(slot=name, half=half):
            text = text_of(half_of(half), catalogue) if half else catalogue.slots[name].question
            return (text.fill(locale, {}),)
        case Confirm():
            terms, values = _terms(question, locale, catalogue)
            return (terms.fill(locale, values),)
        case Instruct():
            return (text_of(key_of(question), catalogue).fill(locale, _known(course)),)
        case AskIntent() | ConfirmStop():
            return (COMMON[key_of(question)].fill(locale, {}),)
        case _:
            assert_never(question)


def _unexplained(course: Course, earlier: Earlier) -> Iterator[Line]:
    """The lines; in place of an explanation that they have just heard, who knows more."""
    for line in course.lines:
        again = line.key.endswith(_HELP) and line.key in earlier.told and isinstance(course.action, Question)
        yield Line(key="explained_already") if again else line


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


def _terms(offer: Confirm, locale: Locale, catalogue: Catalogue) -> tuple[Text, Values]:
    """An order's terms and what fills them; in its own words where nothing is to be paid: nobody is told to pay ₹0."""
    workflow, values = catalogue.workflows[offer.workflow], offer.values
    free = workflow.free if any(_NOTHING.fullmatch(str(value)) for value in values.values()) else None
    return free or workflow.confirm or COMMON["explain"], _shown(values, locale, catalogue)


def _put(line: Line, locale: Locale, catalogue: Catalogue, earlier: Earlier) -> str:
    own = line.key.startswith("flow.")
    values = _written(line.values, locale, catalogue) if own else _shown(line.values, locale, catalogue)
    if line.key == "languages":
        values = {"languages": _called(str(line.values["languages"]).split(), locale)}
    elif line.key == "heard_value":
        values = {"value": ", ".join(str(value).removesuffix(".00") for value in values.values())}
    if line.key in COMMON:
        return worded(line.key, locale, values, earlier)
    return text_of(line.key, catalogue).fill(locale, values)


def _called(languages: list[Locale], locale: Locale) -> str:
    """What languages are called in one of them, which comes first."""
    ordered = sorted(languages, key=lambda one: one != locale)
    return card_of(locale).listed(COMMON[f"called.{one}"].words(locale) for one in ordered if f"called.{one}" in COMMON)


def text_of(key: str, catalogue: Catalogue) -> Text:
    """Common texts by their name; a workflow's as `<workflow>.<result>`, `<workflow>.<result>.stays`, `<workflow>.title`,
    `<workflow>.begun`, `<workflow>.stopped`, `<workflow>.confirm` or `<workflow>.asks.<topic>`; a slot's as `slot.<name>.help` or
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
    if rest == "begun":
        return workflow.begun or COMMON["order_started"]
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
