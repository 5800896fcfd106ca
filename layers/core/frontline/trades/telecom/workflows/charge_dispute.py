"""Charges nobody expected: explain what of the newest bill does not recur, and with the customer's consent dispute it."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import asks, beyond, text

CHARGES_LOOKUP = Workflow(
    name="charges_lookup",
    kind="inquiry",
    title=text("charges_lookup.title"),
    slots=(PHONE_NUMBER,),
    results={
        "unusual": Result(
            says=text("charges_lookup.unusual"),
            then="go_on",
        ),
        "already_disputed": Result(says=text("charges_lookup.already_disputed")),
        "nothing_unusual": Result(says=text("charges_lookup.nothing_unusual")),
        "no_bill": Result(
            says=text("charges_lookup.no_bill"),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

CHARGE_DISPUTE = Workflow(
    name="charge_dispute",
    kind="order",
    asks=asks("charge_dispute", "price", "duration", "part"),
    beyond=beyond("refund_elsewhere"),
    title=text("charge_dispute.title"),
    intents=(
        Intent(
            name="unexpected_charges",
            means="money was charged or deducted for something the customer does not know or did not want",
            offer=text("offer.unexpected_charges"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="charges_lookup",
    contests=True,
    agreeing=("disputes_charges",),
    confirm=text("charge_dispute.confirm"),
    results={
        "filed": Result(says=text("charge_dispute.filed")),
        "declined": Result(says=text("charge_dispute.declined")),
        "no_decision": Result(
            says=text("charge_dispute.no_decision"),
            then="hand_off",
        ),
        "refused": Result(
            says=text("charge_dispute.refused"),
            then="hand_off",
        ),
        "unclear": Result(
            says=text("charge_dispute.unclear"),
            then="hand_off",
        ),
    },
)
