"""What the code chooses to do next: a closed union. A question is an action that waits for the customer."""

from typing import Annotated, Literal

from pydantic import Field

from frontline.model.base import Stored, Values, Variables

Resolution = Literal["resolved", "cancelled"]
Reason = Literal[
    "asked_for_human",
    "asked_for_callback",
    "not_solved",
    "needs_human",
    "too_many_tries",
    "too_many_questions",
    "unknown_answer",
    "not_understood",
    "abuse",
    "workflow_failed",
    "workflow_says_so",
    "flow_changed",
]


class AskSlot(Stored):
    """Ask for exactly one slot. `correcting`: the old value stands until the answer validates. `half` is what was said of
    a proof that has two: the other is asked for, and a half is known only as long as its question is open."""

    kind: Literal["ask_slot"] = "ask_slot"
    slot: str
    correcting: bool = False
    half: str = ""


class AskIntent(Stored):
    """Ask what it is about, offering what we can do; of `among`, if it can only be one of these intents."""

    kind: Literal["ask_intent"] = "ask_intent"
    among: tuple[str, ...] = ()


class Confirm(Stored):
    """Say what an order will do and cost, and ask whether to go ahead."""

    kind: Literal["confirm"] = "confirm"
    workflow: str
    values: Values = Field(default_factory=dict)


class ConfirmStop(Stored):
    """Ask whether the order under way shall be stopped, where that was not said in so many words."""

    kind: Literal["confirm_stop"] = "confirm_stop"
    workflow: str


class DeviceAction(Stored):
    """What the customer, or an app on their device, is to do or read."""

    name: str
    arguments: Values = Field(default_factory=dict)


class Instruct(Stored):
    """Ask the customer to do or read something on their device, as a flow's node says, and to tell what `reads` names."""

    kind: Literal["instruct"] = "instruct"
    device: DeviceAction
    flow: str
    node: str
    reads: tuple[str, ...]


class RunWorkflow(Stored):
    """Run an inquiry now, or save and start an order. `node` is where the flow waits for the outcome."""

    kind: Literal["run_workflow"] = "run_workflow"
    workflow: str
    node: str
    inputs: Values


class AskModel(Stored):
    """Let a model fill in what a flow's node declares. It changes nothing, so it is asked now, like an inquiry."""

    kind: Literal["ask_model"] = "ask_model"
    flow: str
    node: str
    inputs: Variables


class Say(Stored):
    """Say something and leave everything as it is."""

    kind: Literal["say"] = "say"


class HandOff(Stored):
    """Give the complete file to a human. `errand` is what only a human can do, where the customer came for that."""

    kind: Literal["hand_off"] = "hand_off"
    reason: Reason
    errand: str | None = Field(default=None, exclude_if=lambda errand: errand is None)


class Close(Stored):
    """The ticket has come to its end."""

    kind: Literal["close"] = "close"
    resolution: Resolution


Question = AskSlot | AskIntent | Confirm | ConfirmStop | Instruct
Action = Annotated[
    AskSlot | AskIntent | Confirm | ConfirmStop | Instruct | RunWorkflow | AskModel | Say | HandOff | Close,
    Field(discriminator="kind"),
]
OpenQuestion = Annotated[AskSlot | AskIntent | Confirm | ConfirmStop | Instruct, Field(discriminator="kind")]
