"""What a model proposes. Exactly six fields, and untrusted until `agent.understand` has checked every one."""

from typing import Annotated, Literal

from pydantic import Field

from frontline.model.base import Frozen, Stored, Values
from frontline.model.taught import NOTHING_TAUGHT, Taught

NextAction = Literal["execute_workflow", "clarification", "answer", "escalate", "close"]


class Decision(Stored):
    """Only the intent and the entities are ever used; workflow and next_action must agree with the code or are ignored."""

    intent: str
    confidence: Annotated[float, Field(ge=0, le=1)]
    entities: Values = Field(default_factory=dict)
    workflow: str | None = None
    next_action: NextAction = "clarification"
    clarification_question: str | None = None


class Prompt(Frozen):
    """One prompt for all models. A model that cannot read instructions (the classifier) reads `text` alone,
    by what it was `taught`."""

    instructions: str
    text: str
    context: str = ""
    answer_schema: str
    taught: Taught = Field(default=NOTHING_TAUGHT, exclude=True, repr=False)


class LLMResponse(Frozen):
    """What a model answered: raw text, never yet a Decision."""

    model: str
    text: str
