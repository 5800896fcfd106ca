"""Which function may do what: the template's policies, held against what the functions really ask of AWS."""

import subprocess
import sys
import time
from contextlib import nullcontext
from typing import Any

import boto3
import pytest

from frontline.adapters.api import authoring, desk, gateway, rooms, telephones, turns
from frontline.adapters.flows.livekit import livekit_of
from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.offices import Entry
from frontline.adapters.operators import Operators
from frontline.adapters.organisations import Organisations
from frontline.adapters.settings import Settings
from frontline.journal.rows import from_body
from frontline.model.action import RunWorkflow
from frontline.model.errors import OperatorUnavailable, WorkflowsUnavailable
from frontline.model.turn import Order
from functions.desk_handler import app as desk_app
from functions.event_publisher import app as publisher
from functions.turn_handler import app as turn_app
from functions.workflow_runner import app as steps
from tests.functions.conftest import FUNCTIONS, SETTINGS, Api, Context
from tests.functions.test_authoring import Author
from tests.functions.test_samples import sample
from tests.support.graphs import support_flow
from tests.support.rights import Call, Record, acting_as, arn, enforced, granting, statements
from tests.support.routes import function_of
from tests.support.world import ACME

LAMBDAS_OWN = {"ReadTurns", "FindStream", "SetAside"}
CONVERSATIONS, STEP_RESULTS = (arn("dynamodb", f"table/{name}") for name in ("Conversations", "StepResults"))
WRITES = ("PutItem", "DeleteItem", "UpdateItem")
ORDER = Order(name="0" * 40 + "-2", workflow="recharge_resolution", inputs={"line_id": "line-0002"})


def may(function: str, action: str, key: str, table: str = CONVERSATIONS) -> bool:
    return granting(function, Call(f"dynamodb:{action}", table, (key,))) is not None


def test_only_the_desk_changes_an_organisation_and_nobody_a_key() -> None:
    for function in FUNCTIONS:
        assert not [action for action in WRITES if may(function, action, "KEY#0")], function
        assert may(function, "PutItem", "ORGANISATION#acme-in") == (function == "DeskHandler")
        assert not may(function, "DeleteItem", "ORGANISATION#acme-in")


@pytest.mark.parametrize("key", ["FLOWS#acme-in", "DIRECTORY#acme-in", "ORGANISATION#acme-in", "KEY#0", "OTHER#", ""])
def test_whoever_takes_over_a_turn_publishes_nothing_and_lets_nobody_in(key: str) -> None:
    assert not [action for action in WRITES if may("TurnHandler", action, key)]


def test_a_turn_neither_erases_nor_approves_nor_sees_the_tokens_of_those_who_wait() -> None:
    assert not may("TurnHandler", "DeleteItem", "CONVERSATION#acme-in#c")
    assert not may("TurnHandler", "GetItem", "APPROVAL#acme-in#o", STEP_RESULTS)
    assert not may("TurnHandler", "PutItem", "APPROVAL#acme-in#o", STEP_RESULTS)
    machine = arn("states", "stateMachine:frontline_charge_dispute")
    assert granting("TurnHandler", Call("states:SendTaskSuccess", machine)) is None
    assert granting("DeskHandler", Call("states:SendTaskSuccess", machine)) == "DeliverDecisions"


def test_the_desk_starts_no_order() -> None:
    machine = arn("states", "stateMachine:frontline_recharge_resolution")
    assert granting("TurnHandler", Call("states:StartExecution", machine)) == "StartOrders"
    assert granting("DeskHandler", Call("states:StartExecution", machine)) is None


def test_no_function_reads_the_table_whole_or_by_a_key_of_another_kind() -> None:
    for function in FUNCTIONS:
        assert granting(function, Call("dynamodb:Scan", CONVERSATIONS)) is None
        assert not may(function, "Query", "KEY#0")
        assert not may(function, "Query", "ORGANISATION#acme-in")


def test_operators_secrets_are_read_only_where_they_were_asked_for() -> None:
    secret = Call("ssm:GetParameter", arn("ssm", "parameter/frontline/frontline/operator/acme-in"))
    assert granting("WorkflowRunner", secret) is None
    for function in FUNCTIONS:
        may_read = granting(function, secret, OperatorParameters="yes") is not None
        assert may_read == (function == "WorkflowRunner")


def test_a_key_that_may_be_touched_does_not_open_one_beside_it() -> None:
    both = Call("dynamodb:PutItem", CONVERSATIONS, ("CONVERSATION#acme-in#c", "KEY#0"))
    assert granting("TurnHandler", both) is None


def test_a_call_that_is_not_allowed_is_refused_and_noted(account: Any) -> None:
    row = {"pk": {"S": "KEY#0"}, "sk": {"S": "KEY"}, "body": {"S": "{}"}}
    with enforced() as record:
        account.put_item(TableName=SETTINGS["TABLE_NAME"], Item={**row, "pk": {"S": "KEY#tests-own"}})
        with acting_as("TurnHandler"), pytest.raises(account.exceptions.ClientError, match="AccessDenied"):
            account.put_item(TableName=SETTINGS["TABLE_NAME"], Item=row)
    assert [(function, call.keys) for function, call in record.refused] == [("TurnHandler", ("KEY#0",))]


@pytest.mark.parametrize(
    ("app", "routers"),
    [(turn_app, (turns.router, rooms.router)), (desk_app, (authoring.router, telephones.router, desk.router))],
    ids=["turn_handler", "desk_handler"],
)
def test_every_route_is_led_to_the_function_that_serves_it(app: Any, routers: tuple[Any, ...]) -> None:
    served = [route for router in routers for route in vars(router)["_routes"]]
    assert served
    for rule, methods, *_ in served:
        path = rule.replace("<", "").replace(">", "")
        assert {FUNCTIONS[function_of(method, path)] for method in methods} == {app}, rule


def test_what_nobody_serves_goes_to_the_turn_handler() -> None:
    for path in ("/", "/v1/nothing", "/v1/tickets/x/turns/y", "/v2/flows"):
        assert function_of("GET", path) == "TurnHandler"


def test_a_turn_loads_no_code_of_authors() -> None:
    """In an interpreter of its own: what other tests imported does not count."""
    look = "import sys; from functions.turn_handler import app; print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True, env=_paths())
    ours = [name for name in loaded.stdout.split() if name.startswith("frontline.")]
    assert "frontline.turn" in ours
    desks = ("api.authoring", "api.desk", "api.telephones", "flows.publishing", "flows.directory", "adapters.openapi")
    assert not [name for name in ours if name.endswith(desks) or ".verify" in name]


def _paths() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(path for path in sys.path if path), "POWERTOOLS_SERVICE_NAME": "tests"}


def test_every_right_is_used_and_none_is_missing(api: Api, classifier: Classifier, rights: Record) -> None:
    """Each function does all it can do: through its handler, or through the adapters it is wired to. None knows what
    another has looked up."""
    a_day_at_the_desk(Author())
    gateway.wiring.cache_clear()
    gateway.wiring().classifier = classifier
    customers_call(api)
    steps_run()
    rows_are_published()
    a_customer_is_forgotten(Author())
    granted = {
        (name, str(one["Sid"])) for name in FUNCTIONS for one in statements(name) if one["Sid"] not in LAMBDAS_OWN
    }
    assert rights.refused == []
    assert granted - rights.used.keys() == set()


def a_day_at_the_desk(author: Author) -> None:
    assert author.send("PUT", "/v1/flows/support", support_flow()).status == 200
    assert author.send("POST", "/v1/flows/support/publish").status == 200
    assert author.send("PUT", "/v1/agents/front", {"name": "Front desk", "flow": "support"}).status == 200
    assert author.send("PUT", "/v1/numbers/+15550100", {"agent": "front"}).status == 200
    assert author.get("/v1/numbers/15550100").status == 200
    session = author.room("room", "an invoice").body["sessionId"]
    assert author.get(f"/api/flows/sessions/{session}").status == 200
    assert author.get(f"/v1/tickets/{session}/turns").status == 200
    assert author.delete(f"/v1/tickets/{session}").status == 200
    gateway.wiring().approvals("acme-in").keep(ORDER.name, "token")
    assert author.send("POST", f"/v1/approvals/{ORDER.name}", {"approved": True}).status == 204


def customers_call(api: Api) -> None:
    wiring = gateway.wiring()
    assert api.turn("I want to talk to a human").status == 200
    with acting_as("TurnHandler"):
        with pytest.raises(WorkflowsUnavailable):
            wiring.workflows.inquire(ACME, RunWorkflow(workflow="recharge_lookup", node="look", inputs={}), "name")
        wiring.workflows.start("acme-in", "c" * 32, ORDER.but(shared=True))
        assert wiring.followers.of("acme-in", ORDER.name) == ["c" * 32]
        assert livekit_of("/frontline/frontline/livekit/", "acme-in") is None
        wiring.workflows.stop("acme-in", ORDER)
        wiring.workflows.outcome("acme-in", "c" * 32, ORDER)
        wiring.orders.values("acme-in", "c" * 32, ORDER.name)


def steps_run() -> None:
    steps.runner.cache_clear()
    steps.handler(sample("workflow_step"), Context())
    change = {"line_id": "line-0002", "payment_id": "payment-none"}
    steps.handler(
        {"step": "credit_recharge", "organisation": "acme-in", "key": "order-9/Credit", "input": change}, Context()
    )
    runner = steps.runner()
    boto3.client("events").create_event_bus(Name=SETTINGS["BUS_NAME"])
    with acting_as("WorkflowRunner"):
        guard = runner._guard("acme-in")
        assert guard.attempt("c" * 32, "line-0002") is None
        guard.passed("c" * 32, "line-0002")
        runner._announcer.announce("acme-in", waiting_order(), "d" * 32)
    for client in runner._operators._known.values():
        client.close()


def a_customer_is_forgotten(author: Author) -> None:
    waiting_order("e")
    assert author.delete(f"/v1/tickets/{'e' * 32}.1").status == 200


def waiting_order(letter: str = "d") -> str:
    """The name of an order that waits for a decision; its row is in the table."""
    turn = from_body(sample("table_stream")["Records"][0]["dynamodb"]["NewImage"]["body"]["S"])
    order = Order(name=f"{letter * 40}-1", workflow="charge_dispute", inputs={})
    with acting_as("TurnHandler"):
        gateway.wiring().store.append(turn.but(message=turn.message.but(conversation=letter * 32), order=order))
    return order.name


def rows_are_published() -> None:
    publisher.publisher.cache_clear()
    assert publisher.handler(sample("table_stream"), Context())["batchItemFailures"] == []
    working = publisher.publisher()
    with acting_as("EventPublisher"):
        working._workflows.start("acme-in", "c" * 32, ORDER.but(shared=True))
        working._workflows.stop("acme-in", ORDER.but(name="1" * 40 + "-2"))
        row = gateway.wiring().store.newest("acme-in", "d" * 32).turn
        assert row
        assert row.order
        working._give_up(row, row.order)
    publisher.publisher.cache_clear()


@pytest.mark.parametrize(("organisation", "asked"), [("globex", "yes"), ("initech", "no")])
def test_an_operator_of_ones_own_is_read_where_it_was_asked_for(account: Any, organisation: str, asked: str) -> None:
    prefix = "/frontline/frontline/operator/"
    entry = Entry(url="http://127.0.0.1:9").model_dump_json(exclude_none=True)
    boto3.client("ssm").put_parameter(Name=prefix + organisation, Type="SecureString", Value=entry)
    organisations = Organisations(account, SETTINGS["TABLE_NAME"], time.monotonic)
    operators = Operators(Settings(operator_parameters=prefix), organisations)
    refused = nullcontext() if asked == "yes" else pytest.raises(OperatorUnavailable)
    with enforced(OperatorParameters=asked) as record, acting_as("WorkflowRunner"), refused:
        operators.of(organisation)
    assert bool(record.refused) == (asked == "no")
