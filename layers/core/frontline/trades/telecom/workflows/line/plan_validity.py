"""Until when the plan runs; for a monthly plan, until when the contract does."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import text

PLAN_VALIDITY = Workflow(
    name="plan_validity",
    kind="inquiry",
    title=text("plan_validity.title"),
    intents=(
        Intent(
            name="plan_validity",
            means="until when the current plan, pack, recharge or contract is valid",
            offer=text("offer.plan_validity"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    results={
        "valid": Result(says=text("plan_validity.valid")),
        "expired": Result(says=text("plan_validity.expired")),
        "contract": Result(says=text("plan_validity.contract")),
        "contract_ended": Result(says=text("plan_validity.contract_ended")),
        "not_active": Result(says=text("plan_validity.not_active")),
        "closed": Result(says=text("plan_validity.closed")),
        "unknown": Result(
            says=text("plan_validity.unknown"),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)
