"""What is left of a line's data and other allowances, and until when."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import text

DATA_BALANCE = Workflow(
    name="data_balance",
    kind="inquiry",
    title=text("data_balance.title"),
    intents=(
        Intent(
            name="data_balance",
            means="how much data, minutes, messages or money is left, or was used",
            offer=text("offer.data_balance"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    results={
        "left": Result(says=text("data_balance.left")),
        "left_undated": Result(says=text("data_balance.left_undated")),
        "used_up": Result(says=text("data_balance.used_up")),
        "empty": Result(says=text("data_balance.empty")),
        "no_allowance": Result(says=text("data_balance.no_allowance")),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)
