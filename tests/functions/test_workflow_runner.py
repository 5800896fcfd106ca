"""Steps as a state machine calls them: through the real handler, to a real operator, remembered in a real table."""

import uuid
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from pydantic import ValidationError

from frontline.adapters.dynamodb import DynamoStore
from frontline.adapters.memory import MemoryStore
from frontline.adapters.operator import TmfOperator
from frontline.adapters.orders import TableOrders
from frontline.model.errors import Invalid, NotFound, OperatorMisbehaved, OperatorUnavailable, OrderStopped
from frontline.model.turn import Order, Turn, order_name
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


def step(name: str, key: str = "order-1/State", organisation: str = "acme-in", **given: object) -> Json:
    return app.handler({"step": name, "organisation": organisation, "key": key, "input": given}, Context())


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
    begun = ordering({"line_id": "line-0002", "gigabytes": "1"})
    order_row(account, begun)
    orders = TableOrders(app.runner()._wiring.store, account, SETTINGS["STEP_RESULTS_TABLE_NAME"])
    whose = ("acme-in", begun.message.conversation, begun.order.name)
    assert ordered("count_data", begun) == {}
    before = orders.values(*whose)["before"]
    assert ordered("add_data", begun) == ordered("add_data", begun) == {"result": "added"}
    assert ordered("verify_data", begun) == {"arrived": True}
    assert float(orders.values(*whose)["gigabytes_left"]) == float(before) + 1


def test_an_order_whose_conversation_was_erased_goes_no_further_unless_it_had_begun(account: Any) -> None:
    begun = ordering({"line_id": "line-0002", "gigabytes": "1"})
    with pytest.raises(OrderStopped):
        ordered("count_data", begun)
    orders = TableOrders(app.runner()._wiring.store, account, SETTINGS["STEP_RESULTS_TABLE_NAME"])
    orders.outlive("acme-in", begun.order)
    assert ordered("count_data", begun) == {}
    orders.forget("acme-in", begun.order.name)
    orders.keep("acme-in", begun.order.name, {"before": "9"})
    assert "line-0002" not in str(account.scan(TableName=SETTINGS["STEP_RESULTS_TABLE_NAME"])["Items"])
    with pytest.raises(OrderStopped):
        ordered("verify_data", begun)


def test_an_error_keeps_its_class_and_none_of_its_words(sandbox: SandboxOperator, capsys: Any) -> None:
    with pytest.raises(NotFound) as missing:
        step("check_suspension", line_id="line-of-nobody", customer_id="customer-2", today="2026-11-16")
    assert missing.value.__cause__ is None
    assert "line-of-nobody" not in str(missing.value) + capsys.readouterr().out
    del sandbox


def ordering(inputs: Json) -> Turn:
    conversation = uuid.uuid4().hex
    order = Order(name=order_name("acme-in", conversation, 2), workflow="data_refuel", inputs=inputs)
    return Bench(MemoryStore(), lambda *_: None, conversation).turn(2).but(order=order)


def order_row(account: Any, turn: Turn) -> None:
    DynamoStore(account, SETTINGS["TABLE_NAME"]).append(turn)


def ordered(name: str, turn: Turn) -> Json:
    """A task of the order's execution."""
    assert turn.order
    call = {"step": name, "organisation": "acme-in", "conversation": turn.message.conversation}
    return app.handler({**call, "key": f"{turn.order.name}/{name}"}, Context())


def test_a_step_checks_its_input_before_anything_is_asked_of_the_operator(sandbox: SandboxOperator) -> None:
    sandbox.switch("faults", kind="refuse", times=100)
    with pytest.raises(Invalid) as refused:
        step("credit_recharge", "unchecked/Credit", line_id="line-0002")
    assert refused.value.where == "payment_id"
    with pytest.raises(ValidationError, match="organisation"):
        app.handler({"step": "find_line", "input": {}, "key": "k"}, Context())
