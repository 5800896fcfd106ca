"""The trades there are, one line each. Only what wires things together picks one; the engine gets it as a value."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from frontline.model import offering
from frontline.model.catalogue import Catalogue
from frontline.model.errors import NotFound
from frontline.model.flow import Flow
from frontline.model.organisation import Organisation
from frontline.model.trade import Trade
from frontline.speech.slot_types import SLOT_TYPES

TRADES: Mapping[str, str] = {
    "telecom": "frontline.trades.telecom",
}

NO_TRADE = Trade(slot_types=SLOT_TYPES)
"""Of an organisation that lives on its own flows."""


@cache
def trade_called(name: str | None) -> Trade:
    """`NotFound` for one that this installation does not have."""
    if name is None:
        return NO_TRADE
    if name not in TRADES:
        raise NotFound(f"there is no trade {name!r}; there are {', '.join(TRADES)}")
    trade: Trade = import_module(TRADES[name]).TRADE
    return trade


def trade_of(organisation: Organisation) -> Trade:
    return trade_called(organisation.trade)


def catalogue_of(organisation: Organisation, flows: tuple[Flow, ...] = ()) -> Catalogue:
    """What this organisation offers, by its trade and its flows."""
    return offering.catalogue_of(trade_of(organisation), organisation, flows)
