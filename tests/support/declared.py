"""Workflows made up for a test: as little as a declaration needs."""

from frontline.model.text import Text
from frontline.model.workflow import Intent, Kind, Result, Slot, Workflow

WORDS = Text(en="words", hi="शब्द", hinglish="shabd")
DONE = {"done": Result(says=WORDS)}


def intent(name: str) -> Intent:
    return Intent(name=name, means="something", offer=Text.same(f"Offer {name}"))


def slot(name: str, type_: str = "text", *, inferable: bool = False) -> Slot:
    return Slot(name=name, type=type_, label=WORDS, question=WORDS, help=WORDS, inferable=inferable)


def workflow(name: str, *, kind: Kind = "inquiry", slots: tuple[Slot, ...] = (), **more: object) -> Workflow:
    declared = {"name": name, "kind": kind, "title": WORDS, "slots": slots, "results": DONE, **more}
    return Workflow.model_validate(declared)
