"""Every step a state machine may name, one line each."""

from frontline.model.step import Step
from frontline.trades.telecom.steps.billing import WhoseBill, explain_bill
from frontline.trades.telecom.steps.cases import WhoseCase, find_case
from frontline.trades.telecom.steps.charges import (
    HowMuchIsDisputed,
    WhatToApprove,
    WhatToDispute,
    WhoseCharges,
    ask_approval,
    file_dispute,
    find_charges,
    weigh_dispute,
)
from frontline.trades.telecom.steps.data.balance import WhoseBalance, read_balance
from frontline.trades.telecom.steps.data.refuel import (
    HowMuch,
    WhatToAdd,
    WhatWasThere,
    WhoseData,
    add_data,
    count_data,
    price_refuel,
    verify_data,
)
from frontline.trades.telecom.steps.devices import WhichDevice, advise_on_device
from frontline.trades.telecom.steps.hand_off import Packet, WhichCase, check_case, file_hand_off
from frontline.trades.telecom.steps.identity import Claim, CodeGiven, check_code, check_identity
from frontline.trades.telecom.steps.line.changes import (
    WhatToChange,
    order_do_not_disturb,
    order_roaming,
    order_sim,
    verify_do_not_disturb,
    verify_roaming,
)
from frontline.trades.telecom.steps.line.sim import WhichSim, look_at_sim
from frontline.trades.telecom.steps.line.switches import WhichSwitch, look_at_do_not_disturb, look_at_roaming
from frontline.trades.telecom.steps.line.validity import WhoseValidity, read_validity
from frontline.trades.telecom.steps.lines import WhichNumber, find_line
from frontline.trades.telecom.steps.network import (
    WhatToTry,
    WhereToLook,
    WhichOutage,
    check_network_status,
    check_outage,
    suggest_resolution,
)
from frontline.trades.telecom.steps.orders import WhichOrder
from frontline.trades.telecom.steps.payments import (
    WhichBill,
    WhichPayment,
    WhoOwes,
    find_overdue,
    find_payable,
    follow_payment,
    request_bill_payment,
)
from frontline.trades.telecom.steps.plans import (
    ChosenPlan,
    PlanOrder,
    WhichPlan,
    WhosePlans,
    change_plan,
    list_plans,
    price_plan,
    verify_plan,
)
from frontline.trades.telecom.steps.recharges import (
    WhatToCredit,
    WhichRecharge,
    credit_recharge,
    find_recharge,
    verify_recharge,
)
from frontline.trades.telecom.steps.suspension import (
    WhichLine,
    WhichSuspension,
    check_suspension,
    resume_line,
    verify_resumed,
)

STEPS: dict[str, Step] = {
    step.name: step
    for step in (
        Step("check_network_status", WhereToLook, check_network_status),
        Step("check_outage", WhichOutage, check_outage),
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
        Step("find_payable", WhoOwes, find_payable),
        Step("request_bill_payment", WhichBill, request_bill_payment, changes=True, recallable=True),
        Step("follow_payment", WhichPayment, follow_payment),
        Step("check_suspension", WhichSuspension, check_suspension),
        Step("resume_line", WhichLine, resume_line, changes=True),
        Step("verify_resumed", WhichOrder, verify_resumed),
        Step("list_plans", WhosePlans, list_plans),
        Step("price_plan", WhichPlan, price_plan),
        Step("change_plan", ChosenPlan, change_plan, changes=True),
        Step("verify_plan", PlanOrder, verify_plan),
        Step("find_charges", WhoseCharges, find_charges),
        Step("weigh_dispute", HowMuchIsDisputed, weigh_dispute),
        Step("ask_approval", WhatToApprove, ask_approval, asks=True),
        Step("file_dispute", WhatToDispute, file_dispute, changes=True),
        Step("read_validity", WhoseValidity, read_validity),
        Step("read_balance", WhoseBalance, read_balance),
        Step("price_refuel", HowMuch, price_refuel),
        Step("count_data", WhoseData, count_data),
        Step("add_data", WhatToAdd, add_data, changes=True),
        Step("verify_data", WhatWasThere, verify_data),
        Step("look_at_roaming", WhichSwitch, look_at_roaming),
        Step("order_roaming", WhatToChange, order_roaming, changes=True),
        Step("verify_roaming", WhichOrder, verify_roaming),
        Step("look_at_do_not_disturb", WhichSwitch, look_at_do_not_disturb),
        Step("order_do_not_disturb", WhatToChange, order_do_not_disturb, changes=True),
        Step("verify_do_not_disturb", WhichOrder, verify_do_not_disturb),
        Step("look_at_sim", WhichSim, look_at_sim),
        Step("order_sim", WhatToChange, order_sim, changes=True),
        Step("advise_on_device", WhichDevice, advise_on_device),
        Step("find_case", WhoseCase, find_case),
    )
}

__all__ = ["STEPS", "Step"]
