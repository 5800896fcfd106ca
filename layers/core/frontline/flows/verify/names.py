"""What a flow calls things, and what it says of them: names that are taken or cannot be read, choices that cannot be made,
blanks that nothing fills, secrets that would be told."""

import re
from collections.abc import Iterable, Iterator, Mapping

from frontline.flows.document import FlowDocument, SlotDocument
from frontline.flows.verify.finding import Finding
from frontline.model.catalogue import Catalogue
from frontline.model.flow import DEFAULT, Assignment, Call, Elicitation, Flow, Fork, Instruction, Interpretation, Node
from frontline.model.slot_type import SlotType
from frontline.model.text import Text
from frontline.speech.free.form import BadPattern, form

_BRACES = re.compile(r"\{+\s*[\w.]+[^{}\n]*\}+")
_BLANK = re.compile(r"\{\w+\}")


def name_findings(document: FlowDocument, flow: Flow, known: Catalogue) -> Iterator[Finding]:
    """In the order of the document."""
    if flow.id in known.trade.workflows:
        reason = f"{flow.id!r} is a workflow; give the flow another id"
        yield Finding(code="name_taken", reason=reason)
    yield from _unreadable(None, "variables", document.variables)
    yield from _plain_texts(document)
    asked = {node.slot for node in flow.nodes if isinstance(node, Elicitation)}
    for number, slot in enumerate(document.slots):
        earlier = {other.name for other in document.slots[:number]}
        yield from _slot(slot, f"slots[{number}]", asked, earlier, known.trade.slot_types)
    secrets = set(known.secrets)
    for number, node in enumerate(flow.nodes):
        path = f"nodes[{number}].data"
        yield from _of_node(node, path)
        yield from _secrets(node, path, secrets)


def _plain_texts(document: FlowDocument) -> Iterator[Finding]:
    """Nothing fills a blank in these."""
    texts = [("title", document.title)]
    texts += [(f"intents[{number}].offer", intent.offer) for number, intent in enumerate(document.intents)]
    for number, slot in enumerate(document.slots):
        texts += [(f"slots[{number}].question", slot.question), (f"slots[{number}].help", slot.help)]
        texts += [(f"slots[{number}].options[{at}].label", one.label) for at, one in enumerate(slot.options)]
    for path, text in texts:
        if blanks := text.blanks():
            reason = f"{{{min(blanks)}}} is filled in no text but those of nodes; say it in a message before"
            yield Finding(code="unset_variable", path=path, reason=reason)


def _slot(
    slot: SlotDocument, path: str, asked: set[str], earlier: set[str], types: Mapping[str, SlotType]
) -> Iterator[Finding]:
    if slot.name in earlier:
        yield _twice(None, path, slot.name)
    yield from _unreadable(None, f"{path}.name", (slot.name,))
    if slot.name in asked and not _said(slot.question):
        reason = f"{slot.name!r} is asked for, and there is no question to ask"
        yield Finding(code="no_question", path=f"{path}.question", reason=reason)
    type_ = types.get(slot.type)
    if type_ and type_.options == "needed" and not slot.options:
        reason = f"{slot.name!r} is a choice of nothing; name its options"
        yield Finding(code="no_options", path=f"{path}.options", reason=reason)
    yield from _bounds(slot, path, types)
    for at, option in enumerate(slot.options):
        before = slot.options[:at]
        if option.value in {one.value for one in before} or option.label in {one.label for one in before}:
            yield _twice(None, f"{path}.options[{at}]", option.value)
        if not option.value.strip() or not _said(option.label):
            reason = "an option has a value, and words by which it can be picked"
            yield Finding(code="no_options", path=f"{path}.options[{at}]", reason=reason)


def _bounds(slot: SlotDocument, path: str, types: Mapping[str, SlotType]) -> Iterator[Finding]:
    """What a slot says of its values, and its type does not take or cannot be."""
    type_ = types.get(slot.type)
    for bound, value in (("pattern", slot.pattern), ("min", slot.min), ("max", slot.max)):
        if type_ and value is not None and bound not in type_.takes:
            takers = " or ".join(one.name for one in types.values() if bound in one.takes)
            reason = f"a slot of type {slot.type!r} takes no `{bound}`; one of type {takers} does"
            yield Finding(code="wrong_bound", path=f"{path}.{bound}", reason=reason)
    if slot.min is not None and slot.max is not None and slot.min > slot.max:
        reason = f"no number is at least {slot.min} and at most {slot.max}"
        yield Finding(code="wrong_bound", path=f"{path}.max", reason=reason)
    if slot.pattern is not None:
        try:
            form(slot.pattern)
        except BadPattern as why:
            yield Finding(code="bad_pattern", path=f"{path}.pattern", reason=f"{slot.pattern!r}: {why}")
    if slot.shown and (type_ is None or type_.secret):
        reason = f"{slot.name!r} shows who somebody is; a slot of type {slot.type!r} cannot be shown to anybody"
        yield Finding(code="secret_told", path=f"{path}.shown", reason=reason)


def _of_node(node: Node, path: str) -> Iterator[Finding]:
    match node:
        case Fork(conditions=conditions):
            ids = [condition.id for condition in conditions]
            for number, name in enumerate(ids):
                if name in ids[:number]:
                    yield _twice(node.id, f"{path}.conditions[{number}].id", name)
                if name == DEFAULT:
                    reason = f"{DEFAULT!r} is the way when no condition holds; give this one another id"
                    yield Finding(
                        code="name_taken", node=node.id, path=f"{path}.conditions[{number}].id", reason=reason
                    )
        case Interpretation(outputs=outputs):
            names = [output.name for output in outputs]
            yield from _unreadable(node.id, f"{path}.outputs", names)
            for number, output in enumerate(outputs):
                if output.name in names[:number]:
                    yield _twice(node.id, f"{path}.outputs[{number}].name", output.name)
                if output.options and output.type != "string":
                    reason = f"the options are texts, and a {output.type} is none of them"
                    yield Finding(code="no_options", node=node.id, path=f"{path}.outputs[{number}]", reason=reason)
        case Assignment(values=values):
            yield from _unreadable(node.id, f"{path}.values", values)
        case Call(type="subflow", outputs=outputs):
            yield from _unreadable(node.id, f"{path}.outputs", outputs)
        case _:
            pass
    for text in _texts(node):
        odd = [one for said in text.each.values() for one in _BRACES.findall(said)]
        for one in dict.fromkeys(one for one in odd if not _BLANK.fullmatch(one)):
            reason = f"{one} is said as it stands; a blank is one name in braces, like {{name}}"
            yield Finding(code="odd_blank", severity="warning", node=node.id, path=f"{path}.text", reason=reason)


def _unreadable(node: str | None, path: str, given: Iterable[str]) -> Iterator[Finding]:
    """What JavaScript takes for something else could be set and never be read."""
    from frontline.flows.conditions import ConditionFailed, names

    for name in given:
        try:
            read = names(name)
        except ConditionFailed:
            read = frozenset()
        if read != {name}:
            reason = f"{name!r} means something else to JavaScript, or is no name; choose another"
            yield Finding(code="name_taken", node=node, path=path, reason=reason)


def _secrets(node: Node, path: str, secrets: set[str]) -> Iterator[Finding]:
    """A condition may look at a secret; nothing may copy or say it."""
    from frontline.flows.conditions import ConditionFailed, names

    match node:
        case Assignment(values=expressions) | Call(inputs=expressions):
            pass
        case _:
            expressions = {}
    told = {blank for text in _texts(node) for blank in text.blanks()}
    if isinstance(node, Call):
        told |= set(node.outputs.values())
    for expression in expressions.values():
        try:
            told |= names(expression)
        except ConditionFailed:
            continue
    for name in sorted(told & secrets):
        reason = f"{name!r} shows who somebody is; it may be looked at in a decision, and not be said or copied"
        yield Finding(code="secret_told", node=node.id, path=path, reason=reason)


def _texts(node: Node) -> tuple[Text, ...]:
    says, more = getattr(node, "says", None), node.help if isinstance(node, Instruction) else None
    return tuple(text for text in (says, more) if isinstance(text, Text))


def _said(text: Text) -> bool:
    return all(words.strip() for words in text.each.values())


def _twice(node: str | None, path: str, name: str) -> Finding:
    return Finding(code="name_twice", node=node, path=path, reason=f"{name!r} is there already; give it another name")
