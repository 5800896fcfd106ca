"""Circuit breaker and quota pause: a model that is ill costs the next turns nothing, and comes back when it is well."""

import pytest

from frontline.adapters.llm.guard import LONGEST_PAUSE, Breaker
from frontline.adapters.llm.http import NoAnswer, OutOfQuota
from tests.adapters.llm.patients import ILL, PROMPT, WELL, Patient, fails, guarded, in_threads
from tests.adapters.llm.server import Clock


def test_after_three_failures_in_a_row_it_is_not_asked_until_it_has_rested() -> None:
    model = Patient(clock := Clock())
    guard, _ = guarded(model, clock)
    model.state = ILL
    fails(guard, 3, match="500")
    fails(guard, 5, match="resting")
    assert len(model.timeouts) == 3
    clock.pass_by(29.9)
    fails(guard, match="resting")


def test_a_success_between_failures_keeps_it_in_service() -> None:
    model = Patient(clock := Clock())
    guard, _ = guarded(model, clock)
    for _ in range(4):
        model.state = ILL
        fails(guard, 2, match="500")
        model.state = WELL
        guard.generate(PROMPT)


def test_after_its_rest_one_call_tries_and_a_recovered_model_is_back_for_all() -> None:
    model = Patient(clock := Clock())
    guard, _ = guarded(model, clock)
    model.state = ILL
    fails(guard, 3)
    clock.pass_by(30)
    model.state = WELL
    guard.generate(PROMPT)
    guard.generate(PROMPT)
    assert len(model.timeouts) == 5


def test_after_its_rest_one_failure_is_enough_for_another_rest() -> None:
    model = Patient(clock := Clock())
    guard, _ = guarded(model, clock)
    model.state = ILL
    fails(guard, 3)
    clock.pass_by(30)
    fails(guard, match="500")
    fails(guard, match="resting")
    assert len(model.timeouts) == 4


def test_a_probe_that_never_comes_back_blocks_nobody_for_good() -> None:
    breaker = Breaker(clock := Clock(), failures=1, rest=30.0)
    breaker.failed()
    clock.pass_by(30)
    assert breaker.admit()
    assert not breaker.admit()
    clock.pass_by(30)
    assert breaker.admit()


@pytest.mark.parametrize(("asked_for", "pause"), [(17.0, 17.0), (None, 60.0), (90_000.0, LONGEST_PAUSE)])
def test_a_quota_pauses_the_model_at_once_for_as_long_as_it_asked(asked_for: float | None, pause: float) -> None:
    model = Patient(clock := Clock())
    guard, _ = guarded(model, clock)
    model.state = OutOfQuota("m asks for patience", retry_after=asked_for)
    fails(guard, match="patience")
    clock.pass_by(pause - 0.1)
    fails(guard, match="resting")
    model.state = WELL
    clock.pass_by(0.2)
    guard.generate(PROMPT)


def test_what_one_customer_writes_cannot_take_the_model_from_the_others() -> None:
    model = Patient(clock := Clock())
    guard, _ = guarded(model, clock)
    model.state = NoAnswer("m blocked the prompt")
    fails(guard, 20, match="blocked")
    assert len(model.timeouts) == 20


def test_of_many_at_once_only_one_probes() -> None:
    breaker = Breaker(clock := Clock(), failures=1, rest=30.0)
    breaker.failed()
    clock.pass_by(30)
    assert sum(bool(admitted) for admitted in in_threads(8, breaker.admit)) == 1
