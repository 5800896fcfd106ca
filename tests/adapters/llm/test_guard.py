"""Deadline and budget: a model that is ill costs a turn little, and whatever happens is an answer or unavailable."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontline.adapters.llm.guard import Budget, Guarded
from frontline.adapters.llm.http import NoAnswer, OutOfQuota, TimedOut
from frontline.adapters.llm.ollama import Ollama
from frontline.model.decision import LLMResponse
from frontline.model.errors import ModelUnavailable
from tests.adapters.llm.patients import ILL, PROMPT, WELL, Patient, fails, guarded, in_threads
from tests.adapters.llm.server import Clock, Told, serving, stopwatch


def test_a_healthy_model_is_asked_with_its_whole_deadline() -> None:
    model = Patient(clock := Clock())
    guard, _ = guarded(model, clock)
    assert guard.generate(PROMPT) == WELL
    assert model.timeouts == [5.0]
    assert guard.name == "m"


def test_a_model_gets_no_more_time_than_the_turn_has_left() -> None:
    model = Patient(clock := Clock(), takes=4.0)
    guard, budget = guarded(model, clock)
    budget.start()
    for _ in range(3):
        guard.generate(PROMPT)
    assert model.timeouts == [5.0, 5.0, 2.0]


def test_a_model_is_not_asked_when_the_turn_has_too_little_time_and_a_new_turn_has_it_again() -> None:
    model = Patient(clock := Clock())
    guard, budget = guarded(model, clock)
    budget.start()
    clock.pass_by(9.8)
    fails(guard, match="no time left")
    assert model.timeouts == []
    budget.start()
    guard.generate(PROMPT)


def test_a_timeout_counts_only_when_the_model_had_its_whole_deadline() -> None:
    model = Patient(clock := Clock())
    guard, budget = guarded(model, clock)
    model.state = TimedOut("m did not answer")
    for _ in range(5):
        budget.start()
        clock.pass_by(8)
        fails(guard, match="did not answer")
    assert len(model.timeouts) == 5
    budget.start()
    fails(guard, 3, match="did not answer")
    fails(guard, match="resting")


@pytest.mark.parametrize("bug", [KeyError("x"), RuntimeError("x"), UnicodeEncodeError("ascii", "x", 0, 1, "x")])
def test_a_bug_in_an_adapter_is_unavailable_too_with_its_cause(bug: Exception) -> None:
    model = Patient(clock := Clock())
    guard, _ = guarded(model, clock)
    model.state = bug
    with pytest.raises(ModelUnavailable, match=f"broke: {type(bug).__name__}") as raised:
        guard.generate(PROMPT)
    assert raised.value.__cause__ is bug


@given(st.lists(st.sampled_from(["well", "ill", "quota", "blocked", "late", "bug"]) | st.floats(0, 100), max_size=30))
def test_whatever_happens_it_answers_or_is_unavailable_and_comes_back_in_time(story: list[str | float]) -> None:
    model = Patient(clock := Clock())
    guard, budget = guarded(model, clock)
    states: dict[str, Exception | LLMResponse] = {
        "well": WELL,
        "ill": ILL,
        "quota": OutOfQuota("m", retry_after=20.0),
        "blocked": NoAnswer("m"),
        "late": TimedOut("m"),
        "bug": RuntimeError("m"),
    }
    for happening in story:
        if isinstance(happening, float):
            clock.pass_by(happening)
            continue
        model.state = states[happening]
        budget.start()
        with suppress(ModelUnavailable):
            guard.generate(PROMPT)
    model.state = WELL
    clock.pass_by(60)
    budget.start()
    assert guard.generate(PROMPT) == WELL


def test_each_thread_has_its_own_turn_and_its_own_budget() -> None:
    budget = Budget(10.0, clock := Clock())
    budget.start()
    clock.pass_by(7)

    def elsewhere() -> float:
        budget.start()
        return budget.remaining()

    assert in_threads(2, elsewhere) == [10.0, 10.0]
    assert budget.remaining() == 3.0


def test_the_deadline_reaches_a_real_call() -> None:
    with serving(lambda _: Told(wait=30)) as server:
        model, elapsed = Ollama(url=server.url, name="m"), stopwatch()
        guard = Guarded(model, budget=Budget(10.0, elapsed), clock=elapsed, deadline=0.6)
        fails(guard, match="did not answer within 0.6 s")
        assert elapsed() < 3
        model.close()
