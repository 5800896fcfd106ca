"""The catalogue: every workflow there is, one line each, and the part of it that an organisation offers."""

from functools import lru_cache

from frontline.model.catalogue import Catalogue
from frontline.model.organisation import Organisation
from frontline.model.workflow import Workflow
from frontline.workflows.bill_payment import BILL_PAYMENT, OVERDUE_LOOKUP
from frontline.workflows.billing_explanation import BILLING_EXPLANATION
from frontline.workflows.hand_off import HAND_OFF, HAND_OFF_WATCH
from frontline.workflows.identity import IDENTITY_CHECK, IDENTITY_CODE
from frontline.workflows.line_resumption import LINE_RESUMPTION, SUSPENSION_LOOKUP
from frontline.workflows.network_troubleshooting import NETWORK_TROUBLESHOOTING
from frontline.workflows.plan_change import PLAN_CHANGE, PLAN_OPTIONS, PLAN_PRICE
from frontline.workflows.recharge_resolution import RECHARGE_LOOKUP, RECHARGE_RESOLUTION

CATALOGUE: dict[str, Workflow] = {
    workflow.name: workflow
    for workflow in (
        HAND_OFF,
        HAND_OFF_WATCH,
        IDENTITY_CHECK,
        IDENTITY_CODE,
        NETWORK_TROUBLESHOOTING,
        BILLING_EXPLANATION,
        RECHARGE_LOOKUP,
        RECHARGE_RESOLUTION,
        OVERDUE_LOOKUP,
        BILL_PAYMENT,
        SUSPENSION_LOOKUP,
        LINE_RESUMPTION,
        PLAN_OPTIONS,
        PLAN_PRICE,
        PLAN_CHANGE,
    )
}


def catalogue_of(organisation: Organisation) -> Catalogue:
    """What this organisation offers, and nothing else."""
    return _offered(organisation.workflows)


@lru_cache(maxsize=64)
def _offered(names: tuple[str, ...]) -> Catalogue:
    wanted = {name: CATALOGUE[name] for name in (*names, HAND_OFF.name, HAND_OFF_WATCH.name)}
    for workflow in list(wanted.values()):
        helpers = [workflow.preview, *(slot.options_from for slot in workflow.slots)]
        helpers += ["identity_check", "identity_code"] if workflow.personal else []
        wanted |= {name: CATALOGUE[name] for name in helpers if name}
    return Catalogue.of(wanted.values())


__all__ = ["CATALOGUE", "catalogue_of"]
