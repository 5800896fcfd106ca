"""Every step a state machine may name, one line each."""

from frontline.steps.billing import WhoseBill, explain_bill
from frontline.steps.hand_off import Packet, WhichCase, check_case, file_hand_off
from frontline.steps.identity import Claim, CodeGiven, check_code, check_identity
from frontline.steps.lines import WhichNumber, find_line
from frontline.steps.network import WhatToTry, WhereToLook, check_network_status, suggest_resolution
from frontline.steps.orders import WhichOrder
from frontline.steps.payments import (
    WhichBill,
    WhichPayment,
    WhoOwes,
    find_overdue,
    follow_payment,
    request_bill_payment,
)
from frontline.steps.plans import (
    PlanOrder,
    WhichPlan,
    WhosePlans,
    change_plan,
    list_plans,
    price_plan,
    verify_plan,
)
from frontline.steps.recharges import WhatToCredit, WhichRecharge, credit_recharge, find_recharge, verify_recharge
from frontline.steps.step import Step
from frontline.steps.suspension import WhichLine, WhichSuspension, check_suspension, resume_line, verify_resumed

STEPS: dict[str, Step] = {
    step.name: step
    for step in (
        Step("check_network_status", WhereToLook, check_network_status),
        Step("suggest_resolution", WhatToTry, suggest_resolution),
        Step("file_hand_off", Packet, file_hand_off, changes=True),
        Step("check_case", WhichCase, check_case),
        Step("check_identity", Claim, check_identity, guarded=True),
        Step("check_code", CodeGiven, check_code, guarded=True),
        Step("find_line", WhichNumber, find_line),
        Step("explain_bill", WhoseBill, explain_bill),
        Step("find_recharge", WhichRecharge, find_recharge),
        Step("credit_recharge", WhatToCredit, credit_recharge, changes=True),
        Step("verify_recharge", WhatToCredit, verify_recharge),
        Step("find_overdue", WhoOwes, find_overdue),
        Step("request_bill_payment", WhichBill, request_bill_payment, changes=True, recallable=True),
        Step("follow_payment", WhichPayment, follow_payment),
        Step("check_suspension", WhichSuspension, check_suspension),
        Step("resume_line", WhichLine, resume_line, changes=True),
        Step("verify_resumed", WhichOrder, verify_resumed),
        Step("list_plans", WhosePlans, list_plans),
        Step("price_plan", WhichPlan, price_plan),
        Step("change_plan", WhichPlan, change_plan, changes=True),
        Step("verify_plan", PlanOrder, verify_plan),
    )
}

__all__ = ["STEPS", "Step"]
