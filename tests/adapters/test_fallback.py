"""While the table is away: what is answered, what is refused, and what becomes of what was said once it is back."""

from collections.abc import Callable

import pytest

from frontline.adapters.fallback import REMEMBERED, FallbackStore
from frontline.model.errors import StoreUnavailable
from frontline.model.turn import Order, Turn
from tests.contracts.store_bench import Bench
from tests.support.promises import keep_all
from tests.support.stores import Weather
from tests.support.talking import to_confirmation
from tests.support.world import ACME, Talk

Start = Callable[..., Talk]
SLOW = "my internet is slow"


@pytest.fixture
def table() -> Weather:
    return Weather()


def elsewhere(one: Talk, table: Weather) -> Talk:
    """The same customer, served by another environment that reaches the table."""
    return Talk(one.operator, one.classifier, one.models, store=FallbackStore(table), conversation=one.conversation)


def written(table: Weather, one: Talk) -> list[Turn]:
    return list(table.journal(ACME.id, one.conversation))


def test_a_conversation_goes_on_from_memory_and_says_so(talk: Start, table: Weather) -> None:
    one = talk(store=FallbackStore(table))
    one.say(SLOW)
    table.away = True
    turn = one.say("Jaipur")
    assert (turn.seq, turn.degraded) == (2, ("store",))
    assert turn.ticket.facts.get("region")
    assert one.say("mobile").ticket.status == "resolved"
    assert [row.seq for row in written(table, one)] == [1]
    table.away = False
    assert one.say("thanks").degraded == ()
    assert [row.message.text for row in written(table, one)] == [SLOW, "Jaipur", "mobile", "thanks"]


def test_a_conversation_nobody_here_knows_is_begun_and_a_redelivery_still_finds_its_reply(
    talk: Start, table: Weather
) -> None:
    one = talk(store=FallbackStore(table))
    table.away = True
    first = one.say(SLOW, "first")
    assert one.say(SLOW, "first") == first
    table.away = False
    assert one.say(SLOW, "first") == first
    assert written(table, one) == [first]


def test_no_order_is_begun_and_none_is_lost(talk: Start, table: Weather) -> None:
    one = talk(store=FallbackStore(table))
    to_confirmation(one)
    table.away = True
    refused = one.say("yes")
    assert (refused.order, refused.ticket.status) == (None, "retry")
    assert "Nothing was changed" in refused.reply.text
    table.away = False
    assert one.say("please go on").action.kind == "confirm"
    assert one.say("yes").order is not None
    assert len(one.machines.executions) == 1


def test_an_order_is_never_kept_in_memory_even_if_asked_to(table: Weather) -> None:
    bench = Bench(FallbackStore(table), lambda *_: None)
    turn = bench.turn(1).but(degraded=("store",), order=Order(name="o", workflow="w", inputs={}))
    table.away = True
    with pytest.raises(StoreUnavailable, match="order"):
        bench.store.append(turn)


def test_a_turn_decided_as_if_the_table_were_there_is_not_kept_in_memory(table: Weather) -> None:
    bench = Bench(FallbackStore(table), lambda *_: None)
    table.away = True
    with pytest.raises(StoreUnavailable):
        bench.store.append(bench.turn(1))


def test_what_went_on_elsewhere_comes_first_and_nothing_and_no_event_is_lost(talk: Start, table: Weather) -> None:
    one = talk(store=FallbackStore(table))
    one.say(SLOW)
    there = elsewhere(one, table)
    table.away = True
    one.say("Jaipur", "here-1")
    one.say("mobile", "here-2")
    table.away = False
    there.say("Mumbai", "there-1")
    there.say("explain my bill", "there-2")
    one.say("thanks", "here-3")
    rows = written(table, one)
    assert [(row.message.id, row.apart) for row in rows] == [
        *(("m1", False), ("there-1", False), ("there-2", False)),
        *(("here-1", True), ("here-2", True), ("here-3", False)),
    ]
    assert rows[4].ticket.matters == rows[2].ticket.matters, "what was decided there stands"
    keep_all(rows, ACME)


def test_redeliveries_after_a_split_find_the_reply_each_message_got(talk: Start, table: Weather) -> None:
    one = talk(store=FallbackStore(table))
    one.say(SLOW)
    there = elsewhere(one, table)
    table.away = True
    here = one.say("Jaipur", "here")
    table.away = False
    beyond = there.say("explain my bill", "there")
    assert here.reply != beyond.reply
    for environment in (one, there, elsewhere(one, table)):
        assert environment.say("explain my bill", "there").reply == beyond.reply
        assert environment.say("Jaipur", "here").reply == here.reply
    assert len(written(table, one)) == 3


def test_a_message_answered_here_and_there_is_kept_once(talk: Start, table: Weather) -> None:
    one = talk(store=FallbackStore(table))
    one.say(SLOW)
    there = elsewhere(one, table)
    table.away = True
    one.say("Jaipur", "same")
    table.away = False
    there.say("Jaipur", "same")
    one.say("mobile")
    assert [row.message.id for row in written(table, one)].count("same") == 1


def test_the_table_goes_away_again_while_it_is_being_caught_up(talk: Start, table: Weather) -> None:
    one = talk(store=FallbackStore(table))
    table.away = True
    one.say(SLOW)
    one.say("Jaipur")
    table.away = False

    def goes() -> None:
        table.refuses = True

    table.before_append = goes
    assert one.say("mobile").degraded == ("store",)
    assert [row.seq for row in written(table, one)] == [1]
    table.refuses = False
    one.say("thanks")
    assert [row.seq for row in written(table, one)] == [1, 2, 3, 4]


def test_erasure_waits_for_the_table_and_then_takes_memory_with_it(talk: Start, table: Weather) -> None:
    one = talk(store=FallbackStore(table))
    one.say(SLOW)
    table.away = True
    one.say("Jaipur")
    with pytest.raises(StoreUnavailable):
        one.store.erase(ACME.id, one.conversation)
    table.away = False
    one.store.erase(ACME.id, one.conversation)
    assert "Jaipur" not in "".join(row.model_dump_json() for row in written(table, one))
    table.away = True
    assert one.store.newest(ACME.id, one.conversation).turn is None
    table.away = False
    assert one.say("hello").ticket.facts.known == ()


def test_what_was_kept_here_is_not_written_once_the_conversation_was_erased_elsewhere(
    talk: Start, table: Weather
) -> None:
    one = talk(store=FallbackStore(table))
    one.say(SLOW)
    table.away = True
    for words in ("Jaipur", "mobile"):
        one.say(words)
    table.away = False
    FallbackStore(table).erase(ACME.id, one.conversation)
    assert one.store.newest(ACME.id, one.conversation).turn is not None
    assert [row.forgotten for row in written(table, one)] == [True]
    one.turns.clear()


def test_what_was_kept_here_is_not_put_behind_what_came_after_an_erasure_elsewhere(talk: Start, table: Weather) -> None:
    one = talk(store=FallbackStore(table))
    one.say(SLOW)
    there = elsewhere(one, table)
    table.away = True
    one.say("Jaipur", "here-1")
    one.say("mobile", "here-2")
    table.away = False
    there.say("Jaipur", "there-1")
    FallbackStore(table).erase(ACME.id, one.conversation)
    there.say("explain my bill", "there-2")
    one.say("hello", "here-3")
    assert [row.message.text for row in written(table, one)] == ["", "explain my bill", "hello"]
    for environment in (one, there):
        environment.turns.clear()


def test_memory_is_bounded_to_the_conversations_served_last(table: Weather) -> None:
    store = FallbackStore(table)
    benches = [Bench(store, lambda *_: None) for _ in range(REMEMBERED + 5)]
    for bench in benches:
        bench.keep(bench.turn(1))
    table.away = True
    remembered = [bench for bench in benches if store.newest("acme-in", bench.conversation).turn]
    assert remembered == benches[5:]
