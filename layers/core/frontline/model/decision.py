"""What a model proposes: ten fields, untrusted until `agent/hear/validate.py` has checked every one."""

from typing import Annotated, Literal

from pydantic import Field

from frontline.model.base import Frozen, Stored, Values
from frontline.model.taught import NOTHING_TAUGHT, Taught

NextAction = Literal["execute_workflow", "clarification", "answer", "escalate", "close"]


MOST_WISHES = 3


class Decision(Stored):
    """`wishes` are further intents; `between` those that it cannot tell apart; `corrects` names entities that replace what is
    known, `drops` says that the open matter is no longer wanted. Of `next_action` only `escalate` counts. Code maps an intent to
    its workflow and asks in its own words, so `workflow` and `clarification_question` are kept for those who read rows alone."""

    intent: str
    confidence: Annotated[float, Field(ge=0, le=1)]
    entities: Values = Field(default_factory=dict)
    workflow: str | None = None
    next_action: NextAction = "clarification"
    clarification_question: str | None = None
    wishes: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    drops: bool = False


class Brief(Frozen):
    """The same question with fewer words: no name that code knows by itself is told or wanted back."""

    instructions: str
    answer_schema: str


class Prompt(Frozen):
    """One prompt for all models. A model that cannot read instructions (the classifier) reads `text` alone,
    by what it was `taught`; one on a CPU, to which every word costs time, gets the `brief` ones."""

    instructions: str
    text: str
    context: str = ""
    answer_schema: str
    brief: Brief | None = Field(default=None, exclude=True, repr=False)
    taught: Taught = Field(default=NOTHING_TAUGHT, exclude=True, repr=False)


class LLMResponse(Frozen):
    """What a model answered: raw text, never yet a Decision."""

    model: str
    text: str
