"""The other channel: an order's execution came to its end, and that is a message too."""

from frontline.model.message import Finished, Message, Outcome

WORKFLOW = "workflow"
"""The channel of what no customer wrote."""


def message_of(
    organisation: str, conversation: str, order: str, outcome: Outcome, at: int, utc_offset: int = 0
) -> Message:
    """Its id is the order's name: whoever hears of the end first takes the turn, everyone else gets the stored reply."""
    return Message(
        id=f"order:{order}",
        organisation=organisation,
        conversation=conversation,
        at=at,
        utc_offset=utc_offset,
        content=Finished(order=order, outcome=outcome),
        channel=WORKFLOW,
    )
