"""Decides which organisations exist in the embedded stack, and keeps their keys in the state folder.

A key is made once and survives restarts; the table holds only its hash.
"""

import json
import secrets
import time
from pathlib import Path
from typing import Any

from frontline.adapters.organisations import Organisations, Scope
from frontline.model.organisation import Organisation
from frontline.workflows import CATALOGUE
from local.changes import write_whole

OFFERED = tuple(name for name, workflow in CATALOGUE.items() if workflow.intents)
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

SCOPES: tuple[Scope, ...] = ("turns", "journal", "erase", "approve", "author")


def seed_organisations(dynamodb: Any, table: str, folder: Path) -> dict[str, str]:
    """Write the local organisations and their keys' hashes to the table; return the keys by organisation."""
    keys = local_secrets(folder / "keys.json")
    address_keys = local_secrets(folder / "address-keys.json")
    organisations = Organisations(dynamodb, table, time.monotonic)
    for organisation in ORGANISATIONS:
        known = organisation.but(address_key=address_keys[organisation.id])
        organisations.put(known, keys[organisation.id], SCOPES)
    return keys


def local_secrets(file: Path) -> dict[str, str]:
    """One secret an organisation, made at the first call; readable by their owner alone."""
    kept: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    missing = {organisation.id for organisation in ORGANISATIONS} - kept.keys()
    if missing:
        kept |= {name: secrets.token_urlsafe(24) for name in sorted(missing)}
        write_whole(file, json.dumps(kept))
    return kept
