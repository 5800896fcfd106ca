"""The catalogue: every workflow there is, one line each, and the part of it that an organisation offers."""

from collections.abc import Iterator
from functools import lru_cache

from frontline.model.catalogue import Catalogue
from frontline.model.flow import Flow
from frontline.model.organisation import Organisation
from frontline.model.text import Locale, lacking
from frontline.model.workflow import Workflow
from frontline.speech.slot_types import SLOT_TYPES
from frontline.workflows.bill_payment import BILL_LOOKUP, BILL_PAYMENT, OVERDUE_LOOKUP, PAYMENT_REQUEST
from frontline.workflows.billing_explanation import BILLING_EXPLANATION
from frontline.workflows.charge_dispute import CHARGE_DISPUTE, CHARGES_LOOKUP
from frontline.workflows.data.balance import DATA_BALANCE
from frontline.workflows.data.refuel import DATA_REFUEL, REFUEL_PRICE
from frontline.workflows.device_advice import DEVICE_ADVICE
from frontline.workflows.hand_off import HAND_OFF, HAND_OFF_WATCH
from frontline.workflows.identity import IDENTITY_CHECK, IDENTITY_CODE
from frontline.workflows.line.do_not_disturb import DO_NOT_DISTURB, DO_NOT_DISTURB_STATUS
from frontline.workflows.line.plan_validity import PLAN_VALIDITY
from frontline.workflows.line.roaming import ROAMING_ACTIVATION, ROAMING_STATUS
from frontline.workflows.line.sim import SIM_REPLACEMENT, SIM_STATUS
from frontline.workflows.line_resumption import LINE_RESTART, LINE_RESUMPTION, SUSPENSION_LOOKUP
from frontline.workflows.network_troubleshooting import NETWORK_TROUBLESHOOTING
from frontline.workflows.observations import OBSERVATIONS
from frontline.workflows.outage_watch import OUTAGE_WATCH
from frontline.workflows.plan_change import PLAN_CHANGE, PLAN_OPTIONS, PLAN_PRICE
from frontline.workflows.recharge_resolution import RECHARGE_LOOKUP, RECHARGE_RESOLUTION
from frontline.workflows.subjects import EXPLAINS, SUBJECTS
from frontline.workflows.ticket_status import TICKET_STATUS

CATALOGUE: dict[str, Workflow] = {
    workflow.name: workflow
    for workflow in (
        HAND_OFF,
        HAND_OFF_WATCH,
        OUTAGE_WATCH,
        IDENTITY_CHECK,
        IDENTITY_CODE,
        NETWORK_TROUBLESHOOTING,
        BILLING_EXPLANATION,
        RECHARGE_LOOKUP,
        RECHARGE_RESOLUTION,
        OVERDUE_LOOKUP,
        BILL_LOOKUP,
        BILL_PAYMENT,
        PAYMENT_REQUEST,
        SUSPENSION_LOOKUP,
        LINE_RESUMPTION,
        LINE_RESTART,
        PLAN_OPTIONS,
        PLAN_PRICE,
        PLAN_CHANGE,
        CHARGES_LOOKUP,
        CHARGE_DISPUTE,
        PLAN_VALIDITY,
        DATA_BALANCE,
        REFUEL_PRICE,
        DATA_REFUEL,
        ROAMING_STATUS,
        ROAMING_ACTIVATION,
        DO_NOT_DISTURB_STATUS,
        DO_NOT_DISTURB,
        SIM_STATUS,
        SIM_REPLACEMENT,
        DEVICE_ADVICE,
        TICKET_STATUS,
    )
}


DUTIES = (HAND_OFF.name, HAND_OFF_WATCH.name, OUTAGE_WATCH.name)
"""Our own, which every organisation has."""


def catalogue_of(organisation: Organisation, flows: tuple[Flow, ...] = ()) -> Catalogue:
    """What this organisation offers, and nothing else: of the workflows it names those that can be said in all its languages."""
    return _offered(organisation.workflows, organisation.languages, flows)


@lru_cache(maxsize=64)
def _offered(names: tuple[str, ...], languages: tuple[Locale, ...], drawn: tuple[Flow, ...]) -> Catalogue:
    spoken = [name for name in names if name in CATALOGUE and not unsaid(name, languages)]
    wanted = {one.name: one for name in (*spoken, *DUTIES) for one in (CATALOGUE[name],)}
    wanted |= {one.name: one for name in (*spoken, *DUTIES) for one in _helpers(CATALOGUE[name])}
    catalogue = Catalogue.of(wanted.values(), drawn, OBSERVATIONS if drawn else (), SLOT_TYPES, languages)
    return catalogue.relating((subject for subject in SUBJECTS if not lacking(subject, languages)), EXPLAINS)


@lru_cache(maxsize=1024)
def unsaid(name: str, languages: tuple[Locale, ...]) -> tuple[str, ...]:
    """What a workflow, with all that it needs, cannot say in one of these languages: `bill_payment.confirm: es`."""
    return tuple(
        f"{one.name}.{place}: {', '.join(missing)}"
        for one in (CATALOGUE[name], *_helpers(CATALOGUE[name]))
        for place, missing in lacking(one, languages).items()
    )


def _helpers(workflow: Workflow) -> Iterator[Workflow]:
    """What it looks things up with, and what shows who a customer is."""
    names = [workflow.preview, *(slot.options_from for slot in workflow.slots)]
    names += ["identity_check", "identity_code"] if workflow.personal else []
    yield from (CATALOGUE[name] for name in names if name)


__all__ = ["CATALOGUE", "catalogue_of", "unsaid"]
