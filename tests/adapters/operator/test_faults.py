"""What the customer's matter survives: every way an operator can fail, against the adapter over a real socket."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from frontline.adapters.operator import ApiKey, Limits, TmfOperator
from frontline.model.errors import Invalid, OperatorMisbehaved, OperatorUnavailable
from frontline.trades.telecom.nouns import HandOff, Resume, Roaming
from local.operator import SandboxOperator

QUICK = Limits(connect=1.0, read=0.25, total=4.0, backoff=0.01, longest_wait=0.05)
Change = Callable[[TmfOperator, str], object]


@pytest.fixture
def sandbox() -> Iterator[SandboxOperator]:
    with SandboxOperator().serve() as made:
        yield made


@pytest.fixture
def operator(sandbox: SandboxOperator) -> Iterator[TmfOperator]:
    made = TmfOperator(sandbox.url, limits=QUICK)
    yield made
    made.close()


def credit(operator: TmfOperator, key: str) -> object:
    missing = next(recharge for recharge in operator.recharges("line-0002") if not recharge.credited)
    return operator.credit_recharge("line-0002", missing.payment_id, key)


def refuel(operator: TmfOperator, key: str) -> object:
    return operator.add_data("line-0007", "1", key)


def ask_for_payment(operator: TmfOperator, key: str) -> object:
    return operator.request_payment(operator.bills("customer-4")[0], key)


def roam(operator: TmfOperator, key: str) -> object:
    return operator.order_change("line-0006", Roaming(on=True), key)


def hand_off(operator: TmfOperator, key: str) -> object:
    return operator.file_ticket(HandOff(about="a", reason="b", customer_id="customer-6"), key)


CHANGES: dict[Change, str] = {
    credit: "topupBalance",
    refuel: "topupBalance",
    ask_for_payment: "payment",
    roam: "productOrder",
    hand_off: "troubleTicket",
}
"""What each adds one row to."""

FAULTS: dict[str, dict[str, object]] = {
    "drop after commit": {"kind": "drop"},
    "drop before commit": {"kind": "refuse"},
    "500 before commit": {"kind": "error"},
    "500 after commit": {"kind": "error", "after": True},
    "503 twice": {"kind": "error", "status": 503, "times": 2},
    "429": {"kind": "busy", "retry_after": "0"},
    "malformed after commit": {"kind": "malformed"},
    "empty after commit": {"kind": "empty"},
    "timeout after commit": {"kind": "slow", "seconds": 0.5},
}


def rows(sandbox: SandboxOperator, table: str) -> int:
    return len(sandbox.world.state.table(table))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_change_happens_once_whatever_becomes_of_its_answer(
    sandbox: SandboxOperator, operator: TmfOperator, change: Change, fault: str
) -> None:
    table = CHANGES[change]
    before = rows(sandbox, table)
    sandbox.switch("faults", method="POST", path="/tmf-api/", **FAULTS[fault])
    change(operator, "key-1")
    assert rows(sandbox, table) == before + 1
    if change is not credit:  # which would not find anything missing any more
        change(operator, "key-1")
    assert rows(sandbox, table) == before + 1


def test_what_may_still_be_running_is_not_posted_again(sandbox: SandboxOperator, operator: TmfOperator) -> None:
    sandbox.switch("faults", kind="error", status=504, method="POST")
    with pytest.raises(OperatorUnavailable):
        roam(operator, "key-1")
    assert rows(sandbox, "productOrder") == 0
    roam(operator, "key-1")
    assert rows(sandbox, "productOrder") == 1


def test_ten_at_once_with_one_key_have_one_effect(sandbox: SandboxOperator, operator: TmfOperator) -> None:
    with ThreadPoolExecutor(10) as pool:
        orders = list(pool.map(lambda _: operator.order_change("line-0006", Resume(), "key-1"), range(10)))
    assert {order.id for order in orders} == {"order-1"}
    assert rows(sandbox, "productOrder") == 1


def test_ten_at_once_with_ten_keys_credit_a_recharge_once(sandbox: SandboxOperator, operator: TmfOperator) -> None:
    missing = next(recharge for recharge in operator.recharges("line-0002") if not recharge.credited)
    with ThreadPoolExecutor(10) as pool:
        given = list(
            pool.map(lambda n: operator.credit_recharge("line-0002", missing.payment_id, f"key-{n}"), range(10))
        )
    assert len({top_up.id for top_up in given}) == 1
    assert operator.buckets("line-0002", "money")[0].remaining == "303.5"


@pytest.mark.parametrize(
    "fault", [{"kind": "error"}, {"kind": "refuse"}, {"kind": "slow", "seconds": 0.5}, {"kind": "busy"}]
)
def test_a_question_is_asked_again_and_answered(
    sandbox: SandboxOperator, operator: TmfOperator, fault: dict[str, object]
) -> None:
    sandbox.switch("faults", method="GET", **fault)
    assert operator.customer("customer-1").name == "Asha Rao"


def test_a_question_that_keeps_failing_is_given_up_within_its_budget(sandbox: SandboxOperator) -> None:
    sandbox.switch("faults", kind="error", times=99)
    operator = TmfOperator(sandbox.url, limits=QUICK)
    with pytest.raises(OperatorUnavailable):
        operator.customer("customer-1")
    assert sandbox.world.faults.waiting[0].times == 99 - QUICK.tries
    operator.close()


def test_patience_beyond_ours_is_handed_on(sandbox: SandboxOperator, operator: TmfOperator) -> None:
    sandbox.switch("faults", kind="busy", retry_after="120", times=9)
    with pytest.raises(OperatorUnavailable) as unavailable:
        operator.customer("customer-1")
    assert unavailable.value.retry_after == 120
    assert sandbox.world.faults.waiting[0].times == 8


def test_an_answer_that_is_no_json_is_misbehaviour(sandbox: SandboxOperator, operator: TmfOperator) -> None:
    sandbox.switch("faults", kind="malformed", times=9)
    with pytest.raises(OperatorMisbehaved):
        operator.customer("customer-1")


def test_nobody_there_is_unavailable() -> None:
    with SandboxOperator().serve() as gone:
        url = gone.url
    operator = TmfOperator(url, limits=QUICK)
    with pytest.raises(OperatorUnavailable):
        operator.find_line("+919800000001")
    operator.close()


def test_a_key_the_operator_does_not_know_is_our_mistake() -> None:
    with SandboxOperator(api_key="right").serve() as sandbox:
        wrong, right = TmfOperator(sandbox.url, ApiKey("wrong")), TmfOperator(sandbox.url, ApiKey("right"))
        with pytest.raises(Invalid) as invalid:
            wrong.customer("customer-1")
        assert invalid.value.where == "credentials"
        assert right.customer("customer-1").name == "Asha Rao"
        wrong.close()
        right.close()
