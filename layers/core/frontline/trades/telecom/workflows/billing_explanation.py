"""The latest bill, explained position by position, and whether it is still to be paid."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import ACCOUNT_TYPE, NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import text

BILLING_EXPLANATION = Workflow(
    name="billing_explanation",
    kind="inquiry",
    title=text("billing_explanation.title"),
    intents=(
        Intent(
            name="billing_issue",
            means="a question about a bill: its amount, its positions, when it is due",
            offer=text("offer.billing_issue"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(ACCOUNT_TYPE,),
    results={
        "explained": Result(says=text("billing_explanation.explained")),
        "paid": Result(says=text("billing_explanation.paid")),
        "overdue": Result(says=text("billing_explanation.overdue")),
        "no_bill": Result(says=text("billing_explanation.no_bill")),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)
