"""The HTTP contract, request by request, through the real handler."""

import json
import re
from typing import Any

import pytest

from frontline.adapters.api import authoring, desk, gateway, rooms, telephones, turns
from frontline.adapters.flows.sessions import Pending
from frontline.adapters.memory import MemoryStore
from frontline.channels.flow_calls import TryMetadata
from frontline.model.message import Message, Said
from frontline.model.turn import Order, order_name
from functions.turn_handler import app
from tests.adapters.test_dynamodb import failing
from tests.contracts.store_bench import Bench
from tests.functions.conftest import KEYS, Answered, Api, Context
from tests.support.secrets import without_digests

NOWHERE = "0" * 32 + ".1"


def is_problem(answer: Answered, status: int, code: str) -> str:
    """One shape for everything that goes wrong; what it says in words."""
    assert (answer.status, answer.body["status"], answer.body["code"]) == (status, status, code), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return str(answer.body["detail"])


def test_a_message_is_answered(api: Api) -> None:
    answer = api.turn()
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert (answer.body["turn"], answer.body["status"], answer.body["missing_slot"]) == (1, "needs_info", "region")
    assert answer.body["workflow"] == "network_troubleshooting"
    assert answer.body["degraded"] == []


def test_a_ticket_goes_on_by_its_id(api: Api) -> None:
    first = api.turn()
    second = api.turn("Jaipur", ticket_id=first.body["ticket_id"])
    assert (second.body["ticket_id"], second.body["turn"]) == (first.body["ticket_id"], 2)
    assert first.body["missing_slot"] == "region" and "missing_slot" not in second.body


def test_a_conversation_goes_on_by_the_channels_own_address(api: Api) -> None:
    first, second = (api.turn(text, conversation="+91 98000 00001") for text in ("my internet is slow", "Jaipur"))
    assert second.body["turn"] == 2
    assert "98000" not in first.body["ticket_id"]


def test_a_redelivered_first_message_gets_the_very_same_answer(api: Api) -> None:
    assert api.turn(message_id="first").text == api.turn(message_id="first").text


def test_a_message_id_used_again_is_refused_and_tells_nothing(api: Api) -> None:
    mine = {"message_id": "mine", "customer": "+91 98000 00003"}
    first = api.turn("explain my bill", **mine)
    assert api.turn("explain my bill", **mine).text == first.text
    for message, other in (
        ("explain my bill", {"customer": "+91 98000 00002"}),
        ("explain my bill", {}),
        ("hello", mine),
    ):
        answer = api.turn(message, **{"message_id": "mine", **other})
        assert is_problem(answer, 409, "message_id_reused")
        assert first.body["ticket_id"] not in answer.text
    conversation = {"conversation": "one address", "message_id": "there"}
    api.turn("hello", **conversation)
    assert is_problem(api.turn("explain my bill", **conversation), 409, "message_id_reused")
    lost = {"ticket_id": "0" * 32 + ".1", "message_id": "astray"}
    api.turn("hello", **lost)
    assert is_problem(api.turn("explain my bill", **lost), 409, "message_id_reused")


def test_every_first_message_without_an_id_opens_a_conversation_of_its_own(api: Api) -> None:
    assert api.turn().body["ticket_id"] != api.turn().body["ticket_id"]


@pytest.mark.parametrize("lost", [NOWHERE, "ticket-4711", "../../etc/passwd", "१" * 32 + ".1"])
def test_a_ticket_nobody_knows_becomes_a_new_one_politely(api: Api, lost: str) -> None:
    answer = api.turn(ticket_id=lost, message_id="lost")
    assert answer.status == 200
    assert answer.body["ticket_id"] != lost
    assert "could not find your earlier conversation" in answer.body["reply"]["text"]
    assert api.turn(ticket_id=lost, message_id="lost").text == answer.text


def test_two_who_name_no_ticket_in_the_same_words_never_meet_even_while_the_table_is_away(api: Api) -> None:
    """As channels do that send `null` or `undefined`: the first one's conversation is written when the table is back."""
    table = gateway.wiring().table
    works_again = [failing(table, operation) for operation in ("Query", "PutItem")]
    first = api.turn("my internet is slow in Jaipur", ticket_id="undefined", message_id="one")
    for again in works_again:
        again()
    assert first.body["degraded"] == ["store"]
    assert api.turn("mobile", ticket_id=first.body["ticket_id"]).body["turn"] == 2
    for other in ({"message_id": "two"}, {}):
        second = api.turn("hello", ticket_id="undefined", **other)
        assert second.body["turn"] == 1
        assert second.body["ticket_id"] != first.body["ticket_id"]


def test_the_language_is_the_callers_to_name(api: Api) -> None:
    assert "शहर" in api.turn(locale="hi-IN").body["reply"]["text"]
    assert "shehar" in api.turn(locale="hi-Latn").body["reply"]["text"]


def test_a_body_in_base64_is_read(api: Api) -> None:
    raw = json.dumps({"message": "मेरा नेट धीमा है"}, ensure_ascii=False).encode()
    assert "शहर" in api.post(None, raw=raw).body["reply"]["text"]


def test_workflows_that_cannot_be_run_are_no_error_for_the_customer(api: Api) -> None:
    answer = api.turn("my fibre internet in Jaipur is slow")
    assert (answer.status, answer.body["status"]) == (200, "retry")
    assert "cannot look that up" in answer.body["reply"]["text"]
    again = api.turn("and now?", ticket_id=answer.body["ticket_id"])
    assert again.body["status"] == "escalated"


def test_a_ticket_can_be_looked_at_without_what_was_thought(api: Api) -> None:
    said = api.turn("my internet is slow and my number is 9800000001")
    seen = api.get(f"/v1/tickets/{said.body['ticket_id']}")
    assert seen.body["reply"] == said.body["reply"]
    assert seen.body.keys() == {
        *("ticket_id", "turn", "status", "locale", "opened_at", "updated_at", "workflow", "missing_slot", "reply")
    }
    assert "9800000001" not in seen.text


def test_an_earlier_ticket_of_a_conversation_can_still_be_looked_at(api: Api) -> None:
    first = api.turn("I want to talk to a human").body["ticket_id"]
    second = api.turn("explain my bill", ticket_id=first).body["ticket_id"]
    assert [api.get(f"/v1/tickets/{id_}").body["status"] for id_ in (first, second)] == ["escalated", "needs_info"]
    assert [len(api.get(f"/v1/tickets/{id_}/turns").body["turns"]) for id_ in (first, second)] == [1, 1]


def test_the_journal_is_the_rows_as_they_are(api: Api) -> None:
    id_ = api.turn().body["ticket_id"]
    api.turn("Jaipur", ticket_id=id_)
    (first, second) = api.get(f"/v1/tickets/{id_}/turns").body["turns"]
    assert (first["seq"], second["seq"]) == (1, 2)
    assert second["heard"]["said"] == {"region": "rajasthan"}


def test_a_long_journal_comes_in_pages_that_say_where_the_next_begins(api: Api) -> None:
    id_ = api.turn().body["ticket_id"]
    for text in ("what?", "what do you mean?", "Jaipur"):
        api.turn(text, ticket_id=id_)
    whole = api.get(f"/v1/tickets/{id_}/turns").body
    assert ([turn["seq"] for turn in whole["turns"]], "next" in whole) == ([1, 2, 3, 4], False)
    first = api.get(f"/v1/tickets/{id_}/turns", limit="3").body
    assert ([turn["seq"] for turn in first["turns"]], first["next"]) == ([1, 2, 3], 3)
    last = api.get(f"/v1/tickets/{id_}/turns", limit="3", after=str(first["next"])).body
    assert ([turn["seq"] for turn in last["turns"]], "next" in last) == ([4], False)
    assert first["turns"] + last["turns"] == whole["turns"]
    assert api.get(f"/v1/tickets/{id_}/turns", after="4").body == {"turns": []}


@pytest.mark.parametrize("what", ["", "/turns", "/turns?after=7", "/outbox", "/outbox?after=7"])
@pytest.mark.parametrize("which", ["of nobody", "the next of somebody", "of another organisation"])
def test_a_ticket_that_does_not_exist_is_not_an_empty_one(api: Api, what: str, which: str) -> None:
    somebody = api if which == "the next of somebody" else Api(KEYS["globex"])
    id_ = NOWHERE if which == "of nobody" else str(somebody.turn().body["ticket_id"])
    id_ = id_[:-1] + "2" if somebody is api else id_
    path, _, after = what.partition("?after=")
    is_problem(api.get(f"/v1/tickets/{id_}{path}", **({"after": after} if after else {})), 404, "not_found")


def test_an_outbox_with_nothing_in_it_is_empty(api: Api) -> None:
    id_ = api.turn().body["ticket_id"]
    assert [api.get(f"/v1/tickets/{id_}/outbox", after=after).body for after in ("0", "9")] == [{"messages": []}] * 2


@pytest.mark.parametrize(
    ("path", "allow"),
    [
        ("/v1/turns", "POST, OPTIONS"),
        (f"/v1/tickets/{NOWHERE}", "DELETE, GET, OPTIONS"),
        (f"/v1/tickets/{NOWHERE}/outbox", "GET, OPTIONS"),
        ("/v1/flows/any", "DELETE, GET, PUT, OPTIONS"),
        ("/v1/openapi.json", "GET, OPTIONS"),
    ],
)
def test_a_path_says_how_it_is_called(api: Api, path: str, allow: str) -> None:
    options = api.call("OPTIONS", path, None, {})
    assert (options.status, options.text, options.headers["allow"]) == (204, "", allow)
    for method in ("PATCH", "HEAD", "TRACE", "BREW"):
        wrong = api.call(method, path, None, {})
        is_problem(wrong, 405, "method_not_allowed")
        assert wrong.headers["allow"] == allow
    for nowhere in ("/v1/nothing", f"{path}/more/of/it"):
        is_problem(api.call("OPTIONS", nowhere, None, {}), 404, "no_such_route")


@pytest.mark.parametrize("query", [{"limit": "0"}, {"limit": "101"}, {"limit": "x"}, {"after": "-1"}, {"after": "1.5"}])
def test_a_page_that_makes_no_sense_is_refused(api: Api, query: dict[str, str]) -> None:
    id_ = api.turn().body["ticket_id"]
    assert next(iter(query)) in is_problem(api.get(f"/v1/tickets/{id_}/turns", **query), 400, "invalid")


def test_the_contract_says_how_a_journal_is_paged(api: Api) -> None:
    call = api.get("/v1/openapi.json").body["paths"]["/v1/tickets/{id}/turns"]["get"]
    bounds = {one["name"]: one["schema"] for one in call["parameters"]}
    assert (bounds["limit"]["maximum"], bounds["limit"]["default"], bounds["after"]["default"]) == (
        desk.PAGE,
        desk.PAGE,
        0,
    )
    answer = call["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer["properties"].keys() == {"turns", "next"}


def test_an_erased_ticket_is_as_one_that_never_was(api: Api, account: Any) -> None:
    id_ = api.turn("my number is 9800000013", customer={"phone_number": "+919800000013"}).body["ticket_id"]
    gone = api.delete(f"/v1/tickets/{id_}")
    assert (gone.status, gone.body["turns"], gone.body["orders"]) == (200, 1, [])
    assert {"point_in_time_recovery", "executions", "back_office"} <= {one["where"] for one in gone.body["remains"]}
    is_problem(api.get(f"/v1/tickets/{id_}"), 404, "not_found")
    assert "9800000013" not in json.dumps(account.scan(TableName="conversations")["Items"])
    again = api.turn(ticket_id=id_, message_id="after it")
    never = api.turn(ticket_id=NOWHERE, message_id="after it")
    assert again.body["ticket_id"] != id_ and "could not find your earlier conversation" in again.body["reply"]["text"]
    assert (again.body["reply"], again.body["turn"]) == (never.body["reply"], never.body["turn"])
    for what, query in (
        ("", {}),
        ("/turns", {}),
        ("/turns", {"after": "7"}),
        ("/outbox", {}),
        ("/outbox", {"after": "7"}),
    ):
        told, unknown = (api.get(f"/v1/tickets/{one}{what}", **query) for one in (id_, NOWHERE))
        is_problem(told, 404, "not_found")
        assert told.text == unknown.text.replace(NOWHERE, id_)
    twice = api.delete(f"/v1/tickets/{id_}")
    is_problem(twice, 404, "not_found")
    assert twice.text == api.delete(f"/v1/tickets/{NOWHERE}").text.replace(NOWHERE, id_)


def test_a_conversation_that_goes_on_after_an_erasure_shows_its_new_tickets_alone(api: Api) -> None:
    first = api.turn(conversation="c1").body["ticket_id"]
    assert api.delete(f"/v1/tickets/{first}").status == 200
    second = api.turn(conversation="c1").body
    assert (second["ticket_id"][-2:], second["turn"]) == (".2", 3)
    for what in ("", "/turns", "/outbox"):
        is_problem(api.get(f"/v1/tickets/{first}{what}"), 404, "not_found")
        assert api.get(f"/v1/tickets/{second['ticket_id']}{what}").status == 200
    assert len(api.get(f"/v1/tickets/{second['ticket_id']}/turns").body["turns"]) == 1
    assert api.delete(f"/v1/tickets/{first}").body["turns"] == 1


def test_erasure_takes_a_rooms_session_and_what_began_it(api: Api, account: Any) -> None:
    given = Message(
        id="m",
        organisation="acme-in",
        conversation="e" * 32,
        at=1,
        content=Said(text="hello"),
        flow="ours",
        variables={"name": "Asha Rao"},
        channel="room",
    )
    turn = Bench(MemoryStore(), lambda *_: None, "e" * 32).turn(1).but(message=given)
    gateway.wiring().store.append(turn)
    test = TryMetadata(test_mode="chat", identity="asha-rao", room_name="r")
    pending = Pending(flow="ours", test=test, variables={"name": "Asha Rao"})
    gateway.wiring().sessions.prepare("acme-in", "e" * 32, pending)
    assert api.delete(f"/v1/tickets/{'e' * 32}.1").status == 200
    left = json.dumps(account.scan(TableName="conversations")["Items"])
    assert [trace for trace in ("Asha", "asha", "ours", "SESSION#") if trace in left] == []


def test_one_organisation_never_reaches_anothers_ticket(api: Api) -> None:
    id_ = api.turn("my internet in Jaipur is slow", conversation="shared").body["ticket_id"]
    other = Api(KEYS["globex"])
    is_problem(other.get(f"/v1/tickets/{id_}"), 404, "not_found")
    is_problem(other.get(f"/v1/tickets/{id_}/turns"), 404, "not_found")
    is_problem(other.delete(f"/v1/tickets/{id_}"), 404, "not_found")
    theirs = other.turn("mobile", ticket_id=id_)
    assert theirs.body["turn"] == 1
    assert theirs.body["ticket_id"] != id_
    assert other.turn(conversation="shared").body["ticket_id"] != id_
    assert api.get(f"/v1/tickets/{id_}").body["turn"] == 1


def test_the_contract_is_served_without_a_key(api: Api) -> None:
    document = Api("").get("/v1/openapi.json")
    assert document.status == 200
    told = {(method.upper(), path) for path, calls in document.body["paths"].items() for method in calls}
    served = [
        route
        for router in (turns.router, rooms.router, authoring.router, telephones.router, desk.router)
        for route in vars(router)["_routes"]
    ]
    routes = {(method, re.sub("<[^>]*>", "{}", rule)) for rule, methods, *_ in served for method in methods}
    assert {(method, re.sub("{[^}]*}", "{}", path)) for method, path in told} == routes
    del api


def test_a_row_that_cannot_be_read_is_our_fault_and_neither_answer_nor_log_tells_what_is_in_it(
    api: Api, account: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    id_ = api.turn().body["ticket_id"]
    key = {"pk": {"S": f"CONVERSATION#acme-in#{id_[:32]}"}, "sk": {"S": "TURN#00000001"}}
    account.put_item(TableName="conversations", Item={**key, "body": {"S": '{"schema_version":1,"seq":"s3cret"}'}})
    for answer in (api.get(f"/v1/tickets/{id_}"), api.turn("Jaipur", ticket_id=id_)):
        is_problem(answer, 500, "internal")
        assert "s3cret" not in answer.text + capsys.readouterr().out


def test_the_end_of_an_order_is_a_turn_and_telling_it_twice_changes_nothing(api: Api) -> None:
    id_ = api.turn().body["ticket_id"]
    given = json.dumps({"organisation": "acme-in", "conversation": id_[:32], "inputs": {}})
    detail = {"name": "an-order", "status": "FAILED", "input": given}
    ended = {"source": "aws.states", "detail-type": "Step Functions Execution Status Change", "detail": detail}
    for _ in range(2):
        app.handler(ended, Context())
    told = [turn["message"]["id"] for turn in api.get(f"/v1/tickets/{id_}/turns").body["turns"]]
    assert told[1:] == ["order:an-order"]


@pytest.mark.parametrize("written_again", [False, True])
def test_an_order_that_ends_after_an_erasure_is_told_to_nobody_and_brings_nothing_back(
    api: Api, account: Any, written_again: bool
) -> None:
    vouched = {"customer": {"phone_number": "9800000002"}}
    id_ = api.turn("my recharge did not arrive on 9800000002", **vouched).body["ticket_id"]
    order = begun_order(id_, {"line_id": "line-0002", "payment_id": "payment-2"})
    gateway.wiring().fates.begin("acme-in", order.name)
    left = api.delete(f"/v1/tickets/{id_}").body["orders"]
    assert left == [{"order": order.name, "workflow": "recharge_resolution", "state": "under_way"}]
    if written_again:
        api.turn("my internet is slow", ticket_id=id_)
    journal = api.get(f"/v1/tickets/{id_}/turns").text
    given = json.dumps({"organisation": "acme-in", "conversation": id_[:32], "given": []})
    detail = {"name": order.name, "status": "SUCCEEDED", "input": given, "output": '{"result": "credited"}'}
    assert app.handler({"source": "aws.states", "detail": detail}, Context()) == {"told": 0}
    assert api.get(f"/v1/tickets/{id_}/turns").text == journal
    assert written_again or is_problem(api.get(f"/v1/tickets/{id_}"), 404, "not_found")
    tables = [account.scan(TableName=name)["Items"] for name in ("conversations", "step-results")]
    assert [trace for trace in ("9800000002", "line-0002", "payment-2") if trace in json.dumps(tables)] == []


def begun_order(ticket: str, inputs: dict[str, Any]) -> Order:
    """An order in the ticket's newest turn but one."""
    store, conversation = gateway.wiring().store, ticket[:32]
    newest = store.newest("acme-in", conversation).turn
    assert newest
    seq = newest.seq + 1
    order = Order(name=order_name("acme-in", conversation, seq), workflow="recharge_resolution", inputs=inputs)
    store.append(newest.but(seq=seq, order=order))
    return order


def test_an_order_that_has_changed_nothing_is_stopped_by_an_erasure(api: Api) -> None:
    id_ = api.turn().body["ticket_id"]
    order = begun_order(id_, {"line_id": "line-0002", "payment_id": "payment-2"})
    gateway.wiring().workflows.start("acme-in", id_[:32], order)
    assert [one["state"] for one in api.delete(f"/v1/tickets/{id_}").body["orders"]] == ["stopped"]
    assert gateway.wiring().fates.begin("acme-in", order.name) is False


class InAHurry(Context):
    """A call of which little time is left."""

    def get_remaining_time_in_millis(self) -> int:  # type: ignore[override]  # Powertools declares it static
        return 3_000


def test_when_lambda_has_little_time_left_nothing_is_begun_that_would_not_fit(api: Api) -> None:
    asked: list[str] = []
    gateway.wiring().states.meta.events.register("before-call.sfn", lambda model, **_: asked.append(model.name))
    event = api.event("POST", "/v1/turns", json.dumps({"message": "my fibre internet in Jaipur is slow"}), {})
    answer = app.handler(event, InAHurry())
    assert (answer["statusCode"], json.loads(answer["body"])["status"], asked) == (200, "retry", [])
    api.turn("my fibre internet in Jaipur is slow")
    assert asked == ["StartSyncExecution"]


def test_the_journal_and_the_logs_hold_no_secret(api: Api, caplog: pytest.LogCaptureFixture) -> None:
    """What answers a question for one is hidden whole; in any other message only the secret."""
    id_ = api.turn("Meena Iyer, 5 September 1978, explain my bill for 9800000003").body["ticket_id"]
    for said in ("it was in the spring of 78", "5 September 1978", "my password is Hunter2", "I want a human"):
        api.turn(said, ticket_id=id_)
    answered = api.get(f"/v1/tickets/{id_}/turns")
    shown = [turn["message"]["content"]["text"] for turn in answered.body["turns"]]
    assert shown[:3] == ["[name], [date of birth], explain my bill for 9800000003", "***", "***"]
    for text in (answered.text, *(str(vars(record)) for record in caplog.records)):
        read = without_digests(text)
        assert not [secret for secret in ("Meena", "1978", "of 78", "Hunter2") if secret in read]
