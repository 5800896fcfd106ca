"""Roaming, switched on for a line so that it works abroad."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER, SWITCH_OFF
from frontline.trades.telecom.workflows.texts import asks, text

_TITLE = text("roaming_status.title")

ROAMING_STATUS = Workflow(
    name="roaming_status",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER,),
    listens=(SWITCH_OFF,),
    results={
        "off": Result(
            says=text("roaming_status.off"),
            then="go_on",
        ),
        "not_told": Result(
            says=text("roaming_status.not_told"),
            then="go_on",
        ),
        "already_on": Result(says=text("roaming_status.already_on")),
        "already_off": Result(says=text("roaming_status.already_off")),
        "wants_off": Result(
            says=text("roaming_status.wants_off"),
            then="hand_off",
        ),
        "not_active": Result(
            says=text("roaming_status.not_active"),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

ROAMING_ACTIVATION = Workflow(
    name="roaming_activation",
    kind="order",
    asks=asks("roaming_activation", "price", "codes", "undo"),
    title=_TITLE,
    intents=(
        Intent(
            name="roaming",
            means="the phone is to work, or does not work, abroad; switching roaming on or off",
            offer=text("offer.roaming"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(SWITCH_OFF,),
    preview="roaming_status",
    agreeing=("turns_roaming_on",),
    confirm=text("roaming_activation.confirm"),
    results={
        "switched_on": Result(says=text("roaming_activation.switched_on")),
        "refused": Result(
            says=text("roaming_activation.refused"),
            then="hand_off",
        ),
        "unclear": Result(
            says=text("roaming_activation.unclear"),
            then="hand_off",
        ),
    },
)
