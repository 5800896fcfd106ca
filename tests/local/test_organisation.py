"""Which workflows a new organisation offers beside the shipped flows it uses."""

from frontline.adapters.flows.library import closure
from frontline.model.organisation import Organisation
from frontline.workflows import CATALOGUE, catalogue_of
from local.organisation import workflows_beside


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
