"""An organisation has a trade, or lives on its own flows; the engine is told which."""

from datetime import UTC, datetime

import pytest

from frontline.model.errors import NotFound
from frontline.model.organisation import Organisation
from frontline.model.reading import Found, Hearing
from frontline.speech.slot_types import SLOT_TYPES
from frontline.trades import NO_TRADE, TRADES, catalogue_of, trade_called, trade_of
from tests.support.world import ACME

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
BEFORE_TRADES = '{"id": "old", "name": "Old", "workflows": ["data_balance"], "address_key": "k"}'


@pytest.mark.parametrize("name", TRADES)
def test_a_trade_is_what_its_folder_exports(name: str) -> None:
    trade = trade_called(name)
    assert trade.name == name
    assert {*trade.duties, *trade.proofs} <= trade.workflows.keys()
    assert trade.slot_types.keys() >= SLOT_TYPES.keys()


def test_a_trade_that_is_not_here_is_named() -> None:
    with pytest.raises(NotFound, match="no trade 'plumbing'; there are telecom"):
        trade_of(ACME.but(trade="plumbing"))


def test_an_organisation_without_a_trade_has_no_workflow_and_no_telephone() -> None:
    catalogue = catalogue_of(ACME.but(trade=None))
    assert trade_of(ACME.but(trade=None)) is NO_TRADE
    assert (dict(catalogue.workflows), catalogue.offers(), catalogue.subjects, NO_TRADE.rules) == ({}, (), (), ())
    assert "airplane_mode" not in catalogue.trade.slot_types
    assert "telecom" not in catalogue.trade.noun


def test_rows_from_before_there_were_trades_are_telecoms() -> None:
    assert list(catalogue_of(Organisation.model_validate_json(BEFORE_TRADES)).intents) == ["data_balance"]


@pytest.mark.parametrize(
    ("said", "value"),
    [("ok, it is done", "done"), ("कर दिया", "done"), ("i can't", "cannot"), ("yes", "done"), ("what is that?", None)],
)
def test_who_has_no_trade_hears_whether_something_was_done(said: str, value: str | None) -> None:
    reading = SLOT_TYPES["done"].read(Hearing(said, NOON, asked=True))
    assert (reading.value if isinstance(reading, Found) else None) == value
    assert SLOT_TYPES["done"].read(Hearing(said, NOON)) is None
