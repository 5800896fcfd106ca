"""Flows through the deployed template: an organisation's admin edits one by HTTP alone, the runbook is one conversation by
every way in, and scripted customers with broken phones are served as its rules say."""

import argparse
import asyncio
import contextlib
import re
import time
from collections.abc import Iterator
from dataclasses import asdict
from uuid import uuid4

import httpx
import pytest

from frontline.adapters.organisations import REMEMBERED_SECONDS
from frontline_worker import FlowExecutor
from local.organisation import main as organisation_tool
from local.stack import Stack
from tests.support.account import subscriber
from tests.support.client import NO_TLS, Client, Json, eventually
from tests.support.faults import Combination
from tests.support.graphs import support_flow
from tests.support.promises import keep_all
from tests.support.runbook import cases, every, served_at
from tests.support.runbook_here import ACME_US

RUNS = 12
ADMINISTRATOR = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "ap-south-1"}
OPENING = "my phone has no service at all"
SIM_LOCKED = ("it says no signal", "airplane mode is off", "the sim is locked, it wants a PUK")


@pytest.fixture
def admin(stack: Stack) -> Iterator[Client]:
    """What an admin has is a key. Flows and names of earlier tests are out of the way."""
    with Client(stack, "acme-us") as one:
        yield one
        for path in ("/v1/numbers/+1-555-0100", "/v1/agents/front-desk", "/v1/flows/ours"):
            one.http.delete(path)
        time.sleep(REMEMBERED_SECONDS)


def sent(client: Client, method: str, path: str, status: int, body: object = None) -> Json:
    answer = client.http.request(method, path, json=body)
    assert answer.status_code == status, answer.text
    return dict(answer.json()) if answer.content else {}


def gone_live(client: Client, how: str = "publish", body: object = None) -> Json:
    """What the desk answers, once turns begin with it too."""
    answer = sent(client, "POST", f"/v1/flows/ours/{how}", 200, body)
    time.sleep(REMEMBERED_SECONDS)
    return answer


def processed(client: Client, room: str, words: str, flow: str = "ours") -> Json:
    return sent(client, "POST", f"/api/flows/{flow}/process", 200, {"roomName": room, "userInput": words})


def test_an_admin_copies_a_shipped_flow_mends_a_mistake_publishes_and_rolls_back(admin: Client) -> None:
    room = uuid4().hex
    sent(admin, "POST", "/v1/flows/slow_data/copy", 200, {"to": "ours"})
    document = sent(admin, "GET", "/v1/flows/ours", 200)["flow"]
    saver = next(one for one in document["nodes"] if one["id"] == "saver")
    saver["data"]["text"] = "Is Data Saver on? Have a look, please."
    cut = {**document, "edges": [edge for edge in document["edges"] if edge["source"] != "saver"]}
    kept = sent(admin, "PUT", "/v1/flows/ours", 200, cut)
    assert kept["publishable"] is False
    assert "saver" in {one.get("node") for one in kept["findings"]}
    assert sent(admin, "POST", "/v1/flows/ours/publish", 422)["findings"]
    assert sent(admin, "PUT", "/v1/flows/ours", 200, document)["publishable"] is True
    first = gone_live(admin)["hash"]
    begun = processed(admin, room, "")
    assert begun["response"].endswith("Is Data Saver on? Have a look, please.")
    saver["data"]["text"] = "Data Saver: on or off?"
    sent(admin, "PUT", "/v1/flows/ours", 200, document)
    second = gone_live(admin)["hash"]
    assert processed(admin, room, "what did you say?")["response"].endswith("Have a look, please.")
    assert processed(admin, f"{room}-b", "")["response"].endswith("on or off?")
    assert gone_live(admin, "rollback", {"hash": first})["hash"] == first != second
    assert processed(admin, f"{room}-c", "")["response"].endswith("Have a look, please.")


def test_a_number_leads_to_an_agent_and_its_flow(admin: Client) -> None:
    sent(admin, "PUT", "/v1/flows/ours", 200, support_flow())
    gone_live(admin)
    sent(admin, "PUT", "/v1/agents/front-desk", 200, {"name": "Front desk", "flow": "ours"})
    sent(admin, "PUT", "/v1/numbers/+1-555-0100", 200, {"agent": "front-desk"})
    found = sent(admin, "GET", "/v1/numbers/+15550100", 200)["metadata"]
    assert (found["organizationId"], found["agentId"], found["flowId"]) == ("acme-us", "front-desk", "ours")
    session = processed(admin, uuid4().hex, "an invoice", found["flowId"])["sessionId"]
    seen = sent(admin, "GET", f"/api/flows/sessions/{session}", 200)["session"]
    assert (seen["flowId"], seen["currentNodeId"]) == ("ours", "contact")
    assert sent(admin, "POST", "/api/flows/ours/test-audio", 409, {})["detail"]


def test_another_organisation_sees_none_of_it(admin: Client, stack: Stack) -> None:
    sent(admin, "PUT", "/v1/flows/ours", 200, support_flow())
    gone_live(admin)
    session = processed(admin, uuid4().hex, "an invoice")["sessionId"]
    with Client(stack, "acme-in") as other:
        assert "ours" not in str(sent(other, "GET", "/v1/flows", 200)["live"])
        sent(other, "GET", "/v1/flows/ours", 404)
        sent(other, "GET", f"/api/flows/sessions/{session}", 404)
        sent(other, "POST", "/api/flows/ours/process", 404, {"roomName": "r", "userInput": "an invoice"})


def test_the_runbook_is_one_conversation_by_every_way_in(stack: Stack) -> None:
    with books(stack) as operator:
        told = [
            served(operator, number, by(stack, number))
            for number, by in (("555-900-0001", by_turns), ("555-900-0002", by_process), ("555-900-0003", by_worker))
        ]
    assert told[0] == told[1] == told[2]
    assert (
        "YOU ARE BEING TRANSFERRED TO A HUMAN AGENT. PLEASE HOLD ON." in told[0][-1][0] or "ticket-…" in told[0][-1][0]
    )
    assert [action and action["name"] for _, action in told[0][1:-1]] == [
        "check_status_bar",
        "check_network_status",
        "check_sim_status",
    ]


def test_a_restart_keeps_what_was_published_and_every_organisation_and_key(
    admin: Client, stack: Stack, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sent(admin, "PUT", "/v1/flows/ours", 200, support_flow())
    sent(admin, "POST", "/v1/flows/ours/publish", 200)
    live, keys = sent(admin, "GET", "/v1/flows", 200)["live"], dict(stack.keys)
    for name, value in ADMINISTRATOR.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_ENDPOINT_URL", stack.endpoint)
    with pytest.raises(SystemExit, match="OperatorUrl"):
        organisation_tool(["create", "second-door", "Nobody", "--stack", "frontline", "--identity", "number"])
    organisation_tool(["create", "newcomer", "New", "--stack", "frontline", "--scopes", "author"])
    key = capsys.readouterr().out.split()[-1]
    stack.restart()
    assert stack.keys == keys
    assert eventually(lambda: live_flows(admin)) == live
    newcomer = admin.http.get("/v1/flows", headers={"x-api-key": key})
    assert newcomer.status_code == 200, newcomer.text


def live_flows(client: Client) -> object:
    """None while the stack is not quite up again."""
    answer = client.http.get("/v1/flows")
    return answer.json()["live"] if answer.status_code == 200 else None


Told = list[tuple[str, Json | None]]


@contextlib.contextmanager
def books(stack: Stack) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=stack.operators["acme-us"], trust_env=False, verify=NO_TLS) as operator:
        yield operator


def served(operator: httpx.Client, number: str, told: Iterator[tuple[str, Json | None]]) -> Told:
    """What may differ is whom the customer is, and which number the hand-off got."""
    with subscriber(operator, number, Combination("no_service", frozenset()).body(number)):
        return [(re.sub(r"ticket-\d+", "ticket-…", text), action) for text, action in told]


def by_turns(stack: Stack, number: str) -> Iterator[tuple[str, Json | None]]:
    with Client(stack, "acme-us") as client:
        for words in (OPENING, number, *SIM_LOCKED):
            reply = client.say(words, wait=5)["reply"]
            yield reply["text"], reply.get("action")
        keep_all(client.journal(), ACME_US)


def by_process(stack: Stack, number: str) -> Iterator[tuple[str, Json | None]]:
    with Client(stack, "acme-us") as client:
        room = uuid4().hex
        for words in ("", number, *SIM_LOCKED):
            answered = processed(client, room, words, "no_service")
            yield answered["response"], answered.get("action")


def by_worker(stack: Stack, number: str) -> Iterator[tuple[str, Json | None]]:
    async def talk() -> Told:
        async with httpx.AsyncClient(trust_env=False, verify=NO_TLS) as http:
            flow = FlowExecutor(stack.endpoint, stack.keys["acme-us"], http=http)
            await flow.start_flow("no_service", uuid4().hex)
            replies = [await flow.process_user_input(words) for words in ("", number, *SIM_LOCKED)]
        return [(reply.text, asdict(reply.action) if reply.action else None) for reply in replies]

    yield from asyncio.run(talk())


def test_scripted_customers_end_as_the_runbook_wants(stack: Stack) -> None:
    free = argparse.Namespace(faults=None, complaint=None, persona=None, only=None)
    with served_at(stack.endpoint, stack.keys["acme-us"], stack.operators["acme-us"]) as place:
        reports = list(every(cases(RUNS, 31, free), place, 31, 2))
    assert len(reports) == RUNS
    assert not [str(report) for report in reports if report.wrong]
    assert sum(report.model_calls for report in reports) == 0
