"""Every step a state machine may name, one line each."""

from frontline.steps.billing import WhoseBill, explain_bill
from frontline.steps.lines import WhichNumber, find_line
from frontline.steps.network import WhatToTry, WhereToLook, check_network_status, suggest_resolution
from frontline.steps.recharges import WhatToCredit, WhichRecharge, credit_recharge, find_recharge, verify_recharge
from frontline.steps.step import Step

STEPS: dict[str, Step] = {
    step.name: step
    for step in (
        Step("check_network_status", WhereToLook, check_network_status),
        Step("suggest_resolution", WhatToTry, suggest_resolution),
        Step("find_line", WhichNumber, find_line),
        Step("explain_bill", WhoseBill, explain_bill),
        Step("find_recharge", WhichRecharge, find_recharge),
        Step("credit_recharge", WhatToCredit, credit_recharge, changes=True),
        Step("verify_recharge", WhatToCredit, verify_recharge),
    )
}

__all__ = ["STEPS", "Step"]
