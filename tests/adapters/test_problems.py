"""Every error we know has a status and a stable code, and none tells a value."""

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from frontline.adapters.problems import Problem, invalid, problem_of
from frontline.channels.http import TurnRequest
from frontline.model import errors

SECRET = "9812345678"
STATUS = {
    errors.Unavailable: (503, "unavailable"),
    errors.LostRace: (503, "unavailable"),
    errors.Refused: (409, "a_reason"),
    errors.NotFound: (404, "not_found"),
    errors.Invalid: (400, "invalid"),
    errors.Misbehaved: (500, "internal"),
    errors.ConditionFailed: (500, "internal"),  # between an expression and its flow, which has a way on
    errors.OrderStopped: (500, "internal"),  # between a step and its state machine; no caller meets it
}

OUR_FAULT = tuple(kind for kind, (status, _) in STATUS.items() if status >= 500)


def family(root: type[errors.FrontlineError]) -> Iterator[type[errors.FrontlineError]]:
    yield root
    for child in root.__subclasses__():
        yield from family(child)


def made(kind: type[errors.FrontlineError]) -> errors.FrontlineError:
    if issubclass(kind, errors.Refused):
        return kind("no", code="a_reason")
    if issubclass(kind, errors.Invalid):
        return kind("wrong", where="field")
    return kind("it did not work")


OURS = [kind for kind in family(errors.FrontlineError) if kind.__module__ == errors.__name__]


@pytest.mark.parametrize("kind", OURS[1:])
def test_every_error_has_its_status_and_code(kind: type[errors.FrontlineError]) -> None:
    parents = [parent for parent in STATUS if issubclass(kind, parent)]
    assert len(parents) == 1, f"{kind.__name__} has no place in the tree; say here what callers get"
    problem = problem_of(made(kind))
    assert (problem.status, problem.code) == STATUS[parents[0]]


@pytest.mark.parametrize("kind", [kind for kind in OURS if any(issubclass(kind, fault) for fault in OUR_FAULT)])
def test_what_is_our_fault_tells_nothing_of_what_happened_inside(kind: type[errors.FrontlineError]) -> None:
    assert SECRET not in problem_of(kind(f"about {SECRET}")).body()


@pytest.mark.parametrize("error", [ValueError(SECRET), KeyError(SECRET), RuntimeError(SECRET), errors.FrontlineError()])
def test_a_bug_is_an_internal_error_and_no_more(error: Exception) -> None:
    problem = problem_of(error)
    assert (problem.status, problem.code) == (500, "internal")
    assert SECRET not in problem.detail


def test_what_cannot_be_read_from_our_own_table_is_not_the_callers_fault() -> None:
    with pytest.raises(ValidationError) as wrong:
        TurnRequest.model_validate({"message": 7})
    assert problem_of(wrong.value).status == 500


def test_a_wrong_request_is_told_every_field_and_no_value() -> None:
    with pytest.raises(ValidationError) as wrong:
        TurnRequest.model_validate({"message": [SECRET], "customer": {"id": {SECRET: 1}}, "locale": SECRET})
    problem = invalid(wrong.value)
    assert (problem.status, problem.code) == (400, "invalid")
    assert all(field in problem.detail for field in ("message", "customer.id", "locale"))
    assert SECRET not in problem.body() + str(wrong.value)


def test_a_problem_stays_what_it_is() -> None:
    problem = Problem(418, "teapot", "short and stout")
    assert problem_of(problem) is problem
