"""The documentation says what is so."""

import re
from pathlib import Path

from local.events_doc import PAGE, document

ROOT = Path(__file__).parent.parent
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
