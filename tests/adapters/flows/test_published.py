"""What an organisation published is read where it is needed, and only there; also where a newer release wrote it."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import pytest

from frontline.adapters.flows.published import Published
from frontline.adapters.flows.publishing import Unsound
from frontline.adapters.flows.versions import Versions
from frontline.adapters.llm.classifier import Classifier
from frontline.model.action import AskSlot
from frontline.trades.telecom.workflows import WORKFLOWS
from tests.support.aws import in_moto
from tests.support.graphs import ACME_US, Json, edges, node, support_flow
from tests.support.publishing import Desk, an_authors_desk
from tests.support.world import ACME, Talk

CALLER: Json = {
    "title": "front desk",
    "nodes": [node("begin", "start"), node("help", "subflow", flow="support"), node("done", "end")],
    "edges": edges("begin -> help", "help -> done"),
}


@pytest.fixture
def desk() -> Iterator[Desk]:
    with an_authors_desk() as one:
        yield one


def test_a_matter_on_a_workflows_own_slot_list_costs_no_read_and_stands_while_the_table_is_away() -> None:
    with in_moto():
        nowhere = Versions(boto3.client("dynamodb"), "no-such-table")
        assert Published(nowhere, Classifier()).of(ACME, [(name, "its-hash") for name in WORKFLOWS]) == ()


def test_a_flow_of_a_newer_release_keeps_its_hash_its_fields_and_its_callers(desk: Desk) -> None:
    first = desk.publish("support", support_flow())
    desk.publish("front", CALLER)
    calling = dict(desk.organisation.flows)["front"]
    desk.by_a_newer_release("front", calling, lambda document: document["nodes"][1]["data"].update(priority=3))
    (front,) = [flow for flow in desk.published.of(desk.organisation, ()) if flow.id == "front"]
    assert front.hash == calling, "tickets are pinned by it"
    other = support_flow()
    other["title"] = "another"
    assert desk.publish("support", other) != first
    moved = dict(desk.organisation.flows)["front"]
    assert moved != calling
    assert desk.body("front", moved)["document"]["nodes"][1]["data"]["priority"] == 3


def test_going_back_to_a_version_of_a_newer_release_drops_nothing_of_it_but_a_draft_is_still_read_strictly(
    desk: Desk,
) -> None:
    first = desk.publish("support", support_flow())
    desk.by_a_newer_release("support", first, lambda document: document.update(audience="all"))
    back = desk.publishing.roll_back(ACME_US.id, "support", first)
    assert desk.body("support", back.hash)["document"]["audience"] == "all"
    assert (desk.publishing.source(desk.organisation, "support", "live") or {})["audience"] == "all"
    with pytest.raises(Unsound) as refused:
        desk.publish("support", support_flow() | {"audience": "all"})
    assert [(one.code, one.path) for one in refused.value.findings] == [("schema", "audience")]


def test_a_flow_with_a_node_that_only_a_newer_release_can_walk_is_not_there_and_breaks_nothing(desk: Desk) -> None:
    first = desk.publish("support", support_flow())
    desk.by_a_newer_release("support", first, lambda document: document["nodes"][1].update(type="hologram"))
    assert "support" not in [flow.id for flow in desk.published.of(desk.organisation, ())]
    with pytest.raises(Unsound):
        desk.publishing.roll_back(ACME_US.id, "support", first)


PAGE = Path(__file__).parents[3] / "docs" / "flows.md"


def insurance() -> Json:
    """The flow with an intent that the page on flows shows."""
    shown = [json.loads(one) for one in re.findall(r"```json\n(.*?)```", PAGE.read_text(), re.DOTALL)]
    return next(one for one in shown if one.get("intents"))


@pytest.fixture
def taught(classifier: Classifier) -> Iterator[Desk]:
    with an_authors_desk(classifier) as one:
        yield one


@pytest.mark.parametrize(
    "words",
    ["can I get my house insured", "I'd like insurance for our flat", "घर का बीमा चाहिए", "flat ka insurance chahiye"],
)
def test_what_an_author_published_is_understood_at_once_and_put_right(
    words: str, taught: Desk, talk: Callable[..., Talk]
) -> None:
    taught.publish("insurance", insurance())
    one = talk(organisation=taught.organisation, flows=taught.published)
    assert one.say(words).action == AskSlot(slot="home")
    assert one.turn.heard.by["insure_home"][0] == "classifier"
    one.say("house, no sorry a flat")
    one.say("10001")
    for slip in ("wait, my postcode is 10002", "what is a reason?", "no sorry, a house", "not a house, a flat"):
        assert one.say(slip).action == AskSlot(slot="reason")
    assert one.say("my postcode is wrong").action == AskSlot(slot="area", correcting=True)
    one.say("10003")
    known = {slot: one.ticket.facts.get(slot) for slot in ("home", "area", "reason")}
    assert {slot: fact and fact.value for slot, fact in known.items()} == {
        "home": "flat",
        "area": "10003",
        "reason": None,
    }
    assert one.say("we move in soon").ticket.status == "escalated"


def test_what_examples_came_to_is_in_the_versions_row_and_learnt_again_for_another_classifier(taught: Desk) -> None:
    content = taught.publish("insurance", insurance())
    body = taught.body("insurance", content)
    (flow,) = [one for one in taught.published.of(taught.organisation, ()) if one.id == "insurance"]
    assert flow.taught == body["taught"]
    assert 0 < len(body["taught"]) < 50_000
    key = taught._key("insurance", content)
    stale = {**body, "taught": "AAAA" + body["taught"][4:]}
    taught.client.put_item(TableName="conversations", Item={**key, "body": {"S": json.dumps(stale)}})
    anew = Published(Versions(taught.client, "conversations"), taught.published._teacher)
    (flow,) = [one for one in anew.of(taught.organisation, ()) if one.id == "insurance"]
    assert taught.published._teacher.was_taught(flow.taught)


def test_an_author_is_told_of_examples_that_are_few_or_another_intents(taught: Desk) -> None:
    taught.publish("insurance", insurance())
    claim = {
        "name": "claim",
        "means": "has a damage",
        "offer": "Report a damage",
        "examples": ["a pipe burst in my kitchen"],
    }
    other = {
        **insurance(),
        "slots": [],
        "intents": [{**claim, "examples": [*claim["examples"], "I want to insure my house"]}],
    }
    other |= {"nodes": [node("a", "start"), node("b", "transfer")], "edges": edges("a -> b")}
    told = taught.publishing.checked(taught.organisation, "claims", other)
    assert [(one.code, one.severity, one.path) for one in told.findings] == [
        ("few_examples", "warning", "intents[0].examples"),
        ("example_elsewhere", "warning", "intents[0].examples[1]"),
    ]
    assert "'insure_home'" in told.findings[1].reason and "'claim'" in told.findings[1].reason
    bare = {**other, "intents": [{**claim, "examples": []}]}
    (only,) = taught.publishing.checked(taught.organisation, "claims", bare).findings
    assert (only.code, only.path) == ("few_examples", "intents[0].examples")


def test_publishing_leaves_the_rest_of_the_organisation_as_a_newer_release_put_it(desk: Desk) -> None:
    desk.publish("support", support_flow())
    key = {"pk": {"S": f"ORGANISATION#{ACME_US.id}"}, "sk": {"S": "PROFILE"}}
    stored = json.loads(desk.client.get_item(TableName="conversations", Key=key)["Item"]["body"]["S"])
    assert (stored["tier"], [name for name, _ in stored["flows"]]) == ({"of": "tomorrow"}, ["support"])
    stored["identity"] = "by_voice"
    desk.client.put_item(TableName="conversations", Item={**key, "body": {"S": json.dumps(stored)}})
    desk.publishing.unpublish(ACME_US.id, "support")
    stored = json.loads(desk.client.get_item(TableName="conversations", Key=key)["Item"]["body"]["S"])
    assert (stored["identity"], stored["flows"]) == ("by_voice", []), "only what was changed is written"
