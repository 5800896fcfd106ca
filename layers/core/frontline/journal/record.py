"""From a conversation's rows to all that came in from outside: messages, models' raw answers, workflows' outcomes. What was
made of it is left out, so that any build can make something of it again."""

import json
from collections.abc import Iterable

from pydantic import Field

from frontline.model.base import Frozen, Values
from frontline.model.flow import Flow
from frontline.model.message import Finished, Message, Outcome
from frontline.model.organisation import Organisation
from frontline.model.ticket import ASKED_MODEL
from frontline.model.turn import Turn, digest

CLASSIFIER = "classifier"
"""Part of a build, not of the world: it is asked again."""


class Answer(Frozen):
    """What a model of the ladder wrote, or why it could not be asked."""

    model: str
    text: str | None = None
    unavailable: str | None = None


class Ended(Frozen):
    """How an inquiry ended that was asked with these inputs."""

    workflow: str
    inputs: str
    outcome: Outcome


class Input(Frozen):
    """One message with everything else that came in while it was dealt with. `fills` is what models filled in for nodes of
    flows; `ordered` the workflow whose end a message tells; `durable` is False while the table was away."""

    message: Message
    answers: tuple[Answer, ...] = ()
    ended: tuple[Ended, ...] = ()
    fills: tuple[Outcome, ...] = ()
    ordered: str | None = None
    durable: bool = True


class Conversation(Frozen):
    """Everything a build needs to take a conversation again. `flows` are those of the organisation's own."""

    name: str
    organisation: Organisation
    flows: tuple[Flow, ...] = ()
    inputs: tuple[Input, ...] = Field(default_factory=tuple)


def record(name: str, journal: Iterable[Turn], organisation: Organisation, flows: Iterable[Flow] = ()) -> Conversation:
    """The rows of one conversation, oldest first, without what was made of them."""
    workflows: dict[str, str] = {}
    inputs: list[Input] = []
    for turn in journal:
        inputs.append(_input(turn, workflows))
        workflows |= {run.order: run.workflow for run in turn.runs if run.order}
    return Conversation(name=name, organisation=organisation, flows=tuple(flows), inputs=tuple(inputs))


def asked_with(inputs: Values) -> str:
    """A short name for what an inquiry was asked, whatever day it was asked on."""
    wanted = {name: value for name, value in inputs.items() if name != "today"}
    return digest(json.dumps(wanted, sort_keys=True, ensure_ascii=False))[:12]


def _input(turn: Turn, workflows: dict[str, str]) -> Input:
    attempts = turn.heard.proposal.attempts if turn.heard.proposal else ()
    content = turn.message.content
    made = [run for run in turn.runs if run.order is None and run.outcome is not None]
    return Input(
        message=turn.message,
        answers=tuple(
            Answer(model=one.model, text=one.answer, unavailable=one.unavailable)
            for one in attempts
            if one.model != CLASSIFIER
        ),
        ended=tuple(
            Ended(workflow=run.workflow, inputs=asked_with(run.inputs), outcome=run.outcome)
            for run in made
            if run.workflow != ASKED_MODEL and run.outcome
        ),
        fills=tuple(run.outcome for run in made if run.workflow == ASKED_MODEL and run.outcome),
        ordered=workflows.get(content.order) if isinstance(content, Finished) else None,
        durable="store" not in turn.degraded,
    )


def to_line(conversation: Conversation) -> str:
    """One line of a corpus."""
    return conversation.model_dump_json(exclude_none=True)


def from_line(line: str) -> Conversation:
    return Conversation.model_validate_json(line)
