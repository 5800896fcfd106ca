"""Creates an organisation on AWS and prints its new API key, once: only the key's hash is stored.

`python -m local.organisation ID NAME --table TABLE [--locale hi] [--time-zone Asia/Kolkata] [--scopes turns,journal]`
"""

import argparse
import secrets
import sys
import time
from typing import get_args

import boto3

from frontline.adapters.organisations import Organisations, Scope
from frontline.model.organisation import Organisation
from frontline.model.text import LOCALES
from frontline.workflows import CATALOGUE


def main() -> None:
    """One organisation with everything the catalogue offers."""
    parser = argparse.ArgumentParser(prog="python -m local.organisation", description=__doc__)
    parser.add_argument("id")
    parser.add_argument("name")
    parser.add_argument("--table", required=True, help="the stack's output TableName")
    parser.add_argument("--locale", choices=LOCALES, default="en")
    parser.add_argument("--time-zone", default="Asia/Kolkata")
    parser.add_argument("--scopes", default="turns", help=f"some of {','.join(get_args(Scope))}")
    options = parser.parse_args()
    scopes: tuple[Scope, ...] = tuple(scope for scope in get_args(Scope) if scope in options.scopes.split(","))
    organisation = Organisation(
        id=options.id,
        name=options.name,
        locale=options.locale,
        time_zone=options.time_zone,
        workflows=tuple(name for name, workflow in CATALOGUE.items() if workflow.intents),
        address_key=secrets.token_urlsafe(32),
    )
    key = secrets.token_urlsafe(24)
    Organisations(boto3.client("dynamodb"), options.table, time.monotonic).put(organisation, key, scopes)
    sys.stdout.write(f"{organisation.id} may now call with this API key; it is not shown again:\n{key}\n")


if __name__ == "__main__":
    main()
