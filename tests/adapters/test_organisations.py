"""Who may call: keys are only ever kept hashed, and one minute of memory carries callers through an outage of the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from frontline.adapters.organisations import REMEMBERED_SECONDS, Organisations, hashed
from frontline.model.errors import NotFound, StoreUnavailable
from tests.support.aws import a_table, in_moto
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
        bench.organisations.put(ACME, KEY, ("turns", "journal"))
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


def test_an_organisation_nobody_has_is_not_found(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.organisations.get("globex")


def test_a_change_counts_within_a_minute(bench: Bench) -> None:
    bench.organisations.caller(KEY)
    renamed = ACME.model_copy(update={"name": "Acme Bharat"})
    Organisations(bench.client, "conversations", lambda: 0.0).put(renamed, KEY, ("turns",))
    assert bench.organisations.caller(KEY).organisation == ACME
    bench.now = REMEMBERED_SECONDS
    assert bench.organisations.caller(KEY) == (renamed, ("turns",))


def test_a_key_that_was_taken_away_stops_working_within_a_minute(bench: Bench) -> None:
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
