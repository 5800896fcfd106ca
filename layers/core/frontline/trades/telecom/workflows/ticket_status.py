"""What became of a complaint: the customer's newest case at the operator."""

from frontline.model.workflow import Intent, Result, Workflow
from frontline.trades.telecom.workflows.slots import NO_SUCH_LINE, PHONE_NUMBER
from frontline.trades.telecom.workflows.texts import text

TICKET_STATUS = Workflow(
    name="ticket_status",
    kind="inquiry",
    title=text("ticket_status.title"),
    intents=(
        Intent(
            name="ticket_status",
            means="what became of a complaint, ticket or request made earlier",
            offer=text("offer.ticket_status"),
        ),
    ),
    slots=(PHONE_NUMBER,),
    personal=True,
    results={
        "open": Result(says=text("ticket_status.open")),
        "open_undated": Result(says=text("ticket_status.open_undated")),
        "with_a_colleague": Result(says=text("ticket_status.with_a_colleague")),
        "closed": Result(says=text("ticket_status.closed")),
        "none": Result(says=text("ticket_status.none")),
        "no_such_line": Result(says=NO_SUCH_LINE, then="go_on", corrects="phone_number"),
    },
)
