"""What observers get to know of a turn: each event when it should come, in order, and nothing of the customer's own."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from frontline.adapters.fallback import FallbackStore
from frontline.adapters.llm.mock import ScriptedModel
from frontline.model.errors import ModelUnavailable
from frontline.model.event import Happening
from frontline.model.turn import Turn
from tests.support.stores import Weather
from tests.support.talking import to_confirmation
from tests.support.world import Talk

Start = Callable[..., Talk]
NAMES = {kind.model_fields["name"].default for kind in get_args(get_args(Happening)[0])}


def names(turn: Turn) -> list[str]:
    return [event.happened.name for event in turn.events]


def happened(turn: Turn, name: str) -> list[dict[str, object]]:
    """What the events of that name say."""
    return [event.happened.model_dump(exclude={"name"}) for event in turn.events if event.happened.name == name]


def test_an_opening_message_tells_of_its_ticket_its_reading_and_its_question_in_order(talk: Start) -> None:
    turn = talk().say("my internet is slow")
    assert names(turn) == ["ticket.created", "decision.made", "workflow.selected", "slot.missing"]
    assert happened(turn, "decision.made")[0]["intent"] == "slow_internet"
    assert happened(turn, "slot.missing") == [{"slot": "region", "tries": 0}]


def test_an_answer_fills_its_slot_and_nobody_learns_a_number_by_it(talk: Start) -> None:
    one = talk()
    one.say("my recharge did not arrive")
    turn = one.say("9800000002")
    filled = happened(turn, "slot.filled")
    assert {"slot": "phone_number", "source": "said", "masked": "***02"} in filled
    assert "ticket.created" not in names(turn)


def test_a_question_asked_again_says_so(talk: Start) -> None:
    one = talk()
    one.say("my internet is slow")
    assert happened(one.say("blue elephants"), "slot.missing") == [{"slot": "region", "tries": 1}]


def test_a_conclusion_is_told_and_so_is_taking_it_back(talk: Start) -> None:
    one = talk()
    told = happened(one.say("my fibre internet is slow"), "fact.inferred")
    assert told == [{"slot": "connection", "rule": "fibre_is_a_fixed_line", "derived_from": ("access",)}]
    turn = one.say("sorry, I meant my SIM, not fibre")
    assert happened(turn, "fact.retracted") == [{"slot": "connection", "rule": "fibre_is_a_fixed_line"}]
    assert [event["rule"] for event in happened(turn, "fact.inferred")] == ["a_sim_is_mobile"]


def test_an_inquiry_is_started_and_finished_within_its_turn(talk: Start) -> None:
    turn = talk().say("my fibre internet in Jaipur is slow")
    assert happened(turn, "run.started") == [{"workflow": "network_troubleshooting", "order": None}]
    assert happened(turn, "run.finished") == [
        {"workflow": "network_troubleshooting", "order": None, "status": "succeeded", "result": "try_router"}
    ]
    assert happened(turn, "ticket.resolved") == [{"resolution": "resolved"}]
    assert names(turn)[-3:] == ["run.started", "run.finished", "ticket.resolved"]


def test_an_order_is_started_in_one_turn_and_finished_in_another(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    begun = one.say("yes")
    assert begun.order
    assert [event["order"] for event in happened(begun, "run.started")] == [begun.order.name]
    assert "run.finished" not in names(begun)
    ended = one.order_ends()
    assert [event["order"] for event in happened(ended, "run.finished")] == [begun.order.name]
    assert "run.started" not in names(ended)


def test_a_run_that_failed_drops_what_was_only_guessed(talk: Start) -> None:
    one = talk()
    one.machines.down = True
    turn = one.say("my fibre internet in Jaipur is slow")
    assert [event["status"] for event in happened(turn, "run.finished")] == ["failed"]
    assert happened(turn, "rollback.triggered") == [
        {"workflow": "network_troubleshooting", "retracted": ("connection",)}
    ]


def test_a_model_that_talks_nonsense_and_one_that_is_away_are_both_told(talk: Start) -> None:
    nonsense = ScriptedModel(lambda _: "Sure! I can help.", name="nonsense")
    away = ScriptedModel(lambda _: ModelUnavailable("quota"), name="away")
    turn = talk(nonsense, away).say("my internet is slow")
    assert happened(turn, "decision.rejected") == [{"model": "nonsense", "reason": "not JSON"}]
    assert happened(turn, "degraded") == [{"missing": ("nonsense:rejected", "away")}]
    assert [event["model"] for event in happened(turn, "decision.made")] == ["classifier"]


def test_a_table_that_is_away_is_told(talk: Start) -> None:
    table = Weather()
    table.refuses = True
    one = talk(store=FallbackStore(table))
    assert happened(one.say("my internet is slow"), "degraded") == [{"missing": ("store",)}]
    table.refuses = False
    one.say("Jaipur")


def test_a_ticket_that_lay_idle_expires_as_the_next_one_opens(talk: Start) -> None:
    one = talk()
    first = one.say("my internet is slow").ticket.id
    one.wait(31)
    turn = one.say("my internet is slow")
    assert names(turn)[:2] == ["ticket.expired", "ticket.created"]
    assert happened(turn, "ticket.expired") == [{"expired_ticket": first}]
    assert turn.events[0].ticket == turn.ticket.id != first


def test_a_ticket_that_was_closed_does_not_expire(talk: Start) -> None:
    one = talk()
    one.say("my fibre internet in Jaipur is slow")
    one.wait(31)
    turn = one.say("my internet is slow")
    assert "ticket.created" in names(turn)
    assert "ticket.expired" not in names(turn)


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("I want to talk to a human", "escalated", {"reason": "asked_for_human"}),
        ("cancel", "ticket.resolved", {"resolution": "cancelled"}),
    ],
)
def test_how_a_ticket_ends_is_told(talk: Start, text: str, name: str, told: dict[str, str]) -> None:
    one = talk()
    one.say("my internet is slow")
    assert happened(one.say(text), name) == [told]


def test_a_courtesy_is_no_news(talk: Start) -> None:
    one = talk()
    one.say("my fibre internet in Jaipur is slow")
    assert names(one.say("thank you")) == []


def test_each_event_knows_its_place_and_has_an_id_of_its_own(talk: Start) -> None:
    one = talk()
    turns = [one.say(text) for text in ("my fibre internet is slow", "Jaipur", "explain my bill")]
    events = [event for turn in turns for event in turn.events]
    assert len({event.id for event in events}) == len(events)
    for turn in turns:
        assert {(event.ticket, event.turn, event.at) for event in turn.events} == {
            (turn.ticket.id, turn.seq, turn.message.at)
        }


def test_all_but_what_orders_tell_themselves_are_told_of_here() -> None:
    tested = Path(__file__).read_text()
    assert len(NAMES) == 16
    assert [name for name in NAMES if f'"{name}"' not in tested] == ["approval" + ".requested"]
