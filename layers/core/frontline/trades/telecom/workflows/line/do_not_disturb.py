"""Do-not-disturb, switched on for a line against advertising calls and messages."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER, SWITCH_OFF
from frontline.trades.telecom.workflows.texts import asks, text

_TITLE = text("do_not_disturb_status.title")

DO_NOT_DISTURB_STATUS = Workflow(
    name="do_not_disturb_status",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER,),
    listens=(SWITCH_OFF,),
    results={
        "off": Result(
            says=text("do_not_disturb_status.off"),
            then="go_on",
        ),
        "not_told": Result(
            says=text("do_not_disturb_status.not_told"),
            then="go_on",
        ),
        "already_on": Result(says=text("do_not_disturb_status.already_on")),
        "already_off": Result(says=text("do_not_disturb_status.already_off")),
        "wants_off": Result(
            says=text("do_not_disturb_status.wants_off"),
            then="hand_off",
        ),
        "not_active": Result(
            says=text("do_not_disturb_status.not_active"),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

DO_NOT_DISTURB = Workflow(
    name="do_not_disturb",
    kind="order",
    asks=asks("do_not_disturb", "price", "codes"),
    title=_TITLE,
    intents=(
        Intent(
            name="do_not_disturb",
            means="unwanted advertising or spam calls and messages; do-not-disturb on or off",
            offer=text("offer.do_not_disturb"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(SWITCH_OFF,),
    preview="do_not_disturb_status",
    agreeing=("turns_dnd_on",),
    confirm=text("do_not_disturb.confirm"),
    results={
        "switched_on": Result(says=text("do_not_disturb.switched_on")),
        "refused": Result(
            says=text("do_not_disturb.refused"),
            then="hand_off",
        ),
        "unclear": Result(
            says=text("do_not_disturb.unclear"),
            then="hand_off",
        ),
    },
)
