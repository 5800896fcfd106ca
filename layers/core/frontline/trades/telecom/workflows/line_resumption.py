"""A suspended line: why it is, and with the customer's consent lifting it, after what is overdue has been paid."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.bill_payment import PAYING, REQUEST_LEFT, REQUEST_OPEN
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import asks, text

SUSPENSION_LOOKUP = Workflow(
    name="suspension_lookup",
    kind="inquiry",
    title=text("suspension_lookup.title"),
    slots=(PHONE_NUMBER,),
    results={
        "not_suspended": Result(says=text("suspension_lookup.not_suspended")),
        "not_activated": Result(
            says=text("suspension_lookup.not_activated"),
            then="hand_off",
        ),
        "closed": Result(
            says=text("suspension_lookup.closed"),
            then="hand_off",
        ),
        "contract_ended": Result(
            says=text("suspension_lookup.contract_ended"),
            then="hand_off",
        ),
        "request_open": REQUEST_OPEN,
        "overdue": Result(
            says=text("suspension_lookup.overdue"),
            then="go_on",
        ),
        "nothing_overdue": Result(
            says=text("suspension_lookup.nothing_overdue"),
            then="go_on",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

FREE = text("line_resumption.free")

LINE_RESUMPTION = Workflow(
    name="line_resumption",
    kind="order",
    asks=asks("line_resumption", "price", "codes"),
    title=text("line_resumption.title"),
    intents=(
        Intent(
            name="line_suspended",
            means="the operator suspended, barred or disconnected the line; the customer wants it resumed",
            offer=text("offer.line_suspended"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="suspension_lookup",
    agreeing=("restarts_a_line", "sends_a_request"),
    confirm=text("line_resumption.confirm"),
    free=FREE,
    results=PAYING
    | {
        "resumed": Result(says=text("line_resumption.resumed")),
    },
    stopped=REQUEST_LEFT,
)

LINE_RESTART = Workflow(
    name="line_restart",
    kind="order",
    asks=asks("line_restart", "price"),
    title=LINE_RESUMPTION.title,
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="suspension_lookup",
    agreeing=("restarts_a_line",),
    confirm=FREE,
    results={
        "resumed": LINE_RESUMPTION.results["resumed"],
        "refused": PAYING["refused"],
        "unclear": PAYING["unclear"],
    },
)
"""The resuming alone, for a conversation that has gone through the payment with the customer."""
