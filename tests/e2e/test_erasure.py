"""After an erasure nothing of the customer is left anywhere in the embedded stack, looked at from outside and on the disk."""

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx

from local.stack import Stack
from tests.support.account import subscriber
from tests.support.client import NO_TLS, Client, eventually

NUMBER = "9811100042"
NAME, BORN, PROOF = "Zubeida Quillon", "1971-03-07", "Zubeida Quillon, 7 March 1971"
SECRET = "the parrot is called Xerxes"
SOMEBODY = {
    "name": NAME,
    "born": BORN,
    "region": "Rajasthan",
    "country": "IN",
    "lines": [{"number": NUMBER, "plan": "pre-299"}],
}


def test_nothing_of_a_customer_is_left_in_any_table_queue_execution_log_archive_or_file(stack: Stack) -> None:
    with (
        httpx.Client(base_url=stack.operator_url, trust_env=False, verify=NO_TLS) as operator,
        subscriber(operator, NUMBER, SOMEBODY),
        Client(stack) as client,
        Client(stack, "acme-us") as room,
    ):
        books = operator.get(f"/sandbox/customers/{NUMBER}").json()
        ids = [str(row["id"]) for table in ("customer", "product") for row in books[table]]
        traces = [NUMBER, *NAME.split(), BORN, "7 March 1971", "Xerxes", *ids]
        a_dialogue_with_proof_order_and_hand_off(client)
        begun = {"roomName": "erasure", "userInput": SECRET, "variables": {"customerName": NAME}}
        session = room.http.post("/api/flows/no_service/process", json=begun).json()["sessionId"]
        places = {place.partition(" ")[0] for place, _ in found(stack, traces)}
        assert "table" in places, "the customer is not looked for where they are"
        assert not places & {"queue", "execution", "log"}, "they were there before"

        left = erased(client, str(client.ticket_id))
        assert {order["workflow"] for order in left["orders"]} == {"data_refuel", "hand_off", "hand_off_watch"}
        assert {order["state"] for order in left["orders"]} == {"ended", "stopped"}
        erased(room, session)
        assert client.http.get(f"/v1/tickets/{client.ticket_id}").status_code == 404
        eventually(lambda: not any(run["status"] == "RUNNING" for run in executions(stack, client)))
        time.sleep(2)
        assert client.http.get(f"/v1/tickets/{client.ticket_id}").status_code == 404
    stack.restart()
    assert found(stack, traces) == []


def a_dialogue_with_proof_order_and_hand_off(client: Client) -> None:
    assert client.say(f"I want to buy 1 GB more data for {NUMBER}")["missing_slot"] == "identity_proof"
    assert "Shall I add 1 GB" in client.say(PROOF)["reply"]["text"]
    assert client.say("yes", wait=20)["status"] == "resolved"
    assert "GB" in client.say(f"and how much data is left on {NUMBER}")["reply"]["text"]
    handed = client.say(f"I want to talk to a human about my line, {SECRET}", wait=20)
    assert "has the number" in handed["reply"]["text"]


def erased(client: Client, ticket: str) -> dict[str, Any]:
    answer = client.http.delete(f"/v1/tickets/{ticket}")
    assert answer.status_code == 200, answer.text
    left: dict[str, Any] = answer.json()
    assert {"point_in_time_recovery", "executions", "back_office"} <= {one["where"] for one in left["remains"]}
    return left


def executions(stack: Stack, client: Client) -> list[Any]:
    """Those of the conversation."""
    conversation = str(client.ticket_id).partition(".")[0]
    return [run for run in all_executions(stack) if conversation in run["input"]]


def all_executions(stack: Stack) -> Iterator[Any]:
    states = stack.client("stepfunctions")
    machines = states.get_paginator("list_state_machines").paginate()
    for arn in [machine["stateMachineArn"] for page in machines for machine in page["stateMachines"]]:
        for page in states.get_paginator("list_executions").paginate(stateMachineArn=arn):
            for run in page["executions"]:
                told = states.describe_execution(executionArn=run["executionArn"])
                history = states.get_execution_history(executionArn=run["executionArn"], maxResults=1000)["events"]
                yield {**told, "input": told.get("input", ""), "history": history}


def found(stack: Stack, traces: list[str]) -> list[tuple[str, str]]:
    """Where each trace is. A table's stream is read by AWS for a day; here it is looked at in the files."""
    return [(place, trace) for place, text in everything(stack) for trace in traces if trace in text]


def everything(stack: Stack) -> Iterator[tuple[str, str]]:
    dynamodb, sqs, logs = (stack.client(name) for name in ("dynamodb", "sqs", "logs"))
    for table in dynamodb.list_tables()["TableNames"]:
        for page in dynamodb.get_paginator("scan").paginate(TableName=table):
            for item in page["Items"]:
                yield f"table {table}", json.dumps(item, ensure_ascii=False)
    for url in sqs.list_queues().get("QueueUrls", []):
        waiting = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=0).get("Messages", [])
        yield f"queue {url}", json.dumps(waiting)
    for run in all_executions(stack):
        yield f"execution {run['executionArn']}", json.dumps(run, default=str, ensure_ascii=False)
    groups = [group for page in logs.get_paginator("describe_log_groups").paginate() for group in page["logGroups"]]
    for group in [one["logGroupName"] for one in groups]:
        for page in logs.get_paginator("filter_log_events").paginate(logGroupName=group):
            yield f"log {group}", json.dumps(page["events"], ensure_ascii=False)
    for file in stack.state_dir.rglob("*"):
        if file.is_file() and "layers" not in file.parts and file.stat().st_size < 50_000_000:
            yield f"file {file}", file.read_bytes().decode(errors="replace")
