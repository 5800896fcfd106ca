"""Reads nouns that a newer release may have written, and tells operators what was left aside, by places and never by values."""

from collections.abc import Sequence

from frontline.journal import newer, rows
from frontline.journal.newer import N
from frontline.model.turn import Turn


def read(kind: type[N], body: str) -> N:
    """The noun of this body."""
    return newer.read(kind, body, _tell)


def read_row(body: str) -> Turn:
    """The turn of this row."""
    return rows.from_body(body, _tell)


def _tell(noun: str, aside: Sequence[str]) -> None:
    from aws_lambda_powertools import Logger

    Logger(child=True).warning("read without what a newer release wrote", noun=noun, aside=list(aside))
