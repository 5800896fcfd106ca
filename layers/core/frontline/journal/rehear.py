"""Takes a recorded conversation again with this build: heard anew, decided anew, on what the world answered then."""

import json
from collections.abc import Callable, Iterator, Sequence

from frontline.journal.record import CLASSIFIER, Conversation, Input, asked_with
from frontline.model.action import RunWorkflow
from frontline.model.decision import LLMResponse, Prompt
from frontline.model.errors import LostRace, ModelUnavailable, WorkflowsUnavailable
from frontline.model.message import Finished, Message, Outcome
from frontline.model.organisation import Organisation
from frontline.model.trade import Trade
from frontline.model.turn import Order, Turn, digest
from frontline.ports import Classifier, Flows, LanguageModel, Loaded, World
from frontline.turn import considered, repeated


def taken_again(
    conversation: Conversation,
    trade: Trade,
    classifier: Classifier,
    last_rung: LanguageModel,
    flows: Flows,
    session_minutes: int = 30,
) -> list[Turn]:
    """The turns that this build makes of the same messages and answers; `last_rung` is the classifier as a model."""
    names = list(dict.fromkeys(answer.model for one in conversation.inputs for answer in one.answers))
    turns: list[Turn] = []
    for one in conversation.inputs:
        store = Rows(turns)
        models = (*(Answering(name, one) for name in names if name != CLASSIFIER), last_rung)
        world = World(
            conversation.organisation, trade, store, models, classifier, Answered(one), session_minutes, flows
        )
        message = _of_this_build(one, turns)
        loaded = Loaded(turns[-1], digest(str(len(turns))), one.durable) if turns else Loaded(None, "", one.durable)
        if repeated(message, loaded, world) is None:
            turns.append(considered(message, loaded, world))
    return turns


def _of_this_build(one: Input, turns: list[Turn]) -> Message:
    """The end of an order names the one that this build began: it may have done so in another turn."""
    content = one.message.content
    if not isinstance(content, Finished) or not turns:
        return one.message
    begun = [run for turn in turns for run in turn.runs if run.order]
    if any(run.order == content.order for run in begun):
        return one.message
    ended = {run.order for run in begun if run.outcome}
    waiting = (run.order for run in begun if run.workflow == one.ordered and run.order not in ended)
    order = next(waiting, None)
    return one.message.but(content=content.but(order=order)) if order else one.message


class Rows:
    """The turns taken so far; nothing is written."""

    def __init__(self, turns: list[Turn]) -> None:
        self._turns = turns

    def newest(self, _organisation: str, _conversation: str) -> Loaded:
        return Loaded(self._turns[-1] if self._turns else None, "")

    def turn(self, _organisation: str, _conversation: str, seq: int) -> Turn | None:
        return next((turn for turn in self._turns if turn.seq == seq), None)

    def append(self, turn: Turn) -> None:
        raise LostRace(f"turn {turn.seq} is only looked at")

    def journal(self, _organisation: str, _conversation: str, after: int = 0) -> Iterator[Turn]:
        return (turn for turn in self._turns if turn.seq > after)

    def erase(
        self, _organisation: str, _conversation: str, let_go: Callable[[Sequence[Turn]], object] = lambda _: None
    ) -> int:
        del let_go
        return 0


class Answering:
    """A model of the ladder as it answered this message then. Asked what it was not asked then, it cannot be reached."""

    def __init__(self, name: str, one: Input) -> None:
        self.name = name
        self._answers = iter([answer for answer in one.answers if answer.model == name])
        self._fills = iter(one.fills)

    def generate(self, prompt: Prompt) -> LLMResponse:
        if "intent" not in json.loads(prompt.answer_schema)["properties"]:
            return self._filled()
        answer = next(self._answers, None)
        if answer is None or answer.text is None:
            raise ModelUnavailable((answer and answer.unavailable) or f"{self.name} was not asked this then")
        return LLMResponse(model=self.name, text=answer.text)

    def _filled(self) -> LLMResponse:
        outcome = next(self._fills, None)
        if outcome is None or outcome.status != "succeeded":
            raise ModelUnavailable(f"{self.name} filled in nothing then")
        return LLMResponse(model=self.name, text=json.dumps(outcome.values, ensure_ascii=False))


class Answered:
    """The workflows as they answered this message then: the same question first, else the same workflow."""

    def __init__(self, one: Input) -> None:
        self._left = list(one.ended)

    def inquire(self, _organisation: Organisation, run: RunWorkflow, _name: str) -> Outcome:
        of_it = [ended for ended in self._left if ended.workflow == run.workflow]
        same = [ended for ended in of_it if ended.inputs == asked_with(run.inputs)]
        for ended in (*same, *of_it):
            self._left.remove(ended)
            return ended.outcome
        raise WorkflowsUnavailable(f"{run.workflow} was not asked then")

    def start(self, _organisation: str, _conversation: str, _order: Order) -> None:
        """Nothing is started again."""

    def stop(self, _organisation: str, _order: Order) -> None:
        """Nothing is stopped again."""

    def outcome(self, _organisation: str, _conversation: str, _order: Order) -> Outcome | None:
        return None
