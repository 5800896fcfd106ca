"""A journal taken again gives the same bytes; where the code decides differently today, the difference is shown."""

import json
from collections.abc import Callable

import pytest

from frontline.adapters.llm.mock import ScriptedModel
from frontline.agent import bounds
from frontline.agent.hear import ladder
from frontline.journal import rows
from frontline.journal.replay import differences, replayed
from frontline.model.decision import Decision
from frontline.model.errors import ModelUnavailable
from frontline.trades.telecom import TRADE
from tests.support.talking import to_confirmation
from tests.support.world import ACME, Talk

Start = Callable[..., Talk]


def test_a_journal_with_an_order_in_it_replays_to_the_byte_and_starts_nothing(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    one.say("yes")
    one.order_ends()
    started = list(one.machines.started)
    assert list(differences(one.journal(), ACME, TRADE)) == []
    assert one.machines.started == started


def test_what_a_model_said_then_is_what_is_replayed_now(talk: Start) -> None:
    model = ScriptedModel(
        {"bijli": Decision(intent="network_issue", confidence=0.9), "zzz": "not JSON", "down": ModelUnavailable("x")}
    )
    one = talk(model)
    for text in ("bijli", "zzz", "down", "Jaipur", "mobile"):
        one.say(text)
    asked = len(model.calls)
    assert list(differences(one.journal(), ACME, TRADE)) == []
    assert len(model.calls) == asked


@pytest.mark.parametrize("said", ["माझे इंटरनेट खूप हळू चालत आहे", "data khatam bhi nahi hua phir bhi net nahi chal raha"])
def test_what_was_concluded_from_the_classifiers_doubts_is_replayed_without_it(talk: Start, said: str) -> None:
    one = talk()
    one.say(said)
    one.say("delhi")
    assert list(differences(one.journal(), ACME, TRADE)) == []


def test_the_likeliest_of_one_business_is_in_the_row_whoever_was_in_doubt(
    talk: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = talk()
    with monkeypatch.context() as then:
        then.setattr(ladder, "_of_one_family", lambda heard, *_: heard.but(intent="slow_internet"))
        one.say("blorb fnord")
    (row,) = one.journal()
    assert (row.heard.intent, row.heard.proposal and row.heard.proposal.model) == ("slow_internet", "classifier")
    assert list(differences([row], ACME, TRADE)) == []


def test_a_row_of_a_release_that_told_less_of_what_was_heard_is_no_difference_for_that(talk: Start) -> None:
    one = talk()
    one.say("what? which city, yaar")
    (row,) = one.journal()
    assert row.heard.signs
    raw = json.loads(rows.to_body(row))
    for field in ("opening", "language", "signs", "by", "readers"):
        raw["heard"].pop(field, None)
    body = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
    assert list(differences([body], ACME, TRADE)) == []
    raw["heard"]["intent"] = "slow_internet"
    assert [seq for seq, _, _ in differences([json.dumps(raw)], ACME, TRADE)] == [1]


def test_a_rule_that_changed_shows_as_the_turn_it_would_change(talk: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    one = talk()
    for _ in range(3):
        one.say("blorb fnord")
    with monkeypatch.context() as today:
        today.setattr(bounds, "LOST_FOR_WORDS", 2)
        *_, (seq, then, now) = differences(one.journal(), ACME, TRADE)
    assert seq == 3
    assert '"kind":"ask_intent"' in then
    assert '"kind":"hand_off"' in now


def test_a_row_that_was_tampered_with_shows_in_its_successor(talk: Start) -> None:
    one = talk()
    one.say("my internet is slow")
    one.say("Jaipur")
    first, second = one.journal()
    forged = first.but(reply=first.reply.but(text="something else was said"))
    assert [seq for seq, _, _ in differences([forged, second], ACME, TRADE)] == [1, 2]


def test_a_turn_answered_without_the_table_replays_as_it_was(talk: Start) -> None:
    one = talk()
    one.say("my internet is slow")
    row = one.journal()[0].but(degraded=("store",))
    assert replayed(None, row, ACME, TRADE).degraded == ("store",)
