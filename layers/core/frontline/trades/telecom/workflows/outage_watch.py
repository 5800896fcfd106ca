"""A duty of ours: wait until an outage is over, once for everyone who was told of it, and tell each of them."""

from frontline.model.workflow import Result, Workflow
from frontline.trades.telecom.workflows.texts import text

OUTAGE_WATCH = Workflow(
    name="outage_watch",
    kind="duty",
    title=text("outage_watch.title"),
    slots=(),
    results={
        "over": Result(says=text("outage_watch.over")),
        "still_there": Result(says=text("outage_watch.still_there")),
    },
)
