"""What an organisation offers, of what its trade knows and its flows say."""

from collections.abc import Iterator
from functools import lru_cache

from frontline.model.catalogue import Catalogue
from frontline.model.flow import Flow
from frontline.model.organisation import Organisation
from frontline.model.text import Locale, lacking
from frontline.model.trade import Trade
from frontline.model.workflow import Workflow


def catalogue_of(trade: Trade, organisation: Organisation, flows: tuple[Flow, ...] = ()) -> Catalogue:
    """What this organisation offers, and nothing else: of the workflows it names those that can be said in all its languages."""
    return _offered(trade, organisation.workflows, organisation.languages, flows)


@lru_cache(maxsize=64)
def _offered(trade: Trade, names: tuple[str, ...], languages: tuple[Locale, ...], drawn: tuple[Flow, ...]) -> Catalogue:
    known = trade.workflows
    spoken = [name for name in names if name in known and not unsaid(trade, name, languages)]
    wanted = {one.name: one for name in (*spoken, *trade.duties) for one in (known[name],)}
    wanted |= {one.name: one for name in (*spoken, *trade.duties) for one in _helpers(trade, known[name])}
    return Catalogue.of(wanted.values(), drawn, trade, languages)


@lru_cache(maxsize=1024)
def unsaid(trade: Trade, name: str, languages: tuple[Locale, ...]) -> tuple[str, ...]:
    """What a workflow, with all that it needs, cannot say in one of these languages: `bill_payment.confirm: es`."""
    workflow = trade.workflows[name]
    return tuple(
        f"{one.name}.{place}: {', '.join(missing)}"
        for one in (workflow, *_helpers(trade, workflow))
        for place, missing in lacking(one, languages).items()
    )


def _helpers(trade: Trade, workflow: Workflow) -> Iterator[Workflow]:
    """What it looks things up with, and what shows who a customer is."""
    names = [workflow.preview, *(slot.options_from for slot in workflow.slots)]
    names += trade.proofs if workflow.personal else []
    yield from (trade.workflows[name] for name in names if name)
