"""Stretches of dialogue that many tests begin with."""

from frontline.model.action import AskSlot
from frontline.model.turn import Turn
from tests.support.world import Talk

RECHARGED = "my recharge did not arrive on 9800000002"
WHO_THAT_IS = "Ravi Kumar, 30 January 1985"


def to_confirmation(talk: Talk) -> Turn:
    """Up to the question whether the missing recharge shall be credited."""
    talk.say(RECHARGED)
    if isinstance(talk.turn.action, AskSlot) and talk.turn.action.slot == "identity_proof":
        talk.say(WHO_THAT_IS)
    assert talk.turn.action.kind == "confirm", talk.reply
    return talk.turn
