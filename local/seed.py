"""Decides which organisations exist in the embedded stack, and keeps their keys in the state folder.

A key is made once and survives restarts; the table holds only its hash.
"""

import json
import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from frontline.adapters.offices import Offices
from frontline.adapters.organisations import ApiKey, Exists, Organisations, Scope
from frontline.model.organisation import Organisation
from frontline.trades.telecom.workflows import WORKFLOWS
from local.changes import write_whole

OFFERED = tuple(name for name, workflow in WORKFLOWS.items() if workflow.intents)
ORGANISATIONS = (
    Organisation(id="acme-in", name="Acme India", workflows=OFFERED, address_key=""),
    Organisation(
        id="acme-us",
        name="Acme US",
        time_zone="America/New_York",
        identity="number",
        workflows=(
            "plan_change",
            "data_refuel",
            "data_balance",
            "line_restart",
            "payment_request",
            "suspension_lookup",
            "overdue_lookup",
            "roaming_status",
            "roaming_activation",
            "ticket_status",
        ),
        library=("no_service", "mobile_data", "network", "mms", "travel", "overdue_bill", "suspended_line"),
        address_key="",
    ),
)
"""As they are in the embedded stack, but for their secrets."""

DEFAULT_COUNTRY = "IN"
COUNTRIES = {"acme-us": "US"}
"""Whose sandbox operator is not the one all share: who knows customers by their number alone has books of their own."""

SCOPES: tuple[Scope, ...] = ("turns", "journal", "erase", "approve", "author")


def seed_organisations(dynamodb: Any, table: str, folder: Path, offices: Offices) -> dict[str, str]:
    """Write to the table what is missing of the local organisations and their keys; return the keys by organisation.
    What an organisation has become since it was first written stays. `Refused` if two may not share their back office."""
    keys = local_keys(folder / "keys.json")
    organisations = Organisations(dynamodb, table, time.monotonic)
    for organisation in ORGANISATIONS:
        offices.refuse_second_door(organisation, organisations.get)
    for organisation in ORGANISATIONS:
        key = ApiKey(organisation=organisation.id, scopes=SCOPES, created=time.time_ns() // 1_000_000)
        with suppress(Exists):
            organisations.create(organisation.but(address_key=secrets.token_urlsafe(32)))
        with suppress(Exists):
            organisations.add_key(keys[organisation.id], key)
    return keys


def local_keys(file: Path) -> dict[str, str]:
    """One key an organisation, made at the first call; readable by their owner alone."""
    kept: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    missing = {organisation.id for organisation in ORGANISATIONS} - kept.keys()
    if missing:
        kept |= {name: secrets.token_urlsafe(24) for name in sorted(missing)}
        write_whole(file, json.dumps(kept))
    return kept
