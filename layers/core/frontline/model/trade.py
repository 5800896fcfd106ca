"""What a kind of business knows, as one value: `trades/<name>` exports one, `wiring` picks it by `Organisation.trade`, and the
engine receives it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from frontline.model.rule import Rule
from frontline.model.slot_type import SlotType
from frontline.model.subject import Subject
from frontline.model.workflow import Slot, Workflow


def _nothing_told(_: str) -> bool:
    return False


@dataclass(frozen=True, eq=False)
class Trade:
    """`noun` is whose customers write, for the prompt. `duties` are workflows that every organisation has, `proofs` those that
    show who a customer is. `slots` are known to every flow beside those it declares. What a trade's state machines
    do stands beside it, in `trades/<name>/steps`: a turn does without."""

    name: str = ""
    noun: str = "a company"
    slot_types: Mapping[str, SlotType] = field(default_factory=dict)
    workflows: Mapping[str, Workflow] = field(default_factory=dict)
    duties: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    rules: tuple[Rule, ...] = ()
    subjects: tuple[Subject, ...] = ()
    explains: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tells_of_a_device: Callable[[str], bool] = _nothing_told
    """Whether somebody tells what a device shows: while one is being read off, that is no wish for something else."""
