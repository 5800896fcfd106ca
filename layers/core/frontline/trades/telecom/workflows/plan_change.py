"""Another plan: list what the line can change to, let the customer choose, say what it costs, and change it."""

from frontline.model.workflow import Intent, Knowledge, Result, Slot, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import asks, beyond, text

NAMED_PLAN = Knowledge(
    name="named_plan",
    type="plan_name",
    label=text("slot.named_plan.label"),
)
PLAN = Slot(
    name="plan",
    type="choice",
    options_from="plan_options",
    named_by=NAMED_PLAN.name,
    label=text("slot.plan.label"),
    question=text("slot.plan.question"),
    help=text("slot.plan.help"),
)

_TITLE = text("plan_options.title")
_NO_SUCH_LINE = Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number")

PLAN_OPTIONS = Workflow(
    name="plan_options",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER,),
    results={
        "listed": Result(
            says=text("plan_options.listed"),
            then="go_on",
        ),
        "no_other": Result(says=text("plan_options.no_other")),
        "closed": Result(
            says=text("plan_options.closed"),
            then="hand_off",
        ),
        "no_such_line": _NO_SUCH_LINE,
    },
)

PLAN_PRICE = Workflow(
    name="plan_price",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER, PLAN),
    results={
        "priced": Result(
            says=text("plan_price.priced"),
            then="go_on",
        ),
        "not_on_offer": Result(
            says=text("plan_price.not_on_offer"),
            then="go_on",
            corrects="plan",
        ),
        "no_such_line": _NO_SUCH_LINE,
    },
)

PLAN_CHANGE = Workflow(
    name="plan_change",
    kind="order",
    asks=asks("plan_change", "price", "undo", "cheapest", "difference", "others"),
    beyond=beyond("port_out", "closing", "new_connection", "details", "backdating"),
    title=_TITLE,
    intents=(
        Intent(
            name="plan_change",
            means="wants another plan: to see what there is, to upgrade, downgrade or switch",
            offer=text("offer.plan_change"),
        ),
    ),
    slots=(PHONE_NUMBER, PLAN),
    listens=(NAMED_PLAN,),
    personal=True,
    preview="plan_price",
    agreeing=("changes_a_plan",),
    confirm=text("plan_change.confirm"),
    results={
        "changed": Result(says=text("plan_change.changed")),
        "refused": Result(
            says=text("plan_change.refused"),
            then="hand_off",
        ),
        "unclear": Result(
            says=text("plan_change.unclear"),
            then="hand_off",
        ),
    },
)
