"""Whatever is kept is kept for an organisation: the same names of another are other rows."""

from collections.abc import Iterator
from typing import Any

import pytest

from frontline.adapters.approvals import Approvals
from frontline.adapters.fates import Fates
from frontline.adapters.flows.directory import Agent, Directory, Number
from frontline.adapters.flows.published import Published
from frontline.adapters.flows.sessions import Pending, Sessions
from frontline.adapters.flows.versions import Version, Versions
from frontline.adapters.followers import Followers
from frontline.adapters.line_guard import LineGuard, TableTallies
from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.memory import MemoryStore
from frontline.adapters.orders import TableOrders
from frontline.channels.flow_calls import TryMetadata
from frontline.flows.document import FlowDocument
from frontline.flows.drawn import content_hash
from frontline.model.turn import Order
from tests.support.aws import a_step_results_table, a_table, in_moto
from tests.support.graphs import support_flow
from tests.support.world import ACME

CONVERSATION, NAME, LINE = "c" * 32, f"{'0' * 40}-2", "line-1"
OURS, THEIRS = "ours", "theirs"


class Sent:
    """A sender that takes everything."""

    def send(self, number: str, text: str) -> bool:
        del number, text
        return True


@pytest.fixture
def account() -> Iterator[Any]:
    with in_moto():
        a_step_results_table("step-results")
        yield a_table("conversations")


def everything_of(client: Any, organisation: str) -> None:
    """Each adapter keeps something, by names that another organisation may have as well."""
    Approvals(client, "step-results", organisation).keep(NAME, f"token-of-{organisation}")
    assert Fates(client, "step-results").begin(organisation, NAME)
    orders = TableOrders(MemoryStore(), client, "step-results")
    orders.outlive(organisation, Order(name=NAME, workflow="w", inputs={"whose": organisation}))
    orders.keep(organisation, NAME, {"found": organisation})
    Followers(client, "conversations", 90).add(organisation, NAME, CONVERSATION)
    test = TryMetadata(test_mode="chat", identity=organisation, room_name="room")
    Sessions(client, "conversations").prepare(organisation, CONVERSATION, Pending(flow="support", test=test))
    Versions(client, "conversations").keep_draft(organisation, "support", support_flow())
    directory = Directory(client, "conversations")
    directory.put(organisation, Agent(id="front", name=organisation, flow="support"))
    directory.put(organisation, Number(number="+15550100", agent="front"))
    guard = LineGuard(TableTallies(client, "step-results"), organisation, Sent())  # type: ignore[arg-type]  # a sender
    assert guard.attempt("asker", LINE) is None
    assert guard.send_code("asker", LINE, "+919800000001") == "sent"


def test_every_row_of_one_organisation_is_another_ones_for_another(account: Any) -> None:
    kept: dict[str, set[str]] = {}
    for organisation in (OURS, THEIRS):
        everything_of(account, organisation)
        items = [item for table in ("conversations", "step-results") for item in account.scan(TableName=table)["Items"]]
        keys = {f"{(item.get('pk') or item['id'])['S']} {item.get('sk', {}).get('S', '')}" for item in items}
        kept[organisation] = keys - kept.get(OURS, set())
    assert all(key.partition(" ")[0].split("#")[1] == OURS for key in kept[OURS])
    assert len(kept[OURS]) == len(kept[THEIRS]) == 13


def test_what_an_order_of_one_works_with_is_nothing_to_another(account: Any) -> None:
    orders = TableOrders(MemoryStore(), account, "step-results")
    orders.outlive(OURS, Order(name=NAME, workflow="w", inputs={"secret": "ours"}))
    assert orders.values(THEIRS, CONVERSATION, NAME) is None
    orders.forget(THEIRS, NAME)
    assert orders.values(OURS, CONVERSATION, NAME) == {"secret": "ours"}


def test_a_flow_that_was_read_for_one_organisation_is_not_there_for_another(account: Any) -> None:
    raw = support_flow()
    document = FlowDocument.model_validate(raw)
    version = Version(flow="support", hash=content_hash(document, {}, raw), published_at=1, document=raw)
    versions = Versions(account, "conversations")
    versions.keep_version(OURS, version)
    published, live = Published(versions, Classifier()), ((version.flow, version.hash),)
    assert published.of(ACME.but(id=OURS, flows=live, library=()), ())
    assert published.of(ACME.but(id=THEIRS, flows=live, library=()), ()) == ()
    assert published.of(ACME.but(id=THEIRS, library=()), live) == ()
