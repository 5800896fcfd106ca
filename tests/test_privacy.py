"""What only the customer knows goes no further than it must."""

import re
from collections.abc import Callable

from tests.support.world import Talk

BORN = "5 September 1978"


def test_a_date_of_birth_is_in_no_transcript_no_event_and_no_packet(talk: Callable[..., Talk]) -> None:
    one = talk()
    one.say("explain my bill for 9800000003")
    one.say(f"Meena Iyer, {BORN}")
    turn = one.say("I want to talk to a human")
    assert turn.order and turn.order.workflow == "hand_off"
    assert BORN not in str(turn.order.inputs)
    assert "1978" not in str(turn.order.inputs)
    for turn in one.turns:
        assert "1978" not in str(turn.ticket.transcript)
        assert not any("1978" in event.model_dump_json() for event in turn.events)


def test_half_a_proof_is_kept_only_as_long_as_its_question_is_open(talk: Callable[..., Talk]) -> None:
    one = talk()
    one.say("explain my bill for 9800000003")
    one.say(BORN)
    assert "1978" in str(one.ticket.question)
    turn = one.say("I want to talk to a human")
    assert "1978" not in re.sub(r'"flow_hash":"\w+"', "", turn.ticket.model_dump_json()), "a hash may hold any digits"
    assert turn.order and "1978" not in str(turn.order.inputs)
    for turn in one.turns:
        assert "1978" not in str(turn.ticket.transcript)
        assert "1978" not in turn.reply.text
        assert not any("1978" in event.model_dump_json() for event in turn.events)
