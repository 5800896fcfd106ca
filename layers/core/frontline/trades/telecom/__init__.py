"""Telephone and internet companies: what Frontline knows of their lines, bills and plans."""

from frontline.model.trade import Trade
from frontline.speech.slot_types import GENERAL
from frontline.trades.telecom.rules import RULES
from frontline.trades.telecom.slots import DONE, TELECOM
from frontline.trades.telecom.slots.phone_state.shown import tells_of_a_phone
from frontline.trades.telecom.workflows import DUTIES, PROOFS, WORKFLOWS
from frontline.trades.telecom.workflows.observations import OBSERVATIONS
from frontline.trades.telecom.workflows.subjects import EXPLAINS, SUBJECTS

TRADE = Trade(
    name="telecom",
    noun="a telecom company",
    slot_types={one.name: one for one in (*GENERAL, DONE, *TELECOM)},
    workflows=WORKFLOWS,
    duties=DUTIES,
    proofs=PROOFS,
    slots=OBSERVATIONS,
    rules=RULES,
    subjects=SUBJECTS,
    explains=EXPLAINS,
    tells_of_a_device=tells_of_a_phone,
)
