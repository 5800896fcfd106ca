"""A row as the lock, the journal entry and the memory of what was answered."""

from hypothesis import given
from hypothesis import strategies as st

from frontline.adapters.memory import MemoryStore
from frontline.model.ticket import REMEMBERED_MESSAGES
from frontline.model.turn import Turn, order_name
from tests.contracts.store_bench import Bench

BENCH = Bench(MemoryStore(), lambda *_: None, "c" * 32)
ORGANISATIONS = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True)
CONVERSATIONS = st.from_regex(r"[0-9a-f]{32}", fullmatch=True)
PLACES = st.tuples(ORGANISATIONS, CONVERSATIONS, st.integers(1, 99_999_999))


@given(PLACES, PLACES)
def test_an_order_has_one_name_for_everyone_and_no_other_order_has_it(
    one: tuple[str, str, int], other: tuple[str, str, int]
) -> None:
    assert (order_name(*one) == order_name(*other)) == (one == other)


@given(PLACES)
def test_an_orders_name_can_name_an_execution_and_tells_nothing(place: tuple[str, str, int]) -> None:
    name = order_name(*place)
    assert len(name + "-99") <= 80
    assert name.replace("-", "").isalnum()
    assert place[1] not in name


def after(count: int) -> Turn:
    """The newest row of a conversation of that many messages."""
    turn = BENCH.turn(1)
    for seq in range(2, count + 1):
        following = BENCH.turn(seq)
        turn = following.but(ticket=turn.ticket.having_seen(following.message.fingerprint))
    return turn


def test_it_knows_which_turn_answered_which_of_the_last_messages() -> None:
    newest = after(REMEMBERED_MESSAGES + 10)
    for seq in range(11, REMEMBERED_MESSAGES + 11):
        assert newest.answered(BENCH.turn(seq).message.fingerprint) == seq
    assert newest.answered(BENCH.turn(10).message.fingerprint) is None


def test_a_message_nobody_sent_was_not_answered() -> None:
    assert after(3).answered("????????") is None


def test_the_memory_of_answered_messages_is_bounded() -> None:
    assert len(after(500).ticket.seen) == len(after(REMEMBERED_MESSAGES).ticket.seen)


def test_a_turn_put_behind_keeps_what_was_said_and_takes_the_state_that_stands() -> None:
    here, there = BENCH.turn(3, "said here"), BENCH.turn(5, "said there", ordinal=2)
    behind = here.behind(there, "the hash of the row before")
    assert (behind.seq, behind.apart, behind.previous) == (6, True, "the hash of the row before")
    assert (behind.message, behind.reply) == (here.message, here.reply)
    assert behind.ticket.id == there.ticket.id
    assert behind.answered(here.message.fingerprint) == 6
    assert {event.id for event in behind.events}.isdisjoint(event.id for event in (*here.events, *there.events))
    assert {event.turn for event in behind.events} == {6}


def test_what_erasure_leaves_is_empty_but_for_the_count() -> None:
    left = BENCH.turn(7).erased()
    assert (left.seq, left.forgotten, left.apart) == (8, True, True)
    assert (left.message.customer, left.message.text, left.events, left.ticket.facts.known) == (None, "", (), ())
    assert not BENCH.turn(7).forgotten
