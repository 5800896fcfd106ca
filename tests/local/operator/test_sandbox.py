"""The sandbox itself: filters, pages, time, switches, and the program around it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from local.operator import SandboxOperator
from local.operator.beginning import seeded
from local.operator.clock import Clock
from local.operator.query import matches, select
from local.operator.seeds import CUSTOMERS

ROOT = Path(__file__).resolve().parents[3]
PRODUCTS = "/tmf-api/productInventory/v4/product"


@pytest.fixture
def sandbox() -> Iterator[SandboxOperator]:
    with SandboxOperator().serve() as made:
        yield made


def get(url: str) -> httpx.Response:
    return httpx.get(url, timeout=5, trust_env=False)


def post(url: str, body: dict[str, object]) -> Any:
    return httpx.post(url, json=body, timeout=5, trust_env=False).json()


def test_the_world_begins_the_same_every_time() -> None:
    assert seeded(Clock()).tables == seeded(Clock()).tables


def test_at_least_fourteen_customers_have_something_the_matter() -> None:
    assert len(CUSTOMERS) >= 14
    assert len({line.number for customer in CUSTOMERS for line in customer.lines}) >= 20


def test_conditions_on_a_list_hold_for_one_element() -> None:
    row = {"trait": [{"name": "a", "value": 1}, {"name": "b", "value": True}]}
    assert matches(row, {("trait", "name"): "a", ("trait", "value"): "1"})
    assert matches(row, {("trait", "name"): "b", ("trait", "value"): "true"})
    assert not matches(row, {("trait", "name"): "a", ("trait", "value"): "true"})
    assert not matches(row, {("absent",): "a"})


def test_a_page_is_a_page_and_fields_are_fields() -> None:
    rows = [{"id": str(n), "a": n, "b": n} for n in range(50)]
    assert len(select(rows, {})[0]) == 20
    assert select(rows, {"offset": "48", "limit": "5", "fields": "a"}) == (
        [{"id": "48", "a": 48}, {"id": "49", "a": 49}],
        50,
    )


def test_a_list_tells_how_many_there_are(sandbox: SandboxOperator) -> None:
    answer = get(f"{sandbox.url}{PRODUCTS}?limit=2")
    assert len(answer.json()) == 2
    assert int(answer.headers["X-Total-Count"]) == len(sandbox.world.state.table("product"))


@pytest.mark.parametrize(
    "path", ["/nowhere", "/tmf-api/productInventory/v4/product/none", "/sandbox/none", f"{PRODUCTS}?limit=x"]
)
def test_whatever_is_asked_there_is_an_answer_with_a_code(sandbox: SandboxOperator, path: str) -> None:
    answer = get(sandbox.url + path)
    assert answer.status_code in {400, 404}
    assert answer.json()["code"]


def test_time_moves_only_when_told_and_brings_what_was_promised(sandbox: SandboxOperator) -> None:
    state = sandbox.world.state
    item = {
        "id": "1",
        "action": "modify",
        "product": {"id": "line-0010", "productCharacteristic": [{"name": "simStatus", "value": "replacementOrdered"}]},
    }
    order = post(f"{sandbox.url}/tmf-api/productOrderingManagement/v4/productOrder", {"productOrderItem": [item]})
    assert order["state"] == "inProgress"
    sandbox.switch("advance", days=1)
    assert state.table("productOrder")[order["id"]]["state"] == "inProgress"
    assert state.table("serviceProblem")["problem-1"]["status"] == "resolved"
    sandbox.switch("advance", days=1)
    assert state.table("productOrder")[order["id"]]["state"] == "completed"
    assert {"name": "simStatus", "valueType": "string", "value": "active"} in state.table("product")["line-0010"][
        "productCharacteristic"
    ]


def test_reset_makes_everything_new(sandbox: SandboxOperator) -> None:
    before = get(f"{sandbox.url}/sandbox/state").json()
    sandbox.switch("advance", days=3)
    sandbox.switch("faults", kind="error", times=9)
    sandbox.switch("reset")
    assert get(f"{sandbox.url}/sandbox/state").json() == before
    assert not sandbox.world.faults.waiting


def test_a_message_to_a_customer_can_be_read_back(sandbox: SandboxOperator) -> None:
    sandbox.switch("messages", to="+919800000001", text="Your code is 123456")
    assert get(f"{sandbox.url}/sandbox/messages").json()[0]["text"] == "Your code is 123456"


def test_a_payment_for_a_line_is_a_recharge_that_arrives(sandbox: SandboxOperator) -> None:
    body = {
        "account": {"id": "account-1"},
        "payer": {"id": "customer-1"},
        "paymentMethod": {"name": "UPI"},
        "totalAmount": {"unit": "INR", "value": 100},
        "paymentItem": [{"item": {"id": "line-0001"}}],
    }
    payment = post(f"{sandbox.url}/tmf-api/payment/v4/payment", body)
    sandbox.switch(f"pay/{payment['id']}")
    bucket = sandbox.world.state.table("bucket")["bucket-monetary-line-0001"]
    assert bucket["remainingValue"]["amount"] == 220


def test_the_program_says_where_it_is_and_stops_when_told() -> None:
    command = [sys.executable, "-m", "local.operator", "--port", "0", "--now", "2025-02-25"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        ready = program.stdout.readline()
        assert ready.startswith("READY operator=http://127.0.0.1:")
        assert get(ready.split("=", 1)[1].strip() + "/sandbox/state").json()["now"] == "2025-02-25T00:00:00.000Z"
        program.terminate()
        assert program.wait(timeout=10) == 0


def test_an_operator_for_each_country_has_its_customers_and_keeps_them_through_a_reset() -> None:
    command = [sys.executable, "-m", "local.operator", "--country", "IN", "--country", "US"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        urls = dict(part.split("=", 1) for part in program.stdout.readline().split()[1:])
        assert urls.keys() == {"operator.IN", "operator.US"}
        httpx.post(f"{urls['operator.US']}/sandbox/reset", json={}).raise_for_status()
        books = [set(get(f"{url}/sandbox/state").json()["customer"]) for url in urls.values()]
        program.terminate()
    assert books[0] | books[1] == {f"customer-{customer.number}" for customer in CUSTOMERS}
    assert books[1] == {"customer-31", "customer-32", "customer-33"}
    assert not books[0] & books[1]


def test_a_port_in_use_is_a_clear_message(sandbox: SandboxOperator) -> None:
    command = [sys.executable, "-m", "local.operator", "--port", sandbox.url.rsplit(":", 1)[1]]
    program = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=20)
    assert program.returncode != 0
    assert "Choose another with --port" in program.stderr
