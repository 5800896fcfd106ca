"""Starting the embedded stack again changes nothing that is there: only what is missing is written."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from frontline.adapters.offices import Entry, Offices
from frontline.adapters.organisations import Organisations
from frontline.model.errors import Refused
from local.seed import seed_organisations
from tests.support.aws import a_table, in_moto

SHARED = Entry(url="http://127.0.0.1:1")
OWN = Offices(SHARED, {"acme-us": Entry(url="http://127.0.0.1:2")})


@pytest.fixture
def table() -> Iterator[Any]:
    with in_moto():
        yield a_table("conversations")


def items(table: Any) -> list[Any]:
    return sorted(table.scan(TableName="conversations")["Items"], key=lambda item: str(item["pk"]))


def test_what_an_organisation_has_become_is_there_after_the_next_start(table: Any, tmp_path: Path) -> None:
    keys = seed_organisations(table, "conversations", tmp_path, OWN)
    organisations = Organisations(table, "conversations", time.monotonic)
    kept = organisations.fresh("acme-us")
    organisations.replace(kept, kept.organisation.but(flows=(("ours", "0" * 64),), time_zone="America/Chicago"))
    before = items(table)
    assert seed_organisations(table, "conversations", tmp_path, OWN) == keys
    assert items(table) == before


def test_what_is_missing_is_written_anew(table: Any, tmp_path: Path) -> None:
    seed_organisations(table, "conversations", tmp_path, OWN)
    before = items(table)
    (tmp_path / "keys.json").unlink()
    keys = seed_organisations(table, "conversations", tmp_path, OWN)
    organisations = Organisations(table, "conversations", time.monotonic)
    assert {organisations.caller(key).organisation.id for key in keys.values()} == keys.keys()
    assert [item for item in items(table) if item in before] == before


def test_two_organisations_on_one_operator_are_refused_and_nothing_is_written(table: Any, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="acme-us knows its customers by their number alone"):
        seed_organisations(table, "conversations", tmp_path, Offices(SHARED))
    assert items(table) == []
