"""Decides which organisations exist in the embedded stack, and keeps their keys in the state folder.

A key is made once and survives restarts; the table holds only its hash.
"""

import json
import secrets
import time
from pathlib import Path
from typing import Any

from frontline.adapters.organisations import Organisations
from frontline.model.organisation import Organisation
from frontline.workflows import CATALOGUE

NAMES = {"acme-in": "Acme India"}


def seed_organisations(dynamodb: Any, table: str, folder: Path) -> dict[str, str]:
    """Write the local organisations and their keys' hashes to the table; return the keys by organisation."""
    keys = local_secrets(folder / "keys.json")
    address_keys = local_secrets(folder / "address-keys.json")
    organisations = Organisations(dynamodb, table, time.monotonic)
    offered = tuple(name for name, workflow in CATALOGUE.items() if workflow.intents)
    for id_, name in NAMES.items():
        organisation = Organisation(id=id_, name=name, workflows=offered, address_key=address_keys[id_])
        organisations.put(organisation, keys[id_], ("turns", "journal", "erase", "approve"))
    return keys


def local_secrets(file: Path) -> dict[str, str]:
    """One secret an organisation, made at the first call; readable by their owner alone."""
    kept: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    missing = NAMES.keys() - kept.keys()
    if missing:
        kept |= {name: secrets.token_urlsafe(24) for name in missing}
        file.touch(mode=0o600)
        file.write_text(json.dumps(kept))
    return kept
