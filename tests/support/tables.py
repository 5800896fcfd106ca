"""The tables of sentences that stand beside the tests: `<subject>.<code>.yaml`, one for each language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


def tables(test: str, subject: str) -> Iterator[tuple[str, Any]]:
    """What stands below each heading of every language's table beside this test; all of it is text, `yes` and `no` too."""
    for file in sorted(Path(test).parent.glob(f"{subject}.*.yaml")):
        yield from yaml.load(file.read_text("utf-8"), yaml.CBaseLoader).items()  # noqa: S506  # makes text of all


def sentences(test: str, subject: str, heading: str) -> list[str]:
    """Those below one heading, of all languages."""
    return [one for name, listed in tables(test, subject) if name == heading for one in listed]


def sentences_of(test: str, subject: str, heading: str) -> list[tuple[str, str]]:
    """Those below one heading that has headings of its own, each beside the one it is of."""
    found = [below for name, below in tables(test, subject) if name == heading]
    return [(of, one) for below in found for of, listed in below.items() for one in listed]
