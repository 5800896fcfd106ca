"""The catalogue: every workflow there is, one line each, and the part of it that an organisation offers."""

from functools import lru_cache

from frontline.model.catalogue import Catalogue
from frontline.model.organisation import Organisation
from frontline.model.workflow import Workflow
from frontline.workflows.billing_explanation import BILLING_EXPLANATION
from frontline.workflows.network_troubleshooting import NETWORK_TROUBLESHOOTING
from frontline.workflows.recharge_resolution import RECHARGE_LOOKUP, RECHARGE_RESOLUTION

CATALOGUE: dict[str, Workflow] = {
    workflow.name: workflow
    for workflow in (
        NETWORK_TROUBLESHOOTING,
        BILLING_EXPLANATION,
        RECHARGE_LOOKUP,
        RECHARGE_RESOLUTION,
    )
}


def catalogue_of(organisation: Organisation) -> Catalogue:
    """What this organisation offers, and nothing else."""
    return _offered(organisation.workflows)


@lru_cache(maxsize=64)
def _offered(names: tuple[str, ...]) -> Catalogue:
    wanted = dict.fromkeys(names)
    wanted |= {preview: None for name in names if (preview := CATALOGUE[name].preview)}
    return Catalogue.of(CATALOGUE[name] for name in wanted)


__all__ = ["CATALOGUE", "catalogue_of"]
