"""The documentation says what is so."""

import json
import re
from pathlib import Path
from typing import get_args

from frontline.channels.flow_calls import SessionStatus
from frontline.flows.document import FlowDocument, NodeDocument
from frontline.flows.verify.check import verdict
from frontline.flows.verify.finding import Code
from local.events_doc import PAGE, document
from local.flows import catalogue

ROOT = Path(__file__).parent.parent
FLOWS = (ROOT / "docs" / "flows.md").read_text()
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_page_on_events_is_what_the_models_say() -> None:
    assert PAGE.read_text() == document(), "run `make docs` and commit docs/events.md"


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


def test_the_flow_on_the_page_on_flows_is_sound() -> None:
    example = re.search(r"```json\n(.*?)```", FLOWS, re.DOTALL)
    assert example
    FlowDocument.model_validate_json(example[1])
    given = verdict(example[1], "slow_computer", catalogue())
    assert (given.sound, given.findings) == (True, ())
    assert json.loads(example[1])["variables"] == ["customerName"]
