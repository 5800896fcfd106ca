"""Every workflow of the trade, one line each."""

from frontline.model.workflow import Workflow
from frontline.trades.telecom.workflows.bill_payment import BILL_LOOKUP, BILL_PAYMENT, OVERDUE_LOOKUP, PAYMENT_REQUEST
from frontline.trades.telecom.workflows.billing_explanation import BILLING_EXPLANATION
from frontline.trades.telecom.workflows.charge_dispute import CHARGE_DISPUTE, CHARGES_LOOKUP
from frontline.trades.telecom.workflows.data.balance import DATA_BALANCE
from frontline.trades.telecom.workflows.data.refuel import DATA_REFUEL, REFUEL_PRICE
from frontline.trades.telecom.workflows.device_advice import DEVICE_ADVICE
from frontline.trades.telecom.workflows.hand_off import HAND_OFF, HAND_OFF_WATCH
from frontline.trades.telecom.workflows.identity import IDENTITY_CHECK, IDENTITY_CODE
from frontline.trades.telecom.workflows.line.do_not_disturb import DO_NOT_DISTURB, DO_NOT_DISTURB_STATUS
from frontline.trades.telecom.workflows.line.plan_validity import PLAN_VALIDITY
from frontline.trades.telecom.workflows.line.roaming import ROAMING_ACTIVATION, ROAMING_STATUS
from frontline.trades.telecom.workflows.line.sim import SIM_REPLACEMENT, SIM_STATUS
from frontline.trades.telecom.workflows.line_resumption import LINE_RESTART, LINE_RESUMPTION, SUSPENSION_LOOKUP
from frontline.trades.telecom.workflows.network_troubleshooting import NETWORK_TROUBLESHOOTING
from frontline.trades.telecom.workflows.outage_watch import OUTAGE_WATCH
from frontline.trades.telecom.workflows.plan_change import PLAN_CHANGE, PLAN_OPTIONS, PLAN_PRICE
from frontline.trades.telecom.workflows.recharge_resolution import RECHARGE_LOOKUP, RECHARGE_RESOLUTION
from frontline.trades.telecom.workflows.ticket_status import TICKET_STATUS

WORKFLOWS: dict[str, Workflow] = {
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

PROOFS = (IDENTITY_CHECK.name, IDENTITY_CODE.name)
"""What shows who a customer is."""

__all__ = ["DUTIES", "PROOFS", "WORKFLOWS"]
