"""Steps as a state machine calls them: through the real handler, to a real operator, remembered in a real table."""

import time
from collections.abc import Iterator
from typing import Any, NoReturn

import boto3
import pytest
from pydantic import ValidationError

from frontline.adapters.operator import TmfOperator
from frontline.model.errors import ChangeUnderWay, Invalid, OperatorMisbehaved, OperatorUnavailable
from frontline.steps import STEPS
from functions.workflow_runner import app
from local.operator import SandboxOperator
from tests.functions.conftest import SETTINGS, Context

Json = dict[str, Any]
NUMBER = "+919800000002"


@pytest.fixture(autouse=True)
def runner(account: Any, sandbox: SandboxOperator) -> Iterator[None]:
    del account
    sandbox.switch("reset")
    app.runner.cache_clear()
    yield
    sandbox.switch("reset")
    for client in app.runner()._operators._known.values():
        client.close()


def step(
    name: str, key: str = "order-1/State", organisation: str = "acme-in", seconds: int = 29, **given: object
) -> Json:
    return app.handler({"step": name, "organisation": organisation, "key": key, "input": given}, Context(seconds))


def missing_recharge() -> Json:
    """The recharge that customer paid and never got."""
    line = step("find_line", phone_number=NUMBER)["line_id"]
    found = step("find_recharge", line_id=line)
    assert found["result"] == "missing"
    return {"line_id": line, "payment_id": found["payment_id"]}


def credits_of(sandbox: SandboxOperator, payment: str) -> int:
    given = sandbox.world.state.table("topupBalance").values()
    return sum(payment in str(one) for one in given)


def test_a_step_answers_in_plain_json() -> None:
    assert step("find_line", phone_number=NUMBER) == {
        "found": True,
        "line_id": "line-0002",
        "customer_id": "customer-2",
    }
    assert step("find_line", phone_number="+919999999999") == {"found": False}


def test_a_change_asked_for_twice_with_one_key_happens_once_and_answers_the_same(sandbox: SandboxOperator) -> None:
    wanted = missing_recharge()
    first = step("credit_recharge", "once/Credit", **wanted)
    sandbox.switch("faults", kind="refuse", times=100)
    assert step("credit_recharge", "once/Credit", **wanted) == first == {"result": "credited"}
    assert credits_of(sandbox, wanted["payment_id"]) == 1


def test_two_organisations_may_use_the_same_key() -> None:
    wanted = missing_recharge()
    step("credit_recharge", "same/Credit", **wanted)
    assert step("credit_recharge", "same/Credit", "globex", line_id=wanted["line_id"], payment_id="payment-none") == {
        "result": "refused"
    }


def test_when_the_answer_to_a_change_is_lost_the_retry_makes_no_second_one(
    sandbox: SandboxOperator, operator: TmfOperator
) -> None:
    """The operator has made the change; we fail before we can remember it."""
    wanted = missing_recharge()
    operator.credit_recharge(wanted["line_id"], wanted["payment_id"], "acme-in/lost/Credit")
    assert step("credit_recharge", "lost/Credit", **wanted) == {"result": "credited"}
    assert credits_of(sandbox, wanted["payment_id"]) == 1


def test_a_change_cut_off_by_a_crash_after_its_effect_is_finished_by_a_later_try(
    sandbox: SandboxOperator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the crashed call may still run, nobody takes its place; when its time is up, the change is found made."""
    wanted = missing_recharge()
    credit = STEPS["credit_recharge"]

    def crash(*given: Any) -> NoReturn:
        credit.run(*given)
        raise SystemExit

    monkeypatch.setitem(STEPS, credit.name, credit._replace(run=crash))
    with pytest.raises(SystemExit):
        step("credit_recharge", "crashed/Credit", seconds=1, **wanted)
    monkeypatch.setitem(STEPS, credit.name, credit)
    with pytest.raises(ChangeUnderWay):
        step("credit_recharge", "crashed/Credit", **wanted)
    time.sleep(1)
    assert step("credit_recharge", "crashed/Credit", **wanted) == {"result": "credited"}
    assert credits_of(sandbox, wanted["payment_id"]) == 1


def test_a_change_that_failed_is_not_remembered_as_done(sandbox: SandboxOperator) -> None:
    wanted = missing_recharge()
    sandbox.switch("faults", kind="error", status=500, times=100)
    with pytest.raises((OperatorUnavailable, OperatorMisbehaved)):
        step("credit_recharge", "failed/Credit", **wanted)
    sandbox.world.faults.clear()
    assert step("credit_recharge", "failed/Credit", **wanted) == {"result": "credited"}


def test_a_change_waits_when_what_was_done_cannot_be_looked_up(sandbox: SandboxOperator) -> None:
    wanted = missing_recharge()
    dynamodb = boto3.client("dynamodb")
    description = dynamodb.describe_table(TableName=SETTINGS["STEP_RESULTS_TABLE_NAME"])["Table"]
    dynamodb.delete_table(TableName=SETTINGS["STEP_RESULTS_TABLE_NAME"])
    try:
        with pytest.raises(OperatorUnavailable):
            step("credit_recharge", "blind/Credit", **wanted)
    finally:
        dynamodb.create_table(
            TableName=SETTINGS["STEP_RESULTS_TABLE_NAME"],
            KeySchema=description["KeySchema"],
            AttributeDefinitions=description["AttributeDefinitions"],
            BillingMode="PAY_PER_REQUEST",
        )
    assert credits_of(sandbox, wanted["payment_id"]) == 0


def test_an_error_keeps_the_class_by_which_the_state_machine_retries_it(sandbox: SandboxOperator) -> None:
    sandbox.switch("faults", kind="error", status=503, times=100)
    with pytest.raises(OperatorUnavailable):
        step("find_line", phone_number=NUMBER)


def test_a_step_nobody_has_written_is_named() -> None:
    with pytest.raises(Invalid, match="no step 'fly'"):
        step("fly")


def test_a_step_checks_its_input_before_anything_is_asked_of_the_operator(sandbox: SandboxOperator) -> None:
    sandbox.switch("faults", kind="refuse", times=100)
    with pytest.raises(Invalid) as refused:
        step("credit_recharge", "unchecked/Credit", line_id="line-0002")
    assert refused.value.where == "payment_id"
    with pytest.raises(ValidationError, match="organisation"):
        app.handler({"step": "find_line", "input": {}, "key": "k"}, Context())
