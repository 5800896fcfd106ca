"""For a caller who wants to wait: ask how the order is doing, and take its outcome's turn as soon as there is one."""

import time

from frontline.channels.order_ended import message_of
from frontline.model.errors import Unavailable
from frontline.model.turn import Turn
from frontline.ports import World
from frontline.turn import take_turn

FIRST_PAUSE = 0.1
LONGEST_PAUSE = 1.0


def wait_for_outcome(turn: Turn, world: World, seconds: float) -> Turn:
    """The outcome's turn, or the given one when the wait is over. EventBridge tells of the same end: whoever is second
    gets the turn the first one took."""
    end = time.monotonic() + seconds
    pause = FIRST_PAUSE
    while turn.order and time.monotonic() + pause < end:
        time.sleep(pause)
        pause = min(pause * 1.5, LONGEST_PAUSE)
        message = turn.message
        outcome = world.workflows.outcome(message.organisation, message.conversation, turn.order)
        if outcome is not None:
            at = time.time_ns() // 1_000_000
            conversation, offset = message.conversation, message.utc_offset
            ended = message_of(message.organisation, conversation, turn.order.name, outcome, at, offset)
            try:
                return take_turn(ended, world)
            except Unavailable:
                return turn
    return turn
