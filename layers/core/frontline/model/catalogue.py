"""What one organisation offers: its workflows and flows, and through them its intents and slots. Its hash is in every row."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from frontline.model.flow import Elicitation, Flow, Instruction
from frontline.model.reading import Hearing, Parser, Reading
from frontline.model.slot_type import SlotType
from frontline.model.subject import Subject
from frontline.model.taught import Taught
from frontline.model.text import Locale, Text, lacking
from frontline.model.trade import Trade
from frontline.model.workflow import Intent, Knowledge, Shown, Slot, Workflow

_NOTHING_KNOWN = Trade()
MOST_SUGGESTED = 3
"""Wishes that are offered to who told no more than a value."""


def _nobody_knows(_: Hearing) -> Reading:
    return None


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Every intent maps to exactly one workflow or flow (`served_by` has its name), or the catalogue cannot be made. All of it is
    said in all its `languages`."""

    workflows: Mapping[str, Workflow]
    flows: Mapping[str, Flow]
    intents: Mapping[str, Intent]
    slots: Mapping[str, Slot]
    knowledge: Mapping[str, Knowledge]
    served_by: Mapping[str, str]
    trade: Trade
    languages: tuple[Locale, ...] = ()

    @classmethod
    def of(
        cls,
        workflows: Iterable[Workflow],
        flows: Iterable[Flow] = (),
        trade: Trade = _NOTHING_KNOWN,
        languages: tuple[Locale, ...] = (),
    ) -> "Catalogue":
        """A flow takes an intent over from the workflow that serves it otherwise. The trade's `slots` are known to every flow
        beside those it declares. What two flows claim is a finding when they are published; here the first has it, so that an
        organisation's mistake stops no turn."""
        offered, drawn = tuple(workflows), tuple(flows)
        served_by: dict[str, str] = {}
        for workflow in offered:
            for intent in workflow.intents:
                if intent.name in served_by:
                    raise ValueError(
                        f"intent {intent.name!r} is claimed by {served_by[intent.name]} and {workflow.name}"
                    )
                served_by[intent.name] = workflow.name
        heard: dict[str, Knowledge] = {}
        for known in _of_workflows(offered):
            if heard.setdefault(known.name, known) != known:
                raise ValueError(f"slot {known.name!r} is declared twice, differently; share one declaration")
        for known in (*(trade.slots if drawn else ()), *(slot for flow in drawn for slot in flow.slots)):
            heard.setdefault(known.name, known)
        served_by |= {intent.name: flow.id for flow in reversed(drawn) for intent in flow.intents}
        offers: tuple[Workflow | Flow, ...] = (*offered, *drawn)
        return cls(
            workflows={workflow.name: workflow for workflow in offered},
            flows={flow.id: flow for flow in drawn},
            intents={intent.name: intent for offer in offers for intent in offer.intents},
            slots={name: known for name, known in heard.items() if isinstance(known, Slot)},
            knowledge=heard,
            served_by=served_by,
            trade=trade,
            languages=languages,
        )

    def with_flows(self, flows: Iterable[Flow]) -> "Catalogue":
        """The same workflows with these flows in place of its own."""
        return Catalogue.of(self.workflows.values(), flows, self.trade, self.languages)

    def type_of(self, slot: Knowledge) -> SlotType:
        """The type of a slot; of one that only a newer release knows nothing is read, told or kept."""
        return self.trade.slot_types.get(slot.type) or SlotType(slot.type, _nobody_knows, "", secret=True)

    @cached_property
    def swapped(self) -> tuple[Parser, ...]:
        """Who reads what people correct by naming it."""
        return tuple(one.read for one in self.trade.slot_types.values() if one.swapped)

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """What its intents have to do with one another, as far as they are offered here and can be said."""
        here = (
            one.but(
                intents=tuple(name for name in one.intents if name in self.intents),
                general=one.general if one.general in self.intents else None,
                slots=tuple(name for name in one.slots if name in self.knowledge),
            )
            for one in self.trade.subjects
            if not lacking(one, self.languages)
        )
        return tuple(one for one in here if one.intents)

    def akin(self, one: str, other: str) -> bool:
        """Whether two intents are about one subject, so that each may be a better word for the other."""
        return any(subject.holds(one) and subject.holds(other) for subject in self.subjects)

    def explaining(self, cause: str, troubles: Iterable[str]) -> bool:
        """Whether one of these troubles is what this one brings with it."""
        return not set(self.trade.explains.get(cause, ())).isdisjoint(troubles)

    def meet(self, one: str, other: str) -> bool:
        """Whether the flows of two intents go through the same."""
        served = self.served_by
        return not set(self.reach(served[one])).isdisjoint(self.reach(served[other]))

    def general(self, intent: str) -> bool:
        """Whether an intent says no more than what it is about."""
        return any(subject.general == intent for subject in self.subjects)

    def generally(self, intent: str) -> str:
        """What says no more than an intent's subject, if the same flow serves both; else the intent."""
        served = self.served_by
        general = (one.general for one in self.subjects if one.general and intent in one.intents)
        return next((one for one in general if served[one] == served[intent]), intent)

    def suggested_by(self, values: Iterable[str]) -> tuple[str, ...]:
        """The few things that a customer may want who has told values for these slots and nothing else, likeliest first."""
        told = frozenset(values)
        meant = (one.intents for one in self.subjects if told & set(one.slots))
        likeliest = (intent for rank in zip_longest(*meant) for intent in rank if intent is not None)
        return tuple(dict.fromkeys(likeliest))[:MOST_SUGGESTED]

    @cached_property
    def hash(self) -> str:
        body = "".join(workflow.model_dump_json() for workflow in self.workflows.values())
        body += "".join(f"{flow.id}={flow.hash}" for flow in self.flows.values())
        return hashlib.sha256(body.encode()).hexdigest()

    @cached_property
    def secrets(self) -> frozenset[str]:
        """The slots that only the customer can tell; a type that nobody knows is one of them."""
        return frozenset(name for name, known in self.knowledge.items() if self.type_of(known).secret)

    @cached_property
    def taught(self) -> Taught:
        """What the flows' examples came to, and whose intents have none."""
        flows = self.flows.values()
        lines = tuple(flow.taught for flow in flows if flow.taught)
        bare = {one.name for flow in flows for one in flow.intents if not (one.examples and flow.taught)}
        return Taught(lines, frozenset(bare), frozenset(self.intents) - self.authored)

    @cached_property
    def authored(self) -> frozenset[str]:
        """The intents that were taught by examples of their own."""
        return frozenset(
            one.name for flow in self.flows.values() if flow.taught for one in flow.intents if one.examples
        )

    @cached_property
    def declared(self) -> frozenset[str]:
        """The slots that flows declare for themselves."""
        return frozenset(slot.name for flow in self.flows.values() for slot in flow.slots)

    def shown_to(self, slot: str) -> Shown:
        """Who is shown a slot's values: nobody, unless its own declaration or its type says so."""
        known = self.knowledge.get(slot)
        if known is None or slot in self.secrets or known.shown is False:
            return "nobody"
        return "observers" if known.shown else self.type_of(known).shown

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The slots whose values are shown to nobody but the customer; secrets among them."""
        return frozenset(name for name in self.knowledge if self.shown_to(name) == "nobody")

    @cached_property
    def beyond(self) -> Mapping[str, Text]:
        """What people come for that only a human can do, and what they are told then."""
        return {errand: says for workflow in self.workflows.values() for errand, says in workflow.beyond.items()}

    def menu(self) -> tuple[Text, ...]:
        """What a customer can be offered, one entry a workflow or flow."""
        return tuple(intent.offer for intent in self.offers())

    def offers(self) -> tuple[Intent, ...]:
        """The intent that stands for each workflow or flow a customer can ask for."""
        return self._offers

    @cached_property
    def _offers(self) -> tuple[Intent, ...]:
        names = dict.fromkeys((*(name for name in self.flows), *(name for name in self.workflows)))
        served: dict[str, Intent] = {}
        for intent, name in self.served_by.items():
            served.setdefault(name, self.intents[intent])
        return tuple(served[name] for name in names if name in served)

    def wanted_by(self, name: str) -> dict[str, Knowledge]:
        """What a workflow or flow asks and listens for, with all that it goes through."""
        wanted: dict[str, Knowledge] = {}
        for reached in self.reach(name):
            if workflow := self.workflows.get(reached):
                wanted |= {known.name: known for known in (*workflow.slots, *workflow.listens)}
            elif flow := self.flows.get(reached):
                wanted |= {slot: self.knowledge[slot] for slot in _read_by(flow) if slot in self.knowledge}
        return wanted

    def asked_by(self, name: str) -> frozenset[str]:
        """The slots a workflow or flow asks the customer in so many words, with all that it goes through."""
        asked: set[str] = set()
        for reached in self.reach(name):
            if workflow := self.workflows.get(reached):
                asked |= {*(slot.name for slot in workflow.slots), *workflow.needed}
            elif flow := self.flows.get(reached):
                asked |= {node.slot for node in flow.nodes if isinstance(node, Elicitation)}
        return frozenset(asked)

    def reach(self, name: str) -> tuple[str, ...]:
        """The flow or workflow itself and all that it calls, directly or not."""
        reached = [name]
        for one in reached:
            flow = self.flows.get(one)
            reached += sorted((flow.calls() if flow else frozenset()) - set(reached))
        return tuple(reached)


def _of_workflows(workflows: tuple[Workflow, ...]) -> Iterator[Knowledge]:
    for workflow in workflows:
        yield from (*workflow.slots, *workflow.listens)


def _read_by(flow: Flow) -> Iterator[str]:
    for node in flow.nodes:
        match node:
            case Elicitation(slot=slot):
                yield slot
            case Instruction(reads=reads):
                yield from reads
            case _:
                pass
