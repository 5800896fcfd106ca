"""Organisations on AWS and their API keys: each is only ever added, and what is there stays as it is.

`python -m local.organisation create ID NAME --stack STACK [--locale hi] [--languages en,hi] [--time-zone Asia/Kolkata]
[--identity number] [--library no_service,mobile_data] [--scopes turns,author]` makes an organisation and its first key.
`python -m local.organisation key ID --stack STACK [--scopes turns,author]` gives an organisation one more key.
A key is printed once: only its hash is kept.
"""

import argparse
import secrets
import sys
import time
from collections.abc import Collection
from typing import get_args
from zoneinfo import available_timezones

import boto3
from botocore.exceptions import ClientError
from pydantic import ValidationError

from frontline.adapters.flows.library import closure, shipped
from frontline.adapters.flows.library import unsaid as flow_unsaid
from frontline.adapters.offices import Entry, Offices
from frontline.adapters.organisations import ApiKey, Organisations, Scope
from frontline.model.errors import FrontlineError, Invalid, NotFound
from frontline.model.offering import unsaid
from frontline.model.organisation import Organisation
from frontline.texts import LOCALES
from frontline.trades import trade_of
from frontline.trades.telecom.workflows import WORKFLOWS


def main(arguments: list[str] | None = None) -> None:
    """One organisation with everything the catalogue offers that its flows do not, or one more key."""
    options = parsed(arguments)
    key = secrets.token_urlsafe(24)
    try:
        table, offices = deployed(options.stack)
        organisations = Organisations(boto3.client("dynamodb"), table, time.monotonic)
        create = options.command == "create"
        organisation = organisation_of(options) if create else organisations.get(options.id)
        offices.refuse_second_door(organisation, organisations.get)
        if create:
            organisations.create(organisation)
        now = time.time_ns() // 1_000_000
        organisations.add_key(key, ApiKey(organisation=options.id, scopes=options.scopes, created=now))
    except FrontlineError as error:
        sys.exit(f"{options.id}: {error}")
    for name, missing in left_out(organisation).items():
        sys.stdout.write(f"{name} is not offered, as it cannot be said in all its languages: {missing[0]}\n")
    sys.stdout.write(f"{options.id} may now call with this API key; it is not shown again:\n{key}\n")


def deployed(stack: str) -> tuple[str, Offices]:
    """The table of a stack, and the back offices its organisations have."""
    try:
        (found,) = boto3.client("cloudformation").describe_stacks(StackName=stack)["Stacks"]
    except ClientError as error:
        raise NotFound(f"stack {stack!r} cannot be read: {error.response['Error'].get('Message')}") from error
    outputs = {one["OutputKey"]: one["OutputValue"] for one in found.get("Outputs", ())}
    parameters = {one["ParameterKey"]: one["ParameterValue"] for one in found.get("Parameters", ())}
    url, prefix = parameters.get("OperatorUrl"), outputs.get("OperatorEntries", "")
    return outputs["TableName"], Offices(Entry(url=url) if url else None, entries(prefix) if prefix else {}, prefix)


def entries(prefix: str) -> dict[str, Entry]:
    """The operators that organisations have of their own, by organisation."""
    pages = boto3.client("ssm").get_paginator("get_parameters_by_path").paginate(Path=prefix, WithDecryption=True)
    kept = {one["Name"].removeprefix(prefix): one["Value"] for page in pages for one in page["Parameters"]}
    try:
        return {name: Entry.model_validate_json(value) for name, value in kept.items()}
    except ValidationError:
        # Its own words would quote the entry, secrets and all.
        raise Invalid(
            f"a parameter below {prefix} is not an operator entry; see docs/operator.md", where="entry"
        ) from None


def parsed(arguments: list[str] | None) -> argparse.Namespace:
    """What is to be done, checked."""
    parser = argparse.ArgumentParser(prog="python -m local.organisation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    create, key = commands.add_parser("create"), commands.add_parser("key")
    for command in (create, key):
        command.add_argument("id")
        command.add_argument("--stack", required=True, help="the deployed stack's name, like frontline-prod")
        command.add_argument("--scopes", type=scopes, default=("turns",), help=f"some of {','.join(get_args(Scope))}")
    create.add_argument("name")
    create.add_argument("--locale", choices=LOCALES, default="en", help="the language it begins with")
    create.add_argument("--languages", type=languages, help=f"those it speaks, some of {','.join(LOCALES)}")
    create.add_argument("--time-zone", type=time_zone, default="Asia/Kolkata")
    create.add_argument("--library", type=library, default=(), help=f"shipped flows it uses: {','.join(shipped())}")
    create.add_argument("--identity", choices=("proof", "number"), default="proof", help="what shows who a customer is")
    options = parser.parse_args(arguments)
    if options.command == "create" and options.locale not in (options.languages or LOCALES):
        parser.error(f"--languages lists what is spoken, {options.locale} included")
    return options


def scopes(text: str) -> tuple[Scope, ...]:
    """`turns,author`: what a key may do."""
    wanted = text.split(",")
    if unknown := set(wanted) - set(get_args(Scope)):
        raise argparse.ArgumentTypeError(f"there is no scope {', '.join(sorted(unknown))}")
    return tuple(scope for scope in get_args(Scope) if scope in wanted)


def languages(text: str) -> tuple[str, ...]:
    """`en,es`: languages that Frontline speaks."""
    names = tuple(dict.fromkeys(text.split(",")))
    if strange := set(names) - set(LOCALES):
        raise argparse.ArgumentTypeError(f"there is no language {', '.join(sorted(strange))}")
    return names


def library(text: str) -> tuple[str, ...]:
    """`no_service,mms`: shipped flows."""
    names = tuple(name for name in text.split(",") if name)
    if unknown := set(names) - shipped().keys():
        raise argparse.ArgumentTypeError(f"there is no shipped flow {', '.join(sorted(unknown))}")
    return names


def time_zone(text: str) -> str:
    if text not in available_timezones():
        raise argparse.ArgumentTypeError(f"there is no time zone {text}")
    return text


def organisation_of(options: argparse.Namespace) -> Organisation:
    """As it will be kept, with an address key of its own; with what can be said in all its languages."""
    organisation = Organisation(
        id=options.id,
        name=options.name,
        locale=options.locale,
        time_zone=options.time_zone,
        workflows=workflows_beside(options.library),
        library=options.library,
        identity=options.identity,
        address_key=secrets.token_urlsafe(32),
    )
    return organisation.but(languages=options.languages) if options.languages else organisation


def left_out(organisation: Organisation) -> dict[str, tuple[str, ...]]:
    """What it names and cannot offer, with the texts that are missing in its languages."""
    found = {name: unsaid(trade_of(organisation), name, organisation.languages) for name in organisation.workflows}
    found |= {name: flow_unsaid(name, organisation.languages) for name in organisation.library}
    return {name: missing for name, missing in found.items() if missing}


def workflows_beside(library: Collection[str]) -> tuple[str, ...]:
    """Those its flows go through, and those that serve what its flows do not."""
    flows = closure(library)
    served = {intent.name for flow in flows for intent in flow.intents}
    called = {name for flow in flows for name in flow.calls()}
    return tuple(
        name
        for name, workflow in WORKFLOWS.items()
        if name in called or (workflow.intents and served.isdisjoint(intent.name for intent in workflow.intents))
    )


if __name__ == "__main__":
    main()
