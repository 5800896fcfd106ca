"""A new organisation: what it offers beside the shipped flows it uses; and that it, and its keys, are only ever added."""

import pytest

from frontline.adapters.flows.library import closure
from frontline.adapters.organisations import Organisations
from frontline.model.organisation import Organisation
from frontline.workflows import CATALOGUE, catalogue_of
from local.organisation import main, workflows_beside
from tests.support.aws import a_table, in_moto


def test_without_flows_it_offers_everything_that_serves_an_intent() -> None:
    assert workflows_beside(()) == tuple(name for name, workflow in CATALOGUE.items() if workflow.intents)


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


def run(*arguments: str) -> None:
    main([*arguments, "--table", "conversations"])


def test_an_organisation_is_created_once_and_given_another_key_without_being_touched(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with in_moto():
        client = a_table("conversations")
        run("create", "acme-us", "Acme US", "--time-zone", "America/New_York", "--library", "mms")
        before = client.scan(TableName="conversations")["Items"]
        with pytest.raises(SystemExit, match="acme-us: organisation 'acme-us' exists already; nothing was changed"):
            run("create", "acme-us", "Acme again", "--scopes", "author")
        assert client.scan(TableName="conversations")["Items"] == before
        run("key", "acme-us", "--scopes", "turns,author")
        after = client.scan(TableName="conversations")["Items"]
        assert [item for item in after if item in before] == before
        keys = [line for line in capsys.readouterr().out.splitlines() if " " not in line]
        organisations = Organisations(client, "conversations", lambda: 0.0)
        assert [organisations.caller(key).scopes for key in keys] == [("turns",), ("turns", "author")]
        with pytest.raises(SystemExit, match="globex: no such"):
            run("key", "globex")


@pytest.mark.parametrize("wrong", [("--scopes", "turns,all"), ("--library", "mss"), ("--time-zone", "Mars/Olympus")])
def test_what_makes_no_sense_is_refused_before_anything_is_written(wrong: tuple[str, str]) -> None:
    with pytest.raises(SystemExit):
        run("create", "acme-us", "Acme US", *wrong)
