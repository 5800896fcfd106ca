"""What an organisation published is read where it is needed, and only there; also where a newer release wrote it."""

import json
from collections.abc import Iterator

import boto3
import pytest

from frontline.adapters.flows.published import Published
from frontline.adapters.flows.publishing import Unsound
from frontline.adapters.flows.versions import Versions
from frontline.adapters.llm.classifier import Classifier
from frontline.workflows import CATALOGUE
from tests.support.aws import in_moto
from tests.support.graphs import ACME_US, Json, edges, node, support_flow
from tests.support.publishing import Desk, an_authors_desk
from tests.support.world import ACME

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
        assert Published(nowhere, Classifier()).of(ACME, [(name, "its-hash") for name in CATALOGUE]) == ()


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
