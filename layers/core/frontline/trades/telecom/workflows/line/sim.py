"""A SIM that gives trouble or is gone: a new card, unless the old one is locked or stolen, which is a human's business."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER, SIM_TROUBLE
from frontline.trades.telecom.workflows.texts import asks, text

_TITLE = text("sim_status.title")

SIM_STATUS = Workflow(
    name="sim_status",
    kind="inquiry",
    title=_TITLE,
    slots=(PHONE_NUMBER,),
    listens=(SIM_TROUBLE,),
    results={
        "stolen": Result(
            says=text("sim_status.stolen"),
            then="hand_off",
        ),
        "puk": Result(
            says=text("sim_status.puk"),
            then="hand_off",
        ),
        "in_order": Result(
            says=text("sim_status.in_order"),
            then="go_on",
        ),
        "locked": Result(
            says=text("sim_status.locked"),
            then="hand_off",
        ),
        "on_its_way": Result(says=text("sim_status.on_its_way")),
        "other": Result(
            says=text("sim_status.other"),
            then="hand_off",
        ),
        "not_active": Result(
            says=text("sim_status.not_active"),
            then="hand_off",
        ),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)

SIM_REPLACEMENT = Workflow(
    name="sim_replacement",
    kind="order",
    asks=asks("sim_replacement", "price", "duration", "codes"),
    title=_TITLE,
    intents=(
        Intent(
            name="sim_issue",
            means="the SIM card is lost, broken, locked, not recognised or not active, or a new one is wanted",
            offer=text("offer.sim_issue"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    listens=(SIM_TROUBLE,),
    preview="sim_status",
    agreeing=("sends_a_sim",),
    confirm=text("sim_replacement.confirm"),
    results={
        "ordered": Result(says=text("sim_replacement.ordered")),
        "refused": Result(
            says=text("sim_replacement.refused"),
            then="hand_off",
        ),
        "unclear": Result(
            says=text("sim_replacement.unclear"),
            then="hand_off",
        ),
    },
)
