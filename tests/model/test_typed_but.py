"""What `noun.but(…)` cannot say: mypy refuses a field or a value that the noun does not have."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANTED = """
from frontline.model.ticket import Matter, Ticket
from frontline.model.turn import Turn

def planted(ticket: Ticket, matter: Matter | None, turn: Turn, changes: dict[str, object]) -> Ticket:
    if matter:
        matter.but(node=None)
    turn.ticket.but(matters=3)
    ticket.but(stauts="resolved")
    ticket.but(**changes)
    kept = ticket.but(status="resolved", locale="hi")
    return kept.but(status="nonsense")
"""
WRONG = ('"node" to "but"', '"matters" to "but"', "stauts", "**dict[str, object]", "nonsense")


@pytest.mark.whole
def test_a_field_or_a_value_that_a_noun_does_not_have_is_a_type_error(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    cache: Path = pytestconfig.cache.mkdir("mypy")
    (tmp_path / "planted.py").write_text(PLANTED)
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(cache), str(tmp_path / "planted.py")]
    paths = os.pathsep.join(str(path) for path in (ROOT / "layers" / "core", ROOT))
    told = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "MYPYPATH": paths}, capture_output=True, text=True, check=False
    )
    errors = [line for line in told.stdout.splitlines() if ": error: " in line]
    assert [line for line in errors if not any(wrong in line for wrong in WRONG)] == [], told.stdout + told.stderr
    assert {wrong for wrong in WRONG if any(wrong in line for line in errors)} == set(WRONG)
