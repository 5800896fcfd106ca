"""A model whose health is set from outside, and its guard."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from frontline.adapters.llm.guard import Budget, Guarded
from frontline.model.decision import LLMResponse, Prompt
from frontline.model.errors import ModelUnavailable
from frontline.ports import LanguageModel
from tests.adapters.llm.prompts import prompt
from tests.adapters.llm.server import Clock

PROMPT = prompt("hello")
WELL = LLMResponse(model="m", text="{}")
ILL = ModelUnavailable("m refused: 500")


class Patient:
    """A model whose health is set from outside."""

    name = "m"

    def __init__(self, clock: Clock, takes: float = 0.0) -> None:
        self.state: Exception | LLMResponse = WELL
        self.timeouts: list[float] = []
        self._clock = clock
        self._takes = takes

    def generate(self, prompt: Prompt, timeout: float) -> LLMResponse:
        del prompt
        self.timeouts.append(timeout)
        self._clock.pass_by(min(self._takes, timeout))
        if isinstance(self.state, LLMResponse):
            return self.state
        raise self.state


def guarded(model: Patient, clock: Clock, *, seconds: float = 10.0, deadline: float = 5.0) -> tuple[Guarded, Budget]:
    budget = Budget(seconds, clock)
    return Guarded(
        model, budget=budget, clock=clock, deadline=deadline, failures=3, rest=30.0, quota_pause=60.0
    ), budget


def fails(model: LanguageModel, times: int = 1, match: str | None = None) -> None:
    for _ in range(times):
        with pytest.raises(ModelUnavailable, match=match):
            model.generate(PROMPT)


def in_threads(count: int, work: Callable[[], object]) -> list[object]:
    together = threading.Barrier(count)

    def one() -> object:
        together.wait()
        return work()

    with ThreadPoolExecutor(count) as pool:
        return [future.result() for future in [pool.submit(one) for _ in range(count)]]
