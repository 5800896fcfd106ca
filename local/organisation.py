"""Creates an organisation on AWS and prints its new API key, once: only the key's hash is stored.

`python -m local.organisation ID NAME --table TABLE [--locale hi] [--time-zone Asia/Kolkata] [--scopes turns,author]
[--library no_service,mobile_data] [--identity number]`
"""

import argparse
import secrets
import sys
import time
from collections.abc import Collection
from typing import get_args

import boto3

from frontline.adapters.flows.library import closure, shipped
from frontline.adapters.organisations import Organisations, Scope
from frontline.model.organisation import Organisation
from frontline.model.text import LOCALES
from frontline.workflows import CATALOGUE


def main() -> None:
    """One organisation, with everything the catalogue offers that its flows do not."""
    parser = argparse.ArgumentParser(prog="python -m local.organisation", description=__doc__)
    parser.add_argument("id")
    parser.add_argument("name")
    parser.add_argument("--table", required=True, help="the stack's output TableName")
    parser.add_argument("--locale", choices=LOCALES, default="en")
    parser.add_argument("--time-zone", default="Asia/Kolkata")
    parser.add_argument("--scopes", default="turns", help=f"some of {','.join(get_args(Scope))}")
    parser.add_argument("--library", default="", help=f"shipped flows it uses, some of {','.join(shipped())}")
    parser.add_argument("--identity", choices=("proof", "number"), default="proof", help="what shows who a customer is")
    options = parser.parse_args()
    scopes: tuple[Scope, ...] = tuple(scope for scope in get_args(Scope) if scope in options.scopes.split(","))
    library = tuple(name for name in options.library.split(",") if name)
    if unknown := set(library) - shipped().keys():
        parser.error(f"--library: there is no shipped flow {', '.join(sorted(unknown))}")
    organisation = Organisation(
        id=options.id,
        name=options.name,
        locale=options.locale,
        time_zone=options.time_zone,
        workflows=workflows_beside(library),
        library=library,
        identity=options.identity,
        address_key=secrets.token_urlsafe(32),
    )
    key = secrets.token_urlsafe(24)
    Organisations(boto3.client("dynamodb"), options.table, time.monotonic).put(organisation, key, scopes)
    sys.stdout.write(f"{organisation.id} may now call with this API key; it is not shown again:\n{key}\n")


def workflows_beside(library: Collection[str]) -> tuple[str, ...]:
    """Those its flows go through, and those that serve what its flows do not."""
    flows = closure(library)
    served = {intent.name for flow in flows for intent in flow.intents}
    called = {name for flow in flows for name in flow.calls()}
    return tuple(
        name
        for name, workflow in CATALOGUE.items()
        if name in called or (workflow.intents and served.isdisjoint(intent.name for intent in workflow.intents))
    )


if __name__ == "__main__":
    main()
