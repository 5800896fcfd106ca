"""What one organisation offers: its workflows, and through them its intents and slots. Its hash is in every row."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from frontline.model.text import Text
from frontline.model.workflow import Intent, Knowledge, Slot, Workflow


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Every intent maps to exactly one workflow, or the catalogue cannot be made."""

    workflows: Mapping[str, Workflow]
    intents: Mapping[str, Intent]
    slots: Mapping[str, Slot]
    knowledge: Mapping[str, Knowledge]
    served_by: Mapping[str, Workflow]

    @classmethod
    def of(cls, workflows: Iterable[Workflow]) -> "Catalogue":
        offered = tuple(workflows)
        served_by: dict[str, Workflow] = {}
        heard: dict[str, Knowledge] = {}
        for workflow in offered:
            for intent in workflow.intents:
                if intent.name in served_by:
                    raise ValueError(
                        f"intent {intent.name!r} is claimed by {served_by[intent.name].name} and {workflow.name}"
                    )
                served_by[intent.name] = workflow
            for known in (*workflow.slots, *workflow.listens):
                if heard.setdefault(known.name, known) != known:
                    raise ValueError(f"slot {known.name!r} is declared twice, differently; share one declaration")
        return cls(
            workflows={workflow.name: workflow for workflow in offered},
            intents={intent.name: intent for workflow in offered for intent in workflow.intents},
            slots={name: known for name, known in heard.items() if isinstance(known, Slot)},
            knowledge=heard,
            served_by=served_by,
        )

    @cached_property
    def hash(self) -> str:
        body = "".join(workflow.model_dump_json() for workflow in self.workflows.values())
        return hashlib.sha256(body.encode()).hexdigest()

    def menu(self) -> tuple[Text, ...]:
        """What a customer can be offered, one entry a workflow."""
        return tuple(workflow.intents[0].offer for workflow in self.workflows.values() if workflow.intents)
