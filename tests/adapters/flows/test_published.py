"""What an organisation published is read where it is needed, and only there."""

import boto3

from frontline.adapters.flows.published import Published
from frontline.adapters.flows.versions import Versions
from frontline.workflows import CATALOGUE
from tests.support.aws import in_moto
from tests.support.world import ACME


def test_a_matter_on_a_workflows_own_slot_list_costs_no_read_and_stands_while_the_table_is_away() -> None:
    with in_moto():
        nowhere = Versions(boto3.client("dynamodb"), "no-such-table")
        assert Published(nowhere).of(ACME, [(name, "its-hash") for name in CATALOGUE]) == ()
