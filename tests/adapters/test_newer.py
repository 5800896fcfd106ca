"""What a newer release wrote is read as far as this one can; the worst that happens is that something is asked again."""

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest

from frontline.adapters.fallback import FallbackStore
from frontline.adapters.llm.classifier import Classifier
from frontline.adapters.memory import MemoryStore
from frontline.adapters.newer import read, read_row
from frontline.adapters.operator import TmfOperator
from frontline.adapters.organisations import ApiKey
from frontline.adapters.problems import problem_of
from frontline.agent.hear.prompt import vocabulary_of
from frontline.agent.hear.validate import Rejected, validated
from frontline.channels.http import TurnRequest, response_of
from frontline.journal import rows
from frontline.model.action import AskSlot
from frontline.model.base import Stored
from frontline.model.errors import Misbehaved, TooNew
from frontline.model.message import Outcome
from frontline.model.organisation import Organisation
from frontline.model.turn import Turn
from frontline.texts import card_of
from frontline.trades import catalogue_of
from tests.support.newer import FIELD, all_nouns, rendered
from tests.support.stores import Weather
from tests.support.talking import to_confirmation
from tests.support.world import ACME, Talk

Start = Callable[..., Talk]


@pytest.fixture
def talk(operator: TmfOperator, classifier: Classifier) -> Start:
    """Talks whose rows the test rewrites, so that no promise is asked of them."""
    return lambda **options: Talk(operator, classifier, (classifier,), **options)


def rewritten(talk: Talk, change: Callable[[dict[str, Any]], object]) -> str:
    """The newest row, as a newer release would have it."""
    store = talk.store
    assert isinstance(store, MemoryStore)
    kept = store._bodies[rows.partition(talk.organisation.id, talk.conversation)]
    raw = json.loads(kept[max(kept)])
    change(raw)
    kept[max(kept)] = rendered(raw)
    return kept[max(kept)]


def test_a_question_of_a_kind_nobody_here_knows_is_asked_as_this_release_asks_it(talk: Start) -> None:
    one = talk()
    one.say("my internet is slow")
    body = rewritten(one, lambda raw: raw["ticket"].update(question={"kind": "pick_on_a_map", "zoom": 3}))
    turn = one.say("blorb fnord")
    assert isinstance(turn.action, AskSlot) and turn.ticket.matter, turn.action
    assert turn.previous == rows.digest(body), "the chain stands on what is stored"
    assert one.say("Jaipur").ticket.facts.get("region"), "and the ticket goes on"


def test_a_yes_to_a_confirmation_of_a_newer_kind_orders_nothing_before_it_is_confirmed_here(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    rewritten(one, lambda raw: raw["ticket"]["question"].update(kind="confirm_twice"))
    turn = one.say("yes")
    assert (turn.action.kind, turn.order) == ("confirm", None)
    assert one.say("yes").order


def test_a_fact_from_a_source_nobody_here_knows_is_no_fact_and_proves_nobody(talk: Start) -> None:
    one = talk()
    to_confirmation(one)

    def claimed(raw: dict[str, Any]) -> None:
        for fact in raw["ticket"]["facts"]["known"]:
            fact["source"] = "claimed" if fact["slot"] == "identity_proof" else fact["source"]

    turn = rows.from_body(rewritten(one, claimed))
    assert turn.ticket.facts.get("identity_proof") is None
    assert turn.ticket.facts.get("phone_number")


def test_an_outcome_that_only_a_newer_release_can_read_is_a_humans(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    one.say("yes")
    raw = json.loads(rows.to_body(one.order_ends()))
    raw["ticket"]["runs"][-1]["outcome"]["status"] = "half_done"
    run = rows.from_body(rendered(raw)).ticket.runs[-1]
    assert run.outcome and run.outcome.status == "failed"


def test_what_was_set_aside_is_told_by_its_place_and_never_by_its_value(
    talk: Start, caplog: pytest.LogCaptureFixture
) -> None:
    one = talk()
    one.say("my internet is slow")
    raw = json.loads(rows.to_body(one.turn))
    raw["ticket"]["status"], raw["events"][0]["happened"]["name"] = "with_ravi_kumar", "ravi.kumar"
    with caplog.at_level(logging.WARNING):
        turn = read_row(rendered(raw))
    assert (turn.ticket.status, len(turn.events)) == ("in_progress", len(one.turn.events) - 1)
    (record,) = caplog.records
    assert set(record.__dict__["aside"]) == {"ticket.status", "events.0.happened", "events.0"}
    assert "ravi" not in str(record.__dict__)


def test_a_row_that_must_not_be_read_by_this_release_is_answered_with_try_again(talk: Start) -> None:
    one = talk()
    one.say("my internet is slow")
    rewritten(one, lambda raw: raw.update(schema_version=2))
    with pytest.raises(TooNew) as raised:
        one.say("Jaipur")
    assert problem_of(raised.value).status == 503
    rewritten(one, lambda raw: raw.update(schema_version=1))
    assert one.say("Jaipur").seq == 2


def test_a_row_without_what_makes_it_one_is_refused_and_not_made_up(talk: Start) -> None:
    one = talk()
    one.say("my internet is slow")
    raw = json.loads(rows.to_body(one.turn))
    del raw["ticket"]["id"]
    with pytest.raises(Misbehaved):
        rows.from_body(rendered(raw))


def test_a_key_may_do_no_more_than_this_release_knows_and_an_organisation_asks_for_proof_in_doubt() -> None:
    key = read(ApiKey, '{"organisation":"acme-in","scopes":["turns","rule_the_world"],"until":7}')
    assert key.scopes == ("turns",)
    raw = ACME.model_dump(mode="json") | {"identity": "by_voice", "locale": "ta", FIELD: 1}
    organisation = read(Organisation, json.dumps(raw))
    assert (organisation.identity, card_of(organisation.locale)) == ("proof", card_of("en"))


def test_nothing_is_let_in_or_told_that_this_releases_contract_does_not_name(talk: Start) -> None:
    with pytest.raises(ValueError, match="colour"):
        TurnRequest.model_validate_json('{"message": "hello", "colour": "blue"}')
    with pytest.raises(Rejected, match="not declared"):
        validated('{"intent": "slow_internet", "confidence": 0.9, "colour": "blue"}', vocabulary_of(catalogue_of(ACME)))
    one = talk()
    one.say("my internet is slow")
    raw = json.loads(rows.to_body(one.turn))
    raw["reply"][FIELD] = raw["ticket"][FIELD] = "not for customers"
    assert FIELD not in response_of(rows.from_body(rendered(raw))).model_dump_json()


def test_what_is_forgotten_is_forgotten_whatever_release_wrote_it(talk: Start) -> None:
    one = talk()
    one.say("my internet is slow")
    rewritten(one, lambda raw: (raw["message"].update(voice_print="x"), raw["ticket"].update(nickname="x")))
    one.store.erase(one.organisation.id, one.conversation)
    (left,) = one.journal()
    body = rows.to_body(left)
    assert "voice_print" not in body and "nickname" not in body


def test_two_nouns_that_differ_only_in_what_a_newer_release_added_are_the_same() -> None:
    newer = AskSlot.model_validate({"slot": "region", FIELD: 1})
    assert newer == AskSlot(slot="region") and hash(newer) == hash(AskSlot(slot="region"))
    assert json.loads(newer.but(correcting=True).model_dump_json())[FIELD] == 1


def test_whatever_a_row_holds_is_stored_and_keeps_what_it_does_not_know() -> None:
    assert [noun.__name__ for noun in all_nouns(Turn) if not issubclass(noun, Stored)] == []


def test_what_memory_holds_of_a_row_of_a_newer_release_is_chained_by_the_bytes_in_the_table(talk: Start) -> None:
    table = Weather()
    here, there = talk(store=FallbackStore(table)), talk(store=table)
    here.say("my internet is slow")
    table.away = True
    here.say("Jaipur", "the-same")
    table.away = False
    there.say("Jaipur", "the-same")
    rewritten(there, lambda raw: raw.update(ticket={FIELD: 1, **raw["ticket"]}))
    here.store.newest(ACME.id, here.conversation)
    stored = table.newest(ACME.id, here.conversation).digest
    table.away = True
    turn = here.say("mobile")
    assert (turn.degraded, turn.previous) == (("store",), stored)


def test_the_end_of_an_order_that_only_a_newer_release_could_begin_is_taken_and_said_to_be_a_humans(
    talk: Start,
) -> None:
    one = talk()
    to_confirmation(one)
    one.say("yes")
    rewritten(one, lambda raw: raw["ticket"]["matters"][0]["run"].update(workflow="teleport"))
    assert one.order_ends(Outcome(status="succeeded", result="arrived")).ticket.status == "escalated"


def test_news_of_a_duty_that_only_a_newer_release_knows_ends_in_no_error(talk: Start) -> None:
    one = talk()
    to_confirmation(one)
    one.say("yes")
    order = one.turn.order
    assert order
    case = {"ticket": one.ticket.id, "order": order.name, "workflow": "weather_watch"}
    rewritten(one, lambda raw: raw["ticket"].update(cases=[case], matters=[]))
    turn = one.order_ends(Outcome(status="succeeded", result="sunny"))
    assert [known.workflow for known in turn.ticket.cases] == ["weather_watch"], "the newer release may yet tell it"
