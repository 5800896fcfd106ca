"""Steps as a state machine calls them: through the real handler, to a real operator, remembered in a real table."""

import time
import uuid
from collections.abc import Iterator
from typing import Any, NoReturn

import boto3
import pytest

from frontline.adapters.dynamodb import DynamoStore
from frontline.adapters.memory import MemoryStore
from frontline.adapters.operator import TmfOperator
from frontline.adapters.orders import TableOrders
from frontline.model.base import Values
from frontline.model.errors import (
    ChangeUnderWay,
    Invalid,
    NotFound,
    OperatorMisbehaved,
    OperatorUnavailable,
    OrderStopped,
)
from frontline.model.turn import Order, order_name
from frontline.trades.telecom.steps import STEPS
from functions.workflow_runner import app
from local.operator import SandboxOperator
from tests.contracts.store_bench import Bench
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


def test_the_operator_gets_one_key_for_each_change_of_each_order_of_each_organisation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By which it makes a change once, should our own memory of it be lost."""
    wanted, keys, credit = missing_recharge(), list[str](), STEPS["credit_recharge"]

    def noted(request: Any, operator: Any, key: str) -> Any:
        keys.append(key)
        return credit.run(request, operator, key)

    monkeypatch.setitem(STEPS, credit.name, credit._replace(run=noted))
    for organisation, key in (("acme-in", "one/Credit"), ("acme-in", "two/Credit"), ("globex", "one/Credit")):
        step("credit_recharge", key, organisation, **wanted)
    step("credit_recharge", "one/Again", **wanted)
    assert keys == ["acme-in/one/Credit", "acme-in/two/Credit", "globex/one/Credit", "acme-in/one/Again"]


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
    with pytest.raises(Invalid, match="in fly"):
        step("fly")


def test_an_order_works_by_reference_and_shows_nothing_of_a_customer(account: Any) -> None:
    """Its inputs lie in its row, what its steps find out beside it; the execution gets words of our own."""
    order, conversation = ordering({"line_id": "line-0002", "gigabytes": "1"})
    turn = Bench(MemoryStore(), lambda *_: None, conversation).turn(2).but(order=order)
    DynamoStore(account, SETTINGS["TABLE_NAME"]).append(turn)
    assert ordered("count_data", order, conversation) == {}
    before = orders(account).values("acme-in", conversation, order.name)
    assert ordered("add_data", order, conversation) == ordered("add_data", order, conversation) == {"result": "added"}
    assert ordered("verify_data", order, conversation) == {"arrived": True}
    after = orders(account).values("acme-in", conversation, order.name)
    assert before and after
    assert float(after["gigabytes_left"]) == float(before["before"]) + 1


def test_an_order_whose_conversation_was_erased_goes_no_further_unless_it_had_begun(account: Any) -> None:
    order, conversation = ordering({"line_id": "line-0002", "gigabytes": "1"})
    with pytest.raises(OrderStopped):
        ordered("count_data", order, conversation)
    kept = orders(account)
    kept.outlive("acme-in", order)
    assert ordered("count_data", order, conversation) == {}
    kept.forget("acme-in", order.name)
    kept.keep("acme-in", order.name, {"before": "9"})
    assert "line-0002" not in str(account.scan(TableName=SETTINGS["STEP_RESULTS_TABLE_NAME"])["Items"])
    with pytest.raises(OrderStopped):
        ordered("verify_data", order, conversation)


def test_an_error_keeps_its_class_and_none_of_its_words(sandbox: SandboxOperator, capsys: Any) -> None:
    with pytest.raises(NotFound) as missing:
        step("check_suspension", line_id="line-of-nobody", customer_id="customer-2", today="2026-11-16")
    assert missing.value.__cause__ is None
    assert "line-of-nobody" not in str(missing.value) + capsys.readouterr().out
    del sandbox


def ordering(inputs: Values) -> tuple[Order, str]:
    """An order, and the conversation whose second turn began it."""
    conversation = uuid.uuid4().hex
    return Order(name=order_name("acme-in", conversation, 2), workflow="data_refuel", inputs=inputs), conversation


def orders(account: Any) -> TableOrders:
    return TableOrders(app.runner()._wiring.store, account, SETTINGS["STEP_RESULTS_TABLE_NAME"])


def ordered(name: str, order: Order, conversation: str) -> Json:
    """A task of the order's execution."""
    call = {"step": name, "organisation": "acme-in", "conversation": conversation}
    return app.handler({**call, "key": f"{order.name}/{name}"}, Context())
