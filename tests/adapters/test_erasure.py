"""What lies beside a conversation goes with it, each kind of row by itself."""

from collections.abc import Iterator
from typing import Any

import pytest

from frontline.adapters.memory import MemoryStore
from frontline.adapters.settings import Settings
from frontline.adapters.wiring import Wiring
from frontline.model.turn import Order
from tests.contracts.store_bench import Bench
from tests.support.aws import MACHINES, a_state_machine, a_step_results_table, a_table, in_moto

CONVERSATION = "c" * 32
ASKED = Order(name=f"{'1' * 40}-1", workflow="recharge_resolution", inputs={"name": "Meena Iyer"})
BEGUN = Order(name=f"{'1' * 40}-2", workflow="recharge_resolution", inputs={"name": "Meena Iyer"})
FOLLOWED = Order(name=f"{'2' * 40}-shared", workflow="recharge_resolution", inputs={}, shared=True)


@pytest.fixture
def account() -> Iterator[Any]:
    with in_moto():
        a_state_machine("recharge_resolution")
        a_step_results_table("step-results")
        yield a_table("conversations")


def test_who_follows_an_order_approvals_and_findings_go_and_what_is_under_way_keeps_its_inputs_alone(
    account: Any,
) -> None:
    settings = Settings(
        table_name="conversations", step_results_table_name="step-results", state_machine_prefix=MACHINES
    )
    wiring = Wiring(settings)
    bench = Bench(MemoryStore(), lambda *_: None, CONVERSATION)
    for seq, order in enumerate((ASKED, BEGUN, FOLLOWED), 1):
        wiring.store.append(bench.turn(seq).but(order=order))
        wiring.approvals("acme-in").keep(order.name, "token")
    wiring.orders.keep("acme-in", ASKED.name, {"found": "Meena Iyer"})
    wiring.followers.add("acme-in", FOLLOWED.name, CONVERSATION)
    wiring.followers.add("acme-in", FOLLOWED.name, "another")
    assert wiring.fates.begin("acme-in", BEGUN.name)

    erased = wiring.erasure.erase("acme-in", CONVERSATION)
    assert erased and [(one.order, one.state) for one in erased.orders] == [
        (ASKED.name, "stopped"),
        (BEGUN.name, "under_way"),
    ]
    assert wiring.followers.of("acme-in", FOLLOWED.name) == ["another"]
    rows = {item["id"]["S"]: item for item in account.scan(TableName="step-results")["Items"]}
    for order in (ASKED, BEGUN):
        assert f"APPROVAL#acme-in#{order.name}" not in rows
    assert "Meena" not in str(rows[f"RUN#acme-in#{ASKED.name}"])
    assert wiring.orders.values("acme-in", CONVERSATION, BEGUN.name) == BEGUN.inputs
    assert "Meena" not in str(account.scan(TableName="conversations"))

    wiring.orders.keep("acme-in", ASKED.name, {"found": "Meena Iyer"})
    assert wiring.orders.values("acme-in", CONVERSATION, ASKED.name) is None
    wiring.orders.forget("acme-in", BEGUN.name)
    wiring.orders.keep("acme-in", BEGUN.name, {"found": "Meena Iyer"})
    assert "Meena" not in str(account.scan(TableName="step-results")), "a step that was still on its way"
