"""A new organisation: what it offers beside the shipped flows it uses; and that it, and its keys, are only ever added."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import boto3
import pytest
from botocore.client import BaseClient
from botocore.exceptions import ClientError

from frontline.adapters.flows.library import closure
from frontline.adapters.organisations import Organisations
from frontline.model.organisation import Organisation
from frontline.trades import catalogue_of
from frontline.trades.telecom.workflows import WORKFLOWS
from local.organisation import main, workflows_beside
from tests.support.aws import a_table, in_moto


def test_without_flows_it_offers_everything_that_serves_an_intent() -> None:
    assert workflows_beside(()) == tuple(name for name, workflow in WORKFLOWS.items() if workflow.intents)


def test_no_intent_is_served_twice_and_its_flows_find_what_they_call() -> None:
    library = ("no_service", "mobile_data", "network", "mms")
    workflows = workflows_beside(library)
    assert "network_troubleshooting" not in workflows
    assert {"data_refuel", "recharge_resolution"} <= set(workflows)
    organisation = Organisation(id="new", name="New", workflows=workflows, library=library, address_key="key")
    known = catalogue_of(organisation, closure(library))
    assert known.served_by["no_signal"] == "no_service"
    called = {name for flow in known.flows.values() for name in flow.calls()}
    assert called <= known.flows.keys() | known.workflows.keys()


STACK = {
    "Parameters": [{"ParameterKey": "OperatorUrl", "ParameterValue": "https://bss.example.com"}],
    "Outputs": [
        {"OutputKey": "TableName", "OutputValue": "conversations"},
        {"OutputKey": "OperatorEntries", "OutputValue": "/frontline/prod/operator/"},
    ],
}


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An account with a stack in it, whose operator all organisations share. moto's CloudFormation needs more than we have."""
    call = BaseClient._make_api_call  # type: ignore[attr-defined]

    def answered(self: Any, operation: str, request: Any) -> Any:
        if operation != "DescribeStacks":
            return call(self, operation, request)
        if request["StackName"] != "prod":
            raise ClientError({"Error": {"Code": "ValidationError", "Message": "does not exist"}}, operation)
        return {"Stacks": [STACK]}

    with in_moto():
        monkeypatch.setattr(BaseClient, "_make_api_call", answered)
        yield a_table("conversations")


def kept(table: Any) -> list[Any]:
    return list(table.scan(TableName="conversations")["Items"])


def run(*arguments: str) -> None:
    main([*arguments, "--stack", "prod"])


def test_an_organisation_is_created_once_and_given_another_key_without_being_touched(
    table: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    run("create", "acme-us", "Acme US", "--time-zone", "America/New_York", "--library", "mms")
    before = kept(table)
    with pytest.raises(SystemExit, match="acme-us: organisation 'acme-us' exists already; nothing was changed"):
        run("create", "acme-us", "Acme again", "--scopes", "author")
    assert kept(table) == before
    run("key", "acme-us", "--scopes", "turns,author")
    assert [item for item in kept(table) if item in before] == before
    keys = [line for line in capsys.readouterr().out.splitlines() if " " not in line]
    organisations = Organisations(table, "conversations", lambda: 0.0)
    assert [organisations.caller(key).scopes for key in keys] == [("turns",), ("turns", "author")]
    with pytest.raises(SystemExit, match="globex: no such"):
        run("key", "globex")


@pytest.mark.parametrize("wrong", [("--scopes", "turns,all"), ("--library", "mss"), ("--time-zone", "Mars/Olympus")])
def test_what_makes_no_sense_is_refused_before_anything_is_written(table: Any, wrong: tuple[str, str]) -> None:
    with pytest.raises(SystemExit):
        run("create", "acme-us", "Acme US", *wrong)
    assert kept(table) == []


def test_who_knows_customers_by_number_is_not_created_beside_others_at_one_operator(table: Any) -> None:
    run("create", "acme-in", "Acme India")
    before = kept(table)
    by_number = ("create", "acme-us", "Acme US", "--identity", "number")
    with pytest.raises(
        SystemExit, match=r"acme-us: acme-us knows its customers by .* /frontline/prod/operator/acme-us"
    ):
        run(*by_number)
    assert kept(table) == before
    put = partial(boto3.client("ssm").put_parameter, Name="/frontline/prod/operator/acme-us", Type="SecureString")
    put(Value='{"url": "https://BSS.example.com/"}')
    with pytest.raises(SystemExit, match="OperatorUrl"):
        run(*by_number)
    put(Value='{"url": "https://us.example.com"}', Overwrite=True)
    run(*by_number)


def test_entries_that_were_changed_later_are_compared_when_a_key_is_added(table: Any) -> None:
    put = partial(boto3.client("ssm").put_parameter, Type="SecureString", Overwrite=True)
    put(Name="/frontline/prod/operator/acme-us", Value='{"url": "https://us.example.com"}')
    run("create", "acme-us", "Acme US", "--identity", "number")
    run("create", "acme-in", "Acme India")
    before = kept(table)
    put(Name="/frontline/prod/operator/acme-in", Value='{"url": "https://us.example.com/"}')
    for name in ("acme-us", "acme-in"):
        with pytest.raises(SystemExit, match=r"acme-us knows its customers by .* that of acme-in as well"):
            run("key", name)
    assert kept(table) == before


def test_a_stack_that_is_not_there_is_named(table: Any) -> None:
    with pytest.raises(SystemExit, match="stack 'dev' cannot be read"):
        main(["key", "acme-us", "--stack", "dev"])
    assert kept(table) == []
