"""The hand-off as duties of our own: file the packet with the operator, then watch until a human has closed it."""

from frontline.model.workflow import Result, Workflow
from frontline.trades.telecom.workflows.texts import text

HAND_OFF = Workflow(
    name="hand_off",
    kind="duty",
    title=text("hand_off.title"),
    slots=(),
    results={
        "filed": Result(says=text("hand_off.filed")),
        "refused": Result(says=text("hand_off.refused")),
        "not_filed": Result(says=text("hand_off.not_filed")),
    },
)

HAND_OFF_WATCH = Workflow(
    name="hand_off_watch",
    kind="duty",
    title=text("hand_off_watch.title"),
    slots=(),
    results={
        "closed": Result(says=text("hand_off_watch.closed")),
        "still_open": Result(says=text("hand_off_watch.still_open")),
    },
)
