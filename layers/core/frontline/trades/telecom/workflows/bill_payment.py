"""A bill to pay, overdue or not yet: find it, ask the customer to pay it, wait until it is settled, and resume the line it cost."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import asks, beyond, text

REQUEST_OPEN = Result(
    says=text("overdue_lookup.request_open"),
    stays=text("overdue_lookup.request_open.stays"),
)

REQUEST_LEFT = text("bill_payment.stopped")
"""Nobody can take a request back: TMF676 knows no such call."""

_OVERDUE = Result(says=text("overdue_lookup.overdue"), then="go_on")
_NO_SUCH_LINE = Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number")

OVERDUE_LOOKUP = Workflow(
    name="overdue_lookup",
    kind="inquiry",
    title=text("overdue_lookup.title"),
    slots=(PHONE_NUMBER,),
    results={
        "overdue": _OVERDUE,
        "request_open": REQUEST_OPEN,
        "nothing_overdue": Result(says=text("overdue_lookup.nothing_overdue")),
        "no_such_line": _NO_SUCH_LINE,
    },
)

BILL_LOOKUP = Workflow(
    name="bill_lookup",
    kind="inquiry",
    title=OVERDUE_LOOKUP.title,
    slots=(PHONE_NUMBER,),
    results={
        "overdue": _OVERDUE,
        "due": Result(says=text("bill_lookup.due"), then="go_on"),
        "request_open": REQUEST_OPEN,
        "nothing_open": Result(says=text("bill_lookup.nothing_open")),
        "no_such_line": _NO_SUCH_LINE,
    },
)
"""What there is to pay for who wants to: also what is not overdue yet."""

PAYING = {
    "paid_and_resumed": Result(says=text("bill_payment.paid_and_resumed")),
    "paid": Result(says=text("bill_payment.paid")),
    "paid_more_due": Result(says=text("bill_payment.paid_more_due")),
    "paid_contract_ended": Result(
        says=text("bill_payment.paid_contract_ended"),
        then="hand_off",
    ),
    "paid_not_resumed": Result(
        says=text("bill_payment.paid_not_resumed"),
        then="hand_off",
    ),
    "not_paid": Result(says=text("bill_payment.not_paid")),
    "request_open": REQUEST_OPEN,
    "refused": Result(
        says=text("bill_payment.refused"),
        then="hand_off",
        stays=text("bill_payment.refused.stays"),
    ),
    "unclear": Result(
        says=text("bill_payment.unclear"),
        then="hand_off",
    ),
}
"""How getting a bill paid can end, for whichever reason it was begun."""

BILL_PAYMENT = Workflow(
    name="bill_payment",
    kind="order",
    asks=asks("bill_payment", "price", "duration"),
    beyond=beyond("part_payment", "waiver"),
    title=text("bill_payment.title"),
    intents=(
        Intent(
            name="pay_overdue_bill",
            means="wants to pay a bill that is due or overdue",
            offer=text("offer.pay_overdue_bill"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="bill_lookup",
    agreeing=("sends_a_request",),
    confirm=text("bill_payment.confirm"),
    results=PAYING,
    begun=text("bill_payment.begun"),
    stopped=REQUEST_LEFT,
)

PAYMENT_REQUEST = Workflow(
    name="payment_request",
    kind="order",
    asks=asks("bill_payment", "price", "duration"),
    beyond=beyond("part_payment", "waiver"),
    title=BILL_PAYMENT.title,
    slots=(PHONE_NUMBER,),
    personal=True,
    preview="overdue_lookup",
    agreeing=("sends_a_request",),
    confirm=text("payment_request.confirm"),
    results={
        "requested": Result(
            says=text("payment_request.requested"),
            stays=text("payment_request.requested.stays"),
        ),
        "settled": Result(says=text("payment_request.settled")),
        "request_open": REQUEST_OPEN,
        "refused": PAYING["refused"],
        "unclear": PAYING["unclear"],
    },
    stopped=REQUEST_LEFT,
)
"""The request alone, for a conversation that goes through the payment with the customer."""
