"""What a walk stands on: facts, variables, the catalogue, the day; and what follows from them without moving."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from frontline.model.action import Confirm, RunWorkflow
from frontline.model.base import Value, Values, Variables
from frontline.model.catalogue import Catalogue
from frontline.model.fact import Facts
from frontline.model.flow import Condition, Consent, Task
from frontline.model.opened import opened
from frontline.model.reading import Found, Hearing
from frontline.model.text import Text
from frontline.model.ticket import Matter
from frontline.model.words import NO_WORDS, Words
from frontline.model.workflow import Workflow

USER_INPUT = "user_input"


class Ground(NamedTuple):
    """`trusting`: this organisation takes who gives a number for its customer. `said`: the customer's last words. `asker`
    stands for whom the channel says it talks to, or for the conversation."""

    facts: Facts
    catalogue: Catalogue
    today: str
    turn: int = 0
    trusting: bool = False
    said: Words = NO_WORDS
    asker: str = ""

    def known(self, matter: Matter) -> Variables:
        """Facts and variables by name; a flow's own variables win."""
        facts: Variables = {fact.slot: fact.value for fact in self.facts.known}
        return {USER_INPUT: opened(self.said), **facts, **matter.found}

    def tellable(self, matter: Matter) -> Variables:
        """What is known less what nothing declares to be shown: of that a model is told what it holds less any secret."""
        hidden = self.catalogue.hidden
        unsaid = [fact.value for fact in self.facts.known if fact.slot in hidden]
        return {name: one for name, one in self.known(matter).items() if name not in hidden and one not in unsaid}


def satisfied(slot: str, matter: Matter, ground: Ground) -> bool:
    """A guess fills a slot only where the slot says that a guess will do; what a flow was called with fills it too."""
    if _plain((slot,), matter.given).get(slot, "") != "":
        return True
    fact = ground.facts.get(slot)
    return fact is not None and (ground.catalogue.slots[slot].inferable or fact.source != "inferred")


def identified(matter: Matter, ground: Ground) -> bool:
    """The number that is talked about, be it the one a flow was called with, is the one this customer was found to own."""
    number, proven = ground.facts.get("phone_number"), ground.facts.get("identified")
    about = matter.given.get("phone_number") or (number and number.value)
    return ground.trusting or (about is not None and proven is not None and about == proven.value)


def holding(conditions: Sequence[Condition], matter: Matter, ground: Ground) -> tuple[str | None, bool]:
    """The first condition that holds, and whether one before it could not be told. That one counts as not met; after one
    that took too long no other is asked."""
    from frontline.flows.conditions import ConditionFailed, TookTooLong, holds, names

    known, broken = ground.known(matter), False
    for condition in conditions:
        try:
            if holds(condition.expression, known, declared=names(condition.expression)):
                return condition.id, broken
        except TookTooLong:
            return None, True
        except ConditionFailed:
            broken = True
    return None, broken


def worked_out(expressions: Mapping[str, str], matter: Matter, ground: Ground) -> tuple[Variables, bool]:
    """The values of expressions, each seeing those before it; one that fails stays unset, and is told. Half of a sign that
    JavaScript counts as two is no text that can be kept."""
    if not expressions:
        return {}, False
    from frontline.flows.conditions import ConditionFailed, TookTooLong, names, value

    known, found, broken = ground.known(matter), Variables(), False
    for name, expression in expressions.items():
        try:
            worth = value(expression, known, declared=names(expression))
            json.dumps(worth, ensure_ascii=False).encode()
        except TookTooLong:
            return found, True
        except (ConditionFailed, UnicodeEncodeError):
            broken = True
        else:
            found[name] = known[name] = worth
    return found, broken


def accepted(given: Variables, workflow: Workflow, ground: Ground) -> tuple[Variables, bool]:
    """What a workflow is called with, as its own slots read it, and whether one of them could not: the customer is asked
    for that one, as if it had not been given."""
    fit, broken = dict(given), False
    for slot in workflow.slots:
        if slot.name not in given or slot.options_from is not None or isinstance(given[slot.name], bool):
            continue
        value = _plain((slot.name,), given).get(slot.name, "")
        reading = ground.catalogue.type_of(slot).read(
            Hearing.of(slot, str(value), datetime.fromisoformat(ground.today), asked=True)
        )
        if isinstance(reading, Found):
            fit[slot.name] = reading.value
        else:
            del fit[slot.name]
            broken = True
    return fit, broken


def terms_of(node: Consent, matter: Matter, ground: Ground) -> Confirm:
    """What the customer is asked to agree to, with what was found out."""
    terms = ground.catalogue.workflows[node.workflow].confirm
    return Confirm(workflow=node.workflow, values=shown(terms, ground.known(matter)) if terms else {})


def inputs_of(node: Task, matter: Matter, ground: Ground) -> RunWorkflow:
    """Inputs are what the matter's own workflow asks and listens for, and what was found out; never a guess that its
    slot would not take."""
    workflows = ground.catalogue.workflows
    declared = [workflows[name] for name in dict.fromkeys((matter.flow, node.workflow)) if name in workflows]
    slots = {name for workflow in declared for name in (*(slot.name for slot in workflow.slots), *workflow.needed)}
    heard = {known.name for workflow in declared for known in workflow.listens}
    known: Values = {
        fact.slot: fact.value
        for fact in ground.facts.known
        if (fact.slot in slots and satisfied(fact.slot, matter, ground))
        or (fact.slot in heard and fact.source != "inferred")
    }
    found = _plain(matter.found, matter.found)
    given = {name: value for name, value in found.items() if name in matter.given and (value != "" or name in heard)}
    inputs: Values = {"today": ground.today, "intent": matter.intent} | found | known | given
    if any(slot.name in ground.catalogue.secrets for slot in workflows[node.workflow].slots):
        inputs |= {"asker": ground.asker}
    return RunWorkflow(workflow=node.workflow, node=node.id, inputs=inputs)


def shown(text: Text, known: Mapping[str, object]) -> Values:
    """What a text needs and no more: rows stay small."""
    return _plain(text.blanks(), known)


def _plain(names: Collection[str], known: Mapping[str, object]) -> Values:
    values: dict[str, Value] = {}
    for name in sorted(names):
        value = known.get(name)
        if isinstance(value, str | int | float | bool):
            values[name] = value
    return values
