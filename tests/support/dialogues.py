"""Whole dialogues, as data: `conversations/*.yaml` say what the customer writes and what must come of it."""

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from frontline.model.action import AskIntent, AskSlot, Confirm
from frontline.model.turn import Turn
from tests.support.backstage import CUES
from tests.support.world import runs_of

Spec = dict[str, Any]
FOLDER = Path(__file__).parents[1] / "conversations"


class Dialogue(NamedTuple):
    """One of a file. `lines` are those its steps begin at."""

    file: str
    spec: Spec
    lines: tuple[int, ...]

    @property
    def id(self) -> str:
        return f"{Path(self.file).stem}: {self.spec['name']}"

    def place(self, step: int) -> str:
        """Where to look when that step goes wrong."""
        return f"{self.file}:{self.lines[step]}: {self.spec['name']}"


def dialogues() -> list[Dialogue]:
    return [dialogue for file in sorted(FOLDER.glob("*.yaml")) for dialogue in _of(file)]


def _of(file: Path) -> list[Dialogue]:
    """The data, and beside it the nodes, which know their lines."""
    loader = yaml.CSafeLoader(file.read_text())
    root = loader.get_single_node()
    if root is None:
        return []
    return [
        Dialogue(file.name, spec, tuple(step.start_mark.line + 1 for step in _steps(node)))
        for spec, node in zip(loader.construct_document(root), root.value, strict=True)
    ]


def _steps(dialogue: yaml.MappingNode) -> list[yaml.Node]:
    steps = next(value for key, value in dialogue.value if key.value == "turns")
    found: list[yaml.Node] = steps.value
    return found


def expect(turn: Turn, step: Spec, seen: str) -> None:  # noqa: C901, PLR0912  one line per thing a dialogue may expect
    """Only what the dialogue names is looked at; a name nobody knows is a mistake in the dialogue."""
    known = {fact.slot: fact.value for fact in turn.ticket.facts.known}
    sources = {fact.slot: fact.source for fact in turn.ticket.facts.known}
    events = [event.happened.name for event in turn.events]
    for key, wanted in step.items():
        if key in CUES:
            continue
        match key:
            case "say" | "wait" | "message_id" | "order_ends" | "model_calls" | "workflows_down":
                continue
            case "asks":
                assert isinstance(turn.action, AskSlot) and turn.action.slot == wanted, seen
            case "asks_intent":
                assert isinstance(turn.action, AskIntent), seen
            case "confirms":
                assert isinstance(turn.action, Confirm) and turn.action.workflow == wanted, seen
            case "action":
                assert turn.action.kind == wanted, seen
            case "hands_off":
                assert turn.action.kind == "hand_off" and turn.action.reason == wanted, seen
            case "runs":
                assert runs_of(turn) == wanted, seen
            case "orders":
                assert (turn.order.workflow if turn.order else None) == wanted, seen
            case "status":
                assert turn.ticket.status == wanted, seen
            case "locale":
                assert turn.heard.locale == wanted, seen
            case "ticket":
                assert turn.ticket.ordinal == wanted, seen
            case "turn":
                assert turn.seq == wanted, seen
            case "matters":
                assert [matter.flow for matter in turn.ticket.matters] == wanted, seen
            case "degraded":
                assert list(turn.degraded) == wanted, seen
            case "options":
                assert list(turn.reply.options) == wanted, seen
            case "events":
                assert set(wanted) <= set(events), f"{seen} {events}"
            case "knows":
                assert {slot: known.get(slot) for slot in wanted} == wanted, f"{seen} {known}"
            case "sources":
                assert {slot: sources.get(slot) for slot in wanted} == wanted, f"{seen} {sources}"
            case "says":
                for part in [wanted] if isinstance(wanted, str) else wanted:
                    assert part in turn.reply.text, seen
            case "says_not":
                assert wanted not in turn.reply.text, seen
            case _:
                raise AssertionError(f"a dialogue cannot expect {key!r}")
