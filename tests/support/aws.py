"""AWS as moto plays it in this process: an account with nothing in it, and the few things our functions need there."""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

import boto3
from moto import mock_aws

from frontline.adapters.organisations import ApiKey, Organisations, Scope
from frontline.model.organisation import Organisation

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

REGION = "ap-south-1"
NOBODY = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_SESSION_TOKEN": "testing",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
}
MACHINES = f"arn:aws:states:{REGION}:123456789012:stateMachine:frontline-"


@contextmanager
def in_moto(settings: Mapping[str, str] | None = None) -> Iterator[None]:
    """Nothing that happens in here leaves this process, whatever the machine's own AWS settings are."""
    with patch.dict(os.environ, {**NOBODY, **(settings or {})}), mock_aws():
        os.environ.pop("AWS_PROFILE", None)
        os.environ.pop("AWS_ENDPOINT_URL", None)
        yield


def a_table(name: str, client: "DynamoDBClient | None" = None) -> "DynamoDBClient":
    """A table with the keys of the template's `Conversations`."""
    client = client or boto3.client("dynamodb")
    client.create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    return client


def an_organisation(
    client: "DynamoDBClient", table: str, organisation: Organisation, key: str, scopes: tuple[Scope, ...]
) -> None:
    """With one key."""
    organisations = Organisations(client, table, time.monotonic)
    organisations.create(organisation)
    organisations.add_key(key, ApiKey(organisation=organisation.id, scopes=scopes))


def a_step_results_table(name: str) -> None:
    """A table with the keys of the template's `StepResults`."""
    boto3.client("dynamodb").create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )


def a_state_machine(workflow: str) -> None:
    """One that can be started, and that moto never runs to an end."""
    boto3.client("stepfunctions").create_state_machine(
        name=f"frontline-{workflow}",
        definition='{"StartAt": "End", "States": {"End": {"Type": "Succeed"}}}',
        roleArn="arn:aws:iam::123456789012:role/workflows",
    )
