"""Who may call: keys are only ever kept hashed, and a short memory carries callers through an outage of the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from frontline.adapters.organisations import (
    AGAIN_SECONDS,
    LOOKS_AGAIN,
    REMEMBERED_SECONDS,
    ApiKey,
    Organisations,
    hashed,
)
from frontline.model.errors import Invalid, NotFound, Refused, StoreUnavailable
from tests.support.aws import a_table, an_organisation, in_moto
from tests.support.world import ACME

KEY = "a-key-of-acme"


@dataclass
class Bench:
    """A clock that stands still until it is told, and a table that can be away."""

    client: Any
    now: float = 0.0

    def __post_init__(self) -> None:
        self.organisations = Organisations(self.client, "conversations", lambda: self.now)

    def goes_away(self) -> None:
        def away(**_: object) -> None:
            raise EndpointConnectionError(endpoint_url="https://dynamodb")

        self.client.meta.events.register("before-call.dynamodb", away)


@pytest.fixture
def bench() -> Iterator[Bench]:
    with in_moto():
        bench = Bench(a_table("conversations"))
        an_organisation(bench.client, "conversations", ACME, KEY, ("turns", "journal"))
        yield bench


def test_a_key_names_its_organisation_and_what_it_may_do(bench: Bench) -> None:
    caller = bench.organisations.caller(KEY)
    assert (caller.organisation, caller.scopes) == (ACME, ("turns", "journal"))


def test_a_key_is_nowhere_in_the_table(bench: Bench) -> None:
    items = bench.client.scan(TableName="conversations")["Items"]
    assert KEY not in str(items)
    assert hashed(KEY) in str(items)


@pytest.mark.parametrize("key", ["another", hashed(KEY), KEY.upper(), KEY + "#"])
def test_a_key_nobody_has_is_not_found(bench: Bench, key: str) -> None:
    with pytest.raises(NotFound):
        bench.organisations.caller(key)


def rows(bench: Bench) -> dict[str, Any]:
    """The whole table, by partition key."""
    return {item["pk"]["S"]: item for item in bench.client.scan(TableName="conversations")["Items"]}


def test_an_organisation_that_exists_is_not_created_again_and_stays_byte_for_byte(bench: Bench) -> None:
    before = rows(bench)
    with pytest.raises(Refused, match="'acme-in' exists already"):
        bench.organisations.create(ACME.but(name="Acme anew", flows=()))
    assert rows(bench) == before


def test_another_key_leaves_everything_else_as_it_is_byte_for_byte(bench: Bench) -> None:
    before = rows(bench)
    key = ApiKey(organisation="acme-in", scopes=("author",), created=1_794_821_400_000)
    bench.organisations.add_key("another", key)
    after = rows(bench)
    assert ApiKey.model_validate_json(after.pop(f"KEY#{hashed('another')}")["body"]["S"]) == key
    assert after == before
    assert bench.organisations.caller("another") == (ACME, ("author",))


def test_a_key_is_given_once_and_to_an_organisation_that_is_there(bench: Bench) -> None:
    before = rows(bench)
    with pytest.raises(Refused, match="key exists already"):
        bench.organisations.add_key(KEY, ApiKey(organisation="acme-in", scopes=("author",)))
    with pytest.raises(NotFound):
        bench.organisations.add_key("another", ApiKey(organisation="globex"))
    assert rows(bench) == before


@pytest.mark.parametrize("id_", ["", "a#b", "-a", "Acme", "a" * 64, "a/b", "acme\n", "*"])
def test_an_id_stands_in_every_key_and_has_no_room_for_anything_else(bench: Bench, id_: str) -> None:
    with pytest.raises(Invalid):
        bench.organisations.create(ACME.but(id=id_))


def test_an_organisation_nobody_has_is_not_found(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.organisations.get("globex")


def test_a_change_counts_within_seconds(bench: Bench) -> None:
    bench.organisations.caller(KEY)
    renamed = ACME.but(name="Acme Bharat")
    elsewhere = Organisations(bench.client, "conversations", lambda: 0.0)
    elsewhere.replace(elsewhere.fresh("acme-in"), renamed)
    assert bench.organisations.caller(KEY).organisation == ACME
    bench.now = REMEMBERED_SECONDS
    assert bench.organisations.caller(KEY) == (renamed, ("turns", "journal"))


def test_a_key_that_was_taken_away_stops_working_within_seconds(bench: Bench) -> None:
    bench.organisations.caller(KEY)
    bench.client.delete_item(TableName="conversations", Key={"pk": {"S": f"KEY#{hashed(KEY)}"}, "sk": {"S": "KEY"}})
    bench.now = REMEMBERED_SECONDS
    with pytest.raises(NotFound):
        bench.organisations.caller(KEY)
    bench.goes_away()
    with pytest.raises(StoreUnavailable):
        bench.organisations.caller(KEY)


def test_while_the_table_is_away_callers_known_before_may_still_call(bench: Bench) -> None:
    bench.organisations.caller(KEY)
    bench.goes_away()
    bench.now = 100 * REMEMBERED_SECONDS
    assert bench.organisations.caller(KEY).organisation == ACME


def test_while_the_table_is_away_nobody_new_is_let_in_and_nobody_is_called_a_stranger(bench: Bench) -> None:
    bench.goes_away()
    with pytest.raises(StoreUnavailable):
        bench.organisations.caller(KEY)


def test_who_asks_for_a_flow_nobody_knows_is_looked_up_for_once_more_and_costs_no_more(bench: Bench) -> None:
    reads: list[object] = []
    bench.client.meta.events.register("before-call.dynamodb.GetItem", lambda **_: reads.append(None))
    known = bench.organisations.get("acme-in")
    elsewhere = Organisations(bench.client, "conversations", lambda: bench.now)
    elsewhere.replace(elsewhere.fresh("acme-in"), known.but(flows=(("ours", "h" * 64),)))
    assert bench.organisations.get("acme-in").flows == ()
    reads.clear()
    for _ in range(20):
        assert bench.organisations.again(known, "ours").flows == (("ours", "h" * 64),) or reads
    assert len(reads) == 1
    for number in range(200):
        bench.organisations.again(known, f"made-up-{number}")
    assert len(reads) == LOOKS_AGAIN
    bench.now += AGAIN_SECONDS
    bench.organisations.again(known, "ours")
    assert len(reads) == LOOKS_AGAIN + 1


def test_another_look_while_the_table_is_away_forgets_nobody(bench: Bench) -> None:
    known = bench.organisations.caller(KEY).organisation
    bench.goes_away()
    bench.now += REMEMBERED_SECONDS + 1
    assert bench.organisations.again(known, "ours") == known
    assert bench.organisations.caller(KEY).organisation == known
