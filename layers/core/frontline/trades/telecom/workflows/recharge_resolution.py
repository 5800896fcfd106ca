"""A recharge that was paid but never arrived: find it, say so, and with the customer's consent credit it once."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import AMOUNT, DATE, NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import asks, text

RECHARGE_LOOKUP = Workflow(
    name="recharge_lookup",
    kind="inquiry",
    title=text("recharge_lookup.title"),
    slots=(PHONE_NUMBER,),
    listens=(AMOUNT, DATE),
    results={
        "missing": Result(
            says=text("recharge_lookup.missing"),
            then="go_on",
        ),
        "credited": Result(says=text("recharge_lookup.credited")),
        "not_found": Result(
            says=text("recharge_lookup.not_found"),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

RECHARGE_RESOLUTION = Workflow(
    name="recharge_resolution",
    kind="order",
    asks=asks("recharge_resolution", "price"),
    title=text("recharge_resolution.title"),
    intents=(
        Intent(
            name="recharge_issue",
            means="a recharge was paid but did not arrive, failed, or went wrong",
            offer=text("offer.recharge_issue"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(AMOUNT, DATE),
    preview="recharge_lookup",
    agreeing=("credits_a_recharge",),
    confirm=text("recharge_resolution.confirm"),
    results={
        "credited": Result(says=text("recharge_resolution.credited")),
        "refused": Result(
            says=text("recharge_resolution.refused"),
            then="hand_off",
        ),
        "unclear": Result(
            says=text("recharge_resolution.unclear"),
            then="hand_off",
        ),
    },
)
