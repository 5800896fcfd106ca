"""A workflow's declaration: what it is for, what it must know, what can come of it and what is then said."""

from typing import Literal

from pydantic import Field, model_validator

from frontline.model.base import Frozen
from frontline.model.text import Text

Kind = Literal["inquiry", "order", "duty"]
"""A duty is an order of our own making: it changes nothing for the customer, so nobody is asked."""
Then = Literal["go_on", "resolve", "hand_off"]
Topic = Literal[
    "price", "duration", "undo", "cheapest", "difference", "part", "number", "codes", "others", "safe", "why", "bot"
]
"""What questions back are about: what it costs, how long it takes, whether it can be taken back, the cheapest of several, what
tells them apart, whether a part will do, whether the number stays, whether codes and bank messages still come, whether there
are others, whether it is safe, why something is asked, and with whom they write."""


def nothing(value: object) -> bool:
    """What is left out of a declaration's bytes, so that its hash is the one of a release that did not know the field."""
    return not value


class Intent(Frozen):
    """What a customer can want. `means` is for the models' prompt. Its example sentences live with the
    trade, or with an author's flow in `examples`."""

    name: str
    means: str
    offer: Text
    examples: tuple[str, ...] = Field(default=(), exclude_if=nothing)


class Option(Frozen):
    """One answer a customer can pick, by its value or by what it is called in their language."""

    value: str
    label: Text


Shown = Literal["nobody", "desk", "observers"]
"""Who is shown a value beside the customer whose it is: nobody; who works on the matter, that is whoever reads journals and
packets, and the organisation's models; or also who gets events, in which numbers and addresses are cut."""


def unsaid(value: object) -> bool:
    """What is left out of a declaration's bytes, so that its hash is the one of a release that did not know the field."""
    return value is None


class Knowledge(Frozen):
    """Something worth knowing when the customer says it, though nobody asks. A stable one outlives the matter. `shown`: its
    values are for everybody, or for nobody, whatever its type says. `pattern`, `min` and `max` bound what some types take."""

    name: str
    type: str
    label: Text
    options: tuple[Option, ...] = ()
    stable: bool = False
    shown: bool | None = Field(default=None, exclude_if=unsaid)
    pattern: str | None = Field(default=None, exclude_if=unsaid)
    min: int | None = Field(default=None, exclude_if=unsaid)
    max: int | None = Field(default=None, exclude_if=unsaid)


class Slot(Knowledge):
    """Knowledge that blocks an action. An inferable one may be filled by inference; all others only by the customer.
    `options_from` is an inquiry that finds what there is to choose from; `named_by` the knowledge that says which of it
    was named before."""

    question: Text
    help: Text
    inferable: bool = False
    tries: int = 3
    options_from: str | None = None
    named_by: str | None = None


class Result(Frozen):
    """One way a workflow can end: what is said, and what follows. `corrects` names the slot whose value did not hold: it
    is asked for again, and the old value stands until the new one validates. `establishes` names the values that become
    facts: what the operator confirmed is as good as history. `stays` is what is said of an order that ended so, in place of
    `says`, when the matter it was done for is called off later. `follow` names a duty that waits for what comes of it: one for
    all tickets with the same `subject` among their values, and each is told once. `needs` names a slot that is asked only now,
    before the workflow runs again."""

    says: Text
    then: Then = "resolve"
    corrects: str | None = None
    establishes: tuple[str, ...] = ()
    stays: Text | None = None
    follow: str | None = None
    needs: str | None = Field(default=None, exclude_if=unsaid)


class Workflow(Frozen):
    """Slots in the order they are asked. An order says what it will do and cost (`confirm`) before it may start, with what its
    `preview`, an inquiry, found out; `free` is that in other words, where what is to be paid is nothing. `agreeing` names the
    lexemes in which one agrees to this order and to no other ("bhej do", "turn it on"), beside a plain yes. One that `contests`
    something is spoken for by who denies it ("I never used it"): only a bare no refuses it. A `personal` one shows or changes
    what is a customer's own: they are identified first. `begun` is what is said of one that waits for what the customer does,
    `stopped` what is said of one called off in time, where that leaves
    something behind. `asks` are its answers to questions back, by topic; one whose blanks are not known yet is not given.
    `beyond` is what people come to it for and only a human can do, with what they are told. The model refuses a declaration that
    breaks this."""

    name: str
    kind: Kind
    title: Text
    slots: tuple[Slot, ...]
    listens: tuple[Knowledge, ...] = ()
    results: dict[str, Result]
    intents: tuple[Intent, ...] = ()
    preview: str | None = None
    personal: bool = False
    confirm: Text | None = None
    free: Text | None = None
    agreeing: tuple[str, ...] = ()
    contests: bool = False
    begun: Text | None = Field(default=None, exclude_if=unsaid)
    stopped: Text | None = None
    asks: dict[Topic, Text] = Field(default_factory=dict)
    beyond: dict[str, Text] = Field(default_factory=dict)

    @property
    def chooses(self) -> bool:
        """Whether there are several things of which the customer has one."""
        return any(slot.options_from for slot in self.slots)

    @property
    def needed(self) -> tuple[str, ...]:
        """The slots that are asked only where a result needs them."""
        return tuple(dict.fromkeys(result.needs for result in self.results.values() if result.needs))

    @model_validator(mode="after")
    def _orders_are_confirmed(self) -> "Workflow":
        if (self.kind == "order") != (self.confirm is not None):
            raise ValueError(f"{self.name}: an order is confirmed first (`confirm`), and only an order is")
        return self
