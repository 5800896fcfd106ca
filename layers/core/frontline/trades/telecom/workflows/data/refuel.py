"""More data for a line, at its own price per GB, at most 2 GB at a time."""

from frontline.model.workflow import Intent, Option, Result, Slot, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import asks, text

GIGABYTES = Slot(
    name="gigabytes",
    type="gigabytes",
    label=text("slot.gigabytes.label"),
    options=(
        Option(value="1", label=text("slot.gigabytes.option.1")),
        Option(value="2", label=text("slot.gigabytes.option.2")),
    ),
    question=text("slot.gigabytes.question"),
    help=text("slot.gigabytes.help"),
)

REFUEL_PRICE = Workflow(
    name="refuel_price",
    kind="inquiry",
    title=text("refuel_price.title"),
    slots=(PHONE_NUMBER, GIGABYTES),
    results={
        "priced": Result(
            says=text("refuel_price.priced"),
            then="go_on",
        ),
        "too_much": Result(
            says=text("refuel_price.too_much"),
            then="go_on",
            corrects="gigabytes",
        ),
        "not_available": Result(
            says=text("refuel_price.not_available"),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

DATA_REFUEL = Workflow(
    name="data_refuel",
    kind="order",
    asks=asks("data_refuel", "price"),
    title=text("data_refuel.title"),
    intents=(
        Intent(
            name="data_refuel",
            means="wants more data added or bought for the line, beyond what its plan gives",
            offer=text("offer.data_refuel"),
        ),
    ),
    slots=(PHONE_NUMBER, GIGABYTES),
    personal=True,
    preview="refuel_price",
    agreeing=("adds_data",),
    confirm=text("data_refuel.confirm"),
    results={
        "added": Result(says=text("data_refuel.added")),
        "refused": Result(
            says=text("data_refuel.refused"),
            then="hand_off",
        ),
        "unclear": Result(
            says=text("data_refuel.unclear"),
            then="hand_off",
        ),
    },
)
