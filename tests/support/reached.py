"""Which ends of workflows dialogues come to, and in which language the customer is told."""

from collections.abc import Iterator
from typing import NamedTuple

from frontline.model.text import Locale
from frontline.model.turn import Turn
from frontline.trades.telecom.workflows import WORKFLOWS
from tests.support.world import ACME


class Reached(NamedTuple):
    """A workflow's result, told in a language."""

    workflow: str
    result: str
    locale: Locale


def declared() -> Iterator[Reached]:
    """All that the catalogue promises to be able to say."""
    for name, workflow in WORKFLOWS.items():
        for result in workflow.results:
            yield from (Reached(name, result, locale) for locale in ACME.languages)


def reached_by(turn: Turn) -> Iterator[Reached]:
    """What came back in that turn."""
    for run in turn.runs:
        if run.outcome and run.outcome.status == "succeeded" and run.outcome.result:
            yield Reached(run.workflow, run.outcome.result, turn.ticket.locale)
