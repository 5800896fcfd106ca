"""The documentation says what is so."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from frontline.adapters.api import authoring
from frontline.adapters.erasure import REMAINS
from frontline.adapters.openapi import document as contract
from frontline.channels.flow_calls import SessionStatus
from frontline.flows import conditions, walk
from frontline.flows.document import FlowDocument, NodeDocument
from frontline.flows.javascript import sandbox
from frontline.flows.verify.check import verdict
from frontline.flows.verify.finding import Code
from frontline.train.examples import read_examples, split
from local.events_doc import PAGE, document
from local.flows import catalogue
from local.slots_doc import PAGE as FLOWS_PAGE
from local.slots_doc import page as flows_page

ROOT = Path(__file__).parent.parent
FLOWS = (ROOT / "docs" / "flows.md").read_text()
UNDERSTANDING = (ROOT / "docs" / "understanding.md").read_text()
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_page_on_events_is_what_the_models_say() -> None:
    assert PAGE.read_text() == document(), "run `make docs` and commit docs/events.md"


def test_the_slot_types_on_the_page_on_flows_are_those_of_the_code() -> None:
    assert FLOWS_PAGE.read_text() == flows_page(), "run `make docs` and commit docs/flows.md"


def test_every_make_target_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"`make ([a-z]+)", page.read_text())) | set(
            re.findall(r"^make ([a-z]+)", page.read_text(), re.MULTILINE)
        )
        assert named <= targets, f"{page.name} names targets that do not exist: {named - targets}"


def test_every_file_a_page_names_exists() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which does not exist"


def _first_cells(page: str, header: str) -> list[str]:
    """Of the table with this header, the first column."""
    rows = page.split(header)[1].lstrip("\n").splitlines()[1:]
    table = rows[: next((at for at, row in enumerate(rows) if not row.startswith("|")), len(rows))]
    return [row.split("|")[1] for row in table]


def test_the_page_on_flows_names_every_finding_node_and_status_once() -> None:
    for header, names in (
        ("| code | what it found |", get_args(Code)),
        ("| type | `data` | ways out |", [get_args(kind.model_fields["type"].annotation)[0] for kind in KINDS]),
        ("| session | ticket |", get_args(SessionStatus)),
    ):
        named = [name for cell in _first_cells(FLOWS, header) for name in re.findall(r"`([a-z_]+)`", cell)]
        assert sorted(named) == sorted(names)


KINDS = get_args(get_args(NodeDocument)[0])


def test_the_flows_on_the_page_on_flows_are_sound_and_have_every_type_of_node() -> None:
    examples = re.findall(r"```json\n(.*?)```", FLOWS, re.DOTALL)
    used = {node.type for example in examples for node in FlowDocument.model_validate_json(example).nodes}
    assert used == {get_args(kind.model_fields["type"].annotation)[0] for kind in KINDS}
    for example in examples:
        given = verdict(example, "an_example", catalogue())
        assert (given.sound, given.findings) == (True, ())


def test_every_call_a_page_names_is_in_the_contract() -> None:
    served = {
        f"{method.upper()} {_anything(path)}"
        for path, calls in json.loads(contract())["paths"].items()
        for method in calls
    }
    for page in PAGES:
        named = re.findall(r"`(GET|POST|PUT|DELETE) (/(?:v1|api)/[^`\s?]*)", page.read_text())
        unknown = {f"{method} {path}" for method, path in named if f"{method} {_anything(path)}" not in served}
        assert not unknown, f"{page.name} names calls that do not exist"


def _anything(path: str) -> str:
    return re.sub(r"\{[^}]*\}|\+1-555-0100", "{}", path)


def test_the_limits_on_the_page_on_flows_are_those_of_the_code() -> None:
    limits = (
        "2,000 characters",
        f"{conditions.VARIABLES // 1024} kB of values",
        f"{sandbox.MEMORY >> 20} MB or {sandbox.SECONDS * 1000:.0f} ms",
        f"{walk.STEP_LIMIT} steps and {walk.THOUGHTS} expressions",
        f"{walk.LARGEST // 1000} kB of variables",
        f"300 nodes and {authoring.LARGEST // 1000} kB",
    )
    page = " ".join(FLOWS.split())
    assert [limit for limit in limits if limit not in page] == []


def test_the_page_on_state_says_what_an_erasure_leaves_as_the_answer_does() -> None:
    page = (ROOT / "docs/state.md").read_text()
    for one in REMAINS:
        assert f"| `{one.where}` | {one.what}" in page
        assert one.until in page


def test_code_a_page_shows_is_code_there_is() -> None:
    source = "\n".join(file.read_text() for file in sorted((ROOT / "layers" / "core" / "frontline").rglob("*.py")))
    for page in PAGES:
        for shown in re.findall(r"```python\n(.*?)```", page.read_text(), re.DOTALL):
            assert shown in source, f"{page.name} shows code that is not in the package"


def test_the_page_on_understanding_counts_about_the_examples_that_there_are() -> None:
    """A tenth more or less: whoever adds an example need not write a page."""
    examples = read_examples()
    told = re.search(r"held out \(([\d,]+) of ([\d,]+)\)", UNDERSTANDING)
    assert told
    counted = [int(number.replace(",", "")) for number in told.groups()]
    why = "run `make classifier` and write its figures into docs/understanding.md"
    assert counted == pytest.approx([len(split(examples)[1]), len(examples)], rel=0.1), why
