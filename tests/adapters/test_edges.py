"""Small edges to the outside: what a function is told, what goes into an execution, how a row lies in the table."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from frontline.adapters.executions import execution_input, outcome_of
from frontline.adapters.memory import MemoryStore
from frontline.adapters.settings import Settings
from frontline.journal import rows
from frontline.model.message import Outcome
from tests.contracts.store_bench import Bench

TURN = Bench(MemoryStore(), lambda *_: None, "c" * 32).turn(1, "नमस्ते")


def test_settings_are_the_environments_variables_and_an_empty_one_is_as_good_as_none() -> None:
    settings = Settings.of({"TABLE_NAME": "table", "SESSION_MINUTES": "5", "GEMINI_MODEL": "", "PATH": "/bin"})
    assert (settings.table_name, settings.session_minutes) == ("table", 5)
    assert settings.gemini_model == Settings().gemini_model


def test_a_setting_that_makes_no_sense_is_refused_by_name() -> None:
    with pytest.raises(ValidationError, match="session_minutes"):
        Settings.of({"SESSION_MINUTES": "soon"})


def test_the_tenant_and_the_conversation_travel_with_an_execution() -> None:
    given_ = json.loads(execution_input("acme-in", "c" * 32, {"name": "आशा"}))
    assert given_ == {"organisation": "acme-in", "conversation": "c" * 32, "given": ["name"]}


def test_what_belongs_to_no_conversation_brings_its_inputs_along() -> None:
    given_ = json.loads(execution_input("acme-in", "", {"region": "जयपुर"}))
    assert given_ == {"organisation": "acme-in", "conversation": "", "inputs": {"region": "जयपुर"}}


def test_an_execution_that_keeps_to_its_output_has_a_result() -> None:
    ended = outcome_of("SUCCEEDED", '{"result": "paid", "values": {"total": "₹10", "late": true}}')
    assert ended == Outcome(status="succeeded", result="paid", values={"total": "₹10", "late": True})


def test_what_an_order_found_is_looked_up_by_the_names_its_execution_ends_with() -> None:
    output = '{"result": "added", "found": {"left": "gigabytes_left", "reason": "reason"}}'
    ended = outcome_of("SUCCEEDED", output, None, lambda: {"gigabytes_left": "2", "line_id": "line-2"})
    assert ended == Outcome(status="succeeded", result="added", values={"left": "2"})
    assert outcome_of("SUCCEEDED", output, None, lambda: None).values == {}


@pytest.mark.parametrize("status", ["FAILED", "TIMED_OUT", "ABORTED", "A_NEW_ONE"])
def test_whatever_did_not_succeed_has_no_result_even_if_it_says_one(status: str) -> None:
    ended = outcome_of(status, '{"result": "paid"}')
    assert ended.status != "succeeded"
    assert ended.result is None


@given(st.none() | st.text() | st.recursive(st.none() | st.booleans() | st.text(), st.lists).map(json.dumps))
def test_an_end_that_does_not_keep_to_its_output_is_a_failure(output: str | None) -> None:
    assert outcome_of("SUCCEEDED", output) == Outcome(status="failed")


def test_a_row_is_the_same_bytes_every_time() -> None:
    body = rows.to_body(TURN)
    assert rows.to_body(rows.from_body(body)) == body
    assert rows.from_body(body) == TURN


def test_rows_sort_as_they_happened_up_to_the_largest_there_can_be() -> None:
    keys = [rows.sort_key(seq) for seq in (1, 2, 9, 10, 99, 100, 12_345_678, 99_999_999)]
    assert all(before < after for before, after in pairwise(keys))


def test_no_two_tenants_share_a_partition() -> None:
    names = [rows.partition(organisation, "c" * 32) for organisation in ("acme", "acme-in", "in")]
    assert len(set(names)) == len(names)


def test_a_row_that_was_written_differently_still_reads() -> None:
    spaced = json.dumps(json.loads(rows.to_body(TURN)), indent=1, sort_keys=True)
    assert rows.from_body(spaced) == TURN
