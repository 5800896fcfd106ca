"""One turn while something outside is away: the customer is answered all the same, and no order is lost or risked."""

from collections.abc import Callable

import pytest

from frontline.adapters.fallback import FallbackStore
from frontline.adapters.llm.mock import ScriptedModel
from frontline.model.decision import Decision
from frontline.model.errors import StoreUnavailable, Unavailable
from tests.support.stores import Weather
from tests.support.talking import to_confirmation
from tests.support.world import Talk

Start = Callable[..., Talk]
SLOW = "my internet is slow"


def test_workflows_down_at_the_start_leave_the_order_in_the_row(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    one.machines.down = True
    turn = one.say("yes")
    assert turn.order is not None
    assert one.machines.executions == {}
    kept = one.journal()[-1].order
    assert kept == turn.order
    one.machines.down = False
    one.machines.start(one.organisation.id, one.conversation, kept)
    assert one.order_ends().ticket.status == "resolved"


def test_the_table_dies_between_load_and_save_and_the_customer_is_answered_all_the_same(talk: Start) -> None:
    table = Weather()
    model = ScriptedModel({SLOW: Decision(intent="slow_internet", confidence=0.9)})
    one = talk(model, store=FallbackStore(table))
    table.refuses = True
    turn = one.say(SLOW)
    assert turn.degraded == ("store",)
    assert turn.action.kind == "ask_slot"
    assert len(model.calls) == 1
    table.refuses = False
    assert one.say("Jaipur").seq == 2
    assert [turn.seq for turn in one.journal()] == [1, 2]


def test_an_order_is_refused_in_words_when_the_table_dies_between_load_and_save(talk: Start) -> None:
    table = Weather()
    one = talk(store=FallbackStore(table))
    to_confirmation(one)
    table.refuses = True
    turn = one.say("yes")
    assert turn.order is None
    assert (turn.degraded, turn.ticket.status) == (("store",), "retry")
    assert "cannot make changes safely" in turn.reply.text
    assert one.machines.started == []
    table.refuses = False
    assert one.say("please go on").action.kind == "confirm"
    assert one.say("yes").order is not None


def test_without_a_memory_to_fall_back_on_the_caller_is_asked_to_send_again(talk: Start) -> None:
    table = Weather()
    one = talk(store=table)
    table.refuses = True
    with pytest.raises(Unavailable):
        one.say(SLOW, "first")
    table.away = True
    with pytest.raises(StoreUnavailable):
        one.say(SLOW, "first")
    table.away = table.refuses = False
    assert one.say(SLOW, "first").seq == 1
